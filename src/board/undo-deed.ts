import { pressUndo } from '../actions/press-undo.ts';
import { resendUndelivered } from '../actions/resend-undelivered.ts';
import { sayResentUndelivered } from '../wording/bots.ts';
import { sayProblem } from '../wording/problems.ts';
import { type BoardDeed, done, first, numberIn } from './posted.ts';

/** Takes back what was just done, by the offer under it. */
export const undoDeed: BoardDeed = (desk, act, posted) => {
  const undone = pressUndo(desk, act, numberIn(first(posted, 'id')));
  return done('', undone.ok ? undone.value : sayProblem(undone.problem, desk.zone));
};

/** Tries the week's undelivered messages once more. */
export const resendUndeliveredDeed: BoardDeed = (desk, act) =>
  done('undelivered', sayResentUndelivered(resendUndelivered(desk, act)));
