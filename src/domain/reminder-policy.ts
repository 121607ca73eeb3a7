import type { Role } from './access.ts';
import type { TimeOfDay } from './calendar.ts';

/** One moment of the reminder ladder. Days are working days. */
export interface MilestoneRule {
  /** `L-5`, `L-2`, `L`, `L-15h`, `T+1`, `T+3`, `T+5`: what its reminders are kept under in the database, never reused for another meaning. `L-15h` is L at 15:00. */
  key: string;
  /** What the days are counted from: the last working day on which a report is still on time (L), or the first day after the cut-off (T). */
  anchor: 'last-good-working-day' | 'after-cut-off';
  /** Working days from the anchor: -5 = five before L; +1 = the first working day on or after the cut-off. */
  workingDays: number;
  at: TimeOfDay;
  /** Roles in the unit that are reminded. */
  audience: readonly Role[];
  /** Also put the unit on the coordinators' list (one digest for all units). */
  escalates: boolean;
  /**
   * It has to arrive. Repeated when a send's outcome stayed unknown, ahead of every other reminder in the queue, from the
   * share of the month's messages that early reminders leave, and that it was taken is on disk at once.
   */
  repeatIfUnknown: boolean;
}

export interface ReminderPolicy {
  milestones: readonly MilestoneRule[];
  /** Nothing proactive is sent before `from` or at or after `until`, or on days off. */
  sendingHours: { from: TimeOfDay; until: TimeOfDay };
  /** Proactive messages one person gets in one day, at most. */
  dailyCap: number;
  /** When coordinators get their digest: on working days while something is open, and once more on a round's last day. */
  digests: { morning: TimeOfDay; evening: TimeOfDay };
  /** Minutes without typing after which a half-typed submission no longer holds a reminder back. */
  typingGraceMinutes: number;
}
