import { fold, lower } from '../fold.ts';

/** Small words that no abbreviation takes a letter of. "Tại" is one, "tài" is not. */
const SILENT = new Set(['và', 'các', 'của', 'về', 'cho', 'tại', 'với', 'trong', 'thuộc', 'va', 'cac', 'cua', 'thuoc']);
const OFFICE_OF = /^(?:ủy ban nhân dân|uỷ ban nhân dân|uy ban nhan dan|ubnd)\s+/iu;
const PLACE = /\s+(?:tỉnh|tinh)(?:\s+\p{Lu}.*)?$/u;

/** A code given in the office's list as the bot takes codes: capitals, digits, hyphens. Null where it cannot serve: only digits, or empty. */
export function codeFromList(typed: string): string | null {
  const code = fold(typed)
    .toUpperCase()
    .replace(/[^A-Z0-9]+/gu, '-')
    .replace(/^-+|-+$/gu, '');
  return /[A-Z]/u.test(code) ? code : null;
}

/** "Huyện Bình Giang" for "Ủy ban nhân dân huyện Bình Giang", "TP Hải Dương" for "thành phố Hải Dương". */
export function shortNameOf(name: string): string {
  const bare = name.replace(OFFICE_OF, '').trim();
  const short = bare.replace(/^thành phố /iu, 'TP ').replace(/^thị xã /iu, 'TX ');
  return short.charAt(0).toUpperCase() + short.slice(1);
}

/**
 * A code for each name, unique among them and those taken: the initials (HBG for huyện Bình Giang). Where several would have the
 * same, all of them grow by the fewest letters of their last two words that tell them apart (XABI, XABO); where their names spell
 * alike they are numbered. The same list gives the same codes.
 */
export function proposeCodes(names: readonly string[], taken: readonly string[]): string[] {
  const used = new Set(taken);
  const words = names.map(wordsOf);
  const alike = new Map<string, number[]>();
  for (const [at, parts] of words.entries()) {
    const initials = spell(parts, [0, 0]);
    alike.set(initials, [...(alike.get(initials) ?? []), at]);
  }
  const codes = names.map(() => '');
  // Those that are alone with their initials first: nothing that grew may take them.
  for (const group of [...alike.values()].toSorted((a, b) => Number(a.length > 1) - Number(b.length > 1))) {
    const parts = group.map((at) => words[at] ?? []);
    const growth = GROWTHS.find((one) =>
      areFree(
        parts.map((part) => spell(part, one)),
        used,
      ),
    ) ?? [0, 0];
    for (const [index, at] of group.entries()) codes[at] = numbered(spell(parts[index] ?? [], growth), used);
  }
  return codes;
}

/** Letters more of the last word but one, and of the last: the fewest first, the last word before the other. */
const GROWTHS: readonly (readonly [number, number])[] = Array.from({ length: 10 }, (_, sum) =>
  Array.from({ length: sum + 1 }, (_, before) => [before, sum - before] as const),
).flat();

function areFree(codes: readonly string[], used: ReadonlySet<string>): boolean {
  return new Set(codes).size === codes.length && codes.every((code) => code !== '' && !used.has(code));
}

function numbered(code: string, used: Set<string>): string {
  const base = code === '' ? 'DV' : code;
  let unique = base;
  for (let number = 2; used.has(unique); number++) unique = `${base}${number}`;
  used.add(unique);
  return unique;
}

/** The parts of a name that give a letter each; "thành phố" and "KH&CN" stay what they are. */
function wordsOf(name: string): string[] {
  const whole = name.replace(OFFICE_OF, '');
  const cut = whole.replace(PLACE, '');
  const parts = partsOf(cut);
  return parts.length >= 3 ? parts : partsOf(whole);
}

function partsOf(name: string): string[] {
  return name
    .split(/[\s,.;:()/"“”'’-]+/u)
    .map((word) => ({ word, folded: fold(word).replace(/[^a-z0-9]/gu, '') }))
    .filter(({ word, folded }) => folded !== '' && !SILENT.has(lower(word)))
    .map(({ word, folded }) => (isAbbreviation(word) ? `=${folded}` : folded));
}

/** "KH&CN" among words in small letters; a name all in capitals has none. */
function isAbbreviation(word: string): boolean {
  return (
    /^\p{Lu}*&?\p{Lu}+$/u.test(word) && word.length > 1 && word.length <= 6 && /[&]|^(?:TP|TX|KH|CN|UBND)$/u.test(word)
  );
}

/** The initials, with letters more of the last word but one and of the last. */
function spell(parts: readonly string[], [before, last]: readonly [number, number]): string {
  const more = (at: number): number => (at === parts.length - 1 ? last : at === parts.length - 2 ? before : 0);
  return parts
    .map((part, at) => (part.startsWith('=') ? part.slice(1) : part.slice(0, 1 + more(at))))
    .join('')
    .toUpperCase();
}

/** A code for the plan itself, of small letters, digits and underscores, from its name. */
export function planCodeOf(name: string): string {
  const spelled = fold(name).replace(/[^a-z0-9]+/gu, '_');
  return spelled.slice(0, 40).replace(/^_+|_+$/gu, '') || 'ke_hoach';
}
