import type { CompiledView } from '../../actions/compiled-report.ts';
import { isBegun, viewCompiled } from '../../actions/compiled-report.ts';
import { roundDetail } from '../../actions/round-detail.ts';
import { roundStatus } from '../../actions/round-status.ts';
import { viewTask } from '../../actions/task-view.ts';
import { takeAll } from '../../language/all-words.ts';
import type { RoundRow } from '../../store/tasks.ts';
import { HEARD } from '../../understanding/command-words.ts';
import { COMMAND_WORDS } from '../../wording/commands.ts';
import { sayProblem } from '../../wording/problems.ts';
import type { SpokenRound } from '../../wording/round.ts';
import { sayRound, sayWhichRound } from '../../wording/round.ts';
import type { Command } from '../command.ts';
import type { Turn } from '../turn.ts';
import { whichRounds } from '../which.ts';

const OTHERS = 3;

export const statusCommand: Command = {
  name: 'tonghop',
  alias: 'status',
  ...COMMAND_WORDS.tonghop,
  ...HEARD.tonghop,
  needs: 'watch-round',
  run(turn, typed) {
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
    const latest = turn.desk.store.tasks.rounds(2 * OTHERS).filter((one) => !isSame(one, round));
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
