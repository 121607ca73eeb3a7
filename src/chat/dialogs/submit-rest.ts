import { startingValues } from '../../actions/prefill.ts';
import type { TaskView } from '../../actions/task-view.ts';
import type { FormField, ReportForm } from '../../domain/report-form.ts';
import type { ReportChange } from '../../language/change/correction.ts';
import { without } from '../../language/change/weigh-change.ts';
import { fieldConfirmed } from '../../language/report/guided-answer.ts';
import { splitRest } from '../../language/report/rest-clause.ts';
import { splitTalk } from '../../language/report/to-bot.ts';
import { sayChanges } from '../../wording/submit-dialog.ts';
import type { Turn } from '../turn.ts';
import type { Gathered } from './draft.ts';
import type { Problem, QuestionStep, Steps } from './submit-questions.ts';

/**
 * What "còn lại không có", "còn lại để trống" says of every figure that this text does not give: 0, or blank. What the person gave before it stays; what the bot
 * had filled in, or the version before held, does not.
 */
export function restOf(
  { fields }: ReportForm,
  { rest, values, faults }: Pick<ReportChange, 'rest' | 'values' | 'faults'>,
  before: Gathered['values'],
  starting: Gathered['values'],
): Pick<ReportChange, 'values' | 'cleared'> {
  const isGiven = (key: string): boolean => values[key] !== undefined || faults.some(({ field }) => field === key);
  const others = fields.filter(
    ({ key, kind }) => kind !== 'text' && !isGiven(key) && (before[key] === undefined || before[key] === starting[key]),
  );
  const keys = others.map(({ key }) => key);
  if (rest === 'none') return { values: Object.fromEntries(keys.map((key) => [key, 0])), cleared: [] };
  return { values: {}, cleared: rest === 'blank' ? keys : [] };
}

/** "Còn lại không có" at a question, and nothing besides: of what was still to be asked only what has to be there is left. Null where it says anything else. */
export function restAtQuestion(
  { turn, view, draft }: QuestionStep,
  typed: string,
): { report: Gathered; steps: Steps | null; problem: Problem } | null {
  const { text, rest } = splitRest(typed);
  if (rest === null || text.trim() !== '') return null;
  const all = restOf(view.form, { rest, values: {}, faults: [] }, draft.values, startingValues(turn.desk, view));
  // Of those asked before even "giữ nguyên" was an answer.
  const added = Object.fromEntries(Object.entries(all.values).filter(([key]) => !draft.asked.includes(key)));
  const values = { ...draft.values, ...added };
  const isNeeded = (key: string): boolean =>
    values[key] === undefined && view.form.fields.some((field) => field.key === key && field.required);
  const [next, ...more] = draft.queue.filter(isNeeded);
  const asked = [...draft.asked, ...draft.queue.slice(0, 1).filter((key) => key !== next)];
  const steps: Steps | null = next === undefined ? null : { queue: [next, ...more], asked };
  return { report: { ...draft, values }, steps, problem: { text: sayChanges(view.form, draft.values, values) } };
}

/** What was typed, without what the bot had filled in itself. */
export function typedOf(turn: Turn, view: TaskView, { values, given }: Gathered): Gathered['values'] {
  const filledIn = startingValues(turn.desk, view);
  return without(
    values,
    Object.keys(values).filter((key) => values[key] === filledIn[key] && !given.includes(key)),
  );
}

/** "Hội nghị đúng rồi", of a figure that is there: it stays. */
export function isConfirmed(form: ReportForm, line: string, before: Gathered['values']): boolean {
  const label = fieldConfirmed(form, line);
  return label !== null && before[label] !== undefined;
}

/** A text without what is said to the bot behind it, which is left; null where there is none, or nothing else. */
export function talkApart(
  draft: QuestionStep['draft'],
  { kind, required }: FormField,
  typed: string,
): { draft: QuestionStep['draft']; reply: QuestionStep['reply'] } | null {
  const apart = kind === 'text' ? splitTalk(typed, !required) : null;
  if (apart === null || apart.text === '') return null;
  const unread = [...new Set([...draft.unread, ...apart.talk])];
  return { draft: { ...draft, unread }, reply: { text: apart.text, picked: false } };
}
