import type { Instant } from '../domain/calendar.ts';
import { dayOf } from '../domain/calendar.ts';
import { reminderKey } from '../domain/reminder-key.ts';
import { mayDisturb } from '../domain/sending-hours.ts';
import { isOutstanding } from '../domain/task.ts';
import type { MemberRow } from '../store/people.ts';
import type { Promised } from '../store/promises.ts';
import type { Task } from '../store/tasks.ts';
import type { Desk } from './desk.ts';
import { audienceOf, remindPerson } from './fire-reminders.ts';
import { isLeftAlone } from './lost-stretch.ts';
import { withSubstitutes } from './substitutes.ts';
import { viewTask } from './task-view.ts';

/** One line to whoever promised a report whose time is up and that is still owed. How many were told. */
export function followPromises(desk: Desk, now: Instant): number {
  const { store } = desk;
  const rules = desk.rules();
  if (!mayDisturb(rules.policy, rules.calendar, now)) return 0;
  const over = store.promises.over(now);
  if (over.length === 0) return 0;
  return store.transact(() => {
    let told = 0;
    for (const promise of over) {
      store.promises.follow(promise.id, now);
      const task = store.tasks.find(promise.task);
      if (task === null || !isOutstanding(task.state) || isLeftAlone(viewTask(desk, task), now)) continue;
      // On the last good day it is the last word while it still helps.
      const isUrgent = now < task.cutOffAt && dayOf(now, desk.zone) === task.lastGoodDay;
      const rule = { key: reminderKey('promise', promise.id), repeatIfUnknown: isUrgent };
      for (const member of whoPromised(desk, promise, task))
        if (remindPerson(desk, { task, rule, member, now, kind: 'reminder' })) told += 1;
    }
    return told;
  });
}

/** Who said it, while they still report for the unit; else those who do. */
function whoPromised(desk: Desk, { person }: Promised, { unit }: Task): MemberRow[] {
  const reporters = audienceOf(desk, unit, ['liaison']);
  const speaker = desk.store.people.ofUnit(unit).find((member) => member.person === person && member.role !== 'staff');
  const isAway = withSubstitutes(desk, unit, speaker === undefined ? [] : [speaker]).every((one) => one !== speaker);
  return speaker === undefined || isAway ? reporters : [speaker];
}
