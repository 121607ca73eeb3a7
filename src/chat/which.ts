import { isPassedOn } from '../actions/pass-on.ts';
import { currentRounds, roundsNamed, standingRounds } from '../actions/round-status.ts';
import { unitsAllowing } from '../domain/access.ts';
import { periodOf } from '../domain/period.ts';
import type { Problem } from '../domain/problem.ts';
import { isNotOwed, isOutstanding } from '../domain/task.ts';
import { meansOther, saysTogether, withoutDenied } from '../language/change/other-report.ts';
import { isQuestion } from '../language/question-form.ts';
import { NOTHING_TO_REPORT, saysNoneOfIt } from '../language/report/nothing-to-report.ts';
import { hasFigures } from '../language/told/told-figures.ts';
import { isForOthers, isOnlyAround, withoutAsBefore } from '../language/wish-words.ts';
import type { RoundRow, Task } from '../store/tasks.ts';
import type { NamedReport } from '../understanding/name-report.ts';
import { fitsKind, nameReport } from '../understanding/name-report.ts';
import { unitIn } from '../understanding/name-unit.ts';
import { unitReportedFor } from '../understanding/reported-for.ts';
import { sayPeriodKey } from '../wording/period.ts';
import { today, unitsToday } from './look-up.ts';
import { foreignUnit } from './own-units.ts';
import type { Turn } from './turn.ts';

/** Which reports were meant: one, several to choose from, or why none can be. `rest` is what else was typed. */
export type Which<Found> = { found: readonly [Found, ...Found[]]; rest: string } | { problem: Problem };

const JUST_SENT_MS = 24 * 3600_000;
/** More tasks than a unit has in a year of a plan with several reports. */
const TASKS_LOOKED_AT = 60;
const CORRECTABLE = 3;

/**
 * The tasks of the person's own units that the words behind "/nop" or "/tep" mean. `forFile`: it is about a file, which
 * often comes after the report it belongs to. A unit that is not the person's own is refused, never ignored.
 */
export function whichTasks(turn: Turn, typed: string, { forFile = false } = {}): Which<Task> {
  const named = readMeant(turn, typed);
  const own = unitsAllowing(turn.memberships, 'submit');
  if (named.task !== null) return numbered(turn, own, named.task, named.rest);
  const foreign = foreignNamed(turn, typed, named);
  if (foreign !== null) return { problem: foreignUnit(turn, foreign) };
  const candidates = own
    .filter((unit) => named.unit === null || unit === named.unit)
    .flatMap((unit) => turn.desk.store.tasks.ofUnit(unit, TASKS_LOOKED_AT))
    .filter((task) => named.obligations === null || named.obligations.includes(task.obligation))
    .filter((task) => named.period === null || task.period === named.period);
  const meant = named.period === null ? mostLikely(turn, candidates, forFile) : stillOwed(turn, candidates);
  const [first, ...more] = meant;
  if (first !== undefined) return { found: [first, ...more], rest: restOf(named) };
  const isNamed = named.period !== null || named.obligations !== null;
  return { problem: { problem: isNamed ? 'no-such-task' : 'nothing-owed' } };
}

/** "T12 ko có": that there is nothing, and not only the words around a wish. */
function restOf({ period, rest }: NamedReport): string {
  if (period !== null && saysNoneOfIt(rest)) return NOTHING_TO_REPORT;
  return isOnlyAround(rest) || (period !== null && meansOther(rest)) ? '' : rest;
}

/** The unit of others whose report is meant: named where names stand, or in a short wish or question: "nộp giúp em huyện Gia Lộc luôn được không". */
export function foreignNamed(turn: Turn, typed: string, named = readNamed(turn, typed)): string | null {
  const own = unitsAllowing(turn.memberships, 'submit');
  const isWish = typed.length <= LONGEST_WISH && !/[\d\n=:]/u.test(typed) && (isQuestion(typed) || isForOthers(typed));
  const helped = named.unit ?? unitReportedFor(typed, unitsToday(turn));
  const unit = helped ?? (isWish ? unitIn(typed, unitsToday(turn)) : null);
  return unit === null || own.includes(unit) ? null : unit;
}

const LONGEST_WISH = 100;
const LONGEST_SAID = 300;
/**
 * The unit whose figures these texts tell, where it is not the person's own: one that a text begins with, or that stands in it right before figures
 * ("nộp hộ luôn: hnd t11 3 hn 200 ng"). Null where there is none.
 */
export function foreignFigures(turn: Turn, texts: readonly string[]): string | null {
  const own = unitsAllowing(turn.memberships, 'submit');
  const parts = texts
    .filter((text) => text.length <= LONGEST_SAID && !saysTogether(text))
    .flatMap((text) => text.split(/[:;,.]\s+|\n/u).slice(1));
  const named = [...texts, ...parts.filter((part) => hasFigures(part))].flatMap(
    (text) => readNamed(turn, text).unit ?? [],
  );
  return named.find((unit) => !own.includes(unit)) ?? null;
}

/** Of a unit that ended and its successor the latter is meant; of one that ended alone its own, for it is said why it owes nothing. */
function stillOwed({ desk }: Turn, candidates: readonly Task[]): readonly Task[] {
  const owed = candidates.filter((task) => !isNotOwed(task) && !isPassedOn(desk, task.id));
  return owed.length > 0 ? owed : candidates;
}

/** The one report of the person's own units that these words name by its period; null where they name none, or several. */
export function namedTask(turn: Turn, typed: string): Task | null {
  // "Lấy số tháng 10, sửa …": of that report the figures are wanted, and not that it is changed.
  const said = withoutAsBefore(typed) ?? typed;
  const which = readNamed(turn, said).period === null ? null : whichTasks(turn, said);
  return which !== null && 'found' in which && which.found.length === 1 ? which.found[0] : null;
}

/** The rounds that the words behind "/tonghop" or "/dondoc" mean; with none named those that are current, the most urgent first. */
export function whichRounds(turn: Turn, typed: string): Which<RoundRow> {
  if (typed.trim() === '') {
    const [first, ...more] = currentRounds(turn.desk, turn.now);
    return first === undefined
      ? { problem: { problem: 'no-round', typed: '' } }
      : { found: [first, ...more], rest: '' };
  }
  const named = readNamed(turn, typed);
  const isNamed = named.period !== null || named.obligations !== null;
  const [first, ...more] = roundsNamed(turn.desk, named);
  if (!isNamed || first === undefined) return { problem: noRound(turn, named, typed.trim()) };
  return { found: [first, ...more], rest: named.rest };
}

/** The period that is meant is said in full, whatever of the words was typed. */
function noRound(turn: Turn, { period, obligations: codes }: NamedReport, typed: string): Problem {
  const known = standingRounds(turn.desk).map((round) => round.period);
  if (period === null) return { problem: 'no-round', typed, known: known.slice(0, MOST_NAMED) };
  const opening = turn.rules.obligations
    .filter(({ code }) => codes === null || codes.includes(code))
    .flatMap((obligation) => periodOf(obligation, period)?.opensOn ?? [])
    .find((day) => day > today(turn));
  return {
    problem: 'no-round',
    typed: sayPeriodKey(period),
    known: known.slice(0, MOST_NAMED),
    opensOn: opening ?? null,
  };
}

/** So many periods are read at a glance. */
const MOST_NAMED = 6;

/** What the words in front of a report name. */
export function readNamed(turn: Turn, typed: string): NamedReport {
  const { obligations } = turn.rules;
  const named = nameReport(typed, {
    today: today(turn),
    reports: [...obligations, ...turn.rules.former.obligations],
    ownUnits: unitsAllowing(turn.memberships, 'submit'),
    units: turn.desk.units().map((unit) => unit.code),
    names: unitsToday(turn),
  });
  const { period } = named;
  if (named.obligations === null || period === null) return named;
  // "báo cáo tháng quý 4" names one of them wrongly: the period decides where the report leaves a choice.
  const fitting = named.obligations.filter((code) =>
    [...obligations, ...turn.rules.former.obligations].some((one) => one.code === code && fitsKind(one, period)),
  );
  return fitting.length === 0 ? named : { ...named, obligations: fitting };
}

/** The same, of the period that is meant: "tháng 11 chứ không phải tháng 10" means the first. */
export function readMeant(turn: Turn, typed: string): NamedReport {
  const plain = withoutDenied(typed);
  const named = plain === typed ? null : readNamed(turn, plain);
  return named === null || named.period === null ? readNamed(turn, typed) : named;
}

function numbered(turn: Turn, own: readonly string[], id: number, rest: string): Which<Task> {
  const task = turn.desk.store.tasks.find(id);
  if (task === null) return { problem: { problem: 'no-such-task' } };
  if (!own.includes(task.unit)) return { problem: foreignUnit(turn, task.unit) };
  return { found: [task], rest };
}

/** With nothing named: what is owed, the most urgent first; where nothing is, what was sent last, to be corrected. */
function mostLikely(turn: Turn, candidates: readonly Task[], forFile: boolean): Task[] {
  const owed = candidates.filter((task) => isOutstanding(task.state)).sort((a, b) => a.cutOffAt - b.cutOffAt);
  const lately = forFile ? candidates.filter((task) => isJustSent(turn, task)) : [];
  const meant = [...lately, ...owed];
  if (meant.length > 0) return meant;
  const sent = candidates.filter((task) => task.state === 'submitted').sort((a, b) => b.cutOffAt - a.cutOffAt);
  return sent.slice(0, CORRECTABLE);
}

function isJustSent({ desk, now }: Turn, task: Task): boolean {
  const sent = task.state === 'submitted' ? desk.store.submissions.latestOf(task.id) : null;
  return sent !== null && now - sent.receivedAt < JUST_SENT_MS;
}
