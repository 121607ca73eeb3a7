import { addDays, atTime, dayOf, type Instant, isWorkingDay, type WorkingCalendar } from './calendar.ts';
import type { ReminderPolicy } from './reminder-policy.ts';

type Digests = Pick<ReminderPolicy, 'digests'>;

export interface DueDigest {
  kind: 'morning' | 'evening';
  at: Instant;
}

/** The hours of digests that have come by now today, the latest first; none on a day off. In the evening there is one on a round's last day only. */
export function digestHours({ digests }: Digests, calendar: WorkingCalendar, now: Instant): DueDigest[] {
  const today = dayOf(now, calendar.zone);
  if (!isWorkingDay(calendar, today)) return [];
  const kinds = ['morning', 'evening'] as const;
  return kinds
    .map((kind) => ({ kind, at: atTime(today, digests[kind], calendar.zone) }))
    .filter(({ at }) => at <= now)
    .sort((a, b) => b.at - a.at);
}

/** The next hour of a digest, whether there will be one or not. */
export function nextDigestAfter({ digests }: Digests, calendar: WorkingCalendar, now: Instant): Instant {
  const today = dayOf(now, calendar.zone);
  const hours = [today, addDays(today, 1)].flatMap((day) =>
    [digests.morning, digests.evening].map((time) => atTime(day, time, calendar.zone)),
  );
  return Math.min(...hours.filter((hour) => hour > now));
}
