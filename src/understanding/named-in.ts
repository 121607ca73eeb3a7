import { frequencyOf, PERIOD_KINDS } from '../domain/period-kinds.ts';
import { fieldOfRole } from '../domain/report-form.ts';
import { documentNumberIn } from '../language/document/document-number.ts';
import { beforeReason } from '../language/reason-word.ts';
import { parseReport } from '../language/report/report-template.ts';
import { takeLaterDay } from '../language/time/later-day.ts';
import { periodsIn } from '../language/time/period-word.ts';
import { hasFigures } from '../language/told/told-figures.ts';
import { withoutAsBefore } from '../language/wish-words.ts';
import { splitExcept } from './except.ts';
import type { Meaning, Situation } from './meaning.ts';
import { nameReport } from './name-report.ts';
import { unitIn } from './name-unit.ts';
import { NOT_THAT } from './order-stance.ts';
import { tellsOfSeveral } from './wish.ts';

/** The report, period and unit that words name. */
export function namesIn(words: string, situation: Situation) {
  const report = nameReport(words, { ...situation, units: situation.units.map(({ code }) => code) });
  return {
    report,
    period: report.period,
    unit: report.unit ?? unitIn(splitExcept(beforeReason(words)).whom, situation.units),
  };
}

/** Whether the words name a report by its number, title or period. */
export function namesReport(words: string, situation: Situation): boolean {
  const { report } = namesIn(words, situation);
  return report.task !== null || report.period !== null || report.obligations !== null;
}

/** Values by the form of the report that was named, else by the first form that reads any. */
export function fieldsIn(
  text: string,
  obligations: readonly string[] | null,
  { reports, forms }: Situation,
  intent: string,
): Meaning['fields'] {
  const named = reports.filter(({ code }) => obligations?.includes(code) === true).map(({ form }) => form);
  const candidates = named.length === 0 ? forms : forms.filter(({ code }) => named.includes(code));
  const number = intent === 'daguivanban' ? documentNumberIn(text) : null;
  const field = candidates.map(({ fields }) => fieldOfRole(fields, 'document')).find((one) => one !== null);
  const document = number === null || field === undefined ? {} : { [field.key]: number };
  for (const form of candidates) {
    const { values } = parseReport(form, text);
    if (Object.keys(values).length > 0) return { ...values, ...document };
  }
  return document;
}

/** Whether a form counts something of what is told. */
export function readsFigures(text: string, { forms }: Pick<Situation, 'forms'>): boolean {
  return forms.some((form) => {
    const { values, faults } = parseReport(form, text);
    return Object.values(values).some((value) => typeof value === 'number') || faults.length > 0;
  });
}

/** Values of what is told of somebody else's report: behind its names, or in a clause behind the first. */
export function fieldsToldOf(
  text: string,
  obligations: readonly string[] | null,
  situation: Situation,
): Meaning['fields'] {
  const { units } = situation;
  const { rest } = nameReport(text, { ...situation, units: units.map(({ code }) => code), names: units });
  const clause = text.slice(text.indexOf(',') + 1);
  const read = [text, rest, clause].map((words) => fieldsIn(words, obligations, situation, ''));
  return read.find((values) => Object.keys(values).length > 0) ?? {};
}

/** Whether some report of the plan has such a period: not a quarter, nor the second half-year, where only the first is reported on. */
export function isOfPlan(period: string, { reports }: Pick<Situation, 'reports'>): boolean {
  const frequency = frequencyOf(period);
  if (frequency === null) return false;
  const part = PERIOD_KINDS[frequency].part(period);
  return reports.some(
    (report) =>
      report.frequency === frequency &&
      (report.parts === undefined || report.parts.length === 0 || report.parts.includes(part)),
  );
}

/** Whether a period ends in a month to come. */
export function isAhead(period: string, today: string): boolean {
  const frequency = frequencyOf(period);
  return frequency !== null && PERIOD_KINDS[frequency].lastMonth(period) > today.slice(0, 7);
}

/** Longer, a text tells a story. */
const LONGEST = 400;

/** What is only looked up is shown for whatever was named. */
const LOOKED_UP: ReadonlySet<string> = new Set(
  'han nhiemvu lich visao trogiup tailieu gapnguoi camon danhan huy toi nhac hen'.split(' '),
);
const REPORTED: ReadonlySet<string> = new Set(['nop', 'xuat', 'tonghop', 'khongphatsinh']);

/**
 * Why a sentence that is understood is asked about all the same: it speaks of two periods, of one that the plan does not have, or
 * of figures none of which can be read.
 */
export function doubtIn(
  text: string,
  { intent, period, fields }: Pick<Meaning, 'intent' | 'period' | 'fields'>,
  situation: Situation,
): 'periods' | 'several' | 'period' | 'figures' | null {
  const isMixed = namesPeriods(text, intent, situation);
  // One after the other is done about them.
  if (isMixed && tellsOfSeveral(text, situation.today).length > 1) return 'several';
  if (isMixed && (!LOOKED_UP.has(intent) || Object.keys(fields).length > 0)) return 'periods';
  if (period !== null && REPORTED.has(intent) && !isOfPlan(period, situation)) return 'period';
  if (intent !== 'nop' || text.includes('\n') || !hasFigures(text)) return null;
  const isRead = situation.forms.some((form) => {
    const { values, faults, unread } = parseReport(form, text);
    return Object.keys(values).length + faults.length > 0 && !unread.some((part) => /\d/u.test(part));
  });
  return isRead ? null : 'figures';
}

/** Whether one line of words that mean this speaks of two periods. */
export function namesPeriods(text: string, intent: string, situation: Situation): boolean {
  if (text.includes('\n')) return false;
  const isMonthly = situation.reports.some(({ frequency }) => frequency === 'monthly');
  // "Đến t6" is Friday there, and no June.
  const later = intent === 'giahan' ? (takeLaterDay(text, situation.today)?.rest ?? text) : text;
  // "Miễn tháng 12 cho các đơn vị đã nộp báo cáo năm": the second period says for whom.
  const all = intent === 'dondoc' ? later.replace(NOT_THAT, '') : later;
  const said = intent === 'giahan' || intent === 'mien' ? all.replace(FOR_WHOM, '') : all;
  const head = /^[^:=]*/u.exec(said)?.[0].slice(0, LONGEST) ?? '';
  return periodsIn(withoutAsBefore(head) ?? head, situation.today, isMonthly).length > 1;
}

const FOR_WHOM = /(?<!\p{L})(?:đã|chưa|da|chua)\s+(?:nộp|gửi|báo cáo|nop|gui|bao cao)(?!\p{L}).*$/iu;
