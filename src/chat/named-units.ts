import { splitExcept } from '../understanding/except.ts';
import { listUnits, looksLikeUnit } from '../understanding/list-units.ts';
import type { SaidUnits } from '../understanding/said-units.ts';
import { readUnits } from '../understanding/said-units.ts';
import { spreadKind } from '../understanding/spread-kind.ts';
import { ANNOUNCE_WORDS } from '../wording/dialogs.ts';
import type { RichText } from '../wording/rich-text.ts';
import { today, unitsToday } from './look-up.ts';
import type { Turn } from './turn.ts';

/** The units a list names, by codes or names; or which of them are not known. */
export function namedUnits(turn: Turn, typed: string): { codes: string[] } | { problem: RichText } {
  const text = spreadKind(typed, unitsToday(turn));
  // "Các huyện và STC"; "các hội" are no "Liên hiệp các Hội".
  const said = readUnits(text, unitsToday(turn), 'whole');
  const ofKinds = codesOf(turn, said);
  if (said.kinds.length > 0 && said.unknown.length === 0 && ofKinds.length > 0) return { codes: ofKinds };
  const { codes, unknown } = listUnits(text, unitsToday(turn));
  if (codes.length > 0 && unknown.length === 0) return { codes };
  if (said.unknown.length === 0 && ofKinds.length > 0) return { codes: ofKinds };
  return { problem: sayUnknown(text, unknown, codes.length > 0) };
}

/** Of a list whoever is known, and a line that names the others: what is then done for some of them says so. */
export function knownOnly(turn: Turn, typed: string): { who: string; note: RichText } {
  const { codes, unknown } =
    splitExcept(typed).except === null ? listUnits(typed, unitsToday(turn)) : { codes: [], unknown: [] };
  const isPlain = codes.length > 0 && unknown.length > 0 && unknown.every(looksLikeUnit);
  return isPlain ? { who: codes.join(', '), note: ANNOUNCE_WORDS.leftUnknown(unknown) } : { who: typed, note: [] };
}

/** `isList`: others beside them are known. */
function sayUnknown(text: string, unknown: readonly string[], isList: boolean): RichText {
  const meant = isList ? unknown : unknown.filter(looksLikeUnit);
  return meant.length === 0 ? ANNOUNCE_WORDS.noUnits(text.trim()) : ANNOUNCE_WORDS.unknownUnits(meant);
}

/** Units that were said, kinds of them as the units that owe reports today. */
export function codesOf(turn: Turn, { kinds, codes }: SaidUnits): string[] {
  const ofKind = turn.desk.store.units.owingOn(today(turn)).filter(({ kind }) => kinds.includes(kind));
  return [...new Set([...ofKind.map(({ code }) => code), ...codes])];
}

/** "Các huyện trừ HBG": the words for whom, and the units that are left out; or which of these are not known. */
export function takeExcept(turn: Turn, text: string): { whom: string; except: string[] } | { problem: RichText } {
  const { whom, except } = splitExcept(text);
  if (except === null) return { whom: text, except: [] };
  const said = readUnits(except, unitsToday(turn));
  if (said.unknown.length > 0) {
    const { codes, unknown } = listUnits(except, unitsToday(turn));
    return { problem: sayUnknown(except, unknown, codes.length > 0) };
  }
  return { whom: whom.trim(), except: codesOf(turn, said) };
}
