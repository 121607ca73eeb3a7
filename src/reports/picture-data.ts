import type { Desk } from '../actions/desk.ts';
import { roundStatus } from '../actions/round-status.ts';
import type { Day, Instant } from '../domain/calendar.ts';
import { addDays } from '../domain/calendar.ts';
import { doesCount } from '../domain/compiled-round.ts';
import { compiledDeadlineOf, deadlineOf } from '../domain/deadline.ts';
import { periodsBetween } from '../domain/period.ts';
import { isNotOwed, standingAt } from '../domain/task.ts';
import type { Task } from '../store/tasks.ts';
import { sayCounts } from '../wording/compiled.ts';
import { sayCompiledName } from '../wording/compiled-report.ts';
import { sayReport } from '../wording/period.ts';
import { PICTURE, sayPeriodMark } from '../wording/picture.ts';
import { sayStretch } from '../wording/restored.ts';
import { sayDeadline, sayMoment } from '../wording/when.ts';
import type { CalendarPicture } from './picture/calendar-drawing.ts';
import type { Mark, RoundPicture } from './picture/round-drawing.ts';

/** As many periods as fit beside each other on a phone. */
const COLUMNS = 6;
/** More rows than that nobody reads on a phone. */
const ROWS = 80;

/** The units of a round against this period and the ones before it, those who are missing first; null where it was never opened. */
export function roundPicture(desk: Desk, obligation: string, period: string, now: Instant): RoundPicture | null {
  const status = roundStatus(desk, obligation, period, now);
  if (status === null) return null;
  const keys = desk.store.tasks
    .rounds()
    .filter((round) => round.obligation === obligation && round.period <= period)
    .map((round) => round.period)
    .sort()
    .slice(-COLUMNS);
  const rounds = keys.map((key) => new Map(desk.store.tasks.ofRound(obligation, key).map((task) => [task.unit, task])));
  const owing = status.units;
  const sorted = owing.toSorted((a, b) => rank(b.task, now) - rank(a.task, now));
  const { example, openStretch: stretch } = status;
  const newest = new Map(desk.store.submissions.ofRound(obligation, period).map((sent) => [sent.task, sent.report]));
  const isNothing = ({ task: { id, state } }: { task: Task }): boolean =>
    doesCount(state) && newest.get(id)?.nothingToReport === true;
  const hasOwn = ({ task }: { task: Task }): boolean =>
    task.state !== 'waived' && task.lastGoodDay !== example.deadline.lastGoodDay;
  return {
    title: sayReport(example.obligation, example.period),
    deadline: PICTURE.deadline(sayDeadline(example.deadline), owing.filter(hasOwn).length),
    madeAt: [
      PICTURE.madeAt(sayMoment(now, desk.zone)),
      stretch === null ? '' : PICTURE.openStretch(sayStretch({ ...stretch, zone: desk.zone })),
    ]
      .filter((part) => part !== '')
      .join('. '),
    counts: sayCounts(
      owing.map(({ task }) => standingAt(task, now)),
      owing.filter(isNothing).length,
    ),
    columns: keys.map(sayPeriodMark),
    rows: sorted.slice(0, ROWS).map((one) => ({
      name: one.unit.shortName,
      isNothing: isNothing(one),
      marks: rounds.map((tasks) => markOf(tasks.get(one.unit.code), now)),
    })),
    rest: Math.max(0, sorted.length - ROWS),
  };
}

function rank(task: Task, now: Instant): number {
  return ['on_time', 'waived', 'late', 'unsettled', 'open', 'missing'].indexOf(standingAt(task, now));
}

function markOf(task: Task | undefined, now: Instant): Mark {
  if (task === undefined || isNotOwed(task)) return null;
  return standingAt(task, now);
}

/** Every deadline of the plan in that year, with its days off. */
export function calendarPicture(desk: Desk, year: number): CalendarPicture {
  const rules = desk.rules();
  const known = rules.calendarYears.find((one) => one.year === year);
  const due = new Map<Day, { reports: string[]; compiled: string[] }>();
  const note = (day: Day, kind: 'reports' | 'compiled', words: string): void => {
    if (day.slice(0, 4) !== String(year)) return;
    const known = due.get(day) ?? { reports: [], compiled: [] };
    known[kind].push(words);
    due.set(day, known);
  };
  for (const obligation of rules.obligations) {
    for (const period of periodsBetween(obligation, addDays(`${year}-01-01`, -45), `${year}-12-31`)) {
      note(deadlineOf(obligation, period, rules.calendar).lastGoodDay, 'reports', sayReport(obligation, period));
      const compiled = compiledDeadlineOf(obligation, period, rules.calendar);
      if (compiled !== null) note(compiled.lastGoodDay, 'compiled', sayCompiledName({ obligation, period }));
    }
  }
  return {
    year,
    plan: rules.document.title,
    provisional: known?.provisional ?? true,
    daysOff: known?.daysOff ?? [],
    makeUpDays: (known?.makeUpDays ?? []).map(({ day }) => day),
    deadlines: [...due].sort(([a], [b]) => (a < b ? -1 : 1)).map(([day, lists]) => ({ day, ...lists })),
  };
}
