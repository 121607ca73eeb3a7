import type { Sendable } from '../channels/channel.ts';
import type { Clock } from '../clock.ts';
import type { Day, Instant } from '../domain/calendar.ts';
import type { OutboxRow } from '../store/outbox.ts';
import type { Store } from '../store/store.ts';
import { markRepeated } from '../wording/delivery.ts';
import type { createJudging } from './judge.ts';
import type { BusyLane } from './lane.ts';

export interface Claimed {
  row: OutboxRow;
  /** Wire time and bot time of the claim. */
  takenAt: number;
  claimedAt: Instant;
  message: Sendable;
}

export interface TakeUpOptions {
  store: Store;
  clock: Clock;
  judging: ReturnType<typeof createJudging>;
  capOf(now: Instant): { day: Day };
}

/** Claims of these rows what may go now, in the caller's transaction; `wait`: ms until more of them may (Infinity: none waits for pace). */
export function createTakeUp({ store, clock, judging, capOf }: TakeUpOptions) {
  function claim(row: OutboxRow, message: Sendable): Sendable {
    store.outbox.claim(row.id, row.kind === 'answer' ? null : capOf(clock.now()).day);
    return row.repeated === 1 ? { ...message, text: markRepeated(message.text) } : message;
  }

  return (lane: BusyLane, rows: readonly OutboxRow[], wire: number): { taken: Claimed[]; wait: number } => {
    const taken: Claimed[] = [];
    const busyChats = new Set<number>();
    let wait = Number.POSITIVE_INFINITY;
    for (const row of rows) {
      if (busyChats.has(row.chat)) continue;
      // Nothing is judged before its turn: what waits for its turn is judged then.
      const spent = lane.pace.untilFree(wire);
      if (spent > 0) return { taken, wait: Math.min(wait, spent) };
      const composed = judging.judge(lane, row);
      if (composed === null) continue;
      const pause = lane.pace.take(row.chat, row.chatKind === 'group', wire);
      if (pause > 0) wait = Math.min(wait, pause);
      else taken.push({ row, takenAt: wire, claimedAt: clock.now(), message: claim(row, composed) });
      busyChats.add(row.chat);
    }
    return { taken, wait };
  };
}
