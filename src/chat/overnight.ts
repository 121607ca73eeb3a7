import { dayOf } from '../domain/calendar.ts';
import type { Turn } from './turn.ts';

const NIGHT_MS = 6 * 3600_000;

/** Whether a night lies between what the chat was asked last and what is said now. */
export function isOvernight(turn: Turn): boolean {
  const since = turn.unfinished()?.since ?? turn.now;
  const { zone } = turn.desk;
  return turn.now - since >= NIGHT_MS && dayOf(since, zone) < dayOf(turn.now, zone);
}
