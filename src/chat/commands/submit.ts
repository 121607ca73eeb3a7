import type { Problem } from '../../domain/problem.ts';
import { HAND_IN } from '../../language/review-reply.ts';
import { hasFigures } from '../../language/told/told-figures.ts';
import { sayAsBefore, withoutAsBefore } from '../../language/wish-words.ts';
import { HEARD } from '../../understanding/command-words.ts';
import { readsFigures } from '../../understanding/named-in.ts';
import { tellsOfSeveral } from '../../understanding/wish.ts';
import { COMMAND_WORDS } from '../../wording/commands.ts';
import { sayProblem } from '../../wording/problems.ts';
import { join } from '../../wording/rich-text.ts';
import { sayNotOpenYet } from '../../wording/side-answer.ts';
import { sayNotKept, sayOneAtATime } from '../../wording/submit-dialog.ts';
import type { Command } from '../command.ts';
import { draftInHand } from '../dialogs/keep-draft.ts';
import { askWhoseTyped, beginSubmission, submitDialog } from '../dialogs/submit.ts';
import { answerFigures } from '../figures-answer.ts';
import { owedTasks, today } from '../look-up.ts';
import { aheadOf } from '../own-reports.ts';
import type { Turn } from '../turn.ts';
import { readNamed, whichTasks } from '../which.ts';

export const submitCommand: Command = {
  name: 'nop',
  alias: 'submit',
  ...COMMAND_WORDS.nop,
  ...HEARD.nop,
  needs: 'submit',
  run(turn, args) {
    const draft = args.trim() === '' && turn.files.length === 0 ? draftInHand(turn) : null;
    // Where it is asked what to change, the report is shown: nothing was said to be changed.
    if (draft?.stage === 'edit') return submitDialog.answer(turn, draft, { text: HAND_IN, picked: false });
    if (draft !== null) return submitDialog.repeat(turn, draft);
    const [first, ...others] = tellsOfSeveral(args, today(turn));
    if (others.length > 0) turn.say(sayOneAtATime(others));
    const asBefore = withoutAsBefore(args);
    const which = whichTasks(turn, first ?? asBefore ?? args, { forFile: turn.files.length > 0 });
    if ('problem' in which) return sayWhyNone(turn, args, which.problem);
    // With figures of its own it is that report with these changed; without any it is shown, to be looked at.
    const isChanged = asBefore !== null && hasFigures(which.rest);
    if (asBefore !== null && !isChanged) answerFigures(turn, { key: null, periods: [], before: true });
    beginSubmission(
      turn,
      which.found.map((task) => task.id),
      isChanged ? sayAsBefore(which.rest, args) : which.rest,
    );
  },
};

/** A report whose time has not come yet is no unknown one. */
function sayWhyNone(turn: Turn, args: string, problem: Problem): void {
  const { period, rest } = readNamed(turn, args);
  const [ahead] = period === null || problem.problem !== 'no-such-task' ? [] : aheadOf(turn, period);
  const why = ahead === undefined ? sayProblem(problem, turn.desk.zone) : sayNotOpenYet(ahead);
  if (problem.problem !== 'no-such-task' || !readsFigures(rest, turn.rules)) return turn.say(why);
  const owed = owedTasks(turn, 'submit');
  // The figures are not thrown away: it may be the period that was mistyped.
  if (owed.length === 0 || turn.unfinished() !== null) return turn.say(join([why, sayNotKept()], ' '));
  askWhoseTyped(
    turn,
    owed.map(({ id }) => id),
    rest,
    why,
  );
}
