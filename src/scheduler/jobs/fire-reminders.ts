import { remindAssigned } from '../../actions/assign.ts';
import type { Desk } from '../../actions/desk.ts';
import { fireReminders } from '../../actions/fire-reminders.ts';
import { followPromises } from '../../actions/follow-promises.ts';
import { offerExtensions } from '../../actions/offer-extension.ts';
import { remindEarly } from '../../actions/own-hour.ts';
import { sendDigests } from '../../actions/send-digests.ts';
import { followSnoozes } from '../../actions/snooze.ts';
import { turnStandIns } from '../../actions/stand-in.ts';
import { tellLeaders } from '../../actions/tell-leaders.ts';
import { tellRestored } from '../../actions/tell-restored.ts';
import type { Job } from '../job.ts';

/**
 * Decides about every milestone that is due, about promises whose time is up and about digests: what one moment brings is one
 * message. The order counts: who stands in and what was promised or asked for decides whom the ladder reminds, so both come before it; own
 * hours before the plan's, which must not repeat them; digests last, since they tell what was decided above.
 */
export function fireRemindersJob(desk: Desk): Job {
  return {
    name: 'fire-reminders',
    run: (now) => ({
      restored: tellRestored(desk, now),
      offers: offerExtensions(desk, now),
      standIns: turnStandIns(desk, now),
      promises: followPromises(desk, now),
      snoozes: followSnoozes(desk, now),
      early: remindEarly(desk, now),
      assigned: remindAssigned(desk, now),
      ...fireReminders(desk, now),
      digests: sendDigests(desk, now),
      leaders: tellLeaders(desk, now),
    }),
  };
}
