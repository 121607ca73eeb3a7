import type { RoundFigures } from '../actions/round-figures.ts';
import { rankedBy, roundFigures } from '../actions/round-figures.ts';
import { roundStatus } from '../actions/round-status.ts';
import type { CompiledUnit } from '../domain/compiled-round.ts';
import type { FormField } from '../domain/report-form.ts';
import type { RoundRow } from '../store/tasks.ts';
import type { RoundQuestion } from '../understanding/round-question.ts';
import { sayReport } from '../wording/period.ts';
import type { RichText } from '../wording/rich-text.ts';
import { join } from '../wording/rich-text.ts';
import type { FiguresAnswer } from '../wording/round-answer.ts';
import {
  answerChoice,
  ROUND_ANSWER,
  sayAnswer,
  sayCompared,
  sayFigures,
  sayRanked,
  sayWithout,
} from '../wording/round-answer.ts';
import { sayAverage, sayEach, sayRunning } from '../wording/round-state.ts';
import { today } from './look-up.ts';
import { codesMeant, notRead, whoseMeant } from './round-scope.ts';
import type { Turn } from './turn.ts';

type Figure = Extract<RoundQuestion, { asks: 'figure' }>;
const MOST_RANKED = 5;

/** One figure, or all of them, of those units that were asked about. */
export function answerFigure(turn: Turn, question: Figure, round: RoundRow): void {
  if (question.isRunning && question.field !== null) return answerRunning(turn, question, question.field);
  if (question.units.length > 1 && question.rank === null && question.limit === null)
    return answerEach(turn, question, round);
  const { unit, compares, rank } = question;
  const beside = compares ?? 'round';
  const found = roundFigures(turn.desk, round, { codes: codesMeant(turn, question, round), beside }, turn.now);
  const status = roundStatus(turn.desk, round.obligation, round.period, turn.now);
  if (found === null || status === null) throw noTasks(round);
  const fields = fieldsOf(question, found.fields);
  const [own] = unit === null ? [] : found.units;
  const answer = { ...found, fields, whose: whoseMeant(turn, question) };
  const choices =
    own === undefined ? [answerChoice.excel(status.example)] : [answerChoice.report(own.code, round.period)];
  const say = (text: RichText): void => turn.say(sayAnswer(join([notRead(question), text], '\n\n'), choices));
  if (unit !== null && (own === undefined || own.counted === null)) {
    const { obligation, period } = status.example;
    return turn.say(sayAnswer(ROUND_ANSWER.noUnitReport(answer.whose, sayReport(obligation, period)), []));
  }
  const [field] = fields;
  const { limit } = question;
  if (field !== undefined && (rank === 'each' || limit !== null)) {
    const each = rankedBy(found.units, field.key).filter(({ value }) => isWithin(limit, value));
    return say(
      sayEach(
        answer,
        field,
        limit,
        each.map(({ unit: { shortName: name }, value }) => ({ name, value })),
      ),
    );
  }
  if (rank !== null && rank !== 'each' && field !== undefined) return say(rankedIn(answer, found, field, rank));
  if (typeof beside === 'object' && found.before === null) return turn.say(ROUND_ANSWER.noSuchRound(beside.period));
  const noneBefore = beside === 'year' ? ROUND_ANSWER.noneAYearBefore : ROUND_ANSWER.noneBefore;
  const isBeside = compares !== null || (unit !== null && found.before !== null);
  const average = question.isAverage ? fields.map((one) => sayAverage(one, found.totals)) : [];
  say(join([isBeside ? sayCompared(answer, noneBefore) : sayFigures(answer), ...average]));
}

/** A round that was found has tasks: whoever asked is owed an answer, so this is a fault of ours. */
function noTasks({ obligation, period }: RoundRow): Error {
  return new Error(`round ${obligation} ${period} has no tasks`);
}

function fieldsOf({ field, also }: Figure, fields: readonly FormField[]): FormField[] {
  return fields.filter(({ key }) => field === null || key === field || also.includes(key));
}

function isWithin(limit: Figure['limit'], value: number): boolean {
  if (limit === null || value === limit.value) return limit === null || limit.isItselfToo;
  return limit.is === 'over' ? value > limit.value : value < limit.value;
}

/** Several units that are named: each with its own figures. */
function answerEach(turn: Turn, question: Figure, round: RoundRow): void {
  const found = roundFigures(turn.desk, round, { codes: question.units, beside: 'round' }, turn.now);
  const status = roundStatus(turn.desk, round.obligation, round.period, turn.now);
  if (found === null || status === null) throw noTasks(round);
  const { obligation, period } = status.example;
  const fields = fieldsOf(question, found.fields);
  const each = question.units.map((code) => {
    const one = roundFigures(turn.desk, round, { codes: [code], beside: 'round' }, turn.now);
    const whose = whoseMeant(turn, { ...question, unit: code, units: [] });
    if (one === null || one.counted === 0) return ROUND_ANSWER.noUnitReport(whose, sayReport(obligation, period));
    return sayFigures({ ...one, fields, whose });
  });
  turn.say(sayAnswer(join([notRead(question), ...each], '\n\n'), [answerChoice.excel(status.example)]));
}

/** The reports of the shortest period add up to the year so far; those of the year or the half-year would count twice. */
function answerRunning(turn: Turn, question: Figure, key: string): void {
  const year = today(turn).slice(0, 4);
  const monthly = turn.desk.store.tasks
    .rounds()
    .filter(({ period }) => /^\d{4}-\d\d$/u.test(period) && period.startsWith(year))
    .sort((a, b) => a.cutOffAt - b.cutOffAt);
  const known = monthly.flatMap((round) => {
    const codes = codesMeant(turn, question, round);
    const found = roundFigures(turn.desk, round, { codes, beside: 'round' }, turn.now);
    return found === null || !found.fields.some((one) => one.key === key) ? [] : [{ ...found, of: round.obligation }];
  });
  // Two reports that count the same are not added up: the one that most units owe is meant.
  const widest = known.toSorted((a, b) => b.units.length - a.units.length)[0];
  const rounds = known.filter(({ of }) => of === widest?.of);
  const field = widest?.fields.find((one) => one.key === key);
  if (field === undefined) return turn.say(ROUND_ANSWER.noneBefore);
  turn.say(sayAnswer(join([notRead(question), sayRunning(field, whoseMeant(turn, question), rounds)], '\n\n'), []));
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
