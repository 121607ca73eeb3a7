import type { Instant, WorkingCalendar } from './calendar.ts';
import type { PlannedMilestone } from './milestone-plan.ts';
import type { ReminderPolicy } from './reminder-policy.ts';
import { mayDisturb, nextSendingMoment } from './sending-hours.ts';

/** What is known of one task when the bot wakes. */
export interface DueTickInput {
  now: Instant;
  /** Milestones still planned: those settled by an earlier tick are not among them. Any order. */
  milestones: readonly PlannedMilestone[];
  /** Whether the unit still has something to do: see `isOutstanding`. */
  outstanding: boolean;
  policy: Pick<ReminderPolicy, 'sendingHours'>;
  calendar: WorkingCalendar;
}

/** What becomes of the milestones. Each key given is in at most one place; one that is in none stays planned. */
export interface DueTick {
  /** To be sent now. */
  fire: string | null;
  /** Due, but a later one is sent in their stead. */
  superseded: string[];
  /** Due, but of no use any more. */
  expired: string[];
  /** Not needed any more: the report is in. */
  cleared: string[];
  /** When something may next change by the clock alone, always after `now`; null = never. */
  lookAgainAt: Instant | null;
}

/**
 * Decides, for one task, what waking at `now` means. It chooses by `dueAt <= now`, never by "is today the day", so a
 * bot that was off for three days sends one reminder, the latest that is still useful. Outside sending hours nothing
 * is sent and nothing superseded: the due ones wait, and whichever is then the latest is sent.
 */
export function dueTick({ now, milestones, outstanding, policy, calendar }: DueTickInput): DueTick {
  const nothing: DueTick = { fire: null, superseded: [], expired: [], cleared: [], lookAgainAt: null };
  if (!outstanding) return { ...nothing, cleared: keysOf(milestones) };

  const due = milestones.filter(({ dueAt }) => dueAt <= now).sort((a, b) => a.dueAt - b.dueAt);
  const useful = due.filter((milestone) => !isSpent(milestone, now));
  const expired = keysOf(due.filter((milestone) => isSpent(milestone, now)));
  const latest = useful.at(-1);

  if (latest !== undefined && !mayDisturb(policy, calendar, now)) {
    return { ...nothing, expired, lookAgainAt: nextSendingMoment(policy, calendar, now) };
  }
  const ahead = milestones.map(({ dueAt }) => dueAt).filter((dueAt) => dueAt > now);
  return {
    ...nothing,
    fire: latest?.key ?? null,
    superseded: keysOf(useful.slice(0, -1)),
    expired,
    lookAgainAt: ahead.length === 0 ? null : Math.min(...ahead),
  };
}

function isSpent({ usefulUntil }: PlannedMilestone, now: Instant): boolean {
  return usefulUntil !== null && usefulUntil <= now;
}

function keysOf(milestones: readonly PlannedMilestone[]): string[] {
  return milestones.map(({ key }) => key);
}
