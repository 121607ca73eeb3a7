import type { SendFailure } from '../channels/send-error.ts';
import { reminderKey } from '../domain/reminder-key.ts';
import type { Nudge } from '../store/nudges.ts';
import type { OutboxState } from '../store/outbox.ts';
import type { Desk } from './desk.ts';
import { nameOf } from './desk.ts';

export interface NudgeResult {
  /** Names with their units' codes. */
  reached: readonly string[];
  waiting: readonly string[];
  /** Who needed no reminding any more when it would have gone out. */
  cleared: readonly string[];
  missed: readonly { name: string; state: OutboxState; failure: SendFailure | null }[];
}

/** What became of a nudge, person by person; of somebody who reports for several units once. */
export function nudgeResult(desk: Desk, nudge: Nudge): NudgeResult {
  const outcomes = desk.store.nudges.outcomes(nudge, reminderKey('nudge', nudge.id));
  const people = [...new Map(outcomes.map((one) => [one.person, one])).values()].map((one) => {
    const units = outcomes.filter(({ person }) => person === one.person).map(({ unit }) => unit);
    return { ...one, name: `${nameOf(desk, one.person)} (${units.join(', ')})` };
  });
  const named = (states: readonly OutboxState[]): string[] =>
    people.filter(({ state }) => states.includes(state)).map(({ name }) => name);
  return {
    reached: named(['accepted']),
    waiting: named(['queued', 'sending']),
    cleared: named(['cleared', 'superseded']),
    missed: people.filter(({ state }) => ['failed', 'unknown', 'capped', 'expired'].includes(state)),
  };
}
