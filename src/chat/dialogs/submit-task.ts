import { isOutstanding } from '../../domain/task.ts';
import { meansOther } from '../../language/change/other-report.ts';
import { fold } from '../../language/fold.ts';
import { isQuestion } from '../../language/question-form.ts';
import { NOTHING_TO_REPORT, saysNoneOfIt } from '../../language/report/nothing-to-report.ts';
import { saysSendAll } from '../../language/review-reply.ts';
import { POINTED } from '../../language/told/told-words.ts';
import { isOnlyAround } from '../../language/wish-words.ts';
import { sayNoneFits } from '../../wording/dialogs.ts';
import { sayProblem } from '../../wording/problems.ts';
import type { RichText } from '../../wording/rich-text.ts';
import { join } from '../../wording/rich-text.ts';
import { sayNoAnswerHere } from '../../wording/router.ts';
import { sayReportChoice, sayTypedIsKept, sayWhichReport } from '../../wording/submit-dialog.ts';
import type { Reply } from '../dialog.ts';
import { unclear } from '../on-screen.ts';
import { foreignUnit } from '../own-units.ts';
import type { Turn } from '../turn.ts';
import { foreignNamed, namedTask, readMeant } from '../which.ts';
import type { DraftAt, Gathered } from './draft.ts';
import { draftInHand, keepDraft } from './keep-draft.ts';
import { viewOf } from './review-shown.ts';

/** What was said after what was typed first, or figures that are known already. */
export interface Besides {
  more?: readonly string[];
  /** What was not understood beside them. */
  unread?: readonly string[];
  values?: Gathered['values'];
}

type OpenTask = (turn: Turn, task: number, typed: string, attachments: readonly number[], besides?: Besides) => void;

/** "Cho em nộp tháng 11 được không": asked for, and an answer all the same. */
const MAY_I = /(?:^| )(?:duoc|dc) (?:khong|ko|k)(?: (?:a|em|e|anh|chi|bot))*[?.! ]*$/u;

/** Takes the answer to which of several reports is meant; what is said besides is kept for it. */
export function chooseTask(turn: Turn, draft: DraftAt<'task'>, reply: Reply, openTask: OpenTask): void {
  const chosen = draft.candidates.find((id) => reply.picked && String(id) === reply.text);
  if (chosen !== undefined) return openTask(turn, chosen, draft.typed, draft.attachments, draft);
  // Perhaps the report itself was sent before saying which one it is: keep it.
  const foreign = reply.picked ? null : foreignNamed(turn, reply.text);
  if (foreign !== null) return askWhichTask(turn, draft, sayProblem(foreignUnit(turn, foreign), turn.desk.zone));
  const asks = !reply.picked && isQuestion(reply.text) && !MAY_I.test(fold(reply.text));
  if (asks) return unclear(turn, reply.text, sayNoAnswerHere(), (problem) => askWhichTask(turn, draft, problem));
  // All that is said meanwhile is kept: "năm: 30 hội nghị" names its report, too.
  const { period, rest: left } = readMeant(turn, reply.picked ? '' : reply.text);
  // "Nhầm, tháng 11 chứ".
  const isNone = period !== null && saysNoneOfIt(left);
  const rest = isNone ? NOTHING_TO_REPORT : isOnlyAround(left) || meansOther(left) || saysSendAll(left) ? '' : left;
  const [only, another] = draft.candidates.filter((id) => period !== null && viewOf(turn, id)?.period.key === period);
  const together = (said: string): { typed: string; more: string[] } => {
    const [typed = '', ...more] = [draft.typed, ...draft.more, said].filter((one) => one.trim() !== '');
    return { typed, more };
  };
  // "1 hội nghị kia là của tháng trước": said of a figure, and chooses nothing.
  if (period !== null && POINTED.test(fold(reply.text)))
    return askWhichTask(turn, { ...draft, ...together(reply.text) });
  if (only !== undefined && another === undefined) {
    const { typed, more } = together(rest);
    return openTask(turn, only, typed, draft.attachments, { more });
  }
  // One that is not among the choices: opened since, or handed in long ago; to that nothing is added that was typed for another.
  const other = another !== undefined || reply.picked ? null : namedTask(turn, reply.text);
  const isOwed = other !== null && isOutstanding(other.state);
  if (other !== null && !isOwed) turn.setAside();
  if (other !== null && !isOwed) return openTask(turn, other.id, '', []);
  if (other !== null) {
    const { typed, more } = together(rest);
    return openTask(turn, other.id, typed, draft.attachments, { more });
  }
  const saysReport = rest.trim() !== '' && (reply.text.length > 12 || /\d/u.test(rest));
  if (!reply.picked && saysReport && !isQuestion(reply.text))
    return askWhichTask(turn, { ...draft, ...together(reply.text) });
  const again = (problem: RichText): void => askWhichTask(turn, draft, problem);
  if (reply.picked || reply.text === '') again([]);
  else unclear(turn, reply.text, sayNoneFits(reply.text), again);
}

/** What was said, and the files sent, while it was asked which report they are of, and after them what is said now: nothing of it is lost by another way out of the question. */
export function withWaiting(turn: Turn, said: string): Pick<DraftAt<'task'>, 'typed' | 'more' | 'attachments'> {
  const waiting = draftInHand(turn);
  const before = waiting?.stage === 'task' ? waiting : null;
  const texts = before === null ? [] : [before.typed, ...before.more];
  const [typed = '', ...more] = [...texts, said].filter((one) => one.trim() !== '');
  const attachments = [...new Set([...(before?.attachments ?? []), ...turn.files.map(({ id }) => id)])];
  return { typed, more, attachments };
}

export function askWhichTask(turn: Turn, draft: DraftAt<'task'>, problem: RichText = []): void {
  keepDraft(turn, draft);
  const views = draft.candidates.map((id) => viewOf(turn, id)).filter((view) => view !== null);
  const manyUnits = new Set(views.map((view) => view.unit.code)).size > 1;
  const isKept = draft.typed !== '' || draft.attachments.length > 0;
  turn.say({
    text: join([problem, join([sayWhichReport(manyUnits), isKept ? sayTypedIsKept() : []])], '\n\n'),
    choices: views.map((view) => {
      const report = { obligation: view.obligation.code, period: view.period.key, unit: view.unit.code };
      return [turn.choice(sayReportChoice(view, !isOutstanding(view.task.state)), String(view.task.id), { report })];
    }),
    answer: 'pick',
  });
}
