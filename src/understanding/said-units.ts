import type { UnitKind } from '../domain/unit.ts';
import { readAudience } from '../language/audience.ts';
import { withoutCourtesy } from '../language/courtesy.ts';
import { fold, foldInPlace, tidy } from '../language/fold.ts';
import { splitExcept } from './except.ts';
import type { KnownUnit } from './name-unit.ts';
import { nameUnits, unitIn } from './name-unit.ts';

/** Units as they were said: kinds of them, single ones, and what names none that is known. */
export interface SaidUnits {
  kinds: UnitKind[];
  codes: string[];
  unknown: string[];
}

/** They name nobody. */
const FILLERS =
  /(?<!\S)(?:(?:giup |ho )?(?:chi|em|anh|toi|minh)(?= (?:cac|nhung|may|don vi|tat ca|may) )|giup (?:chi|em|anh|toi|minh)|ho (?:chi|em|anh|toi|minh)|giup|rieng|het|not|lai|nhe bac|nhe|may dua|may|dua|nhung|con lai|khoi|nhom|ben|phia|nua|cai|khac|thoi|ma thoi|hom nay|ngay bay gio|bay gio|ai|nao|them|lan cuoi|lan nua|gium(?: chi| em| anh| toi)?)(?!\S)/gu;
const CLAUSE = /[,;\n]/u;
const BETWEEN = /\+|(?<!\S)(?:va|voi|cung|(?<!(?:mot|hai|ba|may|\d) )lan(?! (?:cuoi|nua|nay|thu|sau|truoc)))(?!\S)/u;
/** As many as one would say in one sentence. */
const MOST = 40;

/**
 * Reads "các huyện và STC", "HBG với Thanh Miện". `whole`: each part is a name and nothing else. A clause of several words behind the first
 * that names nobody is a remark: "nhắc hết đi, sắp hết hạn rồi".
 */
export function readUnits(
  text: string,
  units: readonly KnownUnit[],
  howExact: 'whole' | 'within' = 'within',
): SaidUnits {
  const clauses = foldInPlace(tidy(text)).split(CLAUSE).slice(0, MOST);
  const read = clauses.map((clause) => clause.split(BETWEEN).map((part) => readPart(part, units, howExact)));
  const said = read.filter(
    (parts, at) => at === 0 || wordsOf(clauses[at]) < REMARK || parts.some(({ unknown }) => unknown.length === 0),
  );
  const all = said.flat();
  return {
    kinds: [...new Set(all.flatMap(({ kinds }) => kinds))],
    codes: [...new Set(all.flatMap(({ codes }) => codes))],
    unknown: all.flatMap(({ unknown }) => unknown),
  };
}

function readPart(part: string, units: readonly KnownUnit[], howExact: 'whole' | 'within'): SaidUnits {
  const said = readAudience(withoutCourtesy(part.replace(FILLERS, ' ').replace(/\s+/gu, ' ').trim()));
  const isOther = said.roles.length > 0 || said.state === 'submitted' || said.state === 'late';
  const unknown = { kinds: [], codes: [], unknown: [part.trim()] };
  if (isOther) return unknown;
  if (said.kinds.length > 0) return { kinds: said.kinds, codes: [], unknown: [] };
  if (said.units === '') return { kinds: [], codes: [], unknown: [] };
  const code = unitMeant(said.units, units, howExact);
  return code === null ? unknown : { kinds: [], codes: [code], unknown: [] };
}

const wordsOf = (text = ''): number => text.trim().split(/\s+/u).length;

const REMARK = 4;

function unitMeant(words: string, units: readonly KnownUnit[], howExact: 'whole' | 'within'): string | null {
  const [only, another] = nameUnits(words, units);
  if (only !== undefined && another === undefined) return only.code;
  return howExact === 'whole' ? null : unitIn(words, units);
}

const ALL =
  /^(?:(?:cho|toi|den|gui) )?(?:tat ca|toan bo|ca tinh|toan tinh|moi don vi|(?:tat ca )?(?:cac )?don vi(?: trong tinh)?|moi nguoi)$/u;

/** `all`: whether words say nothing but whom something is for: "HBG, Thanh Miện", "các huyện trừ HCG", "tất cả", "các sở chưa nộp". */
export function namesReceivers(text: string, units: readonly KnownUnit[], howMany: 'all' | 'some' = 'all'): boolean {
  if (text.length > LONGEST_RECEIVERS || text.includes('\n')) return false;
  const { whom, except } = splitExcept(text);
  const said = readUnits(whom, units, 'whole');
  const but = readUnits(except ?? '', units, 'whole');
  // "HBG, Sở Nông Lâm: …" names them too, one of them wrongly.
  if (howMany === 'all' && said.unknown.length + but.unknown.length > 0) return false;
  return said.kinds.length + said.codes.length > 0 || ALL.test(fold(whom));
}

const LONGEST_RECEIVERS = 120;
