import type { TaskView } from '../actions/task-view.ts';
import { viewTask } from '../actions/task-view.ts';
import { unitsAllowing } from '../domain/access.ts';
import { objectedIn } from '../domain/task.ts';
import { afterSending, clausesWithFigures, saysForgotten, withoutOwner } from '../language/change/after-sending.ts';
import { isCorrecting, readChange } from '../language/change/correction.ts';
import { readPromise } from '../language/promise-word.ts';
import { isQuestion } from '../language/question-form.ts';
import { speaksOfBefore } from '../language/report/contradicted-figures.ts';
import { readAnswer } from '../language/report/guided-answer.ts';
import { parseReport } from '../language/report/report-template.ts';
import { hasFigures } from '../language/told/told-figures.ts';
import { sayAsBefore, withoutAsBefore } from '../language/wish-words.ts';
import { sayStillThere } from '../wording/figures.ts';
import { beginSubmission } from './dialogs/submit.ts';
import { otherPeriodOf } from './dialogs/submit-move.ts';
import { owedTasks, today } from './look-up.ts';
import type { Turn } from './turn.ts';
import { namedTask, readNamed } from './which.ts';

/**
 * Takes what is typed after a report came back as its correction: "25", or "hội nghị 25, kinh phí 3,5". False where it is none. Nothing is
 * sent by it: the report is shown as it would be, and confirmed.
 */
export function takeCorrection(turn: Turn): boolean {
  const returned = owedTasks(turn, 'submit')
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
 * Takes second thoughts about the report that was just sent: "thiếu 3 bài fb nữa", "sửa người dự thành 1250", "vừa gửi rồi mà quên kinh phí 8 triệu". False
 * where they are none. It is shown as it would be, and confirmed.
 */
export function takeAmendment(turn: Turn): boolean {
  const text = turn.text.trim();
  return !isQuestion(text) && (amendJustSent(turn, text) || takeFigures(turn, text));
}

/** The same where the text says that something was wrong or left out, whatever else it looks like. */
export function amendJustSent(turn: Turn, text: string): boolean {
  const last = justSent(turn);
  if (last === null || isQuestion(text)) return false;
  const behind = afterSending(text);
  const other = namedTask(turn, behind ?? text);
  const isOther = other !== null && other.id !== last.task.id;
  const whole = isOther ? withoutOwner(readNamed(turn, behind ?? text).rest) : (behind ?? text);
  const isRead = Object.keys(readChange(last.form, whole).values).length > 0;
  const said = isRead ? whole : clausesWithFigures(whole) || whole;
  const { values, faults, cleared, wanted, loose, isMore, moved } = readChange(last.form, said);
  const isFigure = Object.keys(values).length > 0 || loose !== null;
  const isMeant =
    faults.some(({ fault }) => RELATIVE.has(fault)) ||
    cleared.length > 0 ||
    isMore ||
    wanted !== null ||
    moved !== null;
  const isWrong = behind !== null || saysForgotten(said) || isCorrecting(text);
  if (!isMeant && !(isFigure && isWrong)) return false;
  // "À 150 người là của tháng 11": what was sent says it too, and goes on saying so.
  const standing = turn.desk.store.submissions.latestOf(last.task.id)?.report.values ?? {};
  const still = last.form.fields.filter(({ key, kind }) => kind !== 'text' && isOther && standing[key] === values[key]);
  if (still.some(({ key }) => values[key] !== undefined)) turn.say(sayStillThere(last, still, values));
  beginSubmission(turn, [isOther ? other.id : last.task.id], said);
  return true;
}

function justSent(turn: Turn): TaskView | null {
  const { store } = turn.desk;
  const [last] = unitsAllowing(turn.memberships, 'submit')
    .flatMap((unit) => store.tasks.ofUnit(unit, LOOKED_AT))
    .filter(({ state }) => state === 'submitted')
    .flatMap((task) => {
      const sentAt = store.submissions.latestOf(task.id)?.receivedAt ?? 0;
      return turn.now - sentAt < JUST_SENT_MS ? [{ task, sentAt }] : [];
    })
    .sort((a, b) => b.sentAt - a.sentAt);
  return last === undefined ? null : viewTask(turn.desk, last.task);
}

/** Figures whose period is named are of that report alone; of one that is not owed they are nobody's. */
function takeForPeriod(turn: Turn, period: string, text: string): boolean {
  const task = namedTask(turn, period);
  if (task === null) return false;
  beginSubmission(turn, [task.id], text);
  return true;
}

/**
 * "Tin bài 0", "mạng xã hội 150 bài, em nhập thiếu": figures by their fields' names, of what is owed or was sent of late. Where it may be either,
 * it is asked.
 */
function takeFigures(turn: Turn, text: string): boolean {
  const { store } = turn.desk;
  const owed = owedTasks(turn, 'submit');
  const sent = unitsAllowing(turn.memberships, 'submit')
    .flatMap((unit) => store.tasks.ofUnit(unit, LOOKED_AT))
    .filter(({ id, state }) => state === 'submitted' && isLately(turn, store.submissions.latestOf(id)?.receivedAt))
    .toSorted((a, b) => b.cutOffAt - a.cutOffAt);
  const [first] = [...owed, ...sent];
  const asBefore = withoutAsBefore(text);
  if (asBefore !== null && hasFigures(asBefore) && owed.length > 0) {
    const named = namedTask(turn, text);
    const said = named === null ? text : sayAsBefore(readNamed(turn, asBefore).rest, text);
    beginSubmission(turn, named === null ? owed.map(({ id }) => id) : [named.id], said);
    return true;
  }
  const other = first === undefined ? null : otherPeriodOf(turn, viewTask(turn.desk, first), text);
  if (other !== null) return takeForPeriod(turn, other, text);
  if (first === undefined || readPromise(text, { today: today(turn), time: '00:00' }) !== null) return false;
  const change = readChange(viewTask(turn.desk, first).form, text);
  const { values, cleared, wanted, faults, moved } = change;
  const isSaid =
    Object.keys(values).length + cleared.length + faults.filter(({ fault }) => ASKED_ABOUT.has(fault)).length > 0;
  const isWhole = !change.unread.some((part) => /\d/u.test(part)) && !speaksOfBefore(text);
  if (!isWhole || (!isSaid && wanted === null && moved === null)) return false;
  beginSubmission(
    turn,
    [...owed, ...sent.slice(0, 1)].map(({ id }) => id),
    text,
  );
  return true;
}

function isLately({ now }: Turn, receivedAt: number | undefined): boolean {
  return receivedAt !== undefined && now - receivedAt < LATELY_MS;
}

const ASKED_ABOUT: ReadonlySet<string> = new Set(['ambiguous', 'each', 'more', 'less']);
const RELATIVE: ReadonlySet<string> = new Set(['more', 'less']);
const LATELY_MS = 10 * 24 * 3600_000;
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
