import { withoutCourtesy } from '../language/courtesy.ts';
import { fold, foldInPlace, tidy } from '../language/fold.ts';
import { kindOfName } from '../language/unit/unit-kind-word.ts';
import { type KnownUnit, nameUnits, takeUnitName } from './name-unit.ts';
import { unitGroupsIn } from './unit-spans.ts';

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
  const typed = words.trim();
  const count = fold(typed).split(' ').length;
  if (count === 1) return LIKE_CODE.test(typed) && !NO_CODE.test(typed);
  return count <= LONGEST_NAME && (kindOfName(bare(typed)) !== null || LIKE_NAME.test(typed));
}

/** Capitals, or letters without a vowel: no word is written so. */
const LIKE_CODE = /^(?:(?=.*\p{Lu})[\p{Lu}\d]{2,10}|[b-dghj-np-tvxzđ]{3,7})$/u;
/** What is written in capitals and is no unit: kinds of documents, offices of every unit, periods, a word that is shouted. */
const NO_CODE =
  /^(?:BC|CV|VB|KH|QĐ|QD|NQ\d*|TB|CT|UBND|HĐND|HDND|BCH|CNTT|CĐS|CDS|NSNN|TTHC|OK|VÀ|VỚI|GẤP|NGAY|[THQ]\d{1,2})$/u;
/** "Phù Cừ": each of its words begins with a capital. */
const LIKE_NAME = /^\p{Lu}\p{Ll}+(?:\s+\p{Lu}\p{Ll}+){1,3}$/u;
const LIST = '\\s*(?:[,;+&]|(?<=\\s)(?:và|va|với|voi|cùng|cung|lẫn|lan)(?=\\s))\\s*';
const BEHIND_ONE = new RegExp(`^${LIST}([^\\s,;.:?!]+(?:\\s+\\p{Lu}[\\p{L}&]*){0,3})`, 'u');
const BEFORE_ONE = new RegExp(
  `(?:^|[\\s,;])((?:[^\\s,;.:?!]+\\s+)?(?:\\p{Lu}[\\p{L}&\\d]*\\s+){0,2}[^\\s,;.:?!]+)${LIST}$`,
  'u',
);

/**
 * What stands in a list beside units that are known, looks like one and is none: "HBG với HDX nộp chưa". What is said of the others must
 * not sound as if it held for it.
 */
export function unknownBeside(text: string, units: readonly KnownUnit[]): string[] {
  const typed = tidy(text).trim().replace(/\s+/gu, ' ');
  const found = unitGroupsIn(typed, units).flatMap(({ from, to }) => [
    ...before(typed.slice(0, from)),
    ...behind(typed.slice(to)),
  ]);
  return [...new Set(found)].filter((name) => unitGroupsIn(name, units).length === 0);
}

function behind(text: string): string[] {
  const found = BEHIND_ONE.exec(text);
  const name = found === null ? null : likeUnit(found[1] ?? '', 'front');
  return found === null || name === null ? [] : [name, ...behind(text.slice(text.indexOf(name) + name.length))];
}

function before(text: string): string[] {
  const found = BEFORE_ONE.exec(text);
  const name = found === null ? null : likeUnit(found[1] ?? '', 'end');
  return found === null || name === null ? [] : [...before(text.slice(0, text.lastIndexOf(name))), name];
}

/** The longest part at that end of the words that looks like a unit. */
function likeUnit(words: string, end: 'front' | 'end'): string | null {
  const all = words.trim().split(' ');
  for (let count = all.length; count > 0; count -= 1) {
    const part = (end === 'front' ? all.slice(0, count) : all.slice(-count)).join(' ');
    if (looksLikeUnit(part) && (count === 1 || /\p{Lu}/u.test(part.slice(1)))) return part;
  }
  return null;
}
