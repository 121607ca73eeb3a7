import type { Choice } from '../../channels/channel.ts';
import type { FormField } from '../../domain/report-form.ts';
import { sayFigure, sayFigureOf } from '../../wording/submit.ts';
import { SUBMIT_BUTTONS } from '../../wording/submit-dialog.ts';
import type { Turn } from '../turn.ts';
import type { Gathered } from './draft.ts';
import type { Steps } from './submit-questions.ts';

/** The figure that was asked about is taken. */
export const TAKE = 'take:';
/** The sentence is the text asked for; it is not. */
export const [IS_TEXT, NO_TEXT] = ['text', 'no-text'] as const;
/** Two beside each other still show their figures on a phone. */
const OFFERED_IN_A_ROW = 2;

interface Offered {
  field: FormField;
  /** Fields whose word stood behind the figure `value`. */
  fields: readonly FormField[];
  value: number;
  readings: readonly number[];
  sentence: string | null;
}

/** What can be pressed at a question: figures in doubt, then to go on or back. */
export function choicesAt(
  turn: Turn,
  report: Gathered,
  { asked }: Pick<Steps, 'asked'>,
  { field, fields, value, readings, sentence }: Offered,
): Choice[][] {
  const current = report.values[field.key];
  const row: Choice[] = [];
  if (!field.required || current !== undefined)
    row.push(turn.choice(current === undefined ? SUBMIT_BUTTONS.skip : SUBMIT_BUTTONS.keep, 'skip'));
  if (asked.length > 0) row.push(turn.choice(SUBMIT_BUTTONS.back, 'back'));
  // Only at the first question: later on it would be taken for the answer to that one.
  const mayBeNothing = report.via === 'guided' && asked.length === 0;
  const offered =
    sentence === null ? [] : [turn.choice(SUBMIT_BUTTONS.isText, IS_TEXT), turn.choice(SUBMIT_BUTTONS.noText, NO_TEXT)];
  offered.push(...readings.map((one) => turn.choice(sayFigure(field, one), `${TAKE}${one}`)));
  if (fields.length > 0 && field.kind !== 'text')
    offered.push(turn.choice(sayFigureOf(field, value), `${TAKE}${value}`));
  offered.push(...fields.map((other) => turn.choice(sayFigureOf(other, value), `of:${other.key}:${value}`)));
  const rows = [...inRows(offered), row, mayBeNothing ? [turn.choice(SUBMIT_BUTTONS.nothing, 'nothing')] : []];
  return rows.filter((one) => one.length > 0);
}

function inRows(choices: readonly Choice[]): Choice[][] {
  return choices.flatMap((_, at) => (at % OFFERED_IN_A_ROW === 0 ? [choices.slice(at, at + OFFERED_IN_A_ROW)] : []));
}
