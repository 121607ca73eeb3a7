import { ANNOUNCE_WORDS } from '../wording/dialogs.ts';
import type { RichText } from '../wording/rich-text.ts';
import { findUnits } from './look-up.ts';
import type { Turn } from './turn.ts';

/** The units a list names, by codes or names divided by commas, codes by blanks too; or which of them are not known. */
export function namedUnits(turn: Turn, text: string): { codes: string[] } | { problem: RichText } {
  const words = text
    .split(/[,;\n]+/u)
    .flatMap((part) => (findUnits(turn, part).length === 1 ? [part] : part.split(/\s+/u)))
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const unknown = words.filter((word) => findUnits(turn, word).length !== 1);
  if (words.length === 0 || unknown.length > 0)
    return { problem: ANNOUNCE_WORDS.unknownUnits(unknown.length === words.length ? [text.trim()] : unknown) };
  const codes = words.flatMap((word) => findUnits(turn, word).map((unit) => unit.code));
  return { codes: [...new Set(codes)] };
}
