import type { SaidUnits } from '../understanding/said-units.ts';
import { readUnits, splitExcept } from '../understanding/said-units.ts';
import { ANNOUNCE_WORDS } from '../wording/dialogs.ts';
import type { RichText } from '../wording/rich-text.ts';
import { findUnits, today, unitsToday } from './look-up.ts';
import type { Turn } from './turn.ts';

/** The units a list names, by codes or names divided by commas, codes by blanks too; or which of them are not known. */
export function namedUnits(turn: Turn, text: string): { codes: string[] } | { problem: RichText } {
  const words = text
    .split(/[,;\n]+/u)
    .flatMap((part) => (findUnits(turn, part).length === 1 ? [part] : part.split(/\s+/u)))
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const unknown = words.filter((word) => findUnits(turn, word).length !== 1);
  if (words.length === 0 || unknown.length > 0) {
    // "HBG với Thanh Miện", "các huyện và STC".
    const said = readUnits(text, unitsToday(turn), 'whole');
    const codes = codesOf(turn, said);
    if (said.unknown.length === 0 && codes.length > 0) return { codes };
    return { problem: ANNOUNCE_WORDS.unknownUnits(unknown.length === words.length ? [text.trim()] : unknown) };
  }
  const codes = words.flatMap((word) => findUnits(turn, word).map((unit) => unit.code));
  return { codes: [...new Set(codes)] };
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
  if (said.unknown.length > 0) return { problem: ANNOUNCE_WORDS.unknownUnits(said.unknown) };
  return { whom: whom.trim(), except: codesOf(turn, said) };
}
