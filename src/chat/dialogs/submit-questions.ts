import { startingValues } from '../../actions/prefill.ts';
import type { TaskView } from '../../actions/task-view.ts';
import type { Choice } from '../../channels/channel.ts';
import type { FormField } from '../../domain/report-form.ts';
import { readReply } from '../../language/choice-word.ts';
import { fold } from '../../language/fold.ts';
import { parseField } from '../../language/report-template.ts';
import type { RichText } from '../../wording/rich-text.ts';
import { join } from '../../wording/rich-text.ts';
import { sayFieldFault, sayQuestion } from '../../wording/submit.ts';
import { SUBMIT_BUTTONS, sayFieldRequired, sayFirstQuestion } from '../../wording/submit-dialog.ts';
import type { Turn } from '../turn.ts';
import type { Draft } from './draft.ts';
import { SUBMIT } from './draft.ts';

export interface QuestionStep {
  turn: Turn;
  view: TaskView;
  draft: Draft;
  reply: { text: string; picked: boolean };
}

/** Begins the guided way: every field of the form, one after the other. */
export function startQuestions(turn: Turn, view: TaskView, draft: Draft): void {
  askQuestion(turn, view, {
    ...draft,
    stage: 'questions',
    via: 'guided',
    values: { ...startingValues(turn.desk, view), ...draft.values },
    queue: view.form.fields.map((field) => field.key),
    asked: [],
  });
}

/** Asks for the first field of the queue. `problem` says what was wrong with the answer before. */
export function askQuestion(turn: Turn, view: TaskView, draft: Draft, problem: RichText = []): void {
  const field = fieldOf(view, draft);
  if (field === undefined) throw new Error('a question without a field');
  turn.keep(SUBMIT, { ...draft, stage: 'questions' });
  const position = { at: draft.asked.length + 1, of: draft.asked.length + draft.queue.length };
  const current = draft.values[field.key];
  const row: Choice[] = [];
  if (!field.required || current !== undefined) {
    row.push(turn.choice(current === undefined ? SUBMIT_BUTTONS.skip : SUBMIT_BUTTONS.keep, 'skip'));
  }
  if (draft.asked.length > 0) row.push(turn.choice(SUBMIT_BUTTONS.back, 'back'));
  // Only at the first question: later on it would be taken for the answer to that one.
  const mayBeNothing = draft.via === 'guided' && draft.asked.length === 0;
  const rows = [row, mayBeNothing ? [turn.choice(SUBMIT_BUTTONS.nothing, 'nothing')] : []];
  turn.say({
    text: join([problem, sayQuestion(field, position, current)], '\n\n'),
    choices: rows.filter((one) => one.length > 0),
    answer: 'free',
  });
}

/** Takes the answer to the current question; `done` goes on when the last one is answered. */
export function answerQuestion({ turn, view, draft, reply }: QuestionStep, done: (draft: Draft) => void): void {
  const field = fieldOf(view, draft);
  if (field === undefined) return done(draft);
  const word = reply.picked ? reply.text : fold(reply.text) === 'giu nguyen' ? 'skip' : readReply(reply.text);
  // Later on "không có gì" answers one question, not the whole report.
  const isWhole = reply.picked || draft.asked.length === 0;
  if (word === 'nothing' && draft.via === 'guided' && isWhole)
    return done({ ...draft, nothingToReport: true, via: 'nothing' });
  if (word === 'back') return stepBack(turn, view, draft);
  if (word === 'skip') return skip({ turn, view, draft, field }, done);
  if (reply.picked) return askQuestion(turn, view, draft);
  const read = parseField(field, reply.text);
  if (read.kind === 'fault') {
    return askQuestion(turn, view, draft, sayFieldFault(field, reply.text, read.fault, read.readings));
  }
  askNext({ turn, view, draft: { ...draft, values: { ...draft.values, [field.key]: read.value } }, field }, done);
}

interface Answered {
  turn: Turn;
  view: TaskView;
  draft: Draft;
  field: FormField;
}

function skip(step: Answered, done: (draft: Draft) => void): void {
  const { turn, view, draft, field } = step;
  if (field.required && draft.values[field.key] === undefined) {
    return askQuestion(turn, view, draft, sayFieldRequired());
  }
  askNext(step, done);
}

function askNext({ turn, view, draft, field }: Answered, done: (draft: Draft) => void): void {
  const queue = draft.queue.slice(1);
  const next = { ...draft, queue, asked: [...draft.asked, field.key] };
  if (queue.length === 0) done(next);
  else askQuestion(turn, view, next);
}

function stepBack(turn: Turn, view: TaskView, draft: Draft): void {
  const previous = draft.asked.at(-1);
  if (previous === undefined) return askQuestion(turn, view, draft, sayFirstQuestion());
  askQuestion(turn, view, { ...draft, queue: [previous, ...draft.queue], asked: draft.asked.slice(0, -1) });
}

function fieldOf(view: TaskView, draft: Draft): FormField | undefined {
  return view.form.fields.find((field) => field.key === draft.queue[0]);
}
