import type { Desk } from '../../actions/desk.ts';
import { fireReminders } from '../../actions/fire-reminders.ts';
import type { Job } from '../job.ts';

/** Decides about every milestone that is due. */
export function fireRemindersJob(desk: Desk): Job {
  return { name: 'fire-reminders', run: (now) => ({ ...fireReminders(desk, now) }) };
}
