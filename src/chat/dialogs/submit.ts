import { z } from 'zod';
import { submitReport } from '../../actions/submit-report.ts';
import type { TaskView } from '../../actions/task-view.ts';
import { viewTask } from '../../actions/task-view.ts';
import { isOutstanding } from '../../domain/task.ts';
import { readReply } from '../../language/choice-word.ts';
import { sayProblem } from '../../wording/problems.ts';
import type { RichText } from '../../wording/rich-text.ts';
import { join } from '../../wording/rich-text.ts';
import { sayOvertaken, sayReceipt } from '../../wording/submit.ts';
import {
  sayDraft,
  sayDraftDropped,
  sayDraftLeft,
  sayReportChoice,
  sayTypedIsKept,
  sayWhichReport,
} from '../../wording/submit-dialog.ts';
import type { Dialog } from '../command.ts';
import type { Turn } from '../turn.ts';
import type { Draft } from './draft.ts';
import { contentOf, EMPTY_DRAFT, SUBMIT } from './draft.ts';
import { offerForm, readTyped } from './submit-form.ts';
import { askWhichField, preview } from './submit-preview.ts';
import { answerQuestion, askQuestion, startQuestions } from './submit-questions.ts';

const draftSchema: z.ZodType<Draft> = z.object({
  stage: z.enum(['task', 'form', 'questions', 'confirm', 'edit']),
  task: z.number().nullable(),
  candidates: z.array(z.number()),
  values: z.record(z.string(), z.union([z.number(), z.string()])),
  nothingToReport: z.boolean(),
  via: z.enum(['guided', 'template', 'line', 'nothing']),
  attachments: z.array(z.number()),
  shownOver: z.number().default(0),
  queue: z.array(z.string()),
  asked: z.array(z.string()),
  unread: z.array(z.string()),
  typed: z.string(),
});

/** Submitting a report: which task, then the form or one question at a time, a preview, and the receipt. */
export const submitDialog: Dialog = {
  kind: SUBMIT,
  answer(turn, content, reply) {
    const draft = withFiles(turn, draftSchema.parse(content));
    if (draft.task === null) return chooseTask(turn, draft, reply);
    const view = viewOf(turn, draft.task);
    if (view === null) return leave(turn, sayProblem({ problem: 'no-such-task' }, turn.desk.zone));
    if (reply.text === '' && turn.files.length > 0) return askAgain(turn, view, draft);
    const step = { turn, view, draft, reply };
    if (draft.stage === 'questions') return answerQuestion(step, (done) => preview(turn, view, done));
    if (draft.stage === 'edit') return answerWhichField(step);
    if (draft.stage === 'confirm') return answerPreview(step);
    return answerForm(step);
  },
  repeat(turn, content) {
    const draft = draftSchema.parse(content);
    const view = draft.task === null ? null : viewOf(turn, draft.task);
    if (view === null) return askWhichTask(turn, draft);
    askAgain(turn, view, draft);
  },
  takesNumbers: (content) => draftSchema.parse(content).stage === 'questions',
  describe(turn, content) {
    const draft = draftSchema.parse(content);
    const view = draft.task === null ? null : viewOf(turn, draft.task);
    return sayDraft(view, Object.keys(draft.values).length);
  },
};

/** Begins a submission for one task, or asks which of several. `typed` is what came with the command. */
export function beginSubmission(turn: Turn, tasks: readonly number[], typed: string): void {
  const draft: Draft = { ...EMPTY_DRAFT, typed, attachments: turn.files.map((file) => file.id) };
  const [only] = tasks;
  if (tasks.length === 1 && only !== undefined)
    return openTask(turn, { ...draft, ...draftOf(turn, only), task: only, typed });
  askWhichTask(turn, { ...draft, stage: 'task', candidates: tasks });
}

/** The task of the report this chat is in the middle of; null when there is none. */
export function taskInHand(turn: Turn): number | null {
  const unfinished = turn.unfinished();
  return unfinished?.kind === SUBMIT ? draftSchema.parse(unfinished.content).task : null;
}

/** What was half done for this very task: asking for it again goes on with it. */
function draftOf(turn: Turn, task: number): Partial<Draft> {
  const unfinished = turn.unfinished();
  const before = unfinished?.kind === SUBMIT ? draftSchema.parse(unfinished.content) : null;
  if (before?.task === task) return withFiles(turn, before);
  if (before !== null && Object.keys(before.values).length > 0)
    turn.say(sayDraftLeft(submitDialog.describe(turn, before)));
  return {};
}

function openTask(turn: Turn, draft: Draft): void {
  const view = draft.task === null ? null : viewOf(turn, draft.task);
  if (view === null) return leave(turn, sayProblem({ problem: 'no-such-task' }, turn.desk.zone));
  if (view.task.state === 'accepted' || view.task.state === 'waived') {
    return leave(turn, sayProblem({ problem: 'task-closed', state: view.task.state }, turn.desk.zone));
  }
  if (draft.typed.trim() === '') return askAgain(turn, view, draft);
  readTyped(turn, view, { ...draft, typed: '' }, draft.typed, 'line');
}

interface Step {
  turn: Turn;
  view: TaskView;
  draft: Draft;
  reply: { text: string; picked: boolean };
}

function answerForm({ turn, view, draft, reply }: Step): void {
  if (reply.picked && reply.text === 'guided') return startQuestions(turn, view, draft);
  if ((reply.picked && reply.text === 'nothing') || readReply(reply.text) === 'nothing') {
    return preview(turn, view, { ...draft, nothingToReport: true, via: 'nothing' });
  }
  readTyped(turn, view, draft, reply.text, 'template');
}

function answerPreview({ turn, view, draft, reply }: Step): void {
  const word = reply.picked ? reply.text : ({ yes: 'send', no: 'drop', back: 'edit' } as const)[plainReply(reply.text)];
  if (word === 'send') return send(turn, view, draft);
  if (word === 'drop') {
    return leave(turn, sayDraftDropped(submitDialog.describe(turn, draft), view.task.timeliness !== null));
  }
  if (word === 'edit') return askWhichField(turn, view, draft);
  // Anything else is a value to change: "hoi_nghi=4", or the template again.
  readTyped(turn, view, draft, reply.text, 'line');
}

function plainReply(text: string): 'yes' | 'no' | 'back' {
  const reply = readReply(text);
  return reply === 'yes' || reply === 'no' || reply === 'back' ? reply : ('' as 'yes');
}

function answerWhichField({ turn, view, draft, reply }: Step): void {
  const field = view.form.fields.find((one) => reply.picked && one.key === reply.text);
  if (field !== undefined)
    return askQuestion(turn, view, {
      ...draft,
      nothingToReport: false,
      stage: 'questions',
      queue: [field.key],
      asked: [],
    });
  if (readReply(reply.text) === 'back' || reply.text === 'back') return preview(turn, view, draft);
  readTyped(turn, view, draft, reply.text, 'line');
}

function send(turn: Turn, view: TaskView, draft: Draft): void {
  if (turn.person === null) return;
  const latest = turn.desk.store.submissions.latestOf(view.task.id);
  // A colleague was quicker: theirs is not replaced unseen.
  if (latest !== null && latest.version !== draft.shownOver) {
    const sender = turn.desk.store.people.find(latest.person)?.name ?? '';
    return preview(turn, view, draft, sayOvertaken({ ...latest, sender, zone: turn.desk.zone }));
  }
  const result = submitReport(turn.desk, { person: turn.person, at: turn.now }, turn.memberships, {
    task: view.task.id,
    report: contentOf(draft),
    via: draft.via,
    attachments: draft.attachments,
  });
  if (!result.ok) return leave(turn, sayProblem(result.problem, turn.desk.zone));
  turn.finish();
  const remaining = turn.desk.store.tasks.outstandingOf(view.unit.code).length;
  turn.say(sayReceipt({ ...result.value, remaining, zone: turn.desk.zone }));
}

function chooseTask(turn: Turn, draft: Draft, reply: { text: string; picked: boolean }): void {
  const number = Number(reply.text);
  const chosen = draft.candidates.find((id) => id === number);
  if (chosen === undefined) {
    // Perhaps the report itself was sent before saying which one it is: keep it.
    return askWhichTask(turn, reply.text.length > 12 ? { ...draft, typed: reply.text } : draft);
  }
  openTask(turn, { ...draft, stage: 'form', task: chosen });
}

function askWhichTask(turn: Turn, draft: Draft): void {
  turn.keep(SUBMIT, draft);
  const views = draft.candidates.map((id) => viewOf(turn, id)).filter((view) => view !== null);
  const manyUnits = new Set(views.map((view) => view.unit.code)).size > 1;
  turn.say({
    text: join([
      sayWhichReport(manyUnits),
      draft.typed === '' && draft.attachments.length === 0 ? [] : sayTypedIsKept(),
    ]),
    choices: views.map((view) => [
      turn.choice(sayReportChoice(view, !isOutstanding(view.task.state)), String(view.task.id)),
    ]),
    answer: 'pick',
  });
}

/** Says again what the draft waits for. */
function askAgain(turn: Turn, view: TaskView, draft: Draft): void {
  if (draft.stage === 'questions') askQuestion(turn, view, draft);
  else if (draft.stage === 'form') offerForm(turn, view, draft);
  else preview(turn, view, draft);
}

function leave(turn: Turn, text: RichText): void {
  turn.finish();
  turn.say(text);
}

function withFiles(turn: Turn, draft: Draft): Draft {
  const added = turn.files.map((file) => file.id).filter((id) => !draft.attachments.includes(id));
  return added.length === 0 ? draft : { ...draft, attachments: [...draft.attachments, ...added] };
}

function viewOf(turn: Turn, id: number): TaskView | null {
  const task = turn.desk.store.tasks.find(id);
  return task === null ? null : viewTask(turn.desk, task);
}
