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

export interface RuleBook extends RuleBookContent {
  calendar: WorkingCalendar;
}

/** Makes stored rules usable: the calendar is indexed and given its zone. */
export function openRuleBook(content: RuleBookContent, zone: string): RuleBook {
  return { ...content, calendar: { zone, years: new Map(content.calendarYears.map((year) => [year.year, year])) } };
}

/** The obligation of that code. Throws on one that no version of the rules in force knows: that is a bug or a broken database. */
export function obligationOf(rules: RuleBook, code: string): Obligation {
  const found = rules.obligations.find((obligation) => obligation.code === code);
  if (found === undefined) throw new Error(`obligation ${code} is not in the rules in force`);
  return found;
}

/** The form an obligation is reported on. */
export function formOf(rules: RuleBook, obligation: Pick<Obligation, 'form'>): ReportForm {
  const found = rules.forms.find((form) => form.code === obligation.form);
  if (found === undefined) throw new Error(`form ${obligation.form} is not in the rules in force`);
  return found;
}
