import { chooseHour } from '../../actions/own-hour.ts';
import { dropSnoozes, snooze } from '../../actions/snooze.ts';
import { viewTask } from '../../actions/task-view.ts';
import { unitsAllowing } from '../../domain/access.ts';
import type { TimeOfDay } from '../../domain/calendar.ts';
import { atTime } from '../../domain/calendar.ts';
import { toLocal } from '../../domain/local-time.ts';
import type { Problem } from '../../domain/problem.ts';
import { isOutstanding } from '../../domain/task.ts';
import { asksToStop, readRemindOrder } from '../../language/remind-word.ts';
import type { SaidMoment } from '../../language/time/moment-word.ts';
import type { Task } from '../../store/tasks.ts';
import { HEARD } from '../../understanding/command-words.ts';
import { COMMAND_WORDS } from '../../wording/commands.ts';
import { sayProblem } from '../../wording/problems.ts';
import {
  REMIND,
  sayAskHour,
  sayHourChosen,
  sayNothingToRemind,
  sayOnceOrAlways,
  sayReminders,
  saySnoozed,
  sayWhichAgain,
} from '../../wording/remind.ts';
import type { Command } from '../command.ts';
import { owedTasks } from '../look-up.ts';
import type { Turn } from '../turn.ts';
import { readNamed } from '../which.ts';

/** More than one reminder speaks of; past it, it is asked which. */
const TOGETHER = 5;

export const remindCommand: Command = {
  name: 'nhac',
  alias: 'remind',
  ...COMMAND_WORDS.nhac,
  ...HEARD.nhac,
  needs: 'own-reminders',
  run(turn, args) {
    if (turn.person === null) return;
    const [today = '', time = ''] = toLocal(turn.now, turn.desk.zone).split('T');
    const order = readRemindOrder(args, { today, time });
    switch (order?.wants) {
      case 'hour':
        return order.time === null ? turn.say(sayAskHour(planHour(turn))) : choose(turn, turn.person, order.time);
      case 'plan-hour':
        return choose(turn, turn.person, null);
      case 'drop':
        return turn.say(
          dropSnoozes(turn.desk, { person: turn.person, at: turn.now }) === 0 ? REMIND.nothingToDrop : REMIND.dropped,
        );
      case 'again':
        return again(turn, turn.person, order);
      default:
        if (asksToStop(args)) turn.say(REMIND.howToStop);
        return show(turn, turn.person);
    }
  },
};

/** When the plan's ordinary reminders come: the hour of its first one. */
function planHour({ rules }: Turn): TimeOfDay {
  return rules.policy.milestones[0]?.at ?? rules.policy.sendingHours.from;
}

function choose(turn: Turn, person: number, hour: TimeOfDay | null): void {
  const wanted = hour === planHour(turn) ? null : hour;
  const chosen = chooseHour(turn.desk, { person, at: turn.now }, wanted);
  turn.say(chosen.ok ? sayHourChosen(chosen.value, planHour(turn)) : sayProblem(chosen.problem, turn.desk.zone));
}

function again(
  turn: Turn,
  person: number,
  { moment, report, hour }: { moment: SaidMoment; report: string; hour: TimeOfDay | null },
): void {
  const { desk, now } = turn;
  const asked = atTime(moment.day, moment.time, desk.zone);
  const tasks = meant(turn, report);
  if ('problem' in tasks) return turn.say(sayProblem(tasks.problem, desk.zone));
  if (hour !== null) {
    const task = tasks.owed.length === 1 ? `${tasks.owed[0]?.id} ` : '';
    const once = tasks.owed.length === 0 || moment.isPast ? null : { task, at: asked };
    return turn.say(sayOnceOrAlways(hour, once, desk.zone));
  }
  if (tasks.owed.length === 0) return turn.say(sayNothingToRemind());
  const views = tasks.owed.map((task) => viewTask(desk, task));
  if (views.length > TOGETHER) return turn.say(sayWhichAgain(views.slice(0, 8), toLocal(asked, desk.zone)));
  const done = snooze(desk, { person, at: now }, { tasks: tasks.owed.map(({ id }) => id), at: asked });
  if (!done.ok) return turn.say(sayProblem(done.problem, desk.zone));
  turn.say(saySnoozed(views, { asked, at: done.value.at, now, zone: desk.zone }));
}

/** The report that was named; else what the last reminder spoke of; else what is owed. */
function meant(turn: Turn, report: string): { owed: Task[] } | { problem: Problem } {
  const owed = owedTasks(turn, 'own-reminders');
  if (report !== '') {
    const { task, obligations, period } = readNamed(turn, report);
    if (task !== null) return { owed: owed.filter(({ id }) => id === task) };
    const named = owed.filter((one) => period === null || one.period === period);
    const fitting = named.filter((one) => obligations === null || obligations.includes(one.obligation));
    return fitting.length > 0 ? { owed: fitting } : { problem: { problem: 'no-such-task' } };
  }
  const last = lastReminded(turn);
  return { owed: last.length > 0 ? last : owed };
}

/** What the person's last reminder spoke of and is still owed. */
function lastReminded({ desk, person, memberships }: Turn): Task[] {
  const { store } = desk;
  const reminders = person === null ? [] : store.reminders.lastOf(person);
  const own = unitsAllowing(memberships, 'own-reminders');
  return reminders
    .filter(({ outbox }) => outbox === reminders[0]?.outbox)
    .flatMap(({ task }) => store.tasks.find(task) ?? [])
    .filter(({ state, unit }) => isOutstanding(state) && own.includes(unit));
}

function show(turn: Turn, person: number): void {
  const { desk, now } = turn;
  const { store, zone } = desk;
  const waiting = store.ownReminders.openOf(person).flatMap(({ task: id, dueAt }) => {
    const task = store.tasks.find(id);
    return task === null ? [] : [{ view: viewTask(desk, task), at: dueAt }];
  });
  const owed = lastReminded(turn);
  turn.say(
    sayReminders({
      hour: store.ownReminders.hourOf(person),
      planHour: planHour(turn),
      waiting,
      last: (owed.length > 0 ? owed : owedTasks(turn, 'own-reminders')).map((task) => viewTask(desk, task)),
      now,
      zone,
    }),
  );
}
