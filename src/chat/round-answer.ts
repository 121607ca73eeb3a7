import { lateHabits } from '../actions/late-habits.ts';
import { roundDetail } from '../actions/round-detail.ts';
import type { RoundFigures } from '../actions/round-figures.ts';
import { rankedBy, roundFigures } from '../actions/round-figures.ts';
import type { RoundStatus, UnitStanding } from '../actions/round-status.ts';
import { roundStatus } from '../actions/round-status.ts';
import { viewTask } from '../actions/task-view.ts';
import { addDays, atTime, dayOf, startOfDay } from '../domain/calendar.ts';
import type { CompiledUnit } from '../domain/compiled-round.ts';
import type { FormField } from '../domain/report-form.ts';
import type { RoundRow } from '../store/tasks.ts';
import type { RoundQuestion } from '../understanding/round-question.ts';
import type { NameGroup } from '../wording/name-groups.ts';
import { sayReport } from '../wording/period.ts';
import { groupMissing } from '../wording/round.ts';
import {
  answerChoice,
  type FiguresAnswer,
  GROUPS,
  ROUND_ANSWER,
  STANDS,
  sayAnswer,
  sayCompared,
  sayDaysLate,
  sayDaysOver,
  sayFigures,
  sayHabits,
  sayRanked,
  sayReceived,
  saySubmittedIn,
  sayUnits,
  sayWhose,
  sayWithout,
} from '../wording/round-answer.ts';
import { today, unitsToday } from './look-up.ts';
import type { Turn } from './turn.ts';

const MOST_RANKED = 5;
const MOST_HABITS = 12;
const NOON = '12:00';

type Figure = Extract<RoundQuestion, { asks: 'figure' }>;
type Who = Extract<RoundQuestion, { asks: 'who' }>;

/** Answers one question about a round, and nothing besides; the other rounds that may be meant can be looked at. */
export function answerRound(turn: Turn, question: Figure | Who, round: RoundRow, others: readonly RoundRow[]): void {
  if (question.asks === 'figure') return answerFigure(turn, question, round);
  if (question.state === 'often-late') return answerHabits(turn, question, round);
  const status = roundStatus(turn.desk, round.obligation, round.period, turn.now);
  if (status === null) throw new Error(`round ${round.obligation} ${round.period} has no tasks`);
  answerWho(turn, question, status, others);
}

function answerFigure(turn: Turn, question: Figure, round: RoundRow): void {
  const { unit, kinds, compares, rank } = question;
  const codes = unit !== null ? [unit] : kinds.length === 0 ? null : codesOf(turn, kinds);
  const beside = compares === 'year' ? 'year' : 'round';
  const found = roundFigures(turn.desk, round, { codes, beside }, turn.now);
  const [example] = turn.desk.store.tasks.ofRound(round.obligation, round.period);
  const status = roundStatus(turn.desk, round.obligation, round.period, turn.now);
  if (found === null || status === null || example === undefined) return;
  const fields = found.fields.filter(({ key }) => question.field === null || key === question.field);
  const [own] = unit === null ? [] : found.units;
  const whose = sayWhose(kinds, own?.shortName ?? null);
  const answer = { ...found, fields, whose };
  const choices =
    own === undefined ? [answerChoice.excel(status.example)] : [answerChoice.report(own.code, round.period)];
  if (own !== undefined && own.counted === null) {
    const { obligation, period } = status.example;
    return turn.say(sayAnswer(ROUND_ANSWER.noUnitReport(own.shortName, sayReport(obligation, period)), []));
  }
  const [field] = fields;
  if (rank !== null && field !== undefined) return turn.say(sayAnswer(rankedIn(answer, found, field, rank), choices));
  const noneBefore = beside === 'year' ? ROUND_ANSWER.noneAYearBefore : ROUND_ANSWER.noneBefore;
  const isBeside = compares !== null || (unit !== null && found.before !== null);
  turn.say(sayAnswer(isBeside ? sayCompared(answer, noneBefore) : sayFigures(answer), choices));
}

function rankedIn(answer: FiguresAnswer, { units }: RoundFigures, field: FormField, rank: 'most' | 'least' | 'none') {
  const ranked = rankedBy(units, field.key);
  const nameOf = ({ unit: { shortName }, value }: { unit: CompiledUnit; value: number }) => ({
    name: shortName,
    value,
  });
  if (rank === 'most') return sayRanked(answer, field, rank, ranked.slice(0, MOST_RANKED).map(nameOf));
  if (rank === 'least') return sayRanked(answer, field, rank, ranked.reverse().slice(0, MOST_RANKED).map(nameOf));
  const zero = ranked.filter(({ value }) => value === 0).map(({ unit }) => unit.shortName);
  const given = new Set(ranked.map(({ unit }) => unit.code));
  const none = units.filter(({ code, counted }) => counted !== null && !given.has(code));
  return sayWithout(
    answer,
    field,
    zero,
    none.map(({ shortName }) => shortName),
  );
}

function answerHabits(turn: Turn, { kinds }: Who, round: RoundRow): void {
  const { periods, units } = lateHabits(turn.desk, round.obligation, turn.now);
  if (periods.length === 0) return turn.say(ROUND_ANSWER.noHabits);
  const codes = kinds.length === 0 ? null : codesOf(turn, kinds);
  const meant = units.filter(({ code }) => codes === null || codes.includes(code)).slice(0, MOST_HABITS);
  turn.say(sayHabits(periods, sayWhose(kinds, null), meant));
}

function answerWho(turn: Turn, question: Who, status: RoundStatus, others: readonly RoundRow[]): void {
  const { kinds } = question;
  const units = status.units.filter(({ unit }) => kinds.length === 0 || kinds.includes(unit.kind));
  const { title, groups, of } = whoIn(turn, question, { ...status, units });
  const count = groups.reduce((sum, { names }) => sum + names.length, 0);
  const text = sayUnits(status.example, { title, whose: sayWhose(kinds, null), count, of }, groups);
  const isOpen = question.state !== 'late' && question.state !== 'submitted' && status.totals.missing > 0;
  const choices = [
    ...(isOpen && count > 0 && kinds.length === 0 ? [answerChoice.chase(status.example)] : []),
    ...(question.state === 'nobody' || question.state === 'unreached' ? [answerChoice.calls()] : []),
    answerChoice.whole(status.example),
    ...others
      .flatMap((round) => turn.desk.store.tasks.ofRound(round.obligation, round.period).slice(0, 1))
      .map((task) => answerChoice.other(viewTask(turn.desk, task))),
  ];
  turn.say(sayAnswer(text, choices));
}

interface Named {
  title: string;
  groups: NameGroup[];
  /** Of how many; null = that says nothing. */
  of: number | null;
}

function whoIn(turn: Turn, question: Who, status: RoundStatus): Named {
  const { units } = status;
  const { zone } = turn.desk;
  const of = units.filter(({ standing }) => standing !== 'waived').length;
  if (question.state === 'missing') {
    const missing = roundDetail(turn.desk, status, turn.now).missing.filter(
      ({ stance }) => !question.isExtendedLeftOut || stance !== 'extended',
    );
    return { title: STANDS.missing, of, groups: groupMissing(missing, turn.now, zone) };
  }
  if (question.state === 'promised') return { title: STANDS.promised, of: null, groups: promisedIn(turn, status) };
  if (question.state === 'overdue') return { title: STANDS.overdue, of, groups: overdueIn(turn, status) };
  if (question.state === 'late') {
    const late = units.filter(({ standing }) => standing === 'late').toSorted((a, b) => lateness(b) - lateness(a));
    const names = late.map(({ unit, task }) =>
      sayDaysLate(unit.shortName, task.lastGoodDay, dayOf(task.firstValidAt ?? task.cutOffAt, zone)),
    );
    return { title: STANDS.late, of, groups: [{ title: GROUPS.late, names }] };
  }
  if (question.state === 'submitted') return submittedIn(turn, question, status, of);
  const reach = question.state === 'nobody' ? 'nobody' : 'blocked';
  const names = units.filter((one) => one.reach === reach).map(({ unit }) => unit.shortName);
  return {
    title: STANDS[question.state === 'nobody' ? 'nobody' : 'unreached'],
    of,
    groups: [{ title: GROUPS.named, names }],
  };
}

const lateness = ({ task }: UnitStanding): number => (task.firstValidAt ?? task.cutOffAt) - task.cutOffAt;

function promisedIn(turn: Turn, status: RoundStatus): NameGroup[] {
  const { missing } = roundDetail(turn.desk, status, turn.now);
  return groupMissing(
    missing.filter(({ promisedUntil }) => promisedUntil !== null),
    turn.now,
    turn.desk.zone,
  );
}

function overdueIn(turn: Turn, status: RoundStatus): NameGroup[] {
  const over = status.units.filter(({ overdue, standing }) => overdue && standing === 'missing');
  const names = over.map(({ unit, task }) => sayDaysOver(unit.shortName, task.lastGoodDay, today(turn)));
  return [{ title: GROUPS.overdue, names }];
}

function submittedIn(turn: Turn, { days }: Who, { units }: RoundStatus, of: number): Named {
  const { zone } = turn.desk;
  const received = units
    .filter(({ standing }) => standing === 'on_time' || standing === 'late')
    .flatMap((one) => (one.task.firstValidAt === null ? [] : [{ ...one, at: one.task.firstValidAt }]))
    .toSorted((a, b) => a.at - b.at);
  if (days === null) {
    const named = (wanted: string): string[] =>
      received
        .filter(({ standing }) => standing === wanted)
        .map(({ unit, at }) => sayReceived(unit.shortName, at, zone));
    const groups = [
      { title: GROUPS.onTime, names: named('on_time') },
      { title: GROUPS.late, names: named('late') },
    ];
    return { title: STANDS.submitted, of, groups };
  }
  const day = today(turn);
  const from = days.part === 'afternoon' ? atTime(day, NOON, zone) : startOfDay(addDays(day, -days.from), zone);
  const to = days.part === 'morning' ? atTime(day, NOON, zone) : startOfDay(addDays(day, 1 - days.to), zone);
  const names = received
    .filter(({ at }) => at >= from && at < to)
    .map(({ unit, at }) => sayReceived(unit.shortName, at, zone));
  return { title: saySubmittedIn(days), of: null, groups: [{ title: GROUPS.named, names }] };
}

function codesOf(turn: Turn, kinds: readonly string[]): string[] {
  return unitsToday(turn)
    .filter(({ kind }) => kinds.includes(kind))
    .map(({ code }) => code);
}
