import type { UnitKind } from '../domain/unit.ts';
import { withoutCourtesy } from '../language/courtesy.ts';
import { readAudience } from '../language/desk/audience.ts';
import { fold, foldInPlace, lower, tidy } from '../language/fold.ts';
import { isSpelled, type Word, wordOf } from '../language/spelled.ts';
import { splitExcept } from './except.ts';
import type { KnownUnit } from './name-unit.ts';
import { nameUnits, takeUnitName, unitIn } from './name-unit.ts';

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
  const typed = tidy(text);
  const clauses = foldInPlace(typed).split(CLAUSE).slice(0, MOST);
  let from = 0;
  const read = clauses.map((clause) => {
    const asTyped = typed.slice(from, from + clause.length);
    from += clause.length + 1;
    return partsOf(clause, asTyped).map(({ part, as }) => {
      const one = readPart(part, as, units, howExact);
      return one.unknown.length === 0 ? one : { ...one, unknown: [as] };
    });
  });
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

/** A clause's parts, folded and as they were typed. */
function partsOf(clause: string, typed: string): { part: string; as: string }[] {
  let from = 0;
  return clause.split(BETWEEN).map((part) => {
    const at = clause.indexOf(part, from);
    from = at + part.length;
    return { part, as: typed.slice(at, from).trim() };
  });
}

function readPart(part: string, as: string, units: readonly KnownUnit[], howExact: 'whole' | 'within'): SaidUnits {
  const said = readAudience(withoutCourtesy(part.replace(FILLERS, ' ').replace(/\s+/gu, ' ').trim()));
  const isOther = said.roles.length > 0 || said.state === 'submitted' || said.state === 'late';
  const unknown = { kinds: [], codes: [], unknown: [part.trim()] };
  if (isOther) return unknown;
  const wards = said.kinds.includes('commune') && WARDS_ALONE.test(part) ? units.filter(isWard) : [];
  if (wards.length > 0)
    return {
      kinds: said.kinds.filter((kind) => kind !== 'commune'),
      codes: wards.map(({ code }) => code),
      unknown: [],
    };
  // "Thông báo số 4": with its mark, or before a figure, it counts.
  if (said.kinds.includes('department') && COUNTS.test(lower(as))) return unknown;
  if (said.kinds.length > 0) return { kinds: said.kinds, codes: [], unknown: [] };
  if (said.units === '') return { kinds: [], codes: [], unknown: [] };
  const code = unitMeant(said.units, as, units, howExact);
  return code === null ? unknown : { kinds: [], codes: [code], unknown: [] };
}

const COUNTS = /(?<!\p{L})(?:số(?!\p{L})|so\s*\d)/u;

/** "Các xã" are all communes; "các phường" those among them that are called so. */
const WARDS_ALONE = /^(?!.*(?<!\S)xa(?!\S)).*(?<!\S)phuong(?!\S)/u;
const isWard = ({ name }: KnownUnit): boolean => /^(?:ubnd |uy ban nhan dan )?phuong /u.test(fold(name));

const wordsOf = (text = ''): number => text.trim().split(/\s+/u).length;

const REMARK = 4;

function unitMeant(
  words: string,
  typed: string,
  units: readonly KnownUnit[],
  howExact: 'whole' | 'within',
): string | null {
  const [only, another] = nameUnits(words, units);
  if (only !== undefined && another === undefined && isSpelledIn(typed, only)) return only.code;
  const taken = takeUnitName(typed.trim(), units);
  if (taken?.rest === '') return taken.unit;
  return howExact === 'whole' ? null : unitIn(words, units);
}

const ALL =
  /^(?:(?:cho|toi|den|gui) )?(?:tat ca|toan bo|ca tinh|toan tinh|moi don vi|(?:tat ca )?(?:cac )?don vi(?: trong tinh)?|moi nguoi)$/u;

/** Whether no word has marks that its like in the unit's name has not: "các huyện miền núi" are no Thanh Miện. */
function isSpelledIn(typed: string, { name, shortName }: KnownUnit): boolean {
  const own = wordsIn(`${name} ${shortName}`);
  return wordsIn(typed).every((word) => {
    const alike = own.filter(({ plain }) => plain === word.plain);
    return alike.length === 0 || alike.some((meant) => isSpelled(word, meant));
  });
}

const wordsIn = (text: string): Word[] => (lower(text).match(/[\p{L}\p{N}]+/gu) ?? []).map(wordOf);

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

/** As many words as whom it is for takes. */
const MOST_WORDS = 14;

/** The longest front that is nothing but receivers. */
export function receiversAtFront(text: string, units: readonly KnownUnit[]): string | null {
  const ends = [...text.matchAll(/[^\s,:]+(?=[\s,:]|$)/gu)]
    .slice(0, MOST_WORDS)
    .map((word) => word.index + word[0].length);
  for (const end of ends.reverse()) {
    const who = text.slice(0, end);
    // "Các sở ngày 20…": a word that ends a request belongs to what is said.
    if (!who.includes(':') && withoutCourtesy(who) === who && namesReceivers(who, units)) return who;
  }
  return null;
}
