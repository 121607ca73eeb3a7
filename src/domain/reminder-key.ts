/**
 * What a reminder is keyed by beside its task and person: a milestone of the plan by its own key, everything else by its cause and
 * the row it was decided for. The keys stand in the database for good: a cause is never renamed.
 */
export const ROW_CAUSES = ['promise', 'snooze', 'nudge', 'resend'] as const;

/** A promise that is over; a moment the person chose; a coordinator who chases; a message that did not arrive. */
export type RowCause = (typeof ROW_CAUSES)[number];

/** What a reminder came by. `asked`: the first word about a report that is asked for once. */
export type ReminderCause = RowCause | 'asked' | 'milestone';

export const ASKED_KEY = 'asked';

const OF_ROW = new RegExp(`^(${ROW_CAUSES.join('|')})-(\\d+)$`, 'u');

export function reminderKey(cause: RowCause, row: number): string {
  return `${cause}-${row}`;
}

/** The cause behind a key; a key of no other cause is a milestone's, whether the plan still has it or not. */
export function causeOf(key: string): ReminderCause {
  if (key === ASKED_KEY) return 'asked';
  return ROW_CAUSES.find((cause) => rowOf(key, cause) !== null) ?? 'milestone';
}

/** Which row of that cause the reminder was decided for; null: it has another cause. */
export function rowOf(key: string, cause: RowCause): number | null {
  const [, named, row] = OF_ROW.exec(key) ?? [];
  return named === cause ? Number(row) : null;
}
