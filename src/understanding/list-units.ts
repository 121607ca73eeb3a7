import { withoutCourtesy } from '../language/courtesy.ts';
import { fold, foldInPlace, tidy } from '../language/fold.ts';
import { kindOfName } from '../language/unit-kind-word.ts';
import { type KnownUnit, nameUnits, takeUnitName } from './name-unit.ts';

/** Units that a list names, and its parts that name none. */
export interface ListedUnits {
  codes: string[];
  /** Single words where codes stand beside them, else the part as it was typed. */
  unknown: string[];
}

const PARTS = /[,;+\n]+|(?<!\S)(?:và|va|với|voi|cùng|cung|lẫn|lan)(?!\S)/iu;
/** They stand around a name and are no part of it: "còn Sở Công Thương thì", "à Tứ Kỳ nữa". */
const BEFORE =
  /^(?:(?:con|thi|a|uh|u|da|vang|the|rieng|ca|chi|moi|them|cho|cua|la|don vi|cac|gom|co|toi|den|gui|ben|em|roi|va) )+(?=\S)/u;
const BEHIND = /(?: (?:thi|nua|thoi|do|day|a|nhe|nha|luon|roi))+$/u;
const MOST = 60;

/** Reads "HBG, Cẩm Giàng", "HBG HCG", "còn Sở Công Thương thì": codes, and names of two words at least. One word of a name names nobody: "đồng ý" is no Liên đoàn Lao động. */
export function listUnits(text: string, units: readonly KnownUnit[]): ListedUnits {
  const parts = tidy(text)
    .split(PARTS)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .slice(0, MOST);
  const read = parts.map((part) => readPart(part, units));
  return {
    codes: [...new Set(read.flatMap(({ codes }) => codes))],
    unknown: read.flatMap(({ unknown }) => unknown),
  };
}

function readPart(part: string, units: readonly KnownUnit[]): ListedUnits {
  for (const said of [part, bare(part)]) {
    const code = named(said, units);
    if (code !== null) return { codes: [code], unknown: [] };
  }
  const words = bare(part).split(/\s+/u);
  const codes = words.map((word) => byCode(word, units));
  const known = codes.filter((code) => code !== null);
  if (known.length === 0) return { codes: [], unknown: [part] };
  return { codes: known, unknown: words.filter((_, at) => codes[at] === null) };
}

function named(words: string, units: readonly KnownUnit[]): string | null {
  if (!/\S\s+\S/u.test(words.trim())) return byCode(words.trim(), units);
  const [only, another] = nameUnits(words, units);
  if (only !== undefined && another === undefined) return only.code;
  // "Báo HD", "Sở TC": short for it, and nothing else beside.
  const taken = takeUnitName(words.trim(), units);
  return taken?.rest === '' ? taken.unit : null;
}

function byCode(word: string, units: readonly KnownUnit[]): string | null {
  const code = word.toUpperCase();
  return units.find((unit) => unit.code === code)?.code ?? null;
}

function bare(part: string): string {
  const said = withoutCourtesy(part);
  const lead = BEFORE.exec(foldInPlace(said))?.[0].length ?? 0;
  const rest = said.slice(lead);
  const tail = BEHIND.exec(foldInPlace(rest));
  return (tail === null ? rest : rest.slice(0, tail.index)).trim();
}

const LONGEST_NAME = 8;

/** Whether words look like the name or the code of a unit, known or not: only then it is one that is not known. */
export function looksLikeUnit(words: string): boolean {
  const count = fold(words).split(' ').length;
  if (count === 1) return /^[\p{Lu}\d]{2,10}$/u.test(words.trim());
  return count <= LONGEST_NAME && kindOfName(bare(words)) !== null;
}
