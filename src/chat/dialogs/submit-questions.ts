import { startingValues } from '../../actions/prefill.ts';
import type { TaskView } from '../../actions/task-view.ts';
import type { FormField } from '../../domain/report-form.ts';
import { readReply } from '../../language/choice-word.ts';
import { isQuestion } from '../../language/question-form.ts';
import { asksOfFigures } from '../../language/question-of-figures.ts';
import { saysSend } from '../../language/review-reply.ts';
import { doubtOfText, isTalkAlone, readGuided } from '../../understanding/text-doubt.ts';
import { sayFieldFault } from '../../wording/field-fault.ts';
import { sayToCorrect } from '../../wording/review-told.ts';
import type { RichText } from '../../wording/rich-text.ts';
import { join } from '../../wording/rich-text.ts';
import { sayQuestion } from '../../wording/submit.ts';
import {
  sayChanges,
  sayFieldRequired,
  sayFirstQuestion,
  sayIsItText,
  sayNothingRead,
  sayNotSentYet,
  sayWordsNeeded,
} from '../../wording/submit-dialog.ts';
import type { Reply } from '../dialog.ts';
import type { Turn } from '../turn.ts';
import { sayUnknownInReport } from '../unknown-question.ts';
import type { DraftAt, Gathered } from './draft.ts';
import { gatheredOf, valuesInForm } from './draft.ts';
import { keepDraft } from './keep-draft.ts';
import { choicesAt, IS_TEXT, NO_TEXT } from './question-choices.ts';
import { saysSendThis } from './says-send.ts';
import { askingFor, besideThere, changeIn, isNamed } from './submit-change.ts';
import { doubting, passedOver, settled, takenFigure, takenForAnother, withDoubt, withLeft } from './submit-left.ts';
import { restAtQuestion, talkApart } from './submit-rest.ts';

/** Questions still to come, the current one first, and those asked before. */
export type Steps = Pick<DraftAt<'questions'>, 'queue' | 'asked'> &
  Partial<Pick<DraftAt<'questions'>, 'doubtful' | 'tried'>>;

export interface QuestionStep {
  turn: Turn;
  view: TaskView;
  draft: DraftAt<'questions'>;
  reply: Reply;
}

/** The questions for these fields; null where there are none. */
export function stepsFor([first, ...more]: readonly string[]): Steps | null {
  return first === undefined ? null : { queue: [first, ...more], asked: [] };
}

/** Begins the guided way: every field of the form, one after the other. */
export function startQuestions(turn: Turn, view: TaskView, report: Gathered): void {
  const steps = stepsFor(view.form.fields.map((field) => field.key));
  if (steps === null) throw new Error(`form ${view.form.code} has no fields`);
  const values = valuesInForm(startingValues(turn.desk, view), report);
  askQuestion(turn, view, { ...report, via: 'guided', values }, steps);
}

/** Asks again only for the fields a returned report is to be corrected in; all else stays as it was sent. */
export function startCorrection(turn: Turn, view: TaskView, report: Gathered, fields: readonly string[]): boolean {
  const steps = stepsFor(view.form.fields.map(({ key }) => key).filter((key) => fields.includes(key)));
  if (steps === null) return false;
  const values = valuesInForm(startingValues(turn.desk, view), report);
  askQuestion(turn, view, { ...report, via: 'line', values }, steps, { text: sayToCorrect(view) });
  return true;
}

export interface Problem {
  text: RichText;
  /** The figures that were asked about instead of taken. */
  readings?: readonly number[];
  /** Fields whose word stood behind the figure. */
  others?: { value: number; fields: readonly FormField[] };
  /** What may be the text asked for, or something else. */
  sentence?: string;
}

/** Asks for the first field of the queue. `why` says what was wrong with the answer before; a figure in doubt stays offered until it is answered. */
export function askQuestion(turn: Turn, view: TaskView, report: Gathered, steps: Steps, why?: Problem): void {
  const { queue, asked, doubtful = {}, tried = [] } = steps;
  const problem = withDoubt(view, steps, why);
  const field = view.form.fields.find((one) => one.key === queue[0]);
  if (field === undefined) throw new Error(`form ${view.form.code} has no field ${queue[0]}`);
  const readings = problem?.readings ?? [];
  const proposed = readings.length === 1 ? (readings[0] ?? null) : null;
  const { value, fields } = problem?.others ?? { value: 0, fields: [] };
  const others = fields.length === 0 ? null : { value, fields: fields.map(({ key }) => key) };
  const sentence = problem?.sentence ?? null;
  const kept = { proposed, others, doubtful, sentence, tried: [...tried] };
  keepDraft(turn, { ...gatheredOf(report), stage: 'questions', queue, asked, ...kept });
  const position = { at: asked.length + 1, of: asked.length + queue.length };
  const current = report.values[field.key];
  const choices = choicesAt(turn, report, steps, { field, fields, value, readings, sentence });
  turn.say({
    text: join([problem?.text ?? [], sayQuestion(field, position, current)], '\n\n'),
    choices,
    answer: 'free',
  });
}

/** Takes the answer to the current question; `done` goes on when the last one is answered. */
export function answerQuestion(step: QuestionStep, done: (report: Gathered) => void): void {
  const { turn, view, draft, reply } = step;
  const field = view.form.fields.find((one) => one.key === draft.queue[0]);
  if (field === undefined) return done(draft);
  const word = reply.picked ? reply.text : readReply(reply.text);
  if (draft.sentence !== null) return answerIsText({ ...step, field }, draft.sentence, done);
  // Later on "không có gì" answers one question, not the whole report.
  const isWhole = reply.picked || draft.asked.length === 0;
  if (word === 'nothing' && draft.via === 'guided' && isWhole)
    return done({ ...draft, nothingToReport: true, via: 'nothing' });
  if (word === 'back') return stepBack(step);
  const isSending = !reply.picked && saysSendThis(turn, view, reply.text);
  if (isSending) return sendTooEarly(step, done);
  const current = draft.values[field.key];
  // "Ok" beside what is there already leaves it.
  if (word === 'skip' || (word === 'yes' && draft.proposed === null && current !== undefined))
    return skip({ ...step, field }, done);
  const taken = takenFigure(draft, reply, word);
  if (taken !== null) return take({ ...step, field }, { [field.key]: taken }, done);
  const ofOther = takenForAnother(step, word);
  if (ofOther !== null) return takeOfAnother({ ...step, field }, ofOther, done);
  if (word === 'no' && (draft.others !== null || draft.doubtful[field.key] !== undefined))
    return askQuestion(turn, view, draft, settled(draft, field.key));
  if (reply.picked) return askQuestion(turn, view, draft, draft);
  const typed = reply.text.trim();
  // What is said to the bot behind a text is named, and no part of it.
  const apart = talkApart(draft, field, typed);
  if (apart !== null) return answerQuestion({ ...step, ...apart }, done);
  // What is asked is no answer, whatever figure stands in it.
  if (asksOfFigures(typed) !== null) {
    sayUnknownInReport(turn, view.form);
    return askQuestion(turn, view, draft, draft);
  }
  const rest = restAtQuestion(step, typed);
  if (rest !== null)
    return rest.steps === null ? done(rest.report) : askQuestion(turn, view, rest.report, rest.steps, rest.problem);
  const answer = readGuided(view.form, field, typed);
  const steps = { ...draft, tried: [...draft.tried, typed] };
  if (answer.is === 'of-another') {
    const doubt = { raw: answer.typed, fault: answer.is, readings: [answer.value] };
    return askQuestion(turn, view, draft, doubting(steps, field.key, doubt));
  }
  const change = changeIn(view, answer, typed, draft.values);
  const asking = change === null ? null : askingFor(view, draft, change, draft);
  const tried = isNamed(change) ? draft.tried : steps.tried;
  if (asking !== null) return askQuestion(turn, view, asking.report, { ...asking.steps, tried }, asking.problem);
  const isBare = answer.is === 'values' && answer.values[field.key] === typed && field.kind === 'text';
  const doubt = isBare ? doubtOfText(view.form, field, typed) : isTalkAlone(answer, field) ? 'to-bot' : null;
  if (doubt === 'maybe')
    return askQuestion(turn, view, draft, steps, { text: sayIsItText(field, typed), sentence: typed });
  if (answer.is === 'values' && doubt === null) return take({ ...step, field }, answer.values, done);
  if (answer.is === 'none') return takeNone({ ...step, field }, done);
  if (answer.is === 'no-content' || answer.is === 'values')
    return askQuestion(turn, view, draft, draft, { text: sayWordsNeeded(field, Object.keys(draft.values).length > 0) });
  if (change !== null && Object.keys(change.values).length > 0) {
    const unread = [...new Set([...draft.unread, ...change.unread])];
    return take({ ...step, draft: { ...draft, unread }, field }, change.values, done);
  }
  if (answer.is === 'change' && answer.change.moved !== null)
    return askQuestion(turn, view, draft, steps, { text: sayNothingRead(typed) });
  if (answer.is === 'change') return askQuestion(turn, view, draft, draft);
  const { typed: raw, fault, readings } = answer;
  if (readings.length > 0)
    return askQuestion(turn, view, draft, doubting(steps, field.key, { raw, fault, readings: [...readings] }));
  if (isQuestion(raw)) {
    sayUnknownInReport(turn, view.form);
    return askQuestion(turn, view, draft, draft);
  }
  askQuestion(turn, view, draft, steps, { text: sayFieldFault(field, raw, fault, readings) });
}

/** Whether what was typed is the text asked for. Anything but yes or no is an answer of its own. */
function answerIsText(step: Answered, sentence: string, done: (report: Gathered) => void): void {
  const { turn, view, reply, field } = step;
  const draft = { ...step.draft, sentence: null };
  const word = reply.picked ? reply.text : readReply(reply.text);
  const isYes = word === IS_TEXT || (word === 'yes' && !saysSend(reply.text));
  if (isYes) return take({ ...step, draft: { ...draft, tried: [] } }, { [field.key]: sentence }, done);
  const isNo = word === NO_TEXT || word === 'no';
  const tried = draft.tried.filter((one) => one !== sentence);
  if (isNo) return askQuestion(turn, view, draft, { ...draft, tried });
  // Not answered, it is no more this text than it is nothing: it stays named, unless it is now said again.
  const isAgain = reply.text.includes(sentence);
  const unread = isAgain ? draft.unread : [...new Set([...draft.unread, sentence])];
  answerQuestion({ ...step, draft: { ...draft, tried, unread } }, done);
}

/** "Gửi" at a question: what is missing is asked for; what need not be there is passed over, and shown before it goes. */
function sendTooEarly({ turn, view, draft }: QuestionStep, done: (report: Gathered) => void): void {
  const [key] = draft.queue;
  const field = view.form.fields.find((one) => one.key === key);
  if (draft.doubtful[key] !== undefined) return askQuestion(turn, view, draft, draft, { text: sayNotSentYet() });
  if (field?.required === true && draft.values[key] === undefined)
    return askQuestion(turn, view, draft, draft, { text: sayWordsNeeded(field, Object.keys(draft.values).length > 0) });
  done(passedOver(draft, draft.queue));
}

type Answered = QuestionStep & { field: FormField };

/** Takes what was said; what was named along needs no question of its own any more. */
function take(step: Answered, said: Gathered['values'], done: (report: Gathered) => void): void {
  const { turn, view, field } = step;
  const [current, ...later] = step.draft.queue;
  const queue: Steps['queue'] = [current, ...later.filter((key) => said[key] === undefined)];
  const doubtful = Object.fromEntries(Object.entries(step.draft.doubtful).filter(([key]) => said[key] === undefined));
  const given = [...new Set([...step.draft.given, ...Object.keys(said)])];
  const draft = { ...step.draft, queue, doubtful, given, values: { ...step.draft.values, ...said } };
  if (said[field.key] !== undefined) return askNext({ ...step, draft: withLeft(view, draft, field) }, done);
  askQuestion(turn, view, draft, draft, { text: sayChanges(view.form, step.draft.values, draft.values) });
}

/** The figure is another field's, which may have one already: beside it, or in its place. */
function takeOfAnother(step: Answered, said: Record<string, number | string>, done: (report: Gathered) => void): void {
  const { turn, view, field } = step;
  const draft = settled(step.draft, field.key);
  const asking = besideThere(view, draft, said);
  if (asking === null) return take({ ...step, draft }, said, done);
  askQuestion(turn, view, asking.report, asking.steps, asking.problem);
}

/** "Không" to a text that need not be there: whatever was there before is gone. */
function takeNone(step: Answered, done: (report: Gathered) => void): void {
  const { [step.field.key]: _, ...values } = step.draft.values;
  askNext({ ...step, draft: { ...step.draft, values } }, done);
}

function skip(step: Answered, done: (report: Gathered) => void): void {
  const { turn, view, draft, field } = step;
  if (field.required && draft.values[field.key] === undefined)
    return askQuestion(turn, view, draft, draft, { text: sayFieldRequired() });
  // Beside a figure that was there already the one in doubt was seen, and is not wanted.
  const isDecided = draft.values[field.key] !== undefined && draft.tried.length === 0;
  askNext({ ...step, draft: isDecided ? settled(draft, field.key) : passedOver(draft, [field.key]) }, done);
}

function askNext({ turn, view, draft, field }: Answered, done: (report: Gathered) => void): void {
  const [, next, ...more] = draft.queue;
  if (next === undefined) return done(draft);
  const { doubtful } = draft;
  askQuestion(turn, view, draft, { queue: [next, ...more], asked: [...draft.asked, field.key], doubtful });
}

function stepBack({ turn, view, draft }: QuestionStep): void {
  const previous = draft.asked.at(-1);
  if (previous === undefined) return askQuestion(turn, view, draft, draft, { text: sayFirstQuestion() });
  const { queue, asked, doubtful } = draft;
  askQuestion(turn, view, draft, { queue: [previous, ...queue], asked: asked.slice(0, -1), doubtful });
}
