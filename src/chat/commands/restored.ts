import { lostStretch } from '../../actions/lost-stretch.ts';
import { findWaiting, takeInReceipt, waitingReceipts } from '../../actions/take-in-receipt.ts';
import { countWaiting, noteLookedAt, spokenStretch } from '../../actions/tell-restored.ts';
import type { Problem } from '../../domain/problem.ts';
import { HEARD, readSub } from '../../understanding/command-words.ts';
import { COMMAND_WORDS } from '../../wording/commands.ts';
import { sayProblem } from '../../wording/problems.ts';
import { PROOF_WORDS, sayProofPreview, sayTakenInHere, sayWaitingReceipts } from '../../wording/proof.ts';
import { RESTORED_WORDS, sayRestored } from '../../wording/restored.ts';
import type { Command } from '../command.ts';
import type { Turn } from '../turn.ts';

/** What a restored bot may be without, and that somebody has looked. */
export const restoredCommand: Command = {
  name: 'khoiphuc',
  alias: 'restored',
  ...COMMAND_WORDS.khoiphuc,
  ...HEARD.khoiphuc,
  needs: 'chase',
  isHidden: true,
  run(turn, args) {
    const order = readSub(args, HEARD.khoiphuc.subs);
    if (order?.sub === 'daxem') return note(turn, order.rest);
    if (order !== null) return takeIn(turn, order.sub, order.rest);
    const { desk, now } = turn;
    const stretch = lostStretch(desk);
    if (stretch === null) return turn.say(RESTORED_WORDS.never);
    const spoken = spokenStretch(desk, stretch);
    turn.say(stretch.isSeen ? RESTORED_WORDS.seenBefore(spoken) : sayRestored(spoken, countWaiting(desk, now)));
  },
};

/** The two taps by which a proven receipt is taken in: it is shown, and it is done. */
function takeIn(turn: Turn, step: 'biennhan' | 'ghinhan', rest: string): void {
  const { desk, now, person } = turn;
  if (person === null) return;
  const id = /^\d{1,15}$/u.test(rest) ? Number(rest) : 0;
  const act = { person, at: now };
  if (step === 'ghinhan') {
    const done = takeInReceipt(desk, act, id);
    if (!done.ok) return sayRefused(turn, done.problem);
    return turn.say(sayTakenInHere(done.value.view, done.value.isNew, done.value.takenBy));
  }
  if (rest === '') return turn.say(sayWaitingReceipts(waitingReceipts(desk)));
  const found = findWaiting(desk, act, id);
  if (!found.ok) return sayRefused(turn, found.problem);
  const { view, claim, gain, holder, takenBy } = found.value;
  const isOpen = takenBy === null && (gain.report || gain.standing);
  turn.say(isOpen ? sayProofPreview(view, holder, claim, gain, desk.zone) : sayTakenInHere(view, false, takenBy));
}

function sayRefused(turn: Turn, problem: Problem): void {
  turn.say(problem.problem === 'nothing-to-change' ? PROOF_WORDS.gone : sayProblem(problem, turn.desk.zone));
}

function note(turn: Turn, rest: string): void {
  const { desk, now, person } = turn;
  if (person === null) return;
  const restored = /^\d{1,15}$/u.test(rest) ? Number(rest) : null;
  const noted = noteLookedAt(desk, { person, at: now }, restored);
  if (!noted.ok) return turn.say(sayProblem(noted.problem, desk.zone));
  const stretch = lostStretch(desk);
  if (stretch === null || noted.value === 'never') return turn.say(RESTORED_WORDS.never);
  if (noted.value === 'old') return turn.say(RESTORED_WORDS.oldButton);
  turn.say(noted.value === 'noted' ? RESTORED_WORDS.seen : RESTORED_WORDS.seenBefore(spokenStretch(desk, stretch)));
  const waiting = waitingReceipts(desk).length;
  if (waiting > 0) turn.footer(RESTORED_WORDS.stillWaiting(waiting));
}
