import { KINDS_BESIDE, kindsIn, LEAVES_OUT } from '../language/desk/round-question-words.ts';
import { lower, tidy } from '../language/fold.ts';
import { splitExcept } from './except.ts';
import type { KnownUnit } from './name-unit.ts';
import { unitsIn } from './name-unit.ts';

/** The words by which something is wanted of some units alone, as they were typed; null where all are meant. */
export function scopeIn(text: string, units: readonly KnownUnit[]): string | null {
  const typed = lower(tidy(text));
  const { whom, except } = LEAVES_OUT.test(typed) ? splitExcept(text) : { whom: text, except: null };
  if (except !== null) return `trừ ${except}`;
  const named = unitsIn(whom, units).map((code) => units.find((unit) => unit.code === code)?.shortName ?? code);
  if (named.length > 0) return named.join(', ');
  if (kindsIn(typed).length === 0) return null;
  return KINDS_BESIDE.exec(typed)?.[0] ?? typed.trim();
}
