import type { Day } from '../domain/calendar.ts';
import type { ReportForm } from '../domain/report-form.ts';
import { isQuestion, plainWords } from '../language/question-form.ts';
import { speaksOfSecrets } from '../language/remark-word.ts';
import { saysSend } from '../language/review-reply.ts';
import { readStandInTalk } from '../language/stand-in-word.ts';
import { parseDueDay } from '../language/time/day-word.ts';
import { periodsIn } from '../language/time/period-word.ts';
import { fieldIn } from './field-in.ts';
import { type FiguresAsked, readFiguresAsked } from './figures-asked.ts';
import type { KnownReport } from './name-report.ts';
import * as words from './side-question-words.ts';

/** What is asked beside everything else, and answered by the plan, the calendar or what is stored. */
export type SideQuestion =
  | { about: 'day'; day: Day }
  | { about: 'holidays'; named: string | null; year: number | null }
  | { about: 'working-days' | 'on-day-off' | 'lateness' | 'plan' | 'paper' | 'secret' | 'bot' | 'calls' }
  /** How the report of that period stands, and until when it is due. */
  | { about: 'report'; period: string }
  /** What goes into a field; no key: which field something is counted in that names none. */
  | { about: 'field'; key: string | null; counts?: true }
  | { about: 'window' | 'take-back' | 'who-filed'; period: string | null }
  /** What a longer report is made of, and from when to when; the reports of several periods beside each other. */
  | { about: 'made-of'; periods: readonly string[] }
  | ({ about: 'figures' } & FiguresAsked)
  | { about: 'year'; key: string | null }
  | {
      about: 'sent-yet' | 'which-figures' | 'who-reports' | 'hand-over' | 'owed' | 'too-hard' | 'contact' | 'approved';
    };

export interface AskingSituation {
  today: Day;
  reports: readonly KnownReport[];
  forms: readonly ReportForm[];
  /** Somebody of a unit, who asks for it; others are only told what is the same for all. */
  isOfUnit: boolean;
  /** A report is being typed. */
  isInReport: boolean;
}

const LONGEST = 200;
/** More questions in one message are a story. */
const MOST = 3;

/**
 * The questions in a text that the bot can answer from data, in their order; empty where there is none. Each clause may hold one: "hôm nay thứ
 * mấy, còn mấy ngày làm việc". Pure and linear in the text.
 */
export function readSideQuestions(text: string, situation: AskingSituation): SideQuestion[] {
  if (text.length > LONGEST || text.trim().includes('\n') || /[=]/u.test(text) || text.startsWith('/')) return [];
  if (speaksOfSecrets(text)) return [{ about: 'secret' }];
  const clauses = text.split(/[,;?]+(?:\s+|$)/u).filter((clause) => clause.trim() !== '');
  const whole = readOne(text, text, situation);
  if (clauses.length < 2 || clauses.length > MOST + 1) return whole === null ? [] : [whole];
  const found = clauses.flatMap((clause) => readOne(clause, text, situation) ?? []);
  const all = found.length === 0 && whole !== null ? [whole] : withoutPartOfAll(found);
  return [...new Map(all.map((one) => [JSON.stringify(one), one])).values()].slice(0, MOST);
}

/** "Báo cáo những gì, cho xem nội dung" asks for all of one report twice. */
function withoutPartOfAll(found: readonly SideQuestion[]): readonly SideQuestion[] {
  const whole = found.find((one) => one.about === 'figures' && one.key === null);
  return whole === undefined ? found : found.filter((one) => one === whole || one.about !== 'figures');
}

/** One clause; what it leaves out (the period) may stand in another one of the text. */
function readOne(clause: string, text: string, situation: AskingSituation): SideQuestion | null {
  const said = plainWords(clause);
  const { isOfUnit, isInReport } = situation;
  if (words.WHO_IS_IT.test(said)) return { about: 'bot' };
  if (!isInReport && words.CALLS.test(said)) return { about: 'calls' };
  if (isOfUnit && words.TAKE_BACK.test(said) && !words.NO_TAKE_BACK.test(plainWords(text)))
    return { about: 'take-back', period: periodIn(text, situation) };
  if (isInReport && readStandInTalk(clause) !== null) return { about: 'hand-over' };
  if (isInReport && words.CONTACT.test(said)) return { about: 'contact' };
  if (isInReport && words.TOO_HARD.test(said) && !/\d/u.test(said) && !saysSend(clause)) return { about: 'too-hard' };
  if (isOfUnit && words.SENT_YET.test(said)) return { about: 'sent-yet' };
  const notYet = isOfUnit && !isInReport ? notYetOf(said, situation) : null;
  if (notYet !== null) return notYet;
  const figures = isOfUnit ? figuresIn(clause, text, situation) : null;
  const periods = periodsIn(plainWords(text), situation.today, isMonthly(situation));
  const isCompared = words.DIFFERENT.test(said) && periods.length > 1;
  if (isOfUnit && isCompared) return { about: 'made-of', periods };
  if (!isQuestion(clause) && !isQuestion(text)) return figures;
  const [period = null, another] = periodsIn(said, situation.today, isMonthly(situation));
  const ofDay = readDay(said, situation);
  if (ofDay !== null) return ofDay;
  const isMadeOf = words.MADE_OF.test(said) && (words.LONGER.test(said) || isInReport);
  if (isOfUnit && isMadeOf) return { about: 'made-of', periods };
  const ofForm = readForm(clause, said, situation, period);
  if (ofForm !== null) return ofForm;
  if (figures !== null) return figures;
  if (words.PLAN.test(said)) return { about: 'plan' };
  if (!isOfUnit) return null;
  if (words.APPROVED.test(said)) return { about: 'approved' };
  if (words.STILL_OWED.test(said)) return { about: 'owed' };
  if (words.PAPER.test(said)) return { about: 'paper' };
  if (isInReport && words.WHICH_FIGURES.test(said)) return { about: 'which-figures' };
  // "Kỳ 10 đã nộp rồi à? Ai nộp vậy?"
  const isFiled = words.WHO_DID.test(plainWords(text)) || /\bdo ai\b/u.test(said);
  if (isFiled && words.WHO_FILED.test(said)) return whoFiled(text, situation);
  if (period !== null && another === undefined && words.OF_A_REPORT.test(said) && !words.HOW_OFTEN.test(said))
    return { about: 'report', period };
  if (words.LATENESS.test(said)) return { about: 'lateness' };
  return words.WHO_REPORTS.test(said) && !words.WHO_DID.test(plainWords(text)) ? { about: 'who-reports' } : null;
}

function whoFiled(text: string, { today, reports }: AskingSituation): SideQuestion {
  const said = plainWords(text).replace(/\bky (?=\d{1,2}(?!\d))/gu, 'thang ');
  const isOfMonths = reports.some(({ frequency }) => frequency === 'monthly');
  return { about: 'who-filed', period: periodsIn(said, today, isOfMonths)[0] ?? null };
}

/** In a report, to look at it is the report's own affair. */
function figuresIn(clause: string, text: string, situation: AskingSituation): SideQuestion | null {
  const { today, forms, isInReport } = situation;
  const asked = readFiguresAsked(clause, text, { today, forms, isMonthly: isMonthly(situation) });
  const isOfDraft = isInReport && asked?.key === null && asked.periods.length === 0 && !asked.before;
  return asked === null || isOfDraft ? null : { about: 'figures', ...asked };
}

/** "T10 em bận quá chưa kịp làm": no question, and how that report stands is the answer; with a time said it is a promise. */
function notYetOf(said: string, situation: AskingSituation): SideQuestion | null {
  const [period, another] = periodsIn(said, situation.today, isMonthly(situation));
  if (period === undefined || another !== undefined || !words.NOT_YET.test(said) || words.A_TIME.test(said))
    return null;
  return { about: 'report', period };
}

function readDay(said: string, { today }: AskingSituation): SideQuestion | null {
  if (words.HOLIDAYS.test(said) && !words.A_DAY.test(said)) {
    const named = words.NAMED_HOLIDAY.exec(said)?.[0] ?? null;
    return { about: 'holidays', named, year: yearIn(said, today) };
  }
  if (words.WORKING_DAYS.test(said)) return { about: 'working-days' };
  if (words.ON_A_DAY_OFF.test(said) && !/\d/u.test(said)) return { about: 'on-day-off' };
  if (!words.OF_A_DAY.test(said) && !words.TODAY_OR_DATE.test(said)) return null;
  const named = words.A_DAY.exec(said)?.[0];
  const day = named === undefined ? null : parseDueDay(named.replace(/^(?:hom|mung|mong) (?=\d)/u, ''), today);
  return day === null ? null : { about: 'day', day: day.day };
}

function yearIn(said: string, today: Day): number | null {
  const year = Number(today.slice(0, 4));
  const named = /\b20\d\d\b/u.exec(said)?.[0];
  if (named !== undefined) return Number(named);
  if (/\bnam (?:sau|toi)\b|\bsang nam\b/u.test(said)) return year + 1;
  return /\bnam nay\b/u.test(said) ? year : null;
}

function readForm(
  clause: string,
  said: string,
  { forms, isOfUnit }: AskingSituation,
  period: string | null,
): SideQuestion | null {
  const key = fieldIn(clause, said, forms);
  if (isOfUnit && words.THE_YEAR.test(said) && words.ADDED_UP.test(said) && words.HOW_MUCH.test(said))
    return { about: 'year', key };
  if (words.WHERE_TO.test(said)) return { about: 'field', key };
  const counts = words.COUNTS.test(said) ? ({ counts: true } as const) : {};
  if (key !== null && words.WHAT_IS.test(said)) return { about: 'field', key, ...counts };
  return isOfUnit && words.WINDOW.test(said) ? { about: 'window', period } : null;
}

/** The one period a text speaks of. */
function periodIn(text: string, situation: AskingSituation): string | null {
  const [period = null, another] = periodsIn(plainWords(text), situation.today, isMonthly(situation));
  return another === undefined ? period : null;
}

const isMonthly = ({ reports }: AskingSituation): boolean => reports.some(({ frequency }) => frequency === 'monthly');
