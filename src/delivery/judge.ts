import type { Sendable } from '../channels/channel.ts';
import type { Clock } from '../clock.ts';
import type { Day, Instant } from '../domain/calendar.ts';
import type { Log } from '../log.ts';
import { storeFaultOf } from '../store/database.ts';
import type { OutboxRow } from '../store/outbox.ts';
import type { Store } from '../store/store.ts';
import { mayGoOut, placesFor } from './budget.ts';
import type { BusyLane, Lane } from './lane.ts';
import type { OtherApp } from './other-app.ts';

/** What a row turns out to be at the moment it would be sent. */
export type Composed =
  | { send: Sendable }
  | { settle: 'cleared' | 'superseded' | 'expired' }
  /** Not now: look again after that many ms of wire time. */
  | { holdMs: number };

export interface JudgingOptions {
  store: Store;
  clock: Clock;
  log: Log;
  otherApp: OtherApp;
  /** Judges a row again and renders it. */
  compose(row: OutboxRow, now: Instant): Composed;
  capOf(now: Instant): { day: Day; perPerson: number };
  monthOf(now: Instant): string;
}

/** How often it is looked whether another day has begun: the clock may be put right meanwhile. */
const NEXT_DAY_LOOK_MS = 10 * 60_000;

/** Whether a row may go out at this moment, and as what. Called inside the claiming transaction. */
export function createJudging({ store, clock, log, otherApp, compose, capOf, monthOf }: JudgingOptions) {
  /** The message as it should go out now, or null when the row was settled or put off instead. */
  function judge(lane: BusyLane, row: OutboxRow): Sendable | null {
    const now = clock.now();
    if (row.expiresAt !== null && row.expiresAt <= now) return drop(row, 'expired');
    if (row.chatState !== 'active') return otherApp.reroute(row, row.chatState);
    if (!isAffordable(lane, row, now)) return otherApp.reroute(row, 'quota');
    if (otherApp.isDark(lane) && otherApp.leaveDark(row)) return null;
    const composed = composeOr(row, now);
    if (composed === null) return null;
    if ('settle' in composed) return drop(row, composed.settle);
    if ('holdMs' in composed) return putOff(row, composed.holdMs);
    if (row.kind !== 'answer' && row.person !== null) {
      const cap = capOf(now);
      const isCoordinator = store.people.memberships(row.person).some(({ unit }) => unit === null);
      const places = placesFor(row, isCoordinator, cap.perPerson);
      const isCapped = store.outbox.countOnDay(row.person, cap.day, row.id) >= places;
      // What somebody has to know waits for another day; a reminder of today is worth nothing tomorrow.
      if (isCapped && row.kind === 'alert') return putOff(row, NEXT_DAY_LOOK_MS);
      if (isCapped) return drop(row, 'capped');
    }
    return composed.send;
  }

  /** One row that cannot be rendered is a bug, and no reason to keep everybody else waiting. */
  function composeOr(row: OutboxRow, now: Instant): Composed | null {
    try {
      return compose(row, now);
    } catch (error) {
      if (storeFaultOf(error) !== null) throw error;
      log.error({ err: error, outbox: row.id }, 'composing a message failed');
      store.outbox.settleUnsent(row.id, 'failed', 'refused', now);
      return null;
    }
  }

  function putOff(row: OutboxRow, ms: number): null {
    store.outbox.putOff(row.id, clock.wire() + ms);
    return null;
  }

  function drop(row: OutboxRow, state: 'cleared' | 'superseded' | 'expired' | 'capped'): null {
    store.outbox.settleUnsent(row.id, state, null, clock.now());
    return null;
  }

  function isAffordable(lane: Lane, row: OutboxRow, now: Instant): boolean {
    const allowance = lane.channel.capabilities.monthlyMessages;
    if (allowance === null) return true;
    const spent = store.spending.inMonth(row.channel, row.bot, monthOf(now));
    return mayGoOut(row, spent, allowance);
  }

  return { judge };
}
