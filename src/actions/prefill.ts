import { monthsWithin } from '../domain/period.ts';
import { PERIOD_KINDS } from '../domain/period-kinds.ts';
import type { FormField, ReportContent } from '../domain/report-form.ts';
import { sumReports } from '../domain/totals.ts';
import type { Desk } from './desk.ts';
import type { TaskView } from './task-view.ts';

export interface Prefill {
  report: ReportContent;
  /** Month keys whose report is in the sums. */
  counted: readonly string[];
  /** Month keys for which the unit has sent nothing. */
  missing: readonly string[];
}

/** The sums of the monthly reports on the same form that a longer period starts from; null where there are none to add up. */
export function prefillOf(desk: Desk, view: TaskView): Prefill | null {
  if (PERIOD_KINDS[view.obligation.frequency].months <= 1) return null;
  const monthly = desk
    .rules()
    .obligations.find((one) => one.frequency === 'monthly' && one.form === view.obligation.form);
  if (monthly === undefined) return null;
  const months = monthsWithin(view.period).filter((month) => month >= monthly.firstPeriod);
  const received = months.map((month) => ({ month, report: monthReport(desk, view.unit.code, monthly.code, month) }));
  const reports = received.map((one) => one.report).filter((report) => report !== null);
  return {
    report: sumReports(view.form, reports),
    counted: received.filter((one) => one.report !== null).map((one) => one.month),
    missing: received.filter((one) => one.report === null).map((one) => one.month),
  };
}

/** The figures a form starts from: the version in force, else the sums of the months. */
export function startingValues(desk: Desk, view: TaskView): ReportContent['values'] {
  return (desk.store.submissions.latestOf(view.task.id)?.report ?? prefillOf(desk, view)?.report)?.values ?? {};
}

/** The fields whose figures are still the months' sums, in a report that has not been sent before. */
export function summedIn(desk: Desk, view: TaskView, { values }: ReportContent): FormField[] {
  if (desk.store.submissions.latestOf(view.task.id) !== null) return [];
  const sums = prefillOf(desk, view)?.report.values ?? {};
  return view.form.fields.filter(({ key }) => typeof sums[key] === 'number' && sums[key] === values[key]);
}

function monthReport(desk: Desk, unit: string, obligation: string, month: string): ReportContent | null {
  const task = desk.store.tasks.findByKey(unit, obligation, month);
  return task === null ? null : (desk.store.submissions.latestOf(task.id)?.report ?? null);
}

/** What the unit reported for the period before, to ask about figures that jumped; null when there is none. */
export function previousReport(desk: Desk, view: TaskView): ReportContent | null {
  const earlier = desk.store.tasks
    .ofUnit(view.unit.code, 60)
    .filter((task) => task.obligation === view.obligation.code && task.period < view.period.key)
    .sort((a, b) => (a.period < b.period ? 1 : -1));
  for (const task of earlier) {
    const submission = desk.store.submissions.latestOf(task.id);
    if (submission !== null) return submission.report;
  }
  return null;
}
