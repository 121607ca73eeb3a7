import { readReply } from '../language/choice-word.ts';
import { fold } from '../language/fold.ts';
import { NOTHING_TO_REPORT } from '../language/report/nothing-to-report.ts';
import { saysSendAll } from '../language/review-reply.ts';
import { parsePeriod, periodsIn } from '../language/time/period-word.ts';
import { hasFigures } from '../language/told/told-figures.ts';
import {
  asksHowToReport,
  asksOneByOne,
  isOnlyAround,
  saysOfEach,
  wantsForm,
  withoutAsBefore,
} from '../language/wish-words.ts';
import type { Asked } from './asked.ts';
import type { Situation } from './meaning.ts';
import type { CommandSaid } from './new-order.ts';

const LONGEST = 100;
/** "Năm", "5": by itself a number as well. */
const NO_PERIOD = /^(?:nam|20\d\d|\d+)$/u;

/**
 * That a report is to be begun, in few words that no command's name begins: "t11", "rồi tới 6 tháng", "bác muốn báo cáo tháng 12", "cháu hỏi từng
 * câu đi", "cho e cái mẫu". Null where anything else is said.
 */
export function readWish(text: string, { today, reports }: Situation, asked: Asked | null): CommandSaid | null {
  if (text.length > LONGEST || text.includes('\n') || text.startsWith('/') || /[=]/u.test(text)) return null;
  const nop = (args: string): CommandSaid => ({ name: 'nop', args });
  if (asksOneByOne(text)) return nop('từng câu');
  if (tellsOfSeveral(text, today).length > 1) return nop(text);
  if (saysSendAll(text)) return nop('');
  const each = saysOfEach(text);
  if (each !== null && readReply(each) === 'nothing') return nop(NOTHING_TO_REPORT);
  const isMonthly = reports.some(({ frequency }) => frequency === 'monthly');
  const said = withoutAsBefore(text) ?? text;
  const named = hasFigures(said) || NO_PERIOD.test(fold(said)) ? null : parsePeriod(said, today, isMonthly);
  const isAlone = named !== null && periodsIn(said, today, isMonthly).length === 1;
  // "150 ng là của t11": a figure, whatever it counts.
  if (isAlone && !/\d/u.test(named.rest) && (isOnlyAround(named.rest) || asksOneByOne(named.rest))) return nop(text);
  // "Báo cáo năm làm thế nào": that report is begun, with its ways.
  if (isAlone && asksHowToReport(named.rest)) return nop(named.key);
  if (asked?.isSure === true) return null;
  return asksHowToReport(text) || wantsForm(text) ? nop('') : null;
}

const LONGEST_OF_SEVERAL = 400;

/** The parts of a text that are each about another period: "t10 2 hội nghị 60 người, t11 3 hội nghị 90 người". None where it is about one. */
export function tellsOfSeveral(text: string, today: string): string[] {
  if (text.length > LONGEST_OF_SEVERAL || text.includes('\n') || text.includes('=')) return [];
  const parts: string[] = [];
  for (const clause of text.split(/[,;]+\s+|\s+(?:còn|con)\s+(?=t(?:háng|hang)?\s?\d)/u)) {
    const named = parsePeriod(clause, today);
    const isBegun = named !== null && fold(clause).search(BEGINS) === 0;
    if (isBegun || parts.length === 0) parts.push(clause.trim());
    else parts.push(`${parts.pop() ?? ''}, ${clause.trim()}`);
  }
  const keys = new Set(parts.map((part) => parsePeriod(part, today)?.key));
  return parts.length > 1 && keys.size === parts.length && !keys.has(undefined) ? parts : [];
}

const BEGINS =
  /(?:(?:bao cao|bc|em|con|cua|thi|ky) )*(?:thang|thg|th|t) ?\d{1,2}(?!\S*\p{L})|(?:(?:bao cao|bc) )?(?:quy|6 thang|ca nam|nam 20)|(?:bao cao |bc )?nam (?:cung|thi|deu)(?!\S)/u;
