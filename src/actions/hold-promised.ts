import type { Instant } from '../domain/calendar.ts';
import type { RuleBook } from '../domain/rule-book.ts';
import { isOutstanding } from '../domain/task.ts';
import type { Milestone } from '../store/milestones.ts';
import type { Task } from '../store/tasks.ts';
import type { Desk } from './desk.ts';

/** Until when the task was promised, while that is not over; null = nothing holds reminders back. */
function promisedUntil({ store }: Desk, task: number, now: Instant): Instant | null {
  const promise = store.promises.latestOf(task);
  return promise !== null && now < promise.until ? promise.until : null;
}

/**
 * Puts off what is due while a promise runs, and returns what is left. Reminders of the last day are never put off: they are
 * what nobody may be without.
 */
export function putOffPromised(
  desk: Desk,
  rules: RuleBook,
  task: Task,
  planned: readonly Milestone[],
  now: Instant,
): Milestone[] {
  const until = isOutstanding(task.state) ? promisedUntil(desk, task.id, now) : null;
  if (until === null) return [...planned];
  const isHeld = ({ key, dueAt }: Milestone): boolean => dueAt <= now && !isLastDay(rules, key);
  for (const milestone of planned.filter(isHeld)) desk.store.milestones.putOff(milestone, until);
  return planned.filter((milestone) => !isHeld(milestone));
}

function isLastDay(rules: RuleBook, key: string): boolean {
  const rule = rules.policy.milestones.find((one) => one.key === key);
  return rule?.anchor === 'last-good-working-day' && rule.workingDays === 0;
}
