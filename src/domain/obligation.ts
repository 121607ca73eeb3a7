import type { Day } from './calendar.ts';
import type { Frequency } from './period-kinds.ts';
import type { Unit, UnitCode, UnitKind } from './unit.ts';

/** `before` = trước ngày (until 00:00 of it); `by` = chậm nhất ngày (until it ends). */
export const CUT_OFF_WORDS = ['before', 'by'] as const;
export type CutOffWord = (typeof CUT_OFF_WORDS)[number];

export const DAY_OFF_RULES = ['keep', 'next_working', 'previous_working'] as const;
export type DayOffRule = (typeof DAY_OFF_RULES)[number];

/** A day counted from a period's last month: `month` is an offset in months (-1 = the month before), `day` is 1-31. */
export interface RelativeDay {
  month: number;
  day: number;
}

/** A standing rule: who owes which report, how often, until when, in which form (plan section V.2). */
export interface Obligation {
  /** Short unique code, `[a-z0-9_]+`; never reused. */
  code: string;
  /** "Báo cáo tháng": what people read before the period's name. */
  title: string;
  frequency: Frequency;
  /** Which occurrences of a year are owed, numbered from 1 ([1] of `half-yearly`: the first half only); empty = all. */
  parts: readonly number[];
  /** The data window, both days included (Decree 09/2019/NĐ-CP Article 12). */
  window: { from: RelativeDay; to: RelativeDay };
  cutOff: RelativeDay & { word: CutOffWord };
  onDayOff: DayOffRule;
  /** Key of the first period owed, in the shape of its kind: `2025-03`, `2025-Q1`, `2025-H1`, `2025`, `2026-11-20`. */
  firstPeriod: string;
  /** Key of the last period owed, or null while the rule stands. */
  lastPeriod: string | null;
  /** Kinds of unit that owe it. */
  addressees: readonly UnitKind[];
  /** Only these units of those kinds owe it; null = all of them. */
  units: readonly UnitCode[] | null;
  /** Code of the form that is filled in. */
  form: string;
  /** True where the plan says this report takes the place of the monthly one of the same last month. */
  replacesMonthly: boolean;
  /** The sentence of the plan that imposes it, for "why was I reminded?". */
  legalBasis: string;
  /** What the coordinating body makes of the round, and hands on; null = nothing that is watched. */
  compiled: CompiledDue | null;
}

/** The compiled report: whom it goes to and until when, counted from the period's last month; the day-off rule is its obligation's. */
export interface CompiledDue {
  recipient: string;
  cutOff: RelativeDay & { word: CutOffWord };
  /** Where the plan says so, or that it is assumed. */
  source: string;
}

/** Whether a unit of the plan owes the report; whether it exists at the cut-off is another question. */
export function owes(obligation: Pick<Obligation, 'addressees' | 'units'>, unit: Pick<Unit, 'code' | 'kind'>): boolean {
  return (
    obligation.addressees.includes(unit.kind) && (obligation.units === null || obligation.units.includes(unit.code))
  );
}

/** The office that coordinates, and the person who answers there; null = not (yet) named, and nothing is made up. */
export interface PlanContact {
  office: string;
  name: string | null;
  phone: string | null;
}

/** Something that the plan wants people to be told about, and where it says so ("II.1.1"). */
export interface PlanTopic {
  /** Short, `[a-z0-9_]+`. */
  code: string;
  title: string;
  source: string;
}

/** The document that imposes the obligations. */
export interface PlanDocument {
  code: string;
  title: string;
  number: string;
  issuedOn: Day | null;
  issuer: string;
  recipient: string;
  /** Who is behind this: whom people turn to when the bot is not enough. Null: the plan names nobody but the recipient. */
  contact: PlanContact | null;
  legalBasis: readonly string[];
  /** What materials are put in order by. */
  topics: readonly PlanTopic[];
  /** What the source does not state and the data assumes. */
  assumptions: readonly string[];
}
