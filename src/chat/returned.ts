import type { TaskView } from '../actions/task-view.ts';
import { viewTask } from '../actions/task-view.ts';
import { unitsAllowing } from '../domain/access.ts';
import { objectedIn } from '../domain/task.ts';
import { asRemembered, isAdding, isCorrecting, readChange } from '../language/correction.ts';
import { readAnswer } from '../language/guided-answer.ts';
import { parseReport } from '../language/report-template.ts';
import { asksSomething } from '../understanding/asked.ts';
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

/** What was sent is corrected in words for so long without its being named. */
const LATELY_MS = 3 * 24 * 3600_000;
const LOOKED_AT = 12;

/**
 * Takes "sửa người dự thành 1250", "thiếu 3 bài fb nữa", "thêm khó khăn là …" after a receipt as a change of that report: it is shown as it
 * would be then, and confirmed. False where it changes nothing, or several reports were sent lately.
 */
export function takeChange(turn: Turn): boolean {
  const { desk, memberships, now, text } = turn;
  const said = asRemembered(text);
  if (asksSomething(text)) return false;
  if (!isCorrecting(said) && !isAdding(text)) return false;
  const [task, another] = unitsAllowing(memberships, 'submit')
    .flatMap((unit) => desk.store.tasks.ofUnit(unit, LOOKED_AT))
    .filter(
      ({ id, state }) =>
        state === 'submitted' && now - (desk.store.submissions.latestOf(id)?.receivedAt ?? 0) < LATELY_MS,
    );
  if (task === undefined || another !== undefined) return false;
  const { values, added, cleared, wanted, loose } = readChange(viewTask(desk, task).form, said);
  const isChange =
    Object.keys(values).length > 0 || added !== null || cleared.length > 0 || wanted !== null || loose !== null;
  if (isChange) beginSubmission(turn, [task.id], said);
  return isChange;
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
