import { fold, foldInPlace, lower, trimEndOf } from '../fold.ts';
import { isDigitWord, readNumberWords, scaleOf } from './number-words.ts';
import { NUMERAL, readNumeral } from './numeral.ts';

/** A number found at the start of a text: what it can mean, whether a word of size stood beside it, and the words that followed. */
export interface Amount {
  readings: readonly number[];
  /** True for "12 triệu", "2 nghìn", "1,2 tỷ": the size is said, nothing is left to guess. */
  sized: boolean;
  /** True for "hơn 200", "khoảng 200", "200 trở lên": the person is asked whether the figure itself is meant. */
  rough: boolean;
  tail: string;
}

/** What people say before a figure. */
const LEAD = /^(?:(?:da|vang|em|co|la|duoc|dat|tong(?: so| cong)?|so luong|to chuc|thuc hien)(?=\s|\d|~)|[:=+])\s*/;
/** "Hơn 200", "khoảng 200" may be some other figure than 200: what makes it so, before and behind it. */
const ROUGH =
  /^(?:(?:gan|hon|tren|duoi|it nhat|toi thieu|khong qua|toi da|khoang|chung|uoc(?: tinh| dat)?|xap xi|tam)\s+(?=\d|khoang|chung|tren|duoi|hon|gan|vai)|(?:khoang|chung|tam)(?=\d)|[~≈≃]\s*(?=\d))+/;
const ROUGH_TAIL = /(?:^|\s)(?:tro len|tro xuong|hon)$/;
const POLITE = /(?:^|\s)(?:a|nhe|nha|thoi|roi|day|em)$/;
const MINUS = /^(?:[-−–—]\s*(?=\d)|am (?=\d))/;
/** Accents typed away, these are as likely another word: trạm, chức, ngân. */
const DOUBTFUL_SIZES = ['tram', 'chuc', 'ngan'];

/** A longer answer is a story, not a number. */
const LONGEST = 300;

/** The amount at the start of an answer, `negative`, or null where there is no number to be read. */
export function readAmount(text: string): Amount | 'negative' | null {
  // ², ½ and ① would silently turn into digits.
  if (text.length > LONGEST || /\p{No}/u.test(text)) return null;
  const stripped = strip(trimEndOf(lower(text), '.,;!'));
  const { text: typed, rough } = withoutRough(stripped);
  if (MINUS.test(foldInPlace(typed))) return 'negative';
  const read = /^\d/.test(typed) ? readDigits(typed) : readWords(typed);
  return read === null ? null : { ...read, rough };
}

function withoutRough(text: string): { text: string; rough: boolean } {
  const lead = ROUGH.exec(foldInPlace(text))?.[0] ?? '';
  const rest = strip(text.slice(lead.length));
  const tail = ROUGH_TAIL.exec(foldInPlace(rest));
  const isTail = tail !== null && tail.index > 0;
  return { text: isTail ? rest.slice(0, tail.index) : rest, rough: lead !== '' || isTail };
}

/** Whether the words after a number leave it alone: no second figure, no "và hai". What stands in brackets explains it: "3 lớp (02 cấp huyện, 01 cấp xã)". */
export function isPlainTail(tail: string): boolean {
  const outside = lower(tail.replace(/\([^()]*\p{L}[^()]*\)/gu, ' '));
  if (outside === '') return true;
  const words = outside.split(' ');
  if (/[\p{Nd}%/*+=<>]/u.test(outside) || words.length > 10) return false;
  if (/^(?:so|vai|it|phay|cham)$/.test(fold(words[0] ?? ''))) return false;
  return !words.some(
    (word, at) => /^(?:va|cong|voi|hoac|hay|den|toi)$/.test(fold(word)) && isDigitWord(words[at + 1] ?? ''),
  );
}

function strip(text: string): string {
  let rest = text;
  for (let lead = LEAD.exec(foldInPlace(rest)); lead !== null; lead = LEAD.exec(foldInPlace(rest))) {
    rest = rest.slice(lead[0].length);
  }
  for (let end = POLITE.exec(foldInPlace(rest)); end !== null && end.index > 0; end = POLITE.exec(foldInPlace(rest))) {
    rest = trimEndOf(rest.slice(0, end.index), '.,;!');
  }
  return rest;
}

type ExactAmount = Omit<Amount, 'rough'>;

function readWords(text: string): ExactAmount | null {
  const words = text.split(' ');
  const read = readNumberWords(words);
  // "Không rõ" is not a zero.
  if (read === null || (read.value === 0 && read.used < words.length)) return null;
  const sized = words.slice(0, read.used).some((word) => (scaleOf(word) ?? 0) >= 1e3);
  return { readings: [read.value], sized, tail: words.slice(read.used).join(' ') };
}

function readDigits(text: string): ExactAmount | null {
  const first = readPart(text);
  if (first === null) return null;
  const { readings, scale, tail, doubtful } = first;
  if (doubtful) return { readings: [...readings.map((reading) => reading * scale), ...readings], sized: false, tail };
  const half = /^(?:rưỡi|rưởi|ruoi)(?!\p{L})\s*/u.exec(tail);
  if (half !== null) {
    const extra = scale === 1 ? 0.5 : scale / 2;
    return { readings: scaled(readings, scale, extra), sized: scale >= 1e3, tail: tail.slice(half[0].length) };
  }
  const tenth = TENTH.exec(tail);
  if (tenth !== null && scale >= 100) return withTenth(first, tenth);
  if (scale > 1 && /^\d/.test(tail)) return withSecond(first);
  return { readings: scaled(readings, scale, 0), sized: scale >= 1e3, tail };
}

const TENTH =
  /^(mốt|tư|lăm|mot|tu|lam|một|hai|ba|bốn|bon|năm|nam|sáu|sau|bảy|bay|tám|tam|chín|chin)(?=$|\s(?:tờ|to|người|nguoi|lượt|luot|tin|bài|bai|ng|đồng|dong|đại biểu|dai bieu)(?!\p{L}))\s*/u;
const TENTHS = 'mot mot|hai|ba|bon tu|nam lam|sau|bay|tam|chin'.split('|').map((one) => one.split(' '));

/** "2 ngàn mốt" is 2.100, "1 triệu hai" 1.200.000. Without its mark it may be another word ("1 triệu sau"); "2 trăm ba" may be 203: both are asked. */
function withTenth({ readings, scale, tail }: Part, [all, word = '']: RegExpExecArray): ExactAmount {
  const digit = TENTHS.findIndex((names) => names.includes(fold(word))) + 1;
  const told = scaled(readings, scale, (digit * scale) / 10);
  const isSure = scale >= 1e3 && !/^(?:nam|sau|tu|tam)$/u.test(word);
  const others = isSure ? [] : scaled(readings, scale, scale >= 1e3 ? 0 : digit);
  return { readings: [...told, ...others], sized: scale >= 1e3, tail: tail.slice(all.length) };
}

/** "1 tỷ 200 triệu", "12tr5", "1 triệu 250": a smaller part after a sized one, with its own size or as its decimals. */
function withSecond(first: Part): ExactAmount | null {
  const second = readPart(first.tail);
  if (second === null || second.readings.length > 1 || second.doubtful) return null;
  const value = second.readings[0] ?? 0;
  const digits = /^\d+/.exec(first.tail)?.[0].length ?? 0;
  if (second.scale > 1) {
    if (second.scale >= first.scale) return null;
    return { readings: scaled(first.readings, first.scale, value * second.scale), sized: true, tail: second.tail };
  }
  if (digits !== 1 && digits !== 3) return null;
  const extra = (value * first.scale) / 10 ** digits;
  return { readings: scaled(first.readings, first.scale, extra), sized: first.scale >= 1e3, tail: second.tail };
}

interface Part {
  readings: readonly number[];
  scale: number;
  tail: string;
  doubtful: boolean;
}

function readPart(text: string): Part | null {
  const numeral = NUMERAL.exec(text)?.[0] ?? '';
  const readings = readNumeral(numeral);
  if (readings === null) return null;
  let tail = text.slice(numeral.length);
  let scale = 1;
  let doubtful = false;
  // A size may stand against the digits (12tr, 2k) and a currency against the size (12trđ).
  for (let word = sizeWord(tail); word !== null; word = sizeWord(tail)) {
    scale *= scaleOf(word.size) ?? 1;
    tail = word.tail;
    doubtful = DOUBTFUL_SIZES.includes(word.size) && isOtherWord(tail);
  }
  return { readings, scale, tail: tail.trimStart(), doubtful };
}

function sizeWord(tail: string): { size: string; tail: string } | null {
  const [all = '', size = ''] = /^\s*(tr(?=đ|d(?!\p{L}))|\p{L}+)/u.exec(tail) ?? [];
  return scaleOf(size) === null ? null : { size, tail: tail.slice(all.length) };
}

function isOtherWord(tail: string): boolean {
  return /^\s*\p{L}/u.test(tail) && sizeWord(tail) === null;
}

function scaled(readings: readonly number[], scale: number, extra: number): number[] {
  // 1.1 * 1e6 is not quite 1100000 in binary.
  return readings.map((reading) => Math.round((reading * scale + extra) * 1e4) / 1e4);
}
