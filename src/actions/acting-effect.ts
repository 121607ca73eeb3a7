import type { Day, Instant } from '../domain/calendar.ts';
import { dayOf } from '../domain/calendar.ts';
import { isOutstanding } from '../domain/task.ts';
import { laterDay, type SaidLater } from '../language/time/later-day.ts';
import type { Task } from '../store/tasks.ts';
import type { Acting, Unchanged } from '../wording/acting-dialog.ts';
import type { Desk } from './desk.ts';
import { effectOfExtension } from './extend-deadline.ts';

/** What a decision would do to each of the tasks. */
export interface ActingEffect {
  changing: readonly Task[];
  /** Of them, those whose late report becomes on time. */
  onTimeNow: readonly Task[];
  unchanged: Readonly<Partial<Record<Unchanged, readonly Task[]>>>;
}

/** The day that was said, counted from the latest deadline of the tasks, or from today where that is over. */
export function untilOf(desk: Desk, tasks: readonly Task[], later: SaidLater, now: Instant): Day {
  const today = dayOf(now, desk.zone);
  const from = tasks.map(({ lastGoodDay }) => lastGoodDay).reduce((a, b) => (a > b ? a : b), today);
  return laterDay(later, from, desk.rules().calendar);
}

export function effectOn(
  desk: Desk,
  { act, until, now }: { act: Acting; until: Day | null; now: Instant },
  tasks: readonly Task[],
): ActingEffect {
  const changing: Task[] = [];
  const onTimeNow: Task[] = [];
  const unchanged: Partial<Record<Unchanged, Task[]>> = {};
  for (const task of tasks) {
    const effect = until === null ? null : effectOfExtension(task, until, dayOf(now, desk.zone), desk.zone);
    const isChanging = act === 'extend' ? effect !== 'none' : isIn(act, task);
    if (isChanging) changing.push(task);
    if (effect === 'on-time-now') onTimeNow.push(task);
    if (isChanging) continue;
    const why = whyUnchanged(act, task, until);
    unchanged[why] = [...(unchanged[why] ?? []), task];
  }
  return { changing, onTimeNow, unchanged };
}

function isIn(act: Acting, { state }: Task): boolean {
  return act === 'owe' ? state === 'waived' : isOutstanding(state);
}

function whyUnchanged(act: Acting, task: Task, until: Day | null): Unchanged {
  if (act === 'owe') return 'owed';
  if (task.state === 'waived') return 'waived';
  if (act === 'waive') return 'received';
  if (task.timeliness === 'on_time') return 'onTime';
  return until !== null && until <= task.lastGoodDay ? 'later' : 'stillLate';
}
