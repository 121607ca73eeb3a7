import type { Obligation } from '../domain/obligation.ts';
import type { Period } from '../domain/period.ts';
import { type Frequency, frequencyOf, PERIOD_KINDS } from '../domain/period-kinds.ts';
import { capital } from './capital.ts';
import { sayDay } from './when.ts';

/** How the periods of one kind are said; `part` is the occurrence in its year, from 1. */
interface PeriodWords {
  /** `tháng 11/2026`, as sentences say it. */
  full(year: string, part: number, key: string): string;
  /** For buttons, where "6T" beside "T6" would be pressed by mistake. */
  short(year: string, part: number, key: string): string;
  /** Words at the end of an obligation's title that say how often: the period stands in their place. */
  inTitle: RegExp | null;
}

const QUARTERS = ['I', 'II', 'III', 'IV'] as const;
const half = (part: number): string => (part === 1 ? 'đầu' : 'cuối');

const WORDS: Readonly<Record<Frequency, PeriodWords>> = {
  monthly: {
    full: (year, part) => `tháng ${part}/${year}`,
    short: (year, part) => `tháng ${part}/${year}`,
    inTitle: /\s(?:hằng |hàng )?tháng$/u,
  },
  quarterly: {
    full: (year, part) => `quý ${QUARTERS[part - 1]}/${year}`,
    short: (year, part) => `quý ${QUARTERS[part - 1]}/${year}`,
    inTitle: /\s(?:hằng |hàng )?quý$/u,
  },
  'half-yearly': {
    full: (year, part) => `6 tháng ${half(part)} năm ${year}`,
    short: (year, part) => `6 tháng ${half(part)} ${year}`,
    inTitle: /\s(?:6|sáu) tháng(?: đầu năm| cuối năm)?$/u,
  },
  'nine-monthly': {
    full: (year) => `9 tháng đầu năm ${year}`,
    short: (year) => `9 tháng đầu ${year}`,
    inTitle: /\s(?:9|chín) tháng(?: đầu năm)?$/u,
  },
  yearly: {
    full: (year) => `năm ${year}`,
    short: (year) => `cả năm ${year}`,
    inTitle: /\s(?:hằng |hàng )?năm$/u,
  },
  // Its title is its name: there is only one period of it.
  once: {
    full: (_year, _part, key) => `hạn ${sayDay(key)}`,
    short: (_year, _part, key) => `hạn ${sayDay(key)}`,
    inTitle: null,
  },
};

/** `tháng 11/2026`, `quý IV/2026`, `6 tháng đầu năm 2026`, `năm 2026`, `hạn 20/11/2026`. */
export function sayPeriodKey(key: string): string {
  return sayKey(key, 'full');
}

/** `tháng 11/2026`, `6 tháng đầu 2026`, `cả năm 2026`. */
function sayPeriodShort(key: string): string {
  return sayKey(key, 'short');
}

type Titled = Pick<Obligation, 'title' | 'frequency'>;

/** `Báo cáo tháng 11/2026`: the obligation's title with the period in place of its frequency. */
export function sayReport(obligation: Titled, period: Pick<Period, 'key'>): string {
  return inTitle(obligation, sayPeriodKey(period.key));
}

/**
 * The same for a button, without the words that all of them share: `tháng 11/2026`, `chuyên đề chuyển đổi số tháng 11/2026`.
 * A one-off keeps them: without, "Báo cáo nhanh về ..." would read "Xem nhanh về ...".
 */
export function sayReportShort(obligation: Titled, period: Pick<Period, 'key'>): string {
  const report = inTitle(obligation, sayPeriodShort(period.key));
  const isNamed = WORDS[obligation.frequency].inTitle === null;
  return report.replace(/^báo cáo\s+/iu, isNamed ? 'báo cáo ' : '');
}

/** `sayReportShort` at the beginning of a label. */
export function sayReportFirst(obligation: Titled, period: Pick<Period, 'key'>): string {
  return capital(sayReportShort(obligation, period));
}

function inTitle({ title, frequency }: Titled, period: string): string {
  const { inTitle: words } = WORDS[frequency];
  if (words === null) return title;
  return words.test(title) ? title.replace(words, ` ${period}`) : `${title}, kỳ ${period}`;
}

function sayKey(key: string, length: 'full' | 'short'): string {
  const frequency = frequencyOf(key);
  if (frequency === null) return key;
  return WORDS[frequency][length](key.slice(0, 4), PERIOD_KINDS[frequency].part(key), key);
}
