import { claimHandedIn, taskOfReceipt } from '../actions/claim-lost.ts';
import { parseLocal } from '../domain/local-time.ts';
import { readReceipt } from '../understanding/receipt-code.ts';
import { sayClaimPassedOn } from '../wording/restored.ts';
import type { Turn } from './turn.ts';

/** Takes a pasted receipt that a restored database does not know. False: it is none, or there is nothing to take it for. */
export function takeLostReceipt(turn: Turn, text: string): boolean {
  const { desk, person, now } = turn;
  const pasted = person === null ? null : readReceipt(text);
  if (person === null || pasted === null) return false;
  const act = { person, at: now };
  const task = taskOfReceipt(desk, act, pasted);
  if (task === null) return false;
  const { receipt, version } = pasted;
  const proof = { receipt, version, at: pasted.at === null ? null : parseLocal(pasted.at, desk.zone) };
  const claimed = claimHandedIn(desk, act, task.id, proof);
  if (!claimed.ok) return false;
  turn.say(sayClaimPassedOn(claimed.value.view, proof, claimed.value.isNew));
  return true;
}
