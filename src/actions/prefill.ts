import { doesCount } from '../domain/compiled-round.ts';
import { monthsWithin } from '../domain/period.ts';
import { isOfMonths } from '../domain/period-kinds.ts';
import type { FormField, ReportContent } from '../domain/report-form.ts';
import { sumReports } from '../domain/totals.ts';
import type { Unit } from '../domain/unit.ts';
import { wholePredecessorsOf } from '../domain/unit.ts';
import type { Task } from '../store/tasks.ts';
import type { Desk } from './desk.ts';
import { awaiting } from './pass-on.ts';
import type { TaskView } from './task-view.ts';
import { unitOfTask } from './task-view.ts';

export interface Prefill {
  report: ReportContent;
  /** Month keys whose report is in the sums. */
  counted: readonly string[];
  /** Month keys of which no report is in the sums. */
  missing: readonly string[];
  /** Month keys that are in them, but for what these units owe. */
  partial: readonly { month: string; lacking: readonly Unit[] }[];
  /** Units that became this one, whose reports of the same period are in the sums instead of months. */
  formers: readonly Unit[];
}

/**
 * What a report starts from: for a longer period the sums of the monthly reports on the same form, else what the units sent that became this
 * one as a whole before they ended; null where there is nothing to add up.
 */
export function prefillOf(desk: Desk, view: TaskView): Prefill | null {
  const rules = desk.rules();
  const { frequency, form } = view.obligation;
  const monthly = rules.obligations.find((one) => one.frequency === 'monthly' && one.form === form);
  if (!isOfMonths(frequency) || monthly === undefined) return formersPrefill(desk, view);
  const months = monthsWithin(view.period).filter((month) => month >= monthly.firstPeriod);
  const received = months.map((month) => ({ month, ...monthReports(desk, view.unit.code, monthly.code, month) }));
  return {
    report: sumReports(
      view.form,
      received.flatMap(({ reports }) => reports),
    ),
    counted: received.filter(({ reports }) => reports.length > 0).map(({ month }) => month),
    missing: received
      .filter(({ reports, lacking }) => lacking.length > 0 && reports.length === 0)
      .map(({ month }) => month),
    partial: received.filter(({ reports, lacking }) => lacking.length > 0 && reports.length > 0),
    formers: [],
  };
}

function formersPrefill(desk: Desk, view: TaskView): Prefill | null {
  const whole = wholePredecessorsOf(desk.units(), view.unit.code);
  const tasks = awaiting(desk, view.task).filter(({ unit }) => whole.includes(unit));
  const reports = tasks.flatMap(({ id }) => desk.store.submissions.latestOf(id)?.report ?? []);
  if (reports.length === 0) return null;
  const formers = tasks.map((task) => unitOfTask(desk, task));
  return { report: sumReports(view.form, reports), counted: [], missing: [], partial: [], formers };
}

/** The figures a form starts from: the version in force, else what is added up for it. */
export function startingValues(desk: Desk, view: TaskView): ReportContent['values'] {
  return startOf(desk, view).values;
}

/** Fields that hold what the form started from: the version sent before, or sums. Whether it is still right nobody may have thought of. */
export interface CarriedOver {
  from: 'version' | 'sums' | 'formers';
  fields: readonly FormField[];
}

export function carriedOver(desk: Desk, view: TaskView, { values }: Pick<ReportContent, 'values'>): CarriedOver {
  const start = startOf(desk, view);
  const isAsStarted = ({ key }: FormField): boolean =>
    start.values[key] !== undefined && start.values[key] === values[key];
  return { from: start.from, fields: view.form.fields.filter(isAsStarted) };
}

function startOf(desk: Desk, view: TaskView): Pick<CarriedOver, 'from'> & Pick<ReportContent, 'values'> {
  const sent = desk.store.submissions.latestOf(view.task.id)?.report;
  if (sent !== undefined) return { from: 'version', values: sent.values };
  const prefill = prefillOf(desk, view);
  const from = (prefill?.formers.length ?? 0) > 0 ? 'formers' : 'sums';
  return { from, values: prefill?.report.values ?? {} };
}

/** What was sent for a month by the unit, and by those that became it as a whole: of what these sent, what counts, and who owes still. */
function monthReports(desk: Desk, unit: string, obligation: string, month: string) {
  const { store } = desk;
  const units = desk.units();
  // What was sent back, or waived, is not in the compiled report either: there is one sum of the months.
  const countedOf = (task: Task | null): ReportContent | null =>
    task !== null && doesCount(task.state) ? (store.submissions.latestOf(task.id)?.report ?? null) : null;
  const ownTask = store.tasks.findByKey(unit, obligation, month);
  const formers = wholePredecessorsOf(units, unit).flatMap((code) => {
    const task = store.tasks.findByKey(code, obligation, month);
    return task === null || task.state === 'waived' ? [] : [{ code, report: countedOf(task) }];
  });
  const own = { code: unit, report: countedOf(ownTask) };
  // The unit's own is awaited, or there are no others who could have reported.
  const isOwnAwaited = ownTask?.state !== 'waived' && (ownTask !== null || formers.length === 0);
  const all = [...(isOwnAwaited || own.report !== null ? [own] : []), ...formers];
  const lacking = all.filter(({ report }) => report === null).map(({ code }) => code);
  return {
    reports: all.flatMap(({ report }) => report ?? []),
    lacking: units.filter(({ code }) => lacking.includes(code)),
  };
}

/** What the unit reported for that other period; null where it sent none, or that there was nothing. */
export function reportOf(desk: Desk, view: TaskView, period: string): ReportContent | null {
  const task = desk.store.tasks.findByKey(view.unit.code, view.obligation.code, period);
  const report = task === null ? null : (desk.store.submissions.latestOf(task.id)?.report ?? null);
  return report === null || report.nothingToReport ? null : report;
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
