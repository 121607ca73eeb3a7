import type { Day, Instant } from './calendar.ts';
import type { Deadline } from './deadline.ts';
import type { FormField, ReportContent } from './report-form.ts';
import type { StandingNow, TaskState } from './task.ts';
import type { TicketState } from './ticket.ts';
import { sumReports } from './totals.ts';

/** One version of what a unit sent. No name of a person: the compiled report goes outside. */
export interface CompiledVersion {
  version: number;
  receivedAt: Instant;
  via: string;
  receipt: string;
  report: ReportContent;
}

/** What a restored database may be without, as long as it leaves open how units stand: from the last moment it knows; null: nothing tells. */
export interface OpenStretch {
  from: Instant | null;
  to: Instant;
}

/** One unit in the round, with all that was received from it. */
export interface CompiledUnit {
  code: string;
  name: string;
  shortName: string;
  standing: StandingNow;
  /** A report in time may have been lost at a restore: it is neither late nor missing for sure. */
  isOpenAfterRestore: boolean;
  state: TaskState;
  /** The last day on which it was on time for this unit. */
  lastGoodDay: Day;
  extended: boolean;
  /** Why it was waived or returned, in the words of whoever did it; null where it is neither. */
  reason: string | null;
  /** Why its deadline was moved; null where it was not. */
  extensionReason: string | null;
  firstValidAt: Instant | null;
  versions: readonly CompiledVersion[];
  /** The version whose figures count: the newest that was not sent back. Null: none counts. */
  counted: CompiledVersion | null;
}

/** A sum over units: the units that gave the figure are told apart from those that gave none. */
export interface Total {
  /** Null where no unit gave it, which is not zero. */
  value: number | null;
  /** How many units gave it. */
  given: number;
}

/** Totals of another period, to compare with. */
export interface ComparedRound {
  period: string;
  /** How many reports they are the sum of. */
  counted: number;
  totals: Readonly<Record<string, Total>>;
}

/** Where a unit's own figure for a longer period differs from the sum of its months. */
export interface MonthsDifference {
  unit: string;
  key: string;
  /** Null: not given; where it was said that there was nothing, 0. */
  own: number | null;
  months: number | null;
}

/** The months that a longer period is made of. */
export interface MonthsWithin {
  keys: readonly string[];
  /** Months of which nothing was received from anybody. */
  empty: readonly string[];
  totals: Readonly<Record<string, Total>>;
  differences: readonly MonthsDifference[];
}

/** A difficulty that was raised in the round, and what came of it. No name of who raised it. */
export interface CompiledTicket {
  id: number;
  /** Short name of the unit of whoever raised it; null: they belong to none. */
  unit: string | null;
  state: TicketState;
  text: string;
  /** The latest answer; null: none yet. */
  answer: string | null;
  openedAt: Instant;
  answeredAt: Instant | null;
  /** Who of the coordinators takes care of it: for the office's own workbook, not for the document. */
  owner: string | null;
}

/** One obligation in one period, compiled: plain data, to be written as a document, a workbook or a picture. */
export interface CompiledRound {
  madeAt: Instant;
  zone: string;
  /** The audit's newest hash at that moment: it goes along with every file, so that whoever keeps one can show what came before. */
  auditHead: string;
  plan: { title: string; issuer: string; legalBasis: readonly string[] };
  /** The body that compiles. */
  compiler: { code: string; name: string };
  /** Whom the compiled report goes to. */
  recipient: string;
  obligation: { code: string; title: string; frequency: string };
  /** `Báo cáo tháng 11/2026`. */
  title: string;
  /** What the form is about: the abstract of the document. */
  subject: string;
  period: { key: string; from: Day; to: Day };
  /** That of the round: what some units were granted beside it is theirs. */
  deadline: Deadline;
  /** What is counted, in the order of the form. */
  figures: readonly FormField[];
  texts: readonly FormField[];
  units: readonly CompiledUnit[];
  /** Null: nothing is open of how they stand. */
  openStretch: OpenStretch | null;
  /** Units that ended before the deadline and had sent something; the report of a successor counts instead. */
  formers: readonly CompiledUnit[];
  totals: Readonly<Record<string, Total>>;
  before: ComparedRound | null;
  yearBefore: ComparedRound | null;
  /** Null for a period that is no sum of months. */
  months: MonthsWithin | null;
  /** What came out of its reports, and what was raised in its days. */
  tickets: readonly CompiledTicket[];
}

/** Totals of the reports that count. */
export function totalsOf(figures: readonly FormField[], reports: readonly ReportContent[]): Record<string, Total> {
  const { values } = sumReports({ code: '', title: '', fields: figures }, reports);
  return Object.fromEntries(
    figures.map(({ key }) => {
      const value = values[key];
      const given = reports.filter((report) => typeof report.values[key] === 'number').length;
      return [key, { value: typeof value === 'number' ? value : null, given }];
    }),
  );
}

/** Whether what was received counts: what was sent back or waived does not, until it is put right. */
export function doesCount(state: TaskState): boolean {
  return state === 'submitted' || state === 'accepted';
}

/** Figures in which a unit's own report and the sum of its months are not the same; what is not given adds nothing to either. */
export function differencesOf(
  figures: readonly FormField[],
  unit: string,
  own: ReportContent,
  months: readonly ReportContent[],
): MonthsDifference[] {
  // Months that were never sent are named as such, and are no difference.
  if (months.length === 0) return [];
  const sums = totalsOf(figures, months);
  const nothingInMonths = months.every(({ nothingToReport }) => nothingToReport) ? 0 : null;
  return figures.flatMap(({ key }) => {
    const given = own.values[key];
    const value = own.nothingToReport ? 0 : typeof given === 'number' ? given : null;
    const sum = sums[key]?.value ?? nothingInMonths;
    return Math.round((value ?? 0) * 10) === Math.round((sum ?? 0) * 10)
      ? []
      : [{ unit, key, own: value, months: sum }];
  });
}

/** The number of the counted version; what was given in it. */
export function figureOf(unit: CompiledUnit, key: string): number | null {
  const value = unit.counted?.report.values[key];
  return typeof value === 'number' ? value : null;
}

/** A text of the counted version; empty where none was given. */
export function textOf(unit: CompiledUnit, key: string): string {
  const value = unit.counted?.report.values[key];
  return typeof value === 'string' ? value.trim() : '';
}

/** A figure of which one unit gave more than all the others together. */
export interface Outweighing {
  unit: CompiledUnit;
  field: FormField;
  value: number;
  total: number;
}

/** Fewer units than that are not enough to say what is usual. */
const ENOUGH_UNITS = 5;

/** What is to be looked at before a total is used: a slip in one report, or one unit that did it all. */
export function outweighing({
  figures,
  units,
  totals,
}: Pick<CompiledRound, 'figures' | 'units' | 'totals'>): Outweighing[] {
  return figures.flatMap((field) => {
    const { value: total = null, given = 0 } = totals[field.key] ?? {};
    if (total === null || given < ENOUGH_UNITS) return [];
    return units.flatMap((unit) => {
      const value = figureOf(unit, field.key);
      return value !== null && value * 2 > total ? [{ unit, field, value, total }] : [];
    });
  });
}
