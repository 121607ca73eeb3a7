type Table = Readonly<Record<string, string>>;

/** Every word of a written number and the sign it stands for below; m, t, l are the digits that only follow tens (hai mươi mốt, tư, lăm). */
const SIGNS: Table = {
  không: '0',
  một: '1',
  hai: '2',
  ba: '3',
  bốn: '4',
  năm: '5',
  sáu: '6',
  bảy: '7',
  bẩy: '7',
  tám: '8',
  chín: '9',
  mốt: 'm',
  tư: 't',
  lăm: 'l',
  nhăm: 'l',
  mười: 'M',
  mươi: 'M',
  chục: 'M',
  trăm: 'H',
  linh: 'L',
  lẻ: 'L',
  nghìn: 'N',
  ngìn: 'N',
  ngàn: 'N',
  triệu: 'R',
  tỷ: 'B',
  tỉ: 'B',
  rưỡi: 'F',
  rưởi: 'F',
};
const BARE_SIGNS: Table = Object.fromEntries(Object.entries(SIGNS).map(([word, sign]) => [bare(word), sign]));
const ENDINGS: Readonly<Record<string, number>> = { m: 1, t: 4, l: 5 };
const SCALES: Readonly<Record<string, number>> = { N: 1e3, R: 1e6, B: 1e9 };
/** A number below a thousand: 2H, 2HL5, 2H3M, 1M2, 2Ml, 2l, 7. */
const GROUP =
  /^(?:(?<hundreds>\d)H(?:(?<tens>\d)M(?<after>[\dmtl])?|M(?<teen>[\dl])?|L(?<lone>\d))?|(?<tens2>\d?)M(?<after2>[\dmtl])?|L(?<lone2>\d)|(?<tens3>\d)(?<after3>[mtl])|(?<digit>\d))/;

/** Whether the (lower case) word alone is a digit's name. One without accents counts as typed without them; with other accents (Hải) it is another word. */
export function isDigitWord(word: string): boolean {
  return word === 'mot' || /^\d$/.test(signOf(word));
}

/** Whether the (lower case) word stands in a number that is written out; in a text with marks "sau" is no "sáu". */
export function isNumberWord(word: string, isMarked: boolean): boolean {
  return isMarked ? Object.hasOwn(SIGNS, word) : signOf(word) !== '';
}

/** What a word multiplies the digits before it by ("3 trăm", "12tr", "2k"); null for any other word. */
export function scaleOf(word: string): number | null {
  const sign = signOf(word);
  if (word === 'k') return 1e3;
  if (word === 'tr') return 1e6;
  if (sign === 'H') return 100;
  if (word === 'chục' || word === 'chuc') return 10;
  return SCALES[sign] ?? null;
}

/**
 * The number written out at the start of some (lower case) words, and how many of them it took; null where there is none.
 * "hai trăm ba" (203 or 230?) and "hai ba" (2 or 3?) are none either: that has to be asked.
 */
export function readNumberWords(words: readonly string[]): { value: number; used: number } | null {
  const stop = words.findIndex((word) => signOf(word) === '');
  const signs = words.slice(0, stop < 0 ? words.length : stop).map(signOf);
  // Typed without its mark at the beginning it is "một": "mốt" stands behind tens only.
  if (words[0] === 'mot') signs[0] = '1';
  const value = numberSaid(signs.join(''));
  return value === null ? null : { value, used: signs.length };
}

function numberSaid(signs: string): number | null {
  let rest = signs;
  let total = 0;
  let unit = 0;
  while (/^[^F]/.test(rest) && unit !== 1) {
    const group = GROUP.exec(rest);
    if (group === null || (total > 0 && /^\d(?:F|$)/.test(rest))) return null;
    const scales = /^[NRB]*/.exec(rest.slice(group[0].length))?.[0] ?? '';
    unit = [...scales].reduce((product, sign) => product * (SCALES[sign] ?? 1), 1);
    total += groupValue(group) * unit;
    rest = rest.slice(group[0].length + scales.length);
    if (unit === 1 && group[0].endsWith('H')) unit = 100;
  }
  if (unit === 0) return null;
  if (rest === 'F') return total + (unit === 1 ? 0.5 : unit / 2);
  return rest === '' ? total : null;
}

function groupValue(match: RegExpExecArray): number {
  const { hundreds, tens, after, teen, lone, tens2, after2, lone2, tens3, after3, digit } = match.groups ?? {};
  const ten = match[0].includes('M') ? Number(tens || tens2 || 1) : Number(tens3 ?? 0);
  const one = after ?? teen ?? lone ?? after2 ?? lone2 ?? after3 ?? digit ?? '0';
  return Number(hundreds ?? 0) * 100 + ten * 10 + (ENDINGS[one] ?? Number(one));
}

function signOf(word: string): string {
  if (Object.hasOwn(SIGNS, word)) return SIGNS[word] ?? '';
  return Object.hasOwn(BARE_SIGNS, word) ? (BARE_SIGNS[word] ?? '') : '';
}

function bare(word: string): string {
  return word.normalize('NFD').replace(/\p{M}/gu, '');
}
