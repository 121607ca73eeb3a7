import type { Day } from '../domain/calendar.ts';
import { addDays } from '../domain/calendar.ts';
import { fold } from '../language/fold.ts';
import { parseDueDay } from '../language/time/day-word.ts';

/** "giao chị Hoa số hội nghị trước thứ Sáu": to whom, until when (the last day in time), and what is left of the words. */
export interface AssignWords {
  /** Null: nobody was named, or several fit. */
  person: number | null;
  dueOn: Day | null;
  rest: string;
}

const LEADING = new Set('giao phan cong nho chuyen cho viec phan em lam giup giup voi a hay'.split(' '));
const TITLES = new Set('anh chi em co chu bac dong chi dc ban ba ong'.split(' '));
/** A day begins with one of these or has a stroke: a bare number is a figure. */
const DAY_BEGINS = /^(?:truoc|den|han|het|toi|cham|ngay|thu|t[2-7]|mai|hom|cuoi|cn|chu|trong|\d{1,2}[/-]\d{1,2})/u;
const LONGEST_DAY = 8;

export function readAssign(
  typed: string,
  colleagues: readonly { person: number; name: string }[],
  today: Day,
): AssignWords {
  const words = typed
    .trim()
    .split(/\s+/u)
    .filter((word) => word !== '');
  const { day, left } = takeDay(words, today);
  const named = takeName(left, colleagues);
  let rest = named.left;
  while (rest[0] !== undefined && LEADING.has(plainWord(rest[0]))) rest = rest.slice(1);
  return { person: named.person, dueOn: day, rest: rest.join(' ').replace(/^[,;:.\s]+|[,;:.\s]+$/gu, '') };
}

/** The last day in time, where a day was asked for: a bare number is a day too. */
export function readInnerDay(typed: string, today: Day): Day | null {
  const said = /^\d{1,2}$/u.test(typed.trim()) ? `ngày ${typed.trim()}` : typed;
  return takeDay(said.trim().split(/\s+/u), today).day;
}

function takeDay(words: readonly string[], today: Day): { day: Day | null; left: readonly string[] } {
  for (let from = 0; from < words.length; from += 1) {
    if (!DAY_BEGINS.test(plainWord(words[from] ?? ''))) continue;
    for (let to = Math.min(words.length, from + LONGEST_DAY); to > from; to -= 1) {
      const said = parseDueDay(words.slice(from, to).join(' '), today);
      if (said === null) continue;
      const day = said.word === 'before' ? addDays(said.day, -1) : said.day;
      return { day, left: [...words.slice(0, from), ...words.slice(to)] };
    }
  }
  return { day: null, left: words };
}

/** The longest run of words that is somebody's name or the end of it; titles beside it go with it. */
function takeName(
  words: readonly string[],
  colleagues: readonly { person: number; name: string }[],
): { person: number | null; left: readonly string[] } {
  for (let length = Math.min(5, words.length); length >= 1; length -= 1) {
    for (let from = 0; from + length <= words.length; from += 1) {
      const said = words
        .slice(from, from + length)
        .map(plainWord)
        .join(' ');
      const fitting = colleagues.filter(({ name }) => ` ${fold(name)}`.endsWith(` ${said}`));
      const [only, another] = fitting;
      if (only === undefined || another !== undefined) continue;
      let start = from;
      while (start > 0 && TITLES.has(plainWord(words[start - 1] ?? ''))) start -= 1;
      return { person: only.person, left: [...words.slice(0, start), ...words.slice(from + length)] };
    }
  }
  return { person: null, left: words };
}

function plainWord(word: string): string {
  return fold(word).replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '');
}

/** Of whose work somebody asks: everything, what is due this week, or what is overdue; null: the question is not about their own. */
export function readOwnWork(typed: string): 'all' | 'week' | 'overdue' | null {
  const said = fold(typed);
  if (/\b(?:qua han|tre han|muon han|cham han)\b/u.test(said)) return 'overdue';
  // "Em mới nhận việc tuần này, phải làm gì ạ": all there is to do.
  if (/\bmoi (?:nhan|vao|ve|tiep nhan|duoc giao|thay|phu trach|lam)\b/u.test(said)) return 'all';
  if (/\btuan (?:nay|ni)\b/u.test(said)) return 'week';
  return /\b(?:viec|nhiem vu|phan viec)(?: nao| gi)? (?:cua )?(?:toi|em|minh)\b|\b(?:toi|em|minh) co viec\b/u.test(said)
    ? 'all'
    : null;
}
