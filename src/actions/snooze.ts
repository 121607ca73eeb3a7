import type { Instant } from '../domain/calendar.ts';
import { dayOf } from '../domain/calendar.ts';
import type { Result } from '../domain/problem.ts';
import { no, ok } from '../domain/problem.ts';
import { reminderKey } from '../domain/reminder-key.ts';
import { mayDisturb, nextSendingMoment } from '../domain/sending-hours.ts';
import { isOutstanding } from '../domain/task.ts';
import type { Snooze } from '../store/own-reminders.ts';
import type { Task } from '../store/tasks.ts';
import type { Act, Desk } from './desk.ts';
import { unitsFor } from './desk.ts';
import { remindPerson } from './fire-reminders.ts';

/** As far ahead as a promise may be. */
const DAYS_AHEAD = 10;
/** Moments one person may have waiting at once. */
const MOST_MOMENTS = 3;

export interface Snoozed {
  tasks: readonly Task[];
  /** When it really comes: at the asked moment, or when the sending hours begin after it. */
  at: Instant;
}

/** Reminds the person of these reports again at that moment, as far as they are still owed then. The ladder of the plan stays. */
export function snooze(desk: Desk, act: Act, order: { tasks: readonly number[]; at: Instant }): Result<Snoozed> {
  const { store } = desk;
  const { policy, calendar } = desk.rules();
  const own = unitsFor(desk, act.person, 'view-tasks');
  const tasks = order.tasks.flatMap((id) => store.tasks.find(id) ?? []).filter(({ unit }) => own.includes(unit));
  const owed = tasks.filter(({ state }) => isOutstanding(state));
  if (tasks.length === 0) return no({ problem: 'no-such-task' });
  if (owed.length === 0) return no({ problem: 'nothing-owed' });
  if (order.at <= act.at) return no({ problem: 'moment-over', said: order.at });
  if (order.at > act.at + DAYS_AHEAD * 24 * 3600_000) return no({ problem: 'snooze-too-far', days: DAYS_AHEAD });
  const at = nextSendingMoment(policy, calendar, order.at);
  const others = store.ownReminders.openOf(act.person).filter(({ task }) => !owed.some(({ id }) => id === task));
  if (new Set([...others.map(({ dueAt }) => dueAt), at]).size > MOST_MOMENTS)
    return no({ problem: 'too-many-snoozes', most: MOST_MOMENTS });
  return store.transact(() => {
    for (const task of owed) {
      const id = store.ownReminders.snooze({ person: act.person, task: task.id, askedAt: act.at, dueAt: at });
      store.audit.add(act.at, act.person, 'snooze', `task:${task.id}`, { snooze: id, at });
    }
    return ok({ tasks: owed, at });
  });
}

/** Calls off whatever the person still waits for; how many reports. */
export function dropSnoozes({ store }: Desk, { person, at }: Act): number {
  return store.transact(() => {
    const open = store.ownReminders.openOf(person);
    for (const { id, task } of open) {
      store.ownReminders.settle(id, at);
      store.audit.add(at, person, 'drop-snooze', `task:${task}`, { snooze: id });
    }
    return open.length;
  });
}

/** Reminds whoever asked for it and whose moment has come; what is in by then, or no business of theirs any more, is dropped. How many. */
export function followSnoozes(desk: Desk, now: Instant): number {
  const { store } = desk;
  const rules = desk.rules();
  if (!mayDisturb(rules.policy, rules.calendar, now)) return 0;
  const due = store.ownReminders.due(now);
  return due.length === 0 ? 0 : store.transact(() => due.filter((wish) => follow(desk, wish, now)).length);
}

function follow(desk: Desk, { id, person, task: taskId }: Snooze, now: Instant): boolean {
  const { store } = desk;
  store.ownReminders.settle(id, now);
  const task = store.tasks.find(taskId);
  if (task === null || !isOutstanding(task.state)) return false;
  const member = store.people.ofUnit(task.unit).find((one) => one.person === person);
  if (member === undefined) return false;
  // On the last good day it is a word that has to arrive.
  const repeatIfUnknown = now < task.cutOffAt && dayOf(now, desk.zone) === task.lastGoodDay;
  const rule = { key: reminderKey('snooze', id), repeatIfUnknown };
  return remindPerson(desk, { task, rule, member, now, kind: 'reminder' });
}
