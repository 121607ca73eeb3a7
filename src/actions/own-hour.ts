import type { Instant, TimeOfDay } from '../domain/calendar.ts';
import { addDays, atTime, dayOf } from '../domain/calendar.ts';
import { followsOwnHour, hoursToChoose } from '../domain/own-hour.ts';
import type { Result } from '../domain/problem.ts';
import { no, ok } from '../domain/problem.ts';
import type { RuleBook } from '../domain/rule-book.ts';
import { mayDisturb } from '../domain/sending-hours.ts';
import type { Milestone } from '../store/milestones.ts';
import type { OutboxRow } from '../store/outbox.ts';
import type { Reminder } from '../store/reminders.ts';
import type { Task } from '../store/tasks.ts';
import type { Act, Desk } from './desk.ts';
import { audienceOf, remindPerson } from './fire-reminders.ts';
import { isLeftAlone } from './lost-stretch.ts';
import { viewTask } from './task-view.ts';

/** Chooses the hour at which one's ordinary reminders come; null: the plan's again. */
export function chooseHour(desk: Desk, { person, at }: Act, hour: TimeOfDay | null): Result<TimeOfDay | null> {
  const { store } = desk;
  const { first, last } = hoursToChoose(desk.rules().policy);
  if (hour !== null && (hour < first || hour > last)) return no({ problem: 'hour-outside', first, last });
  return store.transact(() => {
    const before = store.ownReminders.hourOf(person);
    if (hour === null) store.ownReminders.dropHour(person);
    else store.ownReminders.setHour(person, hour);
    if (before !== hour)
      store.audit.add(at, person, 'choose-hour', `person:${person}`, { from: before ?? 'plan', to: hour ?? 'plan' });
    return ok(hour);
  });
}

/**
 * How long a message of reminders waits for its person's own hour, in ms; 0: it goes now. It waits only on the day it was decided,
 * and only where all that is in it may wait.
 */
export function waitForOwnHour(
  desk: Desk,
  row: Pick<OutboxRow, 'person' | 'kind' | 'queuedAt'>,
  owed: readonly { reminder: Reminder; view: { task: Task } }[],
  now: Instant,
): number {
  const hour = row.person === null || row.kind !== 'reminder' ? null : desk.store.ownReminders.hourOf(row.person);
  const today = dayOf(now, desk.zone);
  if (hour === null || dayOf(row.queuedAt, desk.zone) !== today) return 0;
  const { policy, calendar } = desk.rules();
  const mayWait = owed.every(({ reminder, view }) => {
    const rule = policy.milestones.find(({ key }) => key === reminder.milestone);
    return followsOwnHour({ rule, deadline: view.task, calendar, now });
  });
  return mayWait ? Math.max(0, atTime(today, hour, desk.zone) - now) : 0;
}

/**
 * Reminds those whose own hour has come before the plan's: of what is due later that day. When the plan's hour comes, they have had it.
 * How many reminders.
 */
export function remindEarly(desk: Desk, now: Instant): number {
  const rules = desk.rules();
  const today = dayOf(now, desk.zone);
  if (!mayDisturb(rules.policy, rules.calendar, now)) return 0;
  const come = desk.store.ownReminders.hours().filter(({ at }) => atTime(today, at, desk.zone) <= now);
  if (come.length === 0) return 0;
  return desk.store.transact(() =>
    come.reduce((told, { person }) => told + remindEarlier(desk, rules, person, now), 0),
  );
}

function remindEarlier(desk: Desk, rules: RuleBook, person: number, now: Instant): number {
  const { store } = desk;
  const units = new Set(store.people.memberships(person).map(({ unit }) => unit));
  let told = 0;
  for (const unit of units) {
    for (const task of unit === null ? [] : store.tasks.outstandingOf(unit)) {
      if (isLeftAlone(viewTask(desk, task), now)) continue;
      for (const milestone of store.milestones.plannedOf(task.id)) {
        if (isForLaterToday(desk, milestone, now) && remindOne(desk, rules, { task, milestone, person }, now))
          told += 1;
      }
    }
  }
  return told;
}

function isForLaterToday({ zone }: Desk, { dueAt }: Milestone, now: Instant): boolean {
  return dueAt > now && dayOf(dueAt, zone) === dayOf(now, zone);
}

function remindOne(
  desk: Desk,
  rules: RuleBook,
  { task, milestone, person }: { task: Task; milestone: Milestone; person: number },
  now: Instant,
): boolean {
  const rule = rules.policy.milestones.find(({ key }) => key === milestone.key);
  const promise = desk.store.promises.latestOf(task.id);
  if (rule === undefined || (promise !== null && now < promise.until)) return false;
  if (!followsOwnHour({ rule, deadline: task, calendar: rules.calendar, now })) return false;
  const member = audienceOf(desk, task.unit, rule.audience).find((one) => one.person === person);
  if (member === undefined) return false;
  if (desk.store.reminders.exists(task.id, rule.key, person, task.scheduleVersion)) return false;
  return remindPerson(desk, { task, rule, member, now, kind: 'reminder' });
}

/** The next moment after `now` that is somebody's own hour. */
export function nextOwnHourAfter({ store, zone }: Pick<Desk, 'store' | 'zone'>, now: Instant): Instant | null {
  const today = dayOf(now, zone);
  const moments = store.ownReminders
    .hours()
    .flatMap(({ at }) => [atTime(today, at, zone), atTime(addDays(today, 1), at, zone)])
    .filter((moment) => moment > now);
  return moments.length === 0 ? null : Math.min(...moments);
}
