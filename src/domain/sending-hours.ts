import {
  addDays,
  atTime,
  dayOf,
  type Instant,
  isWorkingDay,
  nextWorkingDay,
  type WorkingCalendar,
} from './calendar.ts';
import type { ReminderPolicy } from './reminder-policy.ts';

type SendingHours = Pick<ReminderPolicy, 'sendingHours'>;

/** Whether something proactive may be sent at that moment: a working day, from `from` until just before `until`. */
export function mayDisturb(policy: SendingHours, calendar: WorkingCalendar, instant: Instant): boolean {
  const day = dayOf(instant, calendar.zone);
  const { from, until } = policy.sendingHours;
  return (
    isWorkingDay(calendar, day) &&
    instant >= atTime(day, from, calendar.zone) &&
    instant < atTime(day, until, calendar.zone)
  );
}

/** The first moment, from `instant` on, at which something proactive may be sent: `instant` itself if it may be now. */
export function nextSendingMoment(policy: SendingHours, calendar: WorkingCalendar, instant: Instant): Instant {
  if (mayDisturb(policy, calendar, instant)) return instant;
  const { from } = policy.sendingHours;
  const today = dayOf(instant, calendar.zone);
  const opening = atTime(nextWorkingDay(calendar, today), from, calendar.zone);
  if (opening > instant) return opening;
  return atTime(nextWorkingDay(calendar, addDays(today, 1)), from, calendar.zone);
}
