import { callList } from '../../actions/call-list.ts';
import { noteCall } from '../../actions/note-call.ts';
import { currentRounds, roundStatus } from '../../actions/round-status.ts';
import { viewTask } from '../../actions/task-view.ts';
import { atTime } from '../../domain/calendar.ts';
import { toLocal } from '../../domain/local-time.ts';
import type { SaidCall } from '../../language/desk/call-word.ts';
import { readCall } from '../../language/desk/call-word.ts';
import type { LocalNow } from '../../language/time/moment-word.ts';
import type { Task } from '../../store/tasks.ts';
import { HEARD } from '../../understanding/command-words.ts';
import { readCallStory } from '../../understanding/spoken-call.ts';
import { CALL_WORDS, sayCallList, sayCallNoted, sayNotCalledAbout } from '../../wording/call-list.ts';
import { COMMAND_WORDS } from '../../wording/commands.ts';
import { sayProblem } from '../../wording/problems.ts';
import { join } from '../../wording/rich-text.ts';
import type { Command } from '../command.ts';
import { shortNameOf, unitsToday } from '../look-up.ts';
import { namedUnits } from '../named-units.ts';
import type { Turn } from '../turn.ts';
import { readNamed, whichRounds } from '../which.ts';

export const callsCommand: Command = {
  name: 'goi',
  alias: 'calls',
  ...COMMAND_WORDS.goi,
  ...HEARD.goi,
  needs: 'chase',
  run(turn, args) {
    const { calls, left } = readCallStory(args, localNow(turn), unitsToday(turn));
    const call = readCall(args, localNow(turn));
    if (calls.length > 0)
      return turn.say(
        join(
          [...calls.map((one) => noteOne(turn, one.units, one)), left.length === 0 ? [] : CALL_WORDS.left(left)],
          '\n',
        ),
      );
    if (call !== null) return tickOff(turn, call);
    const which = whichRounds(turn, args);
    if ('problem' in which) return turn.say(sayProblem(which.problem, turn.desk.zone));
    const lists = which.found.flatMap(({ obligation, period }) => {
      const status = roundStatus(turn.desk, obligation, period, turn.now);
      return status === null ? [] : [{ status, calls: callList(turn.desk, status, turn.now) }];
    });
    const chosen = lists.find(({ calls }) => calls.length > 0) ?? lists[0];
    if (chosen === undefined) return;
    const { example } = chosen.status;
    if (chosen.calls.length === 0) return turn.say(CALL_WORDS.nobody(example));
    turn.say(sayCallList(example, chosen.calls, turn.now, turn.desk.zone));
  },
};

function localNow({ now, desk }: Turn): LocalNow {
  const [today = '', time = ''] = toLocal(now, desk.zone).split('T');
  return { today, time };
}

function tickOff(turn: Turn, call: SaidCall): void {
  const named = call.units === '' ? { problem: CALL_WORDS.whichUnit } : namedUnits(turn, call.units);
  if ('problem' in named) return turn.say(CALL_WORDS.whichUnit);
  turn.say(
    join(
      named.codes.map((code) => noteOne(turn, code, call)),
      '\n',
    ),
  );
}

/** The most urgent report that the unit still owes is what it was called about. */
function noteOne(turn: Turn, code: string, { outcome, promised, unread }: SaidCall) {
  const { desk, now } = turn;
  // "Hẹn 15h gửi báo cáo tháng 12": that one, however urgent another is.
  const { period } = readNamed(turn, turn.text);
  const owed = owedBy(turn, code);
  const task = owed.find((one) => period === null || one.period === period);
  if (task === undefined || turn.person === null) {
    const unit = shortNameOf(turn, code);
    return sayNotCalledAbout(
      unit,
      period,
      owed.map((one) => viewTask(desk, one)),
    );
  }
  const until = promised === null ? null : atTime(promised.day, promised.time, desk.zone);
  const noted = noteCall(desk, { person: turn.person, at: now }, { task: task.id, outcome, until });
  if (!noted.ok) return sayProblem(noted.problem, desk.zone);
  const said = until === null ? null : { until, now, zone: desk.zone };
  return sayCallNoted(viewTask(desk, task), outcome, said, unread);
}

/** Of the current rounds first, in their order; then whatever else is outstanding (of a round long past, with a longer deadline), the nearest first. */
function owedBy({ desk, now }: Turn, code: string): Task[] {
  const rounds = currentRounds(desk, now).map(({ obligation, period }) => `${obligation} ${period}`);
  const place = ({ obligation, period }: Task): number => {
    const at = rounds.indexOf(`${obligation} ${period}`);
    return at < 0 ? rounds.length : at;
  };
  const distance = ({ cutOffAt }: Task): number => Math.abs(cutOffAt - now);
  return desk.store.tasks
    .outstandingOf(code)
    .toSorted((a, b) => place(a) - place(b) || distance(a) - distance(b) || a.id - b.id);
}
