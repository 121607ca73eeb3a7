import type { CompiledView } from '../../actions/compiled-report.ts';
import { isBegun, viewCompiled } from '../../actions/compiled-report.ts';
import { roundDetail } from '../../actions/round-detail.ts';
import { roundStatus, standingRounds, withdrawnCodes } from '../../actions/round-status.ts';
import { viewTask } from '../../actions/task-view.ts';
import { takeAll } from '../../language/desk/all-words.ts';
import type { RoundRow } from '../../store/tasks.ts';
import { HEARD } from '../../understanding/command-words.ts';
import type { QuestionScope, QuestionSituation, RoundQuestion } from '../../understanding/round-question.ts';
import { readRoundQuestion } from '../../understanding/round-question.ts';
import { COMMAND_WORDS } from '../../wording/commands.ts';
import { sayProblem } from '../../wording/problems.ts';
import type { SpokenRound } from '../../wording/round.ts';
import { sayRound, sayWhichRound } from '../../wording/round.ts';
import { ROUND_ANSWER } from '../../wording/round-answer.ts';
import type { Command } from '../command.ts';
import { today, unitsToday } from '../look-up.ts';
import { answerRound } from '../round-answer.ts';
import { codesMeant } from '../round-scope.ts';
import type { Turn } from '../turn.ts';
import { whichRounds } from '../which.ts';

const OTHERS = 3;
/** Asked of the last round whose deadline is over. */
const OF_THE_PAST: readonly string[] = ['late', 'overdue', 'in-a-row'];

export const statusCommand: Command = {
  name: 'tonghop',
  alias: 'status',
  ...COMMAND_WORDS.tonghop,
  ...HEARD.tonghop,
  needs: 'watch-round',
  run(turn, typed) {
    const question = readRoundQuestion(typed, planOf(turn));
    if (question !== null && question.asks !== 'unit') return answer(turn, question);
    const { isAll, rest: args } = takeAll(typed);
    const which = whichRounds(turn, args);
    if ('problem' in which) return turn.say(sayProblem(which.problem, turn.desk.zone));
    const [round, ...more] = which.found;
    if (more.length > 0 && args.trim() !== '')
      return turn.say(
        sayWhichRound(
          which.found.flatMap((one) => spoken(turn, one)),
          '/tonghop',
        ),
      );
    const status = roundStatus(turn.desk, round.obligation, round.period, turn.now);
    if (status === null) throw new Error(`round ${round.obligation} ${round.period} has no tasks`);
    const latest = standingRounds(turn.desk, 2 * OTHERS).filter((one) => !isSame(one, round));
    // What is current as well comes first: it is easily overlooked.
    const others = [...more, ...latest.filter((one) => !more.some((current) => isSame(current, one)))];
    turn.say(
      sayRound(status, roundDetail(turn.desk, status, turn.now), {
        calendar: turn.rules.calendar,
        now: turn.now,
        inFull: isAll,
        compiled: compiledOf(turn, round),
        others: others.slice(0, OTHERS).flatMap((one) => spoken(turn, one)),
      }),
    );
  },
};

function planOf(turn: Turn): QuestionSituation {
  const { obligations, former, forms } = turn.rules;
  return { today: today(turn), reports: [...obligations, ...former.obligations], forms, units: unitsToday(turn) };
}

/** A question about a round: of the one that is named; who is late, of one whose deadline is over, if there is any. */
function answer(turn: Turn, question: Exclude<RoundQuestion, { asks: 'unit' }>): void {
  if (question.oneOffs !== null) return answerOneOff(turn, question, question.oneOffs);
  const which = whichRounds(turn, question.period ?? '');
  if ('problem' in which) return turn.say(sayProblem(which.problem, turn.desk.zone));
  const isOver = question.asks === 'who' && OF_THE_PAST.includes(question.state);
  const over = question.period === null && isOver ? lastOver(turn) : undefined;
  const [round = which.found[0], ...others] = owedFirst(turn, question, which.found);
  answerRound(turn, question, over ?? round, over === undefined ? others : []);
}

/**
 * Of several rounds those that the units asked about owe: of the others there is nothing to say of them. Of one period's reports the one most of them
 * owe is meant; without a period the most urgent.
 */
function owedFirst(turn: Turn, scope: QuestionScope, rounds: readonly RoundRow[]): RoundRow[] {
  const owing = (round: RoundRow): number => {
    const codes = codesMeant(turn, scope, round);
    const tasks = turn.desk.store.tasks.ofRound(round.obligation, round.period);
    return tasks.filter(({ unit }) => codes === null || codes.includes(unit)).length;
  };
  const weighed = rounds.map((round) => ({
    round,
    by: scope.period === null ? Math.min(owing(round), 1) : owing(round),
  }));
  return weighed.toSorted((a, b) => b.by - a.by).map(({ round }) => round);
}

/** The one-off report that is asked about, the latest of several; never a standing one in its place. */
function answerOneOff(turn: Turn, question: Exclude<RoundQuestion, { asks: 'unit' }>, codes: readonly string[]): void {
  const rounds = turn.desk.store.tasks.rounds().filter(({ obligation }) => codes.includes(obligation));
  const withdrawn = withdrawnCodes(turn.desk);
  const rank = ({ obligation }: RoundRow): number =>
    codes.indexOf(obligation) + (withdrawn.includes(obligation) ? codes.length : 0);
  const [latest, ...others] = rounds.sort((a, b) => rank(a) - rank(b));
  if (latest === undefined) return turn.say(ROUND_ANSWER.noOneOff);
  answerRound(turn, question, latest, others.slice(0, OTHERS));
}

function lastOver({ desk, now }: Turn): RoundRow | undefined {
  const over = standingRounds(desk).filter(({ cutOffAt }) => cutOffAt <= now);
  return over.sort((a, b) => b.cutOffAt - a.cutOffAt)[0];
}

/** Once it is handed on, or its reminders have begun: before that nothing is to be done about it. */
function compiledOf({ desk, now }: Turn, round: RoundRow): CompiledView | null {
  const view = viewCompiled(desk, round);
  return view !== null && (view.sent !== null || isBegun(desk, view, now)) ? view : null;
}

function isSame(a: RoundRow, b: RoundRow): boolean {
  return a.obligation === b.obligation && a.period === b.period;
}

function spoken(turn: Turn, { obligation, period }: RoundRow): SpokenRound[] {
  const [task] = turn.desk.store.tasks.ofRound(obligation, period);
  return task === undefined ? [] : [viewTask(turn.desk, task)];
}
