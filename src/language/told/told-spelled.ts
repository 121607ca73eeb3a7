import { foldInPlace, lower } from '../fold.ts';
import { isDigitWord, readNumberWords } from '../number/number-words.ts';
import type { Figure } from './told-figures.ts';

const COUNTED_NEXT =
  /^(?:cuoc|buoi|lop|hoi|tin|bai|luot|nguoi|pano|pa|to|chuong|tap|san|toa|doan|dai|dong|hoc|can|video|phong|clip|post)$/u;
/** Before "năm" where it is a year: "trong năm", "cuối năm", "tháng 12 năm". */
const BEFORE_YEAR = /^(?:trong|cuối|đầu|cả|giữa|hằng|hàng|mỗi|từng|qua|nhiều|một|trước|sau|các|tháng|quý)$/u;
const MILLION = 1_000_000;

interface Typed {
  word: string;
  at: number;
}

/**
 * "Hai cuộc hội nghị", "một trăm rưỡi người dự", "năm mươi triệu", "tin bài hai chục": where what they count stands beside them. "Năm nay",
 * "cuối năm hội nghị" and "như sau: tin" are no figures.
 */
export function spelledFigures(said: string, from: number, text: string, nounEnds: ReadonlySet<number>): Figure[] {
  const typed = [...said.slice(from, from + text.length).matchAll(/\p{L}+/gu)].map((match) => ({
    word: lower(match[0]),
    at: from + match.index,
  }));
  const isMarked = hasMarks(said);
  const figures: Figure[] = [];
  for (let at = 0; at < typed.length; at++) {
    const start = typed[at];
    if (start === undefined) continue;
    const isBehindNoun = nounEnds.has((typed[at - 1]?.at ?? 0) + (typed[at - 1]?.word.length ?? 0));
    const isOnly =
      isBehindNoun &&
      isDigitWord(start.word) &&
      isEnd(typed.slice(at + 1)) &&
      !isLater(start, said.slice(from, start.at), isMarked);
    if (!isOnly && !begins(said, start, typed[at - 1], isMarked)) continue;
    const read = readNumberWords(typed.slice(at, at + LONGEST).map(({ word }) => word));
    const last = read === null ? undefined : typed[at + read.used - 1];
    if (read === null || last === undefined) continue;
    const next = typed[at + read.used];
    const to = last.at + last.word.length;
    const isMoney = read.value >= MILLION;
    const isJoined = next !== undefined && /^\s*(?:\(\s?\d{1,4}\s?\)\s*)?$/u.test(said.slice(to, next.at));
    const isCounted = isJoined && COUNTED_NEXT.test(foldInPlace(next.word));
    // "Tin bài hai chục", "tin bai ba chu": the word before it is what it counts.
    const before = typed[at - 1];
    const isOfNoun = before !== undefined && nounEnds.has(before.at + before.word.length);
    const isLast = isEnd(typed.slice(at + read.used)) && at > 0 && (read.used > 1 || isOfNoun);
    if (!isMoney && !isCounted && !isLast) continue;
    // "Tin bai sau": six, or those after? It is asked.
    const isRough = read.used === 1 && isLast && !isCounted && (UNSURE.has(start.word) || isOther(start, isMarked));
    figures.push({ from: start.at, to, raw: isMoney ? `${read.value} đồng` : String(read.value), isRough });
    at += read.used - 1;
  }
  return figures;
}

/** "Mai bổ sung kinh phí sau": later, and no six. */
function isLater({ word }: Typed, before: string, isMarked: boolean): boolean {
  return (
    word === 'sau' &&
    (isMarked || /(?<!\p{L})(?:bo sung|gui|bao|de|cap nhat|nop|ghi|lam)(?!\p{L})/u.test(foldInPlace(before)))
  );
}

/** Written-out tens and more: they count something, whether it was made out or not. */
export function hasNumberWords(said: string): boolean {
  return /(?<!\p{L})(?:mười|mươi|chục|trăm|nghìn|ngàn|triệu)(?!\p{L})/u.test(lower(said));
}

/** Behind a label alone and typed without its mark: as likely another word. */
const UNSURE = new Set(['nam', 'sau', 'tam']);
const COURTEOUS = /^(?:a|nhe|nha|nhes|thoi|chu|roi|luon|em|e|bot|ad|day|do|cai|ma|ak|ah)$/u;

function isEnd(typed: readonly Typed[]): boolean {
  return typed.every(({ word }) => COURTEOUS.test(foldInPlace(word)));
}

function isOther({ word }: Typed, isMarked: boolean): boolean {
  return isMarked && AMBIGUOUS.has(word);
}

const LONGEST = 12;
const AMBIGUOUS = new Set(['nam', 'sau', 'bay', 'tam', 'bon', 'mot', 'chin']);

function begins(said: string, { word, at }: Typed, before: Typed | undefined, isMarked: boolean): boolean {
  if (!(isDigitWord(word) || word === 'mười' || word === 'muoi') || /\d\s*$/u.test(said.slice(Math.max(0, at - 8), at)))
    return false;
  // Whoever types marks types them on numbers as well: "như sau" is no six.
  if (isMarked && AMBIGUOUS.has(word)) return false;
  if (word === 'nam' || word === 'sau')
    return before === undefined || !/^(?:nhu|trong|cuoi|dau|ca|giua)$/u.test(before.word);
  return word !== 'năm' || before === undefined || !BEFORE_YEAR.test(before.word);
}

function hasMarks(said: string): boolean {
  return foldInPlace(said) !== said.toLowerCase();
}
