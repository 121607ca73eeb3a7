import type { RoundRow } from '../store/tasks.ts';
import type { QuestionScope } from '../understanding/round-question.ts';
import type { RichText } from '../wording/rich-text.ts';
import { ROUND_ANSWER, sayWhose } from '../wording/round-answer.ts';
import { unitsToday } from './look-up.ts';
import type { Turn } from './turn.ts';

/** Codes of the units that a question is about; null = all of them. */
export function codesMeant(
  turn: Turn,
  { unit, units, kinds, except }: QuestionScope,
  round: RoundRow,
): string[] | null {
  const named = unit !== null ? [unit] : units.length > 0 ? [...units] : kinds.length > 0 ? codesOf(turn, kinds) : null;
  if (except === null) return named;
  const out = new Set([...codesOf(turn, except.kinds), ...except.codes]);
  const all = named ?? turn.desk.store.tasks.ofRound(round.obligation, round.period).map((task) => task.unit);
  return all.filter((code) => !out.has(code));
}

/** Whose figures or names they are, with whoever was left out. */
export function whoseMeant(turn: Turn, { unit, units, kinds, except }: QuestionScope): string {
  const whose =
    units.length > 1
      ? namesOf(turn, units).join(', ')
      : sayWhose(kinds, unit === null ? null : (namesOf(turn, [unit])[0] ?? unit));
  if (except === null) return whose;
  const out = [...(except.kinds.length === 0 ? [] : [sayWhose(except.kinds, null)]), ...namesOf(turn, except.codes)];
  return ROUND_ANSWER.without(whose, out);
}

/** What of the question the answer does not honour. */
export function notRead({ unread }: QuestionScope): RichText {
  return unread === null ? [] : ROUND_ANSWER.notRead(unread);
}

function codesOf(turn: Turn, kinds: readonly string[]): string[] {
  return unitsToday(turn)
    .filter(({ kind }) => kinds.includes(kind))
    .map(({ code }) => code);
}

function namesOf(turn: Turn, codes: readonly string[]): string[] {
  const units = unitsToday(turn);
  return codes.map((code) => units.find((unit) => unit.code === code)?.shortName ?? code);
}
