import type { Day } from '../../domain/calendar.ts';
import { monthAt, monthIndex } from '../../domain/month.ts';
import { FREQUENCIES, type Frequency } from '../../domain/period-kinds.ts';
import { fold, foldInPlace, lower, tidy } from '../fold.ts';
import { splitHeader } from '../report/report-header.ts';

/** A period somebody named and the rest of what they said. */
export interface NamedPeriod {
  /** In the shape of its kind: `2026-11`, `2026-Q4`, `2026-H1`, `2026-9M` or `2026`. */
  key: string;
  rest: string;
}

const MONTH_NUMBERS: Readonly<Record<string, number>> = {
  một: 1,
  giêng: 1,
  hai: 2,
  ba: 3,
  tư: 4,
  bốn: 4,
  năm: 5,
  sáu: 6,
  bảy: 7,
  bẩy: 7,
  tám: 8,
  chín: 9,
  mười: 10,
  'mười một': 11,
  'mười hai': 12,
  chạp: 12,
};
const START = String.raw`(?<![\p{L}\p{N}_/.-])`;
/** Not in the middle of a word, a number or a date. */
const END = String.raw`(?![\p{L}\p{N}_]|[/.-]\d)`;
const YEAR = String.raw`(?:\s*[/.-]\s*(?<year>20\d\d|[2-4]\d)|\s+(?:nam\s+)?(?<long>20\d\d)|\s+nam\s+(?<word>nay|ngoai|truoc|roi))`;
/** Longest first, so that "mười một" is not "mười". */
const WORDS = foldInPlace(
  Object.keys(MONTH_NUMBERS)
    .sort((a, b) => b.length - a.length)
    .join('|'),
);

/** What a match is read with: the text as typed, the day it is today, and the year that was said. */
interface Said {
  match: RegExpExecArray;
  tidied: string;
  today: Day;
  year: number | null;
  /** Whether "kỳ này" is a month. */
  isMonthly: boolean;
}

/** How one kind of period is written, on folded text, and the key that a match means. */
interface Shapes {
  patterns: readonly string[];
  keyOf(said: Said): string | null;
}

const ROMAN: Readonly<Record<string, number>> = { i: 1, ii: 2, iii: 3, iv: 4, mot: 1, hai: 2, ba: 3, tu: 4, bon: 4 };
/** "6 tháng năm 2026", "9 tháng đầu năm": the year's own word, and not "năm" as the fifth month. */
const OF_YEAR = String.raw`(?:\s+nam(?=\s+(?:dau|cuoi)|\s*$|\s+\D))?`;

/** "Báo cáo Nam Sách": with a capital, or beside words with marks and before a word that begins nothing else, "nam" is no year. */
const NO_YEAR =
  /\p{Ll}.*(?<!\p{L})Nam$|[^\p{ASCII}\s].*(?<!\p{L})nam(?=\s+(?!(?:cho|của|này|nay|thì|đến|tới|trước|và|vì|do|để|chưa|đã|với|là|ai|có|hạn|nộp)(?!\p{L}))\p{L})/u;

const SHAPES: Readonly<Record<Frequency, Shapes>> = {
  monthly: {
    patterns: [
      String.raw`(?:thang\s+|t)?(?<year>20\d\d)\s?[-/.]\s?(?<month>0?[1-9]|1[0-2])`,
      String.raw`(?:thang|thg|th|t)[ .]?\s*(?<month>0?[1-9]|1[0-2])${YEAR}?`,
      String.raw`(?<month>0?[1-9]|1[0-2])\s?[/.-]\s?(?<year>20\d\d)`,
      String.raw`thang\s+(?<spelled>${WORDS})(?!\s+lan)${YEAR}?`,
      String.raw`(?<unit>thang|ky)\s+(?<relative>nay|truoc|vua roi|roi|vua qua|qua|sau|toi)`,
    ],
    keyOf({ match, tidied, today, year, isMonthly }) {
      const { month, spelled, unit, relative } = match.groups ?? {};
      if (relative !== undefined) {
        const typed = lower(tidied.slice(match.index, match.index + match[0].length));
        const isDoubtful = unit === 'thang' && /^thang (?:sau|toi)$|(?:sáu|tôi|tối)$/u.test(typed);
        if (isDoubtful || (unit === 'ky' && !isMonthly)) return null;
        return monthAt(monthIndex(today) + stepOf(relative));
      }
      const said = spelled === undefined ? Number(month) : spelledMonth(match, spelled, tidied);
      if (said === null) return null;
      return `${year ?? nearestYear(said, today)}-${String(said).padStart(2, '0')}`;
    },
  },
  quarterly: {
    patterns: [
      String.raw`(?<year>20\d\d)\s*[-/ ]\s*q(?<quarter>[1-4])`,
      String.raw`(?:quy|q)\s?(?<quarter>[1-4]|iv|i{1,3}|mot|hai|ba|tu|bon)${YEAR}?`,
      String.raw`quy\s+(?<relative>nay|truoc|vua roi|vua qua)`,
    ],
    keyOf({ match, today, year }) {
      const { quarter = '', relative } = match.groups ?? {};
      if (relative !== undefined) {
        const month = monthAt(monthIndex(today) - (relative === 'nay' ? 0 : 3));
        return `${month.slice(0, 4)}-Q${Math.ceil(Number(month.slice(5)) / 3)}`;
      }
      const number = ROMAN[quarter] ?? Number(quarter);
      return `${year ?? nearestYear(number * 3, today)}-Q${number}`;
    },
  },
  'half-yearly': {
    patterns: [
      String.raw`(?<year>20\d\d)\s*[-/ ]\s*h(?<half>[12])`,
      `h(?<half>[12])${YEAR}?`,
      String.raw`(?:6|sau)\s?(?:thang|th|t)(?:\s+(?<end>dau|cuoi))?${OF_YEAR}${YEAR}?`,
      String.raw`nua\s+(?<end>dau|cuoi)(?:\s+nam)?${YEAR}?`,
    ],
    keyOf({ match, today, year }) {
      const { half, end } = match.groups ?? {};
      const number = half ?? (end === 'cuoi' ? '2' : '1');
      return `${year ?? nearestYear(Number(number) * 6, today)}-H${number}`;
    },
  },
  'nine-monthly': {
    patterns: [
      String.raw`(?<year>20\d\d)\s*[-/ ]\s*9m`,
      String.raw`(?:9|chin)\s?(?:thang|th|t)(?:\s+dau)?${OF_YEAR}${YEAR}?`,
    ],
    keyOf: ({ today, year }) => `${year ?? nearestYear(9, today)}-9M`,
  },
  yearly: {
    patterns: [
      String.raw`(?:ca\s+)?nam\s+(?:(?<long>20\d\d)|(?<word>nay|ngoai|truoc))`,
      String.raw`(?:ca|bao cao|bc|ky)\s+nam`,
      String.raw`(?:vao|sang|cua|cho|ben)\s+nam(?=\s+(?:ho|giup|nhe|luon|di|nua|a|em|chi|anh|minh|voi|day)(?:\s|$)|\s*(?:[,.;]|$))`,
    ],
    keyOf({ match, tidied, today, year }) {
      const to = match.index + match[0].length;
      const isName = [to, to + 12].some((end) => NO_YEAR.test(tidied.slice(match.index, end)));
      return isName ? null : String(year ?? nearestYear(12, today));
    },
  },
  // Asked for by its title: a bare date names no report.
  once: { patterns: [], keyOf: () => null },
};

/** Of those found, the one that begins first counts, and of these the longest. */
const PATTERNS = FREQUENCIES.flatMap((frequency) =>
  SHAPES[frequency].patterns.map((pattern) => ({ frequency, shape: new RegExp(START + pattern + END, 'gu') })),
);
const ALONE =
  /^\s*(?:(?:(?:y|em|e|chi|c|anh|toi|minh|la|thi|con|a|u|uh|o)\s+)*nam|(?<long>20\d\d))(?=\s*$|\s*[\n#]|\s+(?:cung|deu)\s)|^\s*(?<first>20\d\d)(?=\s)/u;
const BEFORE = ['bao cao', 'bc', 'ky', 'cua', 'cho', 'trong', 'dot'];
const POLITE = /^(?:(?:da|a|nhe|nha|em|di|voi|giup|luon|bao cao|bc)(?: |$))*$/;

/**
 * The period named in the head of a text (its first line, up to the first `:` or `=`, so that a report's own words are not taken
 * for one), or null. `rest` is the text without it. The head of our own template counts too, and stays in `rest`.
 *
 * Without a year it is the nearest sensible one: the period whose last month lies at most 9 months back or 2 ahead of `today`
 * (`YYYY-MM-DD`). In November 2026 "t12" is 2026-12, "t1" 2027-01 and "t2" 2026-02. "Kỳ này", "kỳ trước" are months where the plan
 * has monthly reports (`isMonthly`), else no period that could be told from the word.
 */
export function parsePeriod(text: string, today: string, isMonthly = true): NamedPeriod | null {
  const tidied = tidy(text);
  const split = splitHeader(tidied.trim().split('\n')[0] ?? '');
  if (split?.before === '') return { key: split.header.period, rest: tidied.trim() };
  const folded = foldInPlace(tidied);
  const head = /^\s*[^\n:=]*/.exec(folded)?.[0] ?? '';
  for (const { frequency, match } of candidates(head)) {
    const key = SHAPES[frequency].keyOf({ match, tidied, today, year: yearOf(match, today), isMonthly });
    if (key !== null) return { key, rest: without(tidied, folded, match) };
  }
  return null;
}

/** Every period a text speaks of, each once, in the order of the text: "t10 lẫn t11", "báo cáo tháng 12 với báo cáo năm". */
export function periodsIn(text: string, today: string, isMonthly = true): string[] {
  const tidied = tidy(text);
  const keys = new Set<string>();
  let end = 0;
  for (const { frequency, match } of candidates(foldInPlace(tidied))) {
    if (match.index < end) continue;
    const key = SHAPES[frequency].keyOf({ match, tidied, today, year: yearOf(match, today), isMonthly });
    if (key === null) continue;
    keys.add(key);
    end = match.index + match[0].length;
  }
  return [...keys];
}

interface Candidate {
  frequency: Frequency;
  match: RegExpExecArray;
}

function candidates(head: string): Candidate[] {
  const found = PATTERNS.flatMap(({ frequency, shape }): Candidate[] =>
    [...head.matchAll(shape)].map((match) => ({ frequency, match })),
  );
  const alone = ALONE.exec(head);
  if (alone !== null) found.push({ frequency: 'yearly', match: alone });
  return found.sort((a, b) => a.match.index - b.match.index || b.match[0].length - a.match[0].length);
}

function stepOf(relative: string): number {
  if (relative === 'nay') return 0;
  return relative === 'sau' || relative === 'toi' ? 1 : -1;
}

/** Typed with accents they have to be the right ones; "thang sau" without any may be June or next month. */
function spelledMonth(match: RegExpExecArray, spelled: string, tidied: string): number | null {
  const at = match.index + match[0].indexOf(spelled, 'thang'.length);
  const typed = lower(tidied.slice(at, at + spelled.length));
  const words = Object.keys(MONTH_NUMBERS).filter((word) => foldInPlace(word) === spelled);
  if (typed === 'sau') return null;
  const word = words.find((one) => one === typed) ?? (foldInPlace(typed) === typed ? words[0] : undefined);
  return word === undefined ? null : (MONTH_NUMBERS[word] ?? null);
}

function yearOf(match: RegExpExecArray, today: string): number | null {
  const { year, long, first, word } = match.groups ?? {};
  const typed = year ?? long ?? first;
  if (typed !== undefined) return typed.length === 2 ? 2000 + Number(typed) : Number(typed);
  if (word === undefined) return null;
  return Number(today.slice(0, 4)) - (word === 'nay' ? 0 : 1);
}

/** The year in which that month lies 9 months back at most, or 2 ahead: of any twelve in a row there is one. */
function nearestYear(month: number, today: string): number {
  const now = monthIndex(today);
  const thisYear = Math.floor(now / 12);
  const distance = thisYear * 12 + month - 1 - now;
  if (distance > 2) return thisYear - 1;
  return distance < -9 ? thisYear + 1 : thisYear;
}

function without(tidied: string, folded: string, match: RegExpExecArray): string {
  const before = tidied.slice(0, leadFrom(folded, match.index)).trim();
  const after = tidied.slice(match.index + match[0].length).replace(/^[ \t]*[,;:.-]*[ \t]*/, '');
  const rest = before === '' || after.startsWith('\n') ? `${before}${after}` : `${before} ${after}`;
  return POLITE.test(fold(rest)) ? '' : rest.trim();
}

/** Where the words that lead to a period begin. Walked backwards: a pattern would try again from every word of a long row. */
function leadFrom(folded: string, end: number): number {
  for (let from = end; ; ) {
    let at = from;
    while (at > 0 && /\s/.test(folded.charAt(at - 1))) at--;
    const word = at < from ? BEFORE.find((one) => folded.endsWith(one, at)) : undefined;
    if (word === undefined || /\S/.test(folded.charAt(at - word.length - 1))) return from;
    // "Tứ Kỳ tháng 12": the end of a place's name.
    if (word === 'ky' && /(?:^|\s)tu\s+$/u.test(folded.slice(0, at - word.length))) return from;
    from = at - word.length;
  }
}
