import { DateTime } from 'luxon';
import type { Instant } from './calendar.ts';

/** Reads a local date-time of the settings or the clock bar; null when it is none. */
export function parseLocal(text: string, zone: string): Instant | null {
  const local = DateTime.fromISO(text, { zone });
  return local.isValid ? local.toMillis() : null;
}

/** `2026-11-16T08:30`, the bot's time as people set it. */
export function toLocal(instant: Instant, zone: string): string {
  return DateTime.fromMillis(instant, { zone }).toFormat("yyyy-MM-dd'T'HH:mm");
}
