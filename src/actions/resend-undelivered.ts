import { reminderKey } from '../domain/reminder-key.ts';
import { isOutstanding } from '../domain/task.ts';
import type { Undelivered } from '../store/outbox.ts';
import type { Act, Desk } from './desk.ts';
import { coordinatorsOf, remindPerson } from './fire-reminders.ts';
import { isLeftAlone } from './lost-stretch.ts';
import { resendNotice } from './notice-result.ts';
import { viewTask } from './task-view.ts';

const WEEK_MS = 7 * 24 * 3600_000;
const MOST = 500;

/** What was meant for people in the last seven days and did not get to them, the newest first. */
export function undeliveredThisWeek(desk: Desk, now: number, limit = MOST): Undelivered[] {
  return desk.store.outbox.undeliveredSince(now - WEEK_MS, limit);
}

/**
 * Tries the week's undelivered messages once more: notices as they were, reminders and digests only while the report is still owed.
 * Returns how many people are written to.
 */
export function resendUndelivered(desk: Desk, act: Act): number {
  const { store } = desk;
  return store.transact(() => {
    const rows = undeliveredThisWeek(desk, act.at);
    const people = new Set<number>();
    for (const notice of new Set(rows.map((row) => row.notice))) {
      const found = notice === null ? null : store.notices.find(notice);
      if (found === null || resendNotice(desk, act, found) === 0) continue;
      for (const row of rows) if (row.notice === notice) people.add(row.person);
    }
    for (const row of rows) if (row.notice === null && remindAgain(desk, row, act.at)) people.add(row.person);
    // Each of them once: what fails again is on the list again, as the message it is then.
    for (const row of rows) store.outbox.markResent(row.id);
    store.audit.add(act.at, act.person, 'resend', 'undelivered', { people: people.size });
    return people.size;
  });
}

/**
 * Reminds of what the row was about, is still owed and was not spoken of since; false when that is nothing, or the person
 * no longer reports for it.
 */
export function remindAgain(desk: Desk, row: Undelivered, at: number): boolean {
  const { store } = desk;
  const owed = store.reminders
    .ofOutbox(row.id)
    .filter((reminder) => !store.reminders.hasNewer(reminder))
    .map((reminder) => store.tasks.find(reminder.task))
    .filter((task) => task !== null)
    .filter((task) => isOutstanding(task.state) && !isLeftAlone(viewTask(desk, task), at));
  const rule = { key: reminderKey('resend', row.id), repeatIfUnknown: false };
  const isDigest = row.kind === 'digest';
  const reminded = owed.map((task) => {
    const candidates = isDigest ? coordinatorsOf(desk) : store.people.ofUnit(task.unit);
    const member = candidates.find((one) => one.person === row.person);
    const kind = isDigest ? 'digest' : 'nudge';
    return member !== undefined && remindPerson(desk, { task, rule, member, now: at, kind });
  });
  return reminded.includes(true);
}
