import { fold } from '../language/fold.ts';
import { splitExcept } from './except.ts';
import { looksLikeUnit } from './list-units.ts';
import type { KnownUnit } from './name-unit.ts';
import { readUnits, receiversAtFront } from './said-units.ts';

/** "TDOAN sáp nhập vào MTTQ": the units in front, and the words behind them that name none; null where that is not told apart. */
export function unitsInFront(typed: string, units: readonly KnownUnit[]): { who: string; behind: string } | null {
  const who = splitExcept(typed).except === null ? receiversAtFront(typed, units) : null;
  // "Huyện Xa Lắc", "các huyện miền núi": what stands behind a kind says which of them, and tells no reason.
  if (who === null || readUnits(who, units, 'whole').kinds.length > 0) return null;
  const behind = typed.slice(who.length).trim();
  const words = behind.replace(/^[,;.:]\s*/u, '');
  const isMore = /^[,;]/u.test(behind) && looksLikeUnit(words);
  return isMore || ANOTHER.test(fold(words)) || words.split(/\s+/u).length < 2 ? null : { who, behind: words };
}

/** More units than those in front, and which is not known. */
const ANOTHER = /^(?:va|voi|cung|ca|lan|hoac|\+) /u;
