import type { TaskView } from '../actions/task-view.ts';
import { viewTask } from '../actions/task-view.ts';
import { unitsAllowing } from '../domain/access.ts';
import { objectedIn } from '../domain/task.ts';
import { isCorrecting, readChange } from '../language/correction.ts';
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

/** What was sent longer ago is named first, to be corrected. */
const JUST_SENT_MS = 24 * 3600_000;

/**
 * Takes second thoughts about the report that was just sent: "thiếu 3 bài fb nữa", "sửa người dự thành 1250", "thêm khó khăn là …". False
 * where they are none. It is shown as it would be, and confirmed.
 */
export function takeAmendment(turn: Turn): boolean {
  const { store } = turn.desk;
  const [last] = unitsAllowing(turn.memberships, 'submit')
    .flatMap((unit) => store.tasks.ofUnit(unit, LOOKED_AT))
    .filter(({ state }) => state === 'submitted')
    .flatMap((task) => {
      const sentAt = store.submissions.latestOf(task.id)?.receivedAt ?? 0;
      return turn.now - sentAt < JUST_SENT_MS ? [{ task, sentAt }] : [];
    })
    .sort((a, b) => b.sentAt - a.sentAt);
  if (last === undefined) return false;
  const text = turn.text.trim();
  const { values, added, cleared, wanted, loose, isMore } = readChange(viewTask(turn.desk, last.task).form, text);
  const isFigure = Object.keys(values).length > 0 || loose !== null;
  const isMeant = added !== null || cleared.length > 0 || isMore || wanted !== null;
  if (!isMeant && !(isFigure && isCorrecting(text))) return false;
  beginSubmission(turn, [last.task.id], text);
  return true;
}

const LOOKED_AT = 12;

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
