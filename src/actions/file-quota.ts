import type { Instant } from '../domain/calendar.ts';
import type { QuotaFault } from '../domain/file-quota.ts';
import { quotaFault } from '../domain/file-quota.ts';
import type { Store } from '../store/store.ts';

const DAY_MS = 24 * 3600_000;

/** Whose file it is, and which report it goes with, where that is known. */
export interface FileOwner {
  person: number;
  task: number | null;
}

/** Why this person's file of so many bytes is not taken; null where it is. The day's files that wait for a report count with it. */
export function fileQuotaFault(
  { attachments }: Store,
  { person, task }: FileOwner,
  bytes: number,
  now: Instant,
): QuotaFault | null {
  const since = now - DAY_MS;
  return quotaFault(attachments.withReport(task ?? 0, person, since), attachments.since(person, since), bytes);
}
