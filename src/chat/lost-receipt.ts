import { claimHandedIn, taskOfReceipt } from '../actions/claim-lost.ts';
import type { ProvenReceipt, ShownReceipt } from '../actions/prove-receipt.ts';
import { proveReceipt, refuseReceipt } from '../actions/prove-receipt.ts';
import { claimProven } from '../actions/take-in-receipt.ts';
import type { TaskView } from '../actions/task-view.ts';
import { viewTask } from '../actions/task-view.ts';
import { isAllowed, unitsAllowing } from '../domain/access.ts';
import { parseLocal } from '../domain/local-time.ts';
import { fold } from '../language/fold.ts';
import type { PastedReceipt } from '../understanding/receipt-code.ts';
import { readReceipt, readReceiptFigures } from '../understanding/receipt-code.ts';
import { sayReport } from '../wording/period.ts';
import { PROOF_WORDS, sayKnownReceipt, sayProofPassedOn } from '../wording/proof.ts';
import { sayClaimPassedOn } from '../wording/restored.ts';
import { noteRefused } from './refuse.ts';
import type { Turn } from './turn.ts';

/** Takes a pasted receipt: known, lost in a restore, altered or forged. False: it is none, or nothing is to be said about it. */
export function takeReceipt(turn: Turn, text: string): boolean {
  const { desk, person, memberships } = turn;
  const pasted = person === null ? null : readReceipt(text);
  if (person === null || pasted === null) return false;
  const isTheirs = unitsAllowing(memberships, 'submit').includes(pasted.unit) || isAllowed(memberships, 'submit-for');
  const sent = isTheirs ? desk.store.submissions.findByReceipt(pasted.receipt) : null;
  const task = sent === null ? null : desk.store.tasks.find(sent.task);
  if (sent !== null && task !== null) {
    const latest = desk.store.submissions.latestOf(task.id)?.version ?? sent.version;
    turn.say(sayKnownReceipt(viewTask(desk, task), sent, latest, desk.zone));
    return true;
  }
  const { seal } = pasted;
  if (seal === null) return isTheirs && passOnUnsealed(turn, person, pasted);
  if (isTheirs) takeSealed(turn, person, pasted, seal);
  else {
    noteRefused(turn, `receipt:${pasted.unit}`);
    turn.say(PROOF_WORDS.ofOthers);
  }
  return true;
}

function takeSealed(turn: Turn, person: number, pasted: PastedReceipt, seal: string): void {
  const { desk, say } = turn;
  const act = { person, at: turn.now };
  const shown: ShownReceipt = { ...pasted, seal, said: saidMoment(pasted, desk.zone) };
  const proof = proveReceipt(desk, act, shown);
  if (proof.is === 'forged') return say(PROOF_WORDS.forged);
  if (proof.is === 'altered') return say(PROOF_WORDS.altered);
  if (proof.is === 'too-many') return say(PROOF_WORDS.tooMany);
  if (proof.is === 'withdrawn') return say(PROOF_WORDS.withdrawn);
  if (proof.is === 'proven') return takeProven(turn, person, pasted, proof.proven);
  // Nobody can tell: a coordinator judges, as with receipts that have no seal.
  if (proof.is === 'unknowable' && passOnUnsealed(turn, person, pasted)) return;
  say(PROOF_WORDS.nothingLost);
}

function takeProven(turn: Turn, person: number, pasted: PastedReceipt, proven: ProvenReceipt): void {
  const { desk, say } = turn;
  const act = { person, at: turn.now };
  const { view } = proven;
  const shown = pasted.message === null ? null : readReceiptFigures(pasted.message, view.form);
  // Of a report that says there is nothing the code alone says so.
  const report = shown ?? [NOTHING].find((content) => proven.isFor(content)) ?? null;
  const isAsGiven =
    (pasted.message === null || namesIt(pasted.message, view)) && (report === null || proven.isFor(report));
  if (!isAsGiven) {
    refuseReceipt(desk, act, 'altered');
    return say(PROOF_WORDS.altered);
  }
  const result = claimProven(desk, act, proven, report);
  if (result.is === 'taken') return say(PROOF_WORDS.taken(view));
  if (result.is === 'resend') return say(PROOF_WORDS.resend(view));
  if (!('claim' in result)) return say(PROOF_WORDS.nothingToGain(view));
  say(sayProofPassedOn(view, result.claim, result.is === 'passed-on', desk.zone));
}

const NOTHING = { nothingToReport: true, values: {} } as const;

/** Whether the message around the code is of the same unit and report. */
function namesIt(message: string, { obligation, period, unit }: TaskView): boolean {
  const names = [unit.name, unit.shortName].map(fold);
  return message.includes(fold(sayReport(obligation, period))) && names.some((name) => message.includes(name));
}

/** The first and the last instant of the second or the minute that is written. */
function saidMoment({ at }: PastedReceipt, zone: string): ShownReceipt['said'] {
  const from = at === null ? null : parseLocal(at, zone);
  if (at === null || from === null) return null;
  const isToTheSecond = at.length > 'yyyy-MM-ddTHH:mm'.length;
  return { from, to: from + (isToTheSecond ? 999 : 59_999) };
}

function passOnUnsealed(turn: Turn, person: number, pasted: PastedReceipt): boolean {
  const { desk, now } = turn;
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
