import type { Day } from '../domain/calendar.ts';
import { spelled } from '../language/spelled.ts';
import type { SaidLater } from '../language/time/later-day.ts';
import { takeLaterDay } from '../language/time/later-day.ts';

/** A report and the day that was said for it; null = it is not sure which day is meant, and has to be asked. */
export interface ReportDay {
  period: string;
  day: SaidLater | null;
}

/** What a clause names. */
interface Named {
  periods: readonly string[];
  days: readonly SaidLater[];
}

type Token = { period: string } | { day: SaidLater };

/** Between two reports, or between the day of one and the name of the next. */
const CLAUSES = new RegExp(
  `[;\\n]|[.,](?=\\s)|(?<=\\s)(?:${spelled('và|còn|rồi|riêng|nhưng|mà|với|cùng|đồng thời|sau đó|xong')})(?=\\s)|(?<=\\d\\/\\d{1,4})\\s+(?=(?:${spelled('báo cáo|bc|tháng')})\\s|t\\d)`,
  'iu',
);
const IN_TURN = new RegExp(`(?<!\\p{L})${spelled('lần lượt')}(?!\\p{L})`, 'iu');

/**
 * "Báo cáo năm đến 18/12 và báo cáo tháng 12 đến 20/12": each report with its own day. Null where there are not two of each. Of several days
 * in one order only the last is read, and would be given to the first report: where it is not sure which belongs to which, none is.
 */
export function reportDaysIn(words: string, read: (clause: string) => Named): ReportDay[] | null {
  const clauses = words.split(CLAUSES).map(read);
  const tokens = clauses.flatMap(tokensIn);
  const periods = [...new Set(tokens.flatMap((one) => ('period' in one ? [one.period] : [])))];
  const days = tokens.flatMap((one) => ('day' in one ? [one.day] : []));
  if (periods.length < 2 || days.length < 2) return null;
  const isPlain = clauses.every((one) => one.periods.length < 2 && one.days.length < 2);
  const isOnceEach = tokens.length === periods.length + days.length;
  if (isOnceEach && IN_TURN.test(words) && days.length === periods.length)
    return periods.map((period, at) => ({ period, day: days[at] ?? null }));
  const paired = isOnceEach && isPlain ? (pair(tokens) ?? pair(tokens.toReversed())?.toReversed()) : null;
  return paired ?? periods.map((period) => ({ period, day: null }));
}

/** Every day a clause names, in its order, and the clause without them. */
export function daysIn(clause: string, today: Day): { days: SaidLater[]; rest: string } {
  const taken = takeLaterDay(clause, today);
  if (taken === null) return { days: [], rest: clause };
  const { days, rest } = daysIn(taken.rest, today);
  return { days: [...days, taken.later], rest };
}

/** Report before day, whichever was said first: a clause with both is told from either end. */
function tokensIn({ periods, days }: Named): Token[] {
  return [...periods.map((period) => ({ period })), ...days.map((day) => ({ day }))];
}

/** Each day counts for the reports that were named since the one before; null where a day or a report stands alone. */
function pair(tokens: readonly Token[]): ReportDay[] | null {
  const pairs: ReportDay[] = [];
  let pending: string[] = [];
  for (const token of tokens) {
    if ('period' in token) pending.push(token.period);
    else if (pending.length === 0) return null;
    else {
      pairs.push(...pending.map((period) => ({ period, day: token.day })));
      pending = [];
    }
  }
  return pending.length === 0 ? pairs : null;
}
