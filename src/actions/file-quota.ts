import type { Instant } from '../domain/calendar.ts';
import type { QuotaFault } from '../domain/file-quota.ts';
import { quotaFault } from '../domain/file-quota.ts';
import type { Store } from '../store/store.ts';

const DAY_MS = 24 * 3600_000;
/** So long a file may be on its way into the report in hand; one that was dropped with "/huy" counts for it no more. */
const COMING_MS = 2 * 60_000;

/** Whose file it is, and which report it goes with, where that is known. */
export interface FileOwner {
  person: number;
  task: number | null;
  /** The files that are in hand for that report. */
  inHand: readonly number[];
}

/** Why this person's file of so many bytes is not taken; null where it is. The day's files that wait for a report count with it. */
export function fileQuotaFault(
  { attachments }: Store,
  { person, task, inHand }: FileOwner,
  bytes: number,
  now: Instant,
): QuotaFault | null {
  const withReport = attachments.withReport(task ?? 0, person, inHand, now - COMING_MS);
  return quotaFault(withReport, attachments.since(person, now - DAY_MS), bytes);
}
