import { lateHabits } from '../actions/late-habits.ts';
import { roundDetail } from '../actions/round-detail.ts';
import { roundNothing } from '../actions/round-figures.ts';
import type { RoundStatus, UnitStanding } from '../actions/round-status.ts';
import { roundStatus } from '../actions/round-status.ts';
import { viewTask } from '../actions/task-view.ts';
import { addDays, atTime, dayOf, startOfDay } from '../domain/calendar.ts';
import type { RoundRow } from '../store/tasks.ts';
import type { RoundQuestion } from '../understanding/round-question.ts';
import type { NameGroup } from '../wording/name-groups.ts';
import { sayOpenStretch } from '../wording/restored.ts';
import { join, say } from '../wording/rich-text.ts';
import { groupMissing } from '../wording/round.ts';
import {
  answerChoice,
  GROUPS,
  ROUND_ANSWER,
  STANDS,
  sayAnswer,
  sayDaysLate,
  sayDaysOver,
  sayHabits,
  sayInARow,
  sayReceived,
  saySubmittedIn,
  sayUnits,
} from '../wording/round-answer.ts';
import { today } from './look-up.ts';
import { answerFigure } from './round-figures.ts';
import { codesMeant, notRead, whoseMeant } from './round-scope.ts';
import { answerState } from './round-state.ts';
import { answerTexts } from './round-texts.ts';
import type { Turn } from './turn.ts';

const MOST_HABITS = 12;
const ROUNDS_LOOKED_AT = 60;
const NOON = '12:00';

type Who = Extract<RoundQuestion, { asks: 'who' }>;

/** Answers one question about a round, and nothing besides; the other rounds that may be meant can be looked at. */
export function answerRound(
  turn: Turn,
  question: Exclude<RoundQuestion, { asks: 'unit' }>,
  round: RoundRow,
  others: readonly RoundRow[],
): void {
  if (question.asks === 'texts') return answerTexts(turn, question, round);
  if (question.asks === 'state') return answerState(turn, question, round);
  if (question.asks === 'figure') return answerFigure(turn, question, round);
  const { state } = question;
  if (state === 'often-late') return answerHabits(turn, question, round);
  if (state === 'in-a-row') return answerInARow(turn, question, round);
  const status = roundStatus(turn.desk, round.obligation, round.period, turn.now);
  if (status === null) throw new Error(`round ${round.obligation} ${round.period} has no tasks`);
  answerWho(turn, { ...question, state }, status, others);
}

function answerHabits(turn: Turn, question: Who, round: RoundRow): void {
  const [meant] = [round, ...turn.desk.store.tasks.rounds(ROUNDS_LOOKED_AT)]
    .map((one) => ({ round: one, habits: lateHabits(turn.desk, one.obligation, turn.now) }))
    .sort((a, b) => b.habits.periods.length - a.habits.periods.length);
  if (meant === undefined || meant.habits.periods.length === 0) return turn.say(ROUND_ANSWER.noHabits);
  const codes = codesMeant(turn, question, meant.round);
  const units = meant.habits.units.filter(({ code }) => codes === null || codes.includes(code)).slice(0, MOST_HABITS);
  turn.say(join([notRead(question), sayHabits(meant.habits.periods, whoseMeant(turn, question), units)], '\n\n'));
}

/** Late, or nothing sent, in each of the last rounds of that report. */
function answerInARow(turn: Turn, question: Who, round: RoundRow): void {
  const { periods, units } = lateHabits(turn.desk, round.obligation, turn.now);
  const wanted = periods.slice(-question.inARow);
  if (wanted.length < question.inARow) return turn.say(ROUND_ANSWER.fewRounds(periods.length));
  const codes = codesMeant(turn, question, round);
  const names = units
    .filter(({ code }) => codes === null || codes.includes(code))
    .filter(({ late, missing }) => wanted.every((period) => late.includes(period) || missing.includes(period)))
    .map(({ shortName }) => shortName);
  turn.say(join([notRead(question), sayInARow(wanted, whoseMeant(turn, question), names)], '\n\n'));
}

function answerWho(
  turn: Turn,
  question: Who & { state: Listed },
  status: RoundStatus,
  others: readonly RoundRow[],
): void {
  const codes = codesMeant(turn, question, roundOf(status));
  const units = status.units.filter(({ unit }) => codes === null || codes.includes(unit.code));
  const meant = WHO[question.state](turn, { ...status, units }, question);
  const { groups, title = STANDS[question.state], ofHowMany = true } = meant;
  const of = ofHowMany ? units.filter(({ standing }) => standing !== 'waived').length : null;
  const count = groups.reduce((sum, { names }) => sum + names.length, 0);
  const said = sayUnits(status.example, { title, whose: whoseMeant(turn, question), count, of }, groups);
  const late = status.totals.unsettled;
  const restored = WHO_STANDS.includes(question.state) ? sayOpenStretch(status.openStretch, turn.desk.zone, late) : '';
  const text = join([notRead(question), said, say`${restored}`], '\n\n');
  const isOpen = !NOT_CHASED.includes(question.state) && status.totals.missing > 0;
  const choices = [
    ...(isOpen && count > 0 && codes === null ? [answerChoice.chase(status.example)] : []),
    ...(question.state === 'nobody' || question.state === 'unreached' ? [answerChoice.calls()] : []),
    answerChoice.whole(status.example),
    ...others
      .flatMap((round) => turn.desk.store.tasks.ofRound(round.obligation, round.period).slice(0, 1))
      .map((task) => answerChoice.other(viewTask(turn.desk, task))),
  ];
  turn.say(sayAnswer(text, choices));
}

/** Whose answers a restore leaves open. */
const WHO_STANDS: readonly Listed[] = ['missing', 'overdue', 'late', 'submitted'];
const NOT_CHASED: readonly Listed[] = ['late', 'submitted', 'returned', 'nothing'];

function roundOf({ example }: RoundStatus): RoundRow {
  const { obligation, period, task } = example;
  return { obligation: obligation.code, period: period.key, cutOffAt: task.cutOffAt };
}

type Listed = Exclude<Who['state'], 'often-late' | 'in-a-row'>;
interface Meant {
  groups: NameGroup[];
  /** Where the name of the state does not say it. */
  title?: string;
  /** Whether "of so many who owe" says something; true where it is not given. */
  ofHowMany?: boolean;
}

/** Who is meant by each state. */
const WHO: Readonly<Record<Listed, (turn: Turn, status: RoundStatus, question: Who) => Meant>> = {
  missing: (turn, status, { isExtendedLeftOut }) => {
    const { missing } = roundDetail(turn.desk, status, turn.now);
    const meant = missing.filter(({ stance }) => !isExtendedLeftOut || stance !== 'extended');
    return { groups: groupMissing(meant, turn.now, turn.desk.zone) };
  },
  promised: (turn, status) => ({ groups: promisedIn(turn, status), ofHowMany: false }),
  overdue: (turn, status) => ({ groups: overdueIn(turn, status) }),
  late: ({ desk }, { units }) => {
    const late = units.filter(({ standing }) => standing === 'late').toSorted((a, b) => lateness(b) - lateness(a));
    const names = late.map(({ unit, task }) =>
      sayDaysLate(unit.shortName, task.lastGoodDay, dayOf(task.firstValidAt ?? task.cutOffAt, desk.zone)),
    );
    return { groups: [{ title: GROUPS.late, names }] };
  },
  returned: (_turn, { units }) => named(units.filter(({ task }) => task.state === 'returned')),
  nothing: (turn, status) => {
    const nothing = roundNothing(turn.desk, roundOf(status), turn.now);
    return named(status.units.filter(({ unit }) => nothing.includes(unit.code)));
  },
  submitted: submittedIn,
  nobody: (_turn, { units }) => named(units.filter(({ reach }) => reach === 'nobody')),
  unreached: (_turn, { units }) => named(units.filter(({ reach }) => reach === 'blocked')),
};

function named(units: readonly UnitStanding[]): Meant {
  return { groups: [{ title: GROUPS.named, names: units.map(({ unit }) => unit.shortName) }] };
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

function submittedIn(turn: Turn, { units }: RoundStatus, { days }: Who): Meant {
  const { zone } = turn.desk;
  const received = units
    .filter(({ standing }) => standing === 'on_time' || standing === 'late' || standing === 'unsettled')
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
      { title: GROUPS.unsettled, names: named('unsettled') },
    ];
    return { groups };
  }
  const day = today(turn);
  const from = days.part === 'afternoon' ? atTime(day, NOON, zone) : startOfDay(addDays(day, -days.from), zone);
  const to = days.part === 'morning' ? atTime(day, NOON, zone) : startOfDay(addDays(day, 1 - days.to), zone);
  const names = received
    .filter(({ at }) => at >= from && at < to)
    .map(({ unit, at }) => sayReceived(unit.shortName, at, zone));
  return { title: saySubmittedIn(days), ofHowMany: false, groups: [{ title: GROUPS.named, names }] };
}
