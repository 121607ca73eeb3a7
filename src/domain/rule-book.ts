import type { CalendarYear, WorkingCalendar } from './calendar.ts';
import type { Obligation, PlanDocument } from './obligation.ts';
import type { ReminderPolicy } from './reminder-policy.ts';
import type { ReportForm } from './report-form.ts';

/** The rules in force: everything of the plan but its units. Plain data, kept whole in every version. */
export interface RuleBookContent {
  document: PlanDocument;
  obligations: readonly Obligation[];
  forms: readonly ReportForm[];
  policy: ReminderPolicy;
  calendarYears: readonly CalendarYear[];
}

/** As the database keeps it: with what an earlier plan asked for, so that what was handed in can still be read. */
export interface StoredRules extends RuleBookContent {
  former: { obligations: readonly Obligation[]; forms: readonly ReportForm[] };
}

export interface RuleBook extends StoredRules {
  calendar: WorkingCalendar;
}

/** Makes stored rules usable: the calendar is indexed and given its zone. */
export function openRuleBook(content: StoredRules, zone: string): RuleBook {
  return { ...content, calendar: { zone, years: new Map(content.calendarYears.map((year) => [year.year, year])) } };
}

/** The obligation of that code, in force or a former one. Throws on one that no plan ever had: that is a bug or a broken database. */
export function obligationOf(rules: RuleBook, code: string): Obligation {
  const all = [...rules.obligations, ...rules.former.obligations];
  const found = all.find((obligation) => obligation.code === code);
  if (found === undefined) throw new Error(`obligation ${code} is not in the rules in force`);
  return found;
}

/** The form an obligation is reported on. */
export function formOf(rules: RuleBook, obligation: Pick<Obligation, 'form'>): ReportForm {
  const found = [...rules.forms, ...rules.former.forms].find((form) => form.code === obligation.form);
  if (found === undefined) throw new Error(`form ${obligation.form} is not in the rules in force`);
  return found;
}
