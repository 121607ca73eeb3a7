import type { Desk } from '../actions/desk.ts';
import type { Instant } from '../domain/calendar.ts';
import { frequencyOf } from '../domain/period-kinds.ts';
import { obligationOf } from '../domain/rule-book.ts';
import { isNotOwed, isOutstanding, isOverdue, isSucceeded, standingOf } from '../domain/task.ts';
import { UNIT_KINDS, type Unit } from '../domain/unit.ts';
import { inUnitOrder } from '../domain/unit-order.ts';
import { fold } from '../language/fold.ts';
import type { RoundRow, TaskStanding } from '../store/tasks.ts';
import { MATRIX_FILTERS, type MatrixCount, type MatrixView, sayMatrix } from '../wording/board-matrix.ts';
import type { BoardFilter, BoardPage, BoardQuery } from '../wording/board-page.ts';
import { UNIT_KIND_NAMES } from '../wording/notice.ts';
import { sayReportFirst } from '../wording/period.ts';
import { sayPeriodMark } from '../wording/picture.ts';
import { sayMoment } from '../wording/when.ts';

const COUNTS = [6, 12, 24] as const;
const USUAL_COUNT = 12;

/** How much is asked for: what cannot be read is as if it had not been said. */
interface Asked {
  obligation: string;
  count: number;
  search: string;
  kind: string;
  standing: string;
  sort: string;
}

interface Row {
  unit: Unit;
  tasks: (TaskStanding | null)[];
  missing: number;
}

/** Units against periods, the newest period first. `isViewOnly`: whoever only looks opens no unit's page. */
export function boardMatrix(
  desk: Desk,
  query: BoardQuery,
  now: Instant,
  { isViewOnly }: { isViewOnly: boolean },
): BoardPage {
  const rounds = desk.store.tasks.rounds();
  const asked = readQuery(query, rounds);
  const shown = rounds
    .filter(({ obligation }) => asked.obligation === '' || obligation === asked.obligation)
    .slice(0, asked.count);
  const tasks = shown.map((round) => byUnit(desk.store.tasks.standings(round.obligation, round.period)));
  const rows = rowsOf(desk, tasks, now, asked.search);
  const wanted = rows.filter((row) => isWanted(row, asked, now));
  const sorted = inUnitOrder(wanted, ({ unit }) => unit);
  if (asked.sort === 'missing') sorted.sort((a, b) => b.missing - a.missing);
  const view: MatrixView = {
    columns: shown.map((round, at) => ({
      label: labelOf(desk, round),
      to: `period/${round.obligation}/${round.period}`,
      counts: countsOf(
        wanted.flatMap((row) => row.tasks[at] ?? []),
        now,
      ),
    })),
    rows: sorted.map(({ unit, tasks: own, missing }) => ({
      name: unit.shortName,
      to: isViewOnly ? null : `unit/${unit.code}`,
      missing,
      tasks: own,
    })),
    // A search brings ended units without a task here along: what is shown is always part of all.
    all: rows.filter((row) => row.tasks.some((task) => task !== null) || wanted.includes(row)).length,
    filters: filtersOf(desk, rounds, asked, shown[0] === undefined ? '' : labelOf(desk, shown[0])),
    madeAt: sayMoment(now, desk.zone),
  };
  return sayMatrix(view, now);
}

function readQuery(query: BoardQuery, rounds: readonly RoundRow[]): Asked {
  const typed = (key: keyof typeof MATRIX_FILTERS): string => query[MATRIX_FILTERS[key].name] ?? '';
  const among = (key: keyof typeof MATRIX_FILTERS, known: readonly string[]): string =>
    known.includes(typed(key)) ? typed(key) : '';
  const count = COUNTS.find((one) => String(one) === typed('periods')) ?? USUAL_COUNT;
  return {
    obligation: among(
      'obligation',
      rounds.map((round) => round.obligation),
    ),
    count,
    search: typed('search').slice(0, 100),
    kind: among('kind', UNIT_KINDS),
    standing: among('standing', Object.keys(MATRIX_FILTERS.standing.options)),
    sort: among('sort', Object.keys(MATRIX_FILTERS.sort.options)),
  };
}

function byUnit(tasks: readonly TaskStanding[]): Map<string, TaskStanding> {
  return new Map(tasks.filter((task) => !isNotOwed(task) || isSucceeded(task)).map((task) => [task.unit, task]));
}

/** A unit that was renamed is one row, under the name it has now. One that is searched for is found though it ended before these rounds. */
function rowsOf(desk: Desk, rounds: readonly ReadonlyMap<string, TaskStanding>[], now: Instant, search: string): Row[] {
  const latest = new Map(desk.units().map((unit) => [unit.code, unit]));
  const searched =
    search.trim() === '' ? [] : [...latest.values()].filter((unit) => !unit.compiles && isFound(unit, search));
  const codes = new Set([...rounds.flatMap((round) => [...round.keys()]), ...searched.map(({ code }) => code)]);
  return [...codes].flatMap((code): Row[] => {
    const unit = latest.get(code);
    if (unit === undefined) return [];
    const tasks = rounds.map((round) => round.get(code) ?? null);
    return [{ unit, tasks, missing: tasks.filter((task) => task !== null && isMissed(task, now)).length }];
  });
}

/** Past its deadline, and nothing came. */
function isMissed(task: TaskStanding, now: Instant): boolean {
  return task.timeliness === null && isOverdue(task.state, task.cutOffAt, now);
}

function isWanted({ unit, tasks }: Row, { search, kind, standing }: Asked, now: Instant): boolean {
  if (kind !== '' && unit.kind !== kind) return false;
  if (search.trim() !== '' && !isFound(unit, search)) return false;
  if (standing === '') return true;
  // Of the first column alone, and as the sums below it count.
  const [newest] = tasks;
  return newest !== undefined && newest !== null && hasStanding(newest, standing, now);
}

function isFound({ name, shortName, code }: Unit, search: string): boolean {
  return fold(`${name} ${shortName} ${code}`).includes(fold(search));
}

function hasStanding(task: TaskStanding, standing: string, now: Instant): boolean {
  // As the totals of a round, which it is no part of.
  if (isSucceeded(task)) return false;
  if (standing === 'overdue') return isMissed(task, now);
  if (standing === 'returned') return task.state === 'returned';
  if (standing === 'missing')
    return task.timeliness === null && isOutstanding(task.state) && !isOverdue(task.state, task.cutOffAt, now);
  return standingOf(task) === standing;
}

function countsOf(tasks: readonly TaskStanding[], now: Instant): Record<MatrixCount, number> {
  const count = (standing: keyof typeof MATRIX_FILTERS.standing.options): number =>
    tasks.filter((task) => hasStanding(task, standing, now)).length;
  return {
    onTime: count('on_time'),
    late: count('late'),
    unsettled: count('unsettled'),
    overdue: count('overdue'),
    waiting: count('missing'),
    waived: count('waived'),
  };
}

function labelOf(desk: Desk, { obligation, period }: RoundRow): string {
  const { mark, year } = sayPeriodMark(period);
  if (frequencyOf(period) !== 'once') return mark.includes(year) || mark === year ? mark : `${mark}/${year}`;
  return sayReportFirst(obligationOf(desk.rules(), obligation), { key: period });
}

function filtersOf(desk: Desk, rounds: readonly RoundRow[], asked: Asked, newest: string): BoardFilter[] {
  const { obligation, periods, search, kind, standing, sort } = MATRIX_FILTERS;
  const all = (label: string) => ({ value: '', label });
  const table = (options: Readonly<Record<string, string>>) =>
    Object.entries(options).map(([value, label]) => ({ value, label }));
  const codes = [...new Set(rounds.map((round) => round.obligation))];
  return [
    { name: search.name, label: search.label, value: asked.search, options: null },
    {
      name: standing.name,
      label: standing.label(newest),
      value: asked.standing,
      options: [all(standing.all), ...table(standing.options)],
    },
    {
      name: obligation.name,
      label: obligation.label,
      value: asked.obligation,
      options: [
        all(obligation.all),
        ...codes.map((code) => ({ value: code, label: obligationOf(desk.rules(), code).title })),
      ],
    },
    {
      name: kind.name,
      label: kind.label,
      value: asked.kind,
      options: [all(kind.all), ...UNIT_KINDS.map((one) => ({ value: one, label: UNIT_KIND_NAMES[one] }))],
    },
    {
      name: periods.name,
      label: periods.label,
      value: String(asked.count),
      options: COUNTS.map((count) => ({ value: String(count), label: String(count) })),
    },
    {
      name: sort.name,
      label: sort.label,
      value: asked.sort === '' ? 'unit' : asked.sort,
      options: table(sort.options),
    },
  ];
}
