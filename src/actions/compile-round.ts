import type { Instant } from '../domain/calendar.ts';
import { addDays, daysBetween, startOfDay } from '../domain/calendar.ts';
import type {
  ComparedRound,
  CompiledRound,
  CompiledTicket,
  CompiledUnit,
  CompiledVersion,
} from '../domain/compiled-round.ts';
import { differencesOf, doesCount, totalsOf } from '../domain/compiled-round.ts';
import { monthsWithin } from '../domain/period.ts';
import { frequencyOf, isOfMonths } from '../domain/period-kinds.ts';
import type { FormField, ReportContent } from '../domain/report-form.ts';
import { isSucceeded, standingAt } from '../domain/task.ts';
import type { Unit } from '../domain/unit.ts';
import { wholePredecessorsOf } from '../domain/unit.ts';
import type { Submission } from '../store/submissions.ts';
import type { Task } from '../store/tasks.ts';
import { sayTaskReason } from '../wording/compiled.ts';
import { sayReport } from '../wording/period.ts';
import { checkTotals } from './check-totals.ts';
import type { Desk } from './desk.ts';
import { isOpenAfterRestore, stretchOver } from './lost-stretch.ts';
import { roundStatus } from './round-status.ts';
import { type TaskView, unitOfTask } from './task-view.ts';
import { ownerOf } from './tickets.ts';

/**
 * One round as plain data, read in one transaction: every unit once, by the newest version that was not sent back, whether it
 * came by chat, as a file or on paper. Null where the round was never opened. Throws TotalsMismatch before a figure leaves
 * that SQL adds up otherwise.
 */
export function compileRound(desk: Desk, obligation: string, period: string, now: Instant): CompiledRound | null {
  return desk.store.transact(() => {
    const status = roundStatus(desk, obligation, period, now);
    if (status === null) return null;
    const { example } = status;
    const figures = example.form.fields.filter((field) => field.kind !== 'text');
    const versions = versionsByTask(desk, obligation, period);
    const compiled = ({ task, unit }: { task: Task; unit: Unit }): CompiledUnit => {
      const received = versions.get(task.id) ?? [];
      const counted = countedOf(task, received);
      return { ...namesOf(unit), ...stateOf(desk, task, now), versions: received, counted };
    };
    const units = status.units.map(compiled);
    const succeeded = desk.store.tasks.ofRound(obligation, period).filter(isSucceeded);
    const totals = totalsOf(figures, countedReports(units));
    checkTotals(desk, { obligation, period, figures, totals });
    return {
      ...headOf(desk, example, now),
      figures,
      texts: example.form.fields.filter((field) => field.kind === 'text'),
      units,
      openStretch: stretchOver(
        desk,
        status.units.map(({ task }) => task),
        now,
      ),
      formers: succeeded.map((task) => compiled({ task, unit: unitOfTask(desk, task) })),
      totals,
      before: comparedWith(desk, example, figures, keyBefore(desk, obligation, period)),
      yearBefore: comparedWith(desk, example, figures, keyYearBefore(period)),
      months: monthsOf(desk, example, figures, units),
      tickets: ticketsOf(desk, example),
    };
  });
}

/**
 * Difficulties that the round's reports named, and those raised since the last round's deadline: what is asked while a report is
 * written belongs to it, though the days it is about are over.
 */
function ticketsOf(desk: Desk, { obligation, period, deadline }: TaskView): CompiledTicket[] {
  const { store, zone, units } = desk;
  const { from, to } = period.window;
  const written = Math.max(0, daysBetween(to, deadline.lastGoodDay));
  const days = { from: startOfDay(addDays(from, written), zone), to: startOfDay(addDays(to, written + 1), zone) };
  return store.tickets.inPeriod({ obligation: obligation.code, period: period.key, ...days }).flatMap((ticket) => {
    const lines = store.tickets.lines(ticket.id);
    const text = lines.find(({ side }) => side === 'asker')?.text.trim() ?? '';
    const answered = lines.findLast(({ side }) => side === 'desk') ?? null;
    const owner = ownerOf(desk, ticket);
    const unit = units().findLast(({ code }) => code === ticket.unit)?.shortName ?? null;
    if (text === '') return [];
    const told = { answer: answered?.text.trim() ?? null, answeredAt: answered?.at ?? null };
    const name = owner === null ? null : (store.people.find(owner)?.name ?? null);
    return [{ id: ticket.id, unit, state: ticket.state, text, openedAt: ticket.openedAt, owner: name, ...told }];
  });
}

function headOf(desk: Desk, { obligation, period, deadline, form }: TaskView, now: Instant) {
  const { document } = desk.rules();
  const compiler = desk.store.units.compiler(deadline.lastGoodDay);
  return {
    madeAt: now,
    zone: desk.zone,
    auditHead: desk.store.audit.head(),
    plan: { title: document.title, issuer: document.issuer, legalBasis: document.legalBasis },
    compiler: { code: compiler?.code ?? '', name: compiler?.name ?? document.recipient },
    recipient: obligation.compiled?.recipient ?? document.issuer,
    obligation: { code: obligation.code, title: obligation.title, frequency: obligation.frequency },
    title: sayReport(obligation, period),
    subject: form.title,
    period: { key: period.key, ...period.window },
    deadline,
  };
}

function namesOf({ code, name, shortName }: Unit) {
  return { code, name, shortName };
}

function stateOf({ store }: Desk, task: Task, now: Instant) {
  const { state, lastGoodDay, firstValidAt } = task;
  const extended = task.extended === 1;
  return {
    ...{ state, lastGoodDay, firstValidAt, extended },
    standing: standingAt(task, now),
    isOpenAfterRestore: isOpenAfterRestore(task, now),
    reason: sayTaskReason(task),
    extensionReason: extended ? (store.extensions.current(task.id)?.reason ?? null) : null,
  };
}

function versionsByTask(desk: Desk, obligation: string, period: string): Map<number, CompiledVersion[]> {
  const byTask = new Map<number, CompiledVersion[]>();
  for (const sent of desk.store.submissions.ofRound(obligation, period)) {
    const list = byTask.get(sent.task) ?? [];
    list.push(versionOf(sent));
    byTask.set(sent.task, list);
  }
  return byTask;
}

function versionOf({ version, receivedAt, via, receipt, report }: Submission): CompiledVersion {
  return { version, receivedAt, via, receipt, report };
}

function countedOf(task: Task, versions: readonly CompiledVersion[]): CompiledVersion | null {
  return doesCount(task.state) ? (versions.at(-1) ?? null) : null;
}

function countedReports(units: readonly CompiledUnit[]): ReportContent[] {
  return units.flatMap((unit) => (unit.counted === null ? [] : [unit.counted.report]));
}

/** The reports of a round that count, by unit. */
function reportsOf(desk: Desk, obligation: string, period: string): Map<string, ReportContent> {
  const versions = versionsByTask(desk, obligation, period);
  return new Map(
    desk.store.tasks.ofRound(obligation, period).flatMap((task) => {
      const counted = countedOf(task, versions.get(task.id) ?? []);
      return counted === null ? [] : [[task.unit, counted.report] as const];
    }),
  );
}

function comparedWith(
  desk: Desk,
  { obligation }: TaskView,
  figures: readonly FormField[],
  period: string | null,
): ComparedRound | null {
  if (period === null) return null;
  const reports = reportsOf(desk, obligation.code, period);
  if (reports.size === 0) return null;
  const totals = totalsOf(figures, [...reports.values()]);
  checkTotals(desk, { obligation: obligation.code, period, figures, totals });
  return { period, totals, counted: reports.size };
}

/** The round before, of those that were opened. Keys of one obligation sort in the order of time. */
function keyBefore(desk: Desk, obligation: string, period: string): string | null {
  const keys = desk.store.tasks.rounds().filter((one) => one.obligation === obligation && one.period < period);
  return (
    keys
      .map((one) => one.period)
      .sort()
      .at(-1) ?? null
  );
}

/** The same period a year earlier; of a year that is the period before, and said once. */
function keyYearBefore(period: string): string | null {
  const frequency = frequencyOf(period);
  if (frequency === null || frequency === 'yearly' || frequency === 'once') return null;
  return `${Number(period.slice(0, 4)) - 1}${period.slice(4)}`;
}

/** The monthly reports on the same form within a longer period; a unit's own, and those of units that became it as a whole. */
function monthsOf(desk: Desk, view: TaskView, figures: readonly FormField[], units: readonly CompiledUnit[]) {
  if (!isOfMonths(view.obligation.frequency)) return null;
  const { obligations } = desk.rules();
  const monthly = obligations.find((one) => one.frequency === 'monthly' && one.form === view.obligation.form);
  if (monthly === undefined) return null;
  const keys = monthsWithin(view.period).filter((key) => key >= monthly.firstPeriod);
  const rounds = keys.map((key) => ({ key, reports: reportsOf(desk, monthly.code, key) }));
  for (const { key, reports } of rounds)
    checkTotals(desk, {
      obligation: monthly.code,
      period: key,
      figures,
      totals: totalsOf(figures, [...reports.values()]),
    });
  const known = desk.units();
  const sent = units.flatMap(({ code, counted }) => {
    if (counted === null) return [];
    const codes = [code, ...wholePredecessorsOf(known, code)];
    const own = rounds.flatMap(({ reports }) => codes.flatMap((one) => reports.get(one) ?? []));
    return [{ code, report: counted.report, own }];
  });
  // Beside the few that have sent the longer report, everybody's months would look like a fall that is none.
  const compared =
    sent.length > 0 ? sent.flatMap(({ own }) => own) : rounds.flatMap(({ reports }) => [...reports.values()]);
  return {
    keys,
    empty: rounds.filter(({ reports }) => reports.size === 0).map(({ key }) => key),
    totals: totalsOf(figures, compared),
    differences: sent.flatMap(({ code, report, own }) => differencesOf(figures, code, report, own)),
  };
}
