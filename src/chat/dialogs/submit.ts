import { closedTask } from '../../actions/closed-task.ts';
import { startingValues } from '../../actions/prefill.ts';
import type { TaskView } from '../../actions/task-view.ts';
import type { Problem } from '../../domain/problem.ts';
import { objectedIn } from '../../domain/task.ts';
import { readInTurn } from '../../language/change/weigh-change.ts';
import { periodOfPasted } from '../../language/document/document-head.ts';
import { wantsToLook } from '../../language/look-word.ts';
import { holdsUp } from '../../language/pause-word.ts';
import { parseReport } from '../../language/report/report-template.ts';
import { saysThanks } from '../../language/small-talk.ts';
import { mayBeTextOf } from '../../understanding/text-doubt.ts';
import { sayPartsFilledIn } from '../../wording/assignment.ts';
import { sayProblem } from '../../wording/problems.ts';
import type { RichText } from '../../wording/rich-text.ts';
import { sayWelcome } from '../../wording/router.ts';
import { sayReportHead } from '../../wording/submit.ts';
import { sayChanges, sayDraft, sayDraftLeft, sayFilesNoted, sayHeld } from '../../wording/submit-dialog.ts';
import type { Awaits, Dialog, Reply } from '../dialog.ts';
import { leaveDialog } from '../dialog.ts';
import { answerFigures } from '../figures-answer.ts';
import { offerKept } from '../kept-draft.ts';
import { today } from '../look-up.ts';
import { versionInForce } from '../newer-version.ts';
import { isOvernight } from '../overnight.ts';
import type { Turn } from '../turn.ts';
import type { Draft, DraftAt, Gathered } from './draft.ts';
import { draftSchema, emptyReport, gatheredOf, SUBMIT } from './draft.ts';
import { draftInHand } from './keep-draft.ts';
import { withParts } from './part.ts';
import { viewOf } from './review-shown.ts';
import { answerForm, answerWhichField } from './submit-answers.ts';
import { partsOfOthers } from './submit-apart.ts';
import { asBefore } from './submit-as-before.ts';
import { answerAside, goOnWith } from './submit-aside.ts';
import { answerPreview } from './submit-confirm.ts';
import { documentAmong, saysSomething, takeDocument, taskOfFile } from './submit-document.ts';
import { offerForm, readTyped } from './submit-form.ts';
import { answerMove, askMove, isBegun, otherReportMeant } from './submit-move.ts';
import { askWhichField, askWhichText, preview } from './submit-preview.ts';
import { answerQuestion, askQuestion, startCorrection } from './submit-questions.ts';
import { askWhichTask, type Besides, chooseTask, withWaiting } from './submit-task.ts';

/** What a bare number or a part of a choice's words means at each step. */
const AWAITS: Readonly<Record<Draft['stage'], Awaits>> = {
  task: 'choice',
  form: 'form',
  questions: 'value',
  confirm: 'form',
  edit: 'choice',
  move: 'choice',
};

/** Submitting a report: which task, then the form or one question at a time, a preview, and the receipt. */
export const submitDialog: Dialog<Draft> = {
  kind: SUBMIT,
  takesFiles: true,
  schema: draftSchema,
  answer(turn, stored, reply) {
    const draft = withFiles(turn, stored);
    if (turn.files.length === 0 && !reply.picked && holdsUp(reply.text)) return turn.say(sayHeld());
    if (draft.stage === 'task') return chooseTask(turn, draft, reply, openTask);
    const view = viewOf(turn, draft.task);
    if (view === null) return end(turn, { problem: 'no-such-task' });
    const other = reply.picked || draft.stage === 'move' ? null : otherReportMeant(turn, view, reply.text);
    if (other !== null) return askMove(turn, view, draft, other);
    // In this order: another report is meant, a file brings the figures, a picture its caption, then what any stage takes, then the stage's own.
    const document = documentAmong(
      turn,
      turn.files.map(({ id }) => id),
    );
    if (document !== null && (draft.stage === 'questions' || !saysSomething(view, reply.text)))
      return takeDocument(turn, view, draft, document, (problem) => askAgain(turn, view, draft, problem));
    const { length: files } = turn.files;
    // In the middle of the questions the words beside a picture are its caption, no answer.
    // The others show the files by themselves.
    const isQuestion = draft.stage === 'questions' || draft.stage === 'edit';
    if (files > 0 && (reply.text === '' || draft.stage === 'questions'))
      return askAgain(turn, view, draft, isQuestion ? sayFilesNoted(files, reply.text !== '') : []);
    // A plain sentence on the next day may have nothing to do with yesterday's question.
    if (draft.stage === 'questions' && !reply.picked && isOvernight(turn) && isTextAsked(view, draft, reply.text))
      return askWhichText(turn, view, draft, reply.text.trim());
    if (draft.stage === 'questions' && !reply.picked && saysThanks(reply.text))
      return askAgain(turn, view, draft, sayWelcome());
    // "Xem lại cho chị cái": what there is, in whatever question it stands.
    if (draft.stage !== 'confirm' && !reply.picked && wantsToLook(reply.text)) return showAsItStands(turn, view, draft);
    if (draft.stage === 'questions' && !isWhole(turn, view, reply))
      return answerQuestion({ turn, view, draft, reply }, (done) =>
        preview(turn, view, done, changedBy(view, draft, done)),
      );
    if (draft.stage === 'edit') return answerWhichField({ turn, view, draft, reply });
    if (draft.stage === 'confirm')
      return answerPreview({ turn, view, draft, reply }, () => leaveDialog(submitDialog, turn, draft));
    if (draft.stage === 'move')
      return answerMove({ turn, view, draft, reply }, openTask, (left) =>
        submitDialog.answer(turn, asLeft(turn, left), reply),
      );
    answerForm({ turn, view, draft: { ...draft, stage: 'form' }, reply });
  },
  repeat(turn, draft, problem) {
    if (draft.stage === 'task') return askWhichTask(turn, draft, problem);
    const view = viewOf(turn, draft.task);
    if (view === null) return end(turn, { problem: 'no-such-task' });
    askAgain(turn, view, draft, problem);
  },
  aside(turn, draft, asked) {
    if (draft.stage === 'task') return false;
    const view = viewOf(turn, draft.task);
    return view !== null && answerAside(turn, view, draft, asked);
  },
  goOn(turn, draft) {
    if (draft.stage === 'task') return askWhichTask(turn, draft);
    const view = viewOf(turn, draft.task);
    if (view !== null) goOnWith(turn, view, draft);
  },
  awaits: ({ stage }) => AWAITS[stage],
  about: () => 'nop',
  describe: (turn, draft) =>
    draft.stage === 'task' ? sayDraft(null, 0) : sayDraft(viewOf(turn, draft.task), Object.keys(draft.values).length),
  isWorthKeeping: (_turn, draft) =>
    draft.stage === 'task' ? draft.typed !== '' : Object.keys(draft.values).length > 0 || draft.attachments.length > 0,
  standingVersion: (turn, draft) => (draft.stage === 'task' ? 0 : versionInForce(turn.desk, draft.task)),
};

/** The report in hand as it stands without the question whether it goes over to another: what is said instead of an answer is said of it. */
function asLeft(turn: Turn, left: Gathered): Draft {
  const report = gatheredOf(left);
  if (!isBegun(left)) return { ...report, stage: 'form' };
  return { ...report, stage: 'confirm', shownOver: versionInForce(turn.desk, left.task), isAsked: false, missed: '' };
}

/**
 * Begins a submission for one task, or asks which of several. `typed` is what came with the command; what was said while it was asked which one
 * comes before it.
 */
export function beginSubmission(turn: Turn, tasks: readonly number[], said: string): void {
  const { typed, more, attachments } = withWaiting(turn, said);
  const only = taskOfFile(turn, tasks, { typed, attachments }) ?? (tasks.length === 1 ? tasks[0] : undefined);
  if (only !== undefined) return openTask(turn, only, typed, attachments, { more });
  askWhichTask(turn, { stage: 'task', candidates: [...tasks], typed, more, attachments, saidAt: null, readAt: null });
}

/** What was typed for a report that cannot be had is kept until it is said whose it is. */
export function askWhoseTyped(turn: Turn, tasks: readonly number[], typed: string, why: RichText): void {
  const waiting = withWaiting(turn, typed);
  askWhichTask(turn, { stage: 'task', candidates: [...tasks], ...waiting, saidAt: null, readAt: null }, why);
}

/** Asking for the report that is half done goes on with it; another one is set aside. */
function openTask(
  turn: Turn,
  task: number,
  typed: string,
  attachments: readonly number[],
  { more = [], values = {}, unread = [] }: Besides = {},
): void {
  const view = viewOf(turn, task);
  if (view === null) return end(turn, { problem: 'no-such-task' });
  if (view.task.state === 'accepted' || view.task.state === 'waived')
    return end(turn, closedTask(turn.desk, view.task));
  const before = draftInHand(turn);
  if (before !== null && before.stage !== 'task' && before.task === task) {
    const { draft } = withParts(turn, view, withFiles(turn, before));
    const file = documentAmong(turn, attachments);
    if (file !== null && !saysSomething(view, typed))
      return takeDocument(turn, view, draft, file, (problem) => askAgain(turn, view, draft, problem));
    return typed.trim() === '' ? askAgain(turn, view, draft) : read(turn, view, draft, typed, more);
  }
  if (before !== null && submitDialog.isWorthKeeping?.(turn, before) === true && before.stage !== 'task') {
    turn.setAside();
    turn.say(sayDraftLeft(submitDialog.describe(turn, before)));
  }
  const begun = { ...emptyReport(task, versionInForce(turn.desk, task)), attachments: [...attachments] };
  const { draft: report, from } = withParts(turn, view, begun);
  const document = documentAmong(turn, attachments);
  if (document !== null && !saysSomething(view, typed))
    return takeDocument(turn, view, report, document, (problem) => offerForm(turn, view, report, problem));
  if (Object.keys(values).length > 0)
    return preview(
      turn,
      view,
      {
        ...report,
        via: 'line',
        values: { ...startingValues(turn.desk, view), ...values },
        unread: [...report.unread, ...unread],
      },
      sayReportHead(view),
    );
  if (typed.trim() === '' && startCorrection(turn, view, report, objectedIn(view.task))) return;
  if (typed.trim() !== '') return read(turn, view, report, typed, more);
  offerForm(turn, view, report, sayPartsFilledIn(from));
  offerKept(turn, task);
}

function read(turn: Turn, view: TaskView, report: Gathered, typed: string, more: readonly string[]): void {
  const fallback = (problem: RichText): void => offerForm(turn, view, report, problem);
  // A pasted report says itself which month it is of.
  const isPasted = more.length === 0 && periodOfPasted(typed, today(turn)) !== null;
  const other = isPasted ? otherReportMeant(turn, view, typed) : null;
  if (other !== null) return askMove(turn, view, report, other);
  const parts = [typed, ...more].map((text) => partsOfOthers(turn, view, text));
  const texts = parts.map(({ own }) => own);
  const read = more.length === 0 ? {} : { read: readInTurn(view.form, texts) };
  const ofOthers = parts.flatMap(({ others }) => others);
  readTyped(turn, view, report, { text: texts.join('\n'), via: 'line', fallback, ofOthers, ...read });
}

function showAsItStands(turn: Turn, view: TaskView, draft: Exclude<Draft, DraftAt<'task'>>): void {
  if (draft.stage === 'form') return askAgain(turn, view, draft);
  answerFigures(turn, { key: null, periods: [], before: false });
  askAgain(turn, view, draft);
}

/** A whole template that is pasted at a question, or "còn lại như tháng 10", is no answer to it. */
function isWhole(turn: Turn, view: TaskView, { picked, text }: Reply): boolean {
  return !picked && (parseReport(view.form, text).header !== null || asBefore(turn, view, text) !== null);
}

function isTextAsked({ form }: TaskView, { queue }: DraftAt<'questions'>, text: string): boolean {
  return form.fields.some(({ key, kind }) => key === queue[0] && kind === 'text') && mayBeTextOf(form, text);
}

/** What one question by itself changed. */
function changedBy({ form }: TaskView, before: DraftAt<'questions'>, { values, nothingToReport }: Gathered): RichText {
  const [key] = before.queue;
  const isOne = before.asked.length === 0 && before.queue.length === 1 && !nothingToReport;
  const isOther = before.values[key] !== undefined && before.values[key] !== values[key];
  return isOne && isOther ? sayChanges(form, before.values, values) : [];
}

/** Says again what the draft waits for. */
function askAgain(turn: Turn, view: TaskView, draft: Exclude<Draft, DraftAt<'task'>>, problem: RichText = []): void {
  if (draft.stage === 'questions') askQuestion(turn, view, draft, draft, { text: problem });
  else if (draft.stage === 'form') offerForm(turn, view, draft, problem);
  else if (draft.stage === 'edit') askWhichField(turn, view, draft, problem, draft.figure);
  else if (draft.stage === 'move') askMove(turn, view, draft, draft);
  else preview(turn, view, draft, problem);
}

function end(turn: Turn, problem: Problem): void {
  turn.finish();
  turn.say(sayProblem(problem, turn.desk.zone));
}

function withFiles<Kept extends { attachments: number[] }>(turn: Turn, draft: Kept): Kept {
  const added = turn.files.map((file) => file.id).filter((id) => !draft.attachments.includes(id));
  return added.length === 0 ? draft : { ...draft, attachments: [...draft.attachments, ...added] };
}
