import type { Task } from '../store/tasks.ts';
import type { Desk } from './desk.ts';

/** The reports a review is about; null = whatever they are. */
export interface ReviewScope {
  obligations: readonly string[] | null;
  period: string | null;
}

export interface WaitingReviews {
  /** What is still to be looked at. */
  current: readonly Task[];
  /** What was never accepted in rounds that are long finished: reached by naming the period, and nothing that waits. */
  old: readonly Task[];
}

/** So many rounds of one report are looked at: the one under way and the one before. */
const ROUNDS_REVIEWED = 2;

/** What was handed in and not accepted. Of a period that was named all of it is current, however old. */
export function waitingReviews({ store }: Pick<Desk, 'store'>, { obligations, period }: ReviewScope): WaitingReviews {
  const waiting = store.tasks
    .submitted()
    .filter((task) => obligations === null || obligations.includes(task.obligation))
    .filter((task) => period === null || task.period === period);
  if (period !== null) return { current: waiting, old: [] };
  const looked = new Map<string, readonly string[]>();
  for (const { obligation } of waiting)
    if (!looked.has(obligation)) looked.set(obligation, lastRounds(store.tasks.roundsOf(obligation)));
  const isCurrent = ({ obligation, period: own }: Task): boolean => looked.get(obligation)?.includes(own) === true;
  return { current: waiting.filter(isCurrent), old: waiting.filter((task) => !isCurrent(task)) };
}

function lastRounds(rounds: readonly { period: string; cutOffAt: number }[]): string[] {
  const latest = [...rounds].sort((a, b) => b.cutOffAt - a.cutOffAt);
  return latest.slice(0, ROUNDS_REVIEWED).map(({ period }) => period);
}

/** The rounds in which reports were never accepted, the latest first, with a task of each and how many there are. */
export function oldRounds(old: readonly Task[]): { task: Task; count: number }[] {
  const rounds = new Map<string, { task: Task; count: number }>();
  for (const task of [...old].sort((a, b) => b.cutOffAt - a.cutOffAt)) {
    const key = `${task.obligation}:${task.period}`;
    rounds.set(key, { task, count: (rounds.get(key)?.count ?? 0) + 1 });
  }
  return [...rounds.values()];
}
