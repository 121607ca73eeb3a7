import { closedTask } from '../../actions/closed-task.ts';
import type { TaskView } from '../../actions/task-view.ts';
import { viewTask } from '../../actions/task-view.ts';
import { unitsAllowing } from '../../domain/access.ts';
import type { Problem } from '../../domain/problem.ts';
import { isOutstanding, objectedIn } from '../../domain/task.ts';
import { readReply } from '../../language/choice-word.ts';
import { isPausing } from '../../language/pause-word.ts';
import { parseReport } from '../../language/report-template.ts';
import { mayBeText, saysSend } from '../../language/review-reply.ts';
import { asksSomething } from '../../understanding/asked.ts';
import { sayPartsFilledIn } from '../../wording/assignment.ts';
import { sayNoneFits } from '../../wording/dialogs.ts';
import { sayProblem } from '../../wording/problems.ts';
import type { RichText } from '../../wording/rich-text.ts';
import { join } from '../../wording/rich-text.ts';
import {
  sayChanges,
  sayDraft,
  sayDraftLeft,
  sayFilesNoted,
  sayHeld,
  sayReportChoice,
  sayTypedIsKept,
  sayWhichReport,
} from '../../wording/submit-dialog.ts';
import type { Awaits, Dialog, Reply } from '../dialog.ts';
import { leaveDialog } from '../dialog.ts';
import { versionInForce } from '../newer-version.ts';
import { unclear } from '../on-screen.ts';
import { isOvernight } from '../overnight.ts';
import { foreignUnit } from '../own-units.ts';
import type { Turn } from '../turn.ts';
import { namedTask, readNamed } from '../which.ts';
import type { Draft, DraftAt, Gathered } from './draft.ts';
import { draftSchema, emptyReport, SUBMIT } from './draft.ts';
import { draftInHand, keepDraft } from './keep-draft.ts';
import { withParts } from './part.ts';
import { answerForm, answerWhichField, missing, type Step } from './submit-answers.ts';
import { answerAside, goOnWith } from './submit-aside.ts';
import { documentAmong, saysSomething, takeDocument, taskOfFile } from './submit-document.ts';
import { offerForm, readTyped } from './submit-form.ts';
import { askWhichField, askWhichText, preview } from './submit-preview.ts';
import { answerQuestion, askQuestion, startCorrection } from './submit-questions.ts';
import { sendAsked } from './submit-send.ts';

/** What a bare number or a part of a choice's words means at each step. */
const AWAITS: Readonly<Record<Draft['stage'], Awaits>> = {
  task: 'choice',
  form: 'form',
  questions: 'value',
  confirm: 'form',
  edit: 'choice',
};

/** Submitting a report: which task, then the form or one question at a time, a preview, and the receipt. */
export const submitDialog: Dialog<Draft> = {
  kind: SUBMIT,
  takesFiles: true,
  schema: draftSchema,
  answer(turn, stored, reply) {
    const draft = withFiles(turn, stored);
    if (turn.files.length === 0 && !reply.picked && isPausing(reply.text) && readReply(reply.text) === null)
      return turn.say(sayHeld());
    if (draft.stage === 'task') return chooseTask(turn, draft, reply);
    const view = viewOf(turn, draft.task);
    if (view === null) return end(turn, { problem: 'no-such-task' });
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
    if (draft.stage === 'questions' && !isTemplate(view, reply))
      return answerQuestion({ turn, view, draft, reply }, (done) =>
        preview(turn, view, done, changedBy(view, draft, done)),
      );
    if (draft.stage === 'edit') return answerWhichField({ turn, view, draft, reply });
    if (draft.stage === 'confirm') return answerPreview({ turn, view, draft, reply });
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

/** Begins a submission for one task, or asks which of several. `typed` is what came with the command. */
export function beginSubmission(turn: Turn, tasks: readonly number[], typed: string): void {
  const attachments = turn.files.map((file) => file.id);
  const only = taskOfFile(turn, tasks, attachments) ?? (tasks.length === 1 ? tasks[0] : undefined);
  if (only !== undefined) return openTask(turn, only, typed, attachments);
  askWhichTask(turn, { stage: 'task', candidates: [...tasks], typed, attachments, saidAt: null });
}

/** Asking for the report that is half done goes on with it; another one is set aside. */
function openTask(turn: Turn, task: number, typed: string, attachments: readonly number[]): void {
  const view = viewOf(turn, task);
  if (view === null) return end(turn, { problem: 'no-such-task' });
  if (view.task.state === 'accepted' || view.task.state === 'waived')
    return end(turn, closedTask(turn.desk, view.task));
  const before = draftInHand(turn);
  if (before !== null && before.stage !== 'task' && before.task === task) {
    const { draft } = withParts(turn, view, withFiles(turn, before));
    const more = documentAmong(turn, attachments);
    if (more !== null && !saysSomething(view, typed))
      return takeDocument(turn, view, draft, more, (problem) => askAgain(turn, view, draft, problem));
    return typed.trim() === '' ? askAgain(turn, view, draft) : read(turn, view, draft, typed);
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
  if (typed.trim() === '' && startCorrection(turn, view, report, objectedIn(view.task))) return;
  if (typed.trim() === '') offerForm(turn, view, report, sayPartsFilledIn(from));
  else read(turn, view, report, typed);
}

function read(turn: Turn, view: TaskView, report: Gathered, text: string): void {
  readTyped(turn, view, report, { text, via: 'line', fallback: (problem) => offerForm(turn, view, report, problem) });
}

/** A whole template that is pasted at a question is no answer to it. */
function isTemplate({ form }: TaskView, { picked, text }: Reply): boolean {
  return !picked && parseReport(form, text).header !== null;
}

function isTextAsked({ form }: TaskView, { queue }: DraftAt<'questions'>, text: string): boolean {
  return form.fields.some(({ key, kind }) => key === queue[0] && kind === 'text') && mayBeText(text);
}

/** What one question by itself changed. */
function changedBy({ form }: TaskView, before: DraftAt<'questions'>, { values, nothingToReport }: Gathered): RichText {
  const [key] = before.queue;
  const isOne = before.asked.length === 0 && before.queue.length === 1 && !nothingToReport;
  const isOther = before.values[key] !== undefined && before.values[key] !== values[key];
  return isOne && isOther ? sayChanges(form, before.values, values) : [];
}

/** Second thoughts ("sai rồi", "khoan", "chưa") lead to what is wrong; only an outspoken "bỏ" drops what was typed. */
function answerPreview({ turn, view, draft, reply }: Step<'confirm'>): void {
  const said = reply.picked ? null : readReply(reply.text);
  const isSending = said === 'yes' || (said === null && !reply.picked && saysSend(reply.text));
  if (isSending || (reply.picked && reply.text === 'send')) return sendAsked(turn, view, draft);
  if (reply.picked && reply.text === 'drop') return leaveDialog(submitDialog, turn, draft);
  if (said === 'no' || said === 'back' || (reply.picked && reply.text === 'edit'))
    return askWhichField(turn, view, draft);
  // Anything else is a value to change: "hoi_nghi=4", or the template again.
  // That nothing is reported is said again with it.
  const whole = (problem: RichText): void => preview(turn, view, draft, problem);
  const fallback = draft.nothingToReport ? whole : missing({ turn, view, draft, reply });
  readTyped(turn, view, draft, { text: reply.text, via: 'line', isChange: true, fallback });
}

function chooseTask(turn: Turn, draft: DraftAt<'task'>, reply: Reply): void {
  const chosen = draft.candidates.find((id) => reply.picked && String(id) === reply.text);
  if (chosen !== undefined) return openTask(turn, chosen, draft.typed, draft.attachments);
  // Perhaps the report itself was sent before saying which one it is: keep it.
  const named = reply.picked ? null : readNamed(turn, reply.text).unit;
  if (named !== null && !unitsAllowing(turn.memberships, 'submit').includes(named))
    return askWhichTask(turn, draft, sayProblem(foreignUnit(turn, named), turn.desk.zone));
  // All that is said meanwhile is kept: "năm: 30 hội nghị" names its report, too.
  const { period, rest } = readNamed(turn, reply.picked ? '' : reply.text);
  const [only, another] = draft.candidates.filter((id) => period !== null && viewOf(turn, id)?.period.key === period);
  const together = (more: string): string => [draft.typed, more].filter((one) => one.trim() !== '').join('\n');
  if (only !== undefined && another === undefined) return openTask(turn, only, together(rest), draft.attachments);
  // One that is not among the choices: opened since, or handed in long ago; to that nothing is added that was typed for another.
  const other = another !== undefined || reply.picked ? null : namedTask(turn, reply.text);
  const isOwed = other !== null && isOutstanding(other.state);
  if (other !== null && !isOwed) turn.setAside();
  if (other !== null) return openTask(turn, other.id, isOwed ? together(rest) : '', isOwed ? draft.attachments : []);
  const saysReport = rest.trim() !== '' && (reply.text.length > 12 || /\d/u.test(rest));
  if (!reply.picked && saysReport && !asksSomething(reply.text))
    return askWhichTask(turn, { ...draft, typed: together(reply.text) });
  const again = (problem: RichText): void => askWhichTask(turn, draft, problem);
  if (reply.picked || reply.text === '') again([]);
  else unclear(turn, reply.text, sayNoneFits(reply.text), again);
}

function askWhichTask(turn: Turn, draft: DraftAt<'task'>, problem: RichText = []): void {
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

/** Says again what the draft waits for. */
function askAgain(turn: Turn, view: TaskView, draft: Exclude<Draft, DraftAt<'task'>>, problem: RichText = []): void {
  if (draft.stage === 'questions') askQuestion(turn, view, draft, draft, { text: problem });
  else if (draft.stage === 'form') offerForm(turn, view, draft, problem);
  else if (draft.stage === 'edit') askWhichField(turn, view, draft, problem, draft.figure);
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

function viewOf(turn: Turn, id: number): TaskView | null {
  const task = turn.desk.store.tasks.find(id);
  return task === null ? null : viewTask(turn.desk, task);
}
