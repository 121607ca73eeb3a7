import { promiseReport } from '../../actions/promise-report.ts';
import { viewTask } from '../../actions/task-view.ts';
import { atTime } from '../../domain/calendar.ts';
import { toLocal } from '../../domain/local-time.ts';
import { isOutstanding } from '../../domain/task.ts';
import { readNewTime, readPromise, takeTaskNumber } from '../../language/promise-word.ts';
import type { LocalNow, SaidMoment } from '../../language/time/moment-word.ts';
import { parseMoment } from '../../language/time/moment-word.ts';
import { isOnlyAround } from '../../language/wish-words.ts';
import type { Task } from '../../store/tasks.ts';
import { HEARD } from '../../understanding/command-words.ts';
import { COMMAND_WORDS } from '../../wording/commands.ts';
import { sayProblem } from '../../wording/problems.ts';
import { sayAskPromise, sayPromiseNoted, sayPromiseUnread, sayWhichPromised } from '../../wording/promise.ts';
import type { Command } from '../command.ts';
import type { Turn } from '../turn.ts';
import { readNamed, whichTasks } from '../which.ts';

export const promiseCommand: Command = {
  name: 'hen',
  alias: 'promise',
  ...COMMAND_WORDS.hen,
  ...HEARD.hen,
  needs: 'submit',
  run(turn, args) {
    const now = localNow(turn);
    const numbered = takeTaskNumber(args);
    if (numbered !== null) return about(turn, args, numbered.task, numbered.rest);
    const said = readPromise(args, now);
    // "17h em gửi t11": the report may stand anywhere. Otherwise it stands in front: "12 chiều nay".
    if (said !== null) return promise(turn, said.rest, said.moment);
    const moment = parseMoment(args, now) ?? readNewTime(args, now);
    if (moment !== null) return promise(turn, '', moment);
    const { period, rest: left } = readNamed(turn, args);
    if (period !== null && isOnlyAround(left)) return promise(turn, args, null);
    const [first = '', ...rest] = args.trim().split(/\s+/u);
    about(turn, args, first, rest.join(' '));
  },
};

/** A promise about the report that is named, at the moment that follows, if one does. */
function about(turn: Turn, typed: string, named: string, words: string): void {
  const moment = words === '' ? null : parseMoment(words, localNow(turn));
  if (words !== '' && moment === null) return turn.say(sayPromiseUnread(typed.trim()));
  promise(turn, named, moment);
}

function localNow({ now, desk }: Turn): LocalNow {
  const [today = '', time = ''] = toLocal(now, desk.zone).split('T');
  return { today, time };
}

/** Notes the promise; asks which report, or when, where that was not said. */
function promise(turn: Turn, named: string, moment: SaidMoment | null): void {
  const which = whichTasks(turn, named);
  if ('problem' in which) return turn.say(sayProblem(which.problem, turn.desk.zone));
  const owed = which.found.filter((task) => isOutstanding(task.state));
  const meant = owed.length > 1 ? mostUrgent(turn, owed) : owed;
  const [task, ...more] = meant;
  if (task === undefined) return turn.say(sayProblem({ problem: 'nothing-owed' }, turn.desk.zone));
  const views = meant.map((one) => viewTask(turn.desk, one));
  const when = moment === null ? '' : `${moment.day}T${moment.time}`;
  if (more.length > 0) return turn.say(sayWhichPromised(views, when));
  if (moment === null) return turn.say(sayAskPromise(viewTask(turn.desk, task), turn.now, turn.desk.zone));
  note(turn, task, moment);
}

/** Those due within days or over: a promise is hardly about what is due in weeks. */
function mostUrgent(turn: Turn, owed: readonly Task[]): readonly Task[] {
  const soon = owed.filter((task) => task.cutOffAt - turn.now < SOON_MS);
  return soon.length > 0 ? soon : owed;
}

const SOON_MS = 8 * 24 * 3600_000;

function note(turn: Turn, task: Task, { day, time }: SaidMoment): void {
  if (turn.person === null) return;
  const until = atTime(day, time, turn.desk.zone);
  const done = promiseReport(turn.desk, { person: turn.person, at: turn.now }, task.id, until);
  if (!done.ok) return turn.say(sayProblem(done.problem, turn.desk.zone));
  turn.say(sayPromiseNoted(viewTask(turn.desk, task), until, turn.now, turn.desk.zone));
}
