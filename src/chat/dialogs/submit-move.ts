import { startingValues } from '../../actions/prefill.ts';
import type { TaskView } from '../../actions/task-view.ts';
import { viewTask } from '../../actions/task-view.ts';
import { readReply } from '../../language/choice-word.ts';
import { meansOther } from '../../language/other-report.ts';
import { saysSend } from '../../language/review-reply.ts';
import { SUBMIT_BUTTONS, sayMove } from '../../wording/submit-dialog.ts';
import type { Turn } from '../turn.ts';
import { namedTask, readNamed } from '../which.ts';
import type { Gathered } from './draft.ts';
import { gatheredOf } from './draft.ts';
import { keepDraft } from './keep-draft.ts';
import type { Step } from './submit-answers.ts';
import { without } from './submit-change.ts';
import { preview } from './submit-preview.ts';

/** "Nhầm, đó là của tháng 12": the task of one's own that is meant instead of the one in hand; null where none is. */
export function otherReportMeant(turn: Turn, view: TaskView, text: string): number | null {
  const { period, rest } = readNamed(turn, text);
  if (period === null || period === view.period.key || !meansOther(rest)) return null;
  const task = namedTask(turn, text);
  return task === null || task.id === view.task.id ? null : task.id;
}

/** Asks whether what was typed goes over to that report. */
export function askMove(turn: Turn, view: TaskView, draft: Gathered, to: number): void {
  const task = turn.desk.store.tasks.find(to);
  if (task === null) return preview(turn, view, draft);
  keepDraft(turn, { ...gatheredOf(draft), stage: 'move', to });
  const count = Object.keys(typedOf(turn, view, draft)).length;
  turn.say({
    text: sayMove(view, viewTask(turn.desk, task), count),
    choices: [[turn.choice(SUBMIT_BUTTONS.move, 'move')], [turn.choice(SUBMIT_BUTTONS.stay, 'stay')]],
    answer: 'pick',
  });
}

type Open = (
  turn: Turn,
  task: number,
  typed: string,
  attachments: readonly number[],
  also: { values: Gathered['values'] },
) => void;

export function answerMove({ turn, view, draft, reply }: Step<'move'>, open: Open): void {
  const word = reply.picked ? reply.text : readReply(reply.text);
  const isYes = word === 'move' || (word === 'yes' && !saysSend(reply.text));
  if (word === 'stay' || word === 'no' || word === 'back') return preview(turn, view, draft);
  if (!isYes) return askMove(turn, view, draft, draft.to);
  const values = typedOf(turn, view, draft);
  // What was typed goes over whole: nothing of it stays behind to be sent under the wrong head.
  turn.finish();
  open(turn, draft.to, '', draft.attachments, { values });
}

/** What was typed, without what the bot had filled in itself. */
function typedOf(turn: Turn, view: TaskView, { values }: Gathered): Gathered['values'] {
  const filledIn = startingValues(turn.desk, view);
  return without(
    values,
    Object.keys(values).filter((key) => values[key] === filledIn[key]),
  );
}
