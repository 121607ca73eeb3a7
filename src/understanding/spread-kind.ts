import { foldInPlace, tidy } from '../language/fold.ts';
import type { KnownUnit } from './name-unit.ts';
import { takeUnitName } from './name-unit.ts';

const COUNTED =
  /(?<![\p{L}\p{N}])(?:(?:\d{1,2}|hai|ba|bon|nam|sau|ca hai|ca ba|cac|may) )?(so|huyen|hoi|tp|thanh pho|thi xa)(?= \S)/gu;
const NEXT = /^\s*(?:,|;|va(?= )|voi(?= )|cung(?= ))\s*/u;

/**
 * "3 sở Y tế, Tài chính và Nội vụ": the kind that is said once counts for all behind it ("sở Y tế, sở Tài chính và sở Nội vụ"). The text
 * as it was typed where no second name needs it.
 */
export function spreadKind(text: string, units: readonly KnownUnit[]): string {
  const typed = tidy(text);
  const folded = foldInPlace(typed);
  for (const found of folded.matchAll(COUNTED)) {
    const kind = typed.slice(found.index + found[0].length - (found[1]?.length ?? 0), found.index + found[0].length);
    // "Hai huyện Tứ Kỳ và Thanh Hà": how many they are names none.
    const isCounted = found[0] !== found[1];
    const spread = spreadFrom(typed.slice(found.index + found[0].length), kind, { units, isCounted });
    if (spread !== null) return `${typed.slice(0, found.index)}${spread}`;
  }
  return text;
}

/** What stands behind the kind, with the kind before each name that needs it; null where none does. */
function spreadFrom(
  behind: string,
  kind: string,
  { units, isCounted }: { units: readonly KnownUnit[]; isCounted: boolean },
): string | null {
  let rest = behind;
  let said = '';
  let isSpread = false;
  for (let count = 0; count < MOST; count++) {
    const next = count === 0 ? '' : (NEXT.exec(foldInPlace(rest))?.[0] ?? null);
    if (next === null) break;
    const words = rest.slice(next.length).trimStart();
    const own = count === 0 ? null : takeUnitName(words, units);
    const taken = own ?? takeUnitName(`${kind} ${words}`, units);
    if (taken === null) break;
    const lead = own === null ? `${kind} ` : '';
    const end = taken.to - lead.length;
    said += `${rest.slice(0, next.length)}${lead}${words.slice(0, end)}`;
    isSpread ||= isCounted || (count > 0 && own === null);
    rest = words.slice(end);
  }
  return isSpread ? `${said}${rest}` : null;
}

const MOST = 12;
