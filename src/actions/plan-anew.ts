import type { Instant } from '../domain/calendar.ts';
import { planMilestones } from '../domain/milestone-plan.ts';
import type { Desk } from './desk.ts';

/**
 * Begins another version of a task's reminders for the deadline it has now: what was planned is void, and what lay before this moment was
 * decided under the version before.
 */
export function planAnew(desk: Desk, id: number, now: Instant): void {
  const { store } = desk;
  const { policy, calendar } = desk.rules();
  store.milestones.settleAll(id, 'void', now);
  store.taskDecisions.raiseSchedule(id);
  const task = store.tasks.find(id);
  if (task === null) throw new Error(`task ${id} is not there`);
  for (const { key, dueAt, usefulUntil } of planMilestones(policy, task, calendar)) {
    if (dueAt <= now) continue;
    store.milestones.plan({ task: id, scheduleVersion: task.scheduleVersion, key, dueAt, usefulUntil });
  }
}
