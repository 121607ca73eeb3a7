import type { TaskView } from '../actions/task-view.ts';
import { viewTask } from '../actions/task-view.ts';
import { unitsAllowing } from '../domain/access.ts';
import { objectedIn } from '../domain/task.ts';
import { readAnswer } from '../language/guided-answer.ts';
import { parseReport } from '../language/report-template.ts';
import { beginSubmission } from './dialogs/submit.ts';
import type { Turn } from './turn.ts';

/**
 * Takes what is typed after a report came back as its correction: "25", or "hội nghị 25, kinh phí 3,5". False where it is none. Nothing is
 * sent by it: the report is shown as it would be, and confirmed.
 */
export function takeCorrection(turn: Turn): boolean {
  const own = unitsAllowing(turn.memberships, 'submit');
  const returned = own
    .flatMap((unit) => turn.desk.store.tasks.outstandingOf(unit))
    .map((task) => viewTask(turn.desk, task))
    .filter((view) => objectedIn(view.task).length > 0);
  const [view, ...others] = returned;
  if (view === undefined || others.length > 0) return false;
  const line = correctionIn(view, turn.text.trim());
  if (line === null) return false;
  beginSubmission(turn, [view.task.id], line);
  return true;
}

/** What was typed as a line of the report; null where it names no figure of it. */
function correctionIn(view: TaskView, text: string): string | null {
  const objected = objectedIn(view.task);
  const [key] = objected;
  const field = view.form.fields.find((one) => one.key === key);
  if (Object.keys(parseReport(view.form, text).values).some((one) => objected.includes(one))) return text;
  if (field === undefined || objected.length > 1 || field.kind === 'text') return null;
  const answer = readAnswer(view.form, field, text);
  return answer.is === 'values' && answer.values[field.key] !== undefined ? `${field.key}=${text}` : null;
}
