import type { Clock } from '../clock.ts';
import type { OutboxRow } from '../store/outbox.ts';
import type { Store } from '../store/store.ts';
import { AT_ONCE, type BusyLane } from './lane.ts';
import { LONGEST_SLEEP_MS } from './pump.ts';
import type { Claimed, createTakeUp } from './take-up.ts';

export interface LookOptions {
  store: Store;
  clock: Clock;
  lanes: readonly BusyLane[];
  takeUp: ReturnType<typeof createTakeUp>;
  transmit(lane: BusyLane, claimed: Claimed): Promise<void>;
}

/** Looks for what may go out: at each bot when its time has come, so that one of two hundred costs the others nothing. */
export function createLook({ store, clock, lanes, takeUp, transmit }: LookOptions) {
  /** Wire time at which the next row that waits may be tried, whoever's it is. */
  let rowsAt = 0;

  /** Starts what may go now; returns ms until there may be more, 0: there may be just now. */
  function look(): number {
    const wire = clock.wire();
    const earliest = store.outbox.earliest();
    if (earliest === null || earliest > wire) return earliest === null ? Number.POSITIVE_INFINITY : earliest - wire;
    if (rowsAt <= wire) all();
    // Should anything below fail, all are looked at again.
    rowsAt = 0;
    const due = lanes.filter((lane) => isDue(lane, wire));
    sendFrom(
      due.map((lane) => ({ lane, rows: readyFor(lane, wire) })),
      wire,
    );
    rowsAt = store.outbox.nextWire(wire) ?? Number.POSITIVE_INFINITY;
    return Math.max(0, Math.min(rowsAt, ...lanes.map(({ lookAt }) => lookAt)) - clock.wire());
  }

  /** The next look is at all bots. */
  function all(): void {
    for (const lane of lanes) lane.lookAt = 0;
  }

  /** What this bot may send now; notes when it is looked at again. */
  function readyFor(lane: BusyLane, wire: number): OutboxRow[] {
    const busy = lane.pace.untilFree(wire);
    lane.lookAt = wire + (busy > 0 ? Math.min(busy, LONGEST_SLEEP_MS) : LONGEST_SLEEP_MS);
    const room = AT_ONCE - lane.inFlight;
    return busy > 0 || room <= 0 ? [] : store.outbox.ready(lane.channel.name, lane.channel.bot, wire, room);
  }

  /** Claims and sends of these what may go now: one commit for all bots, because each waits for the disk. */
  function sendFrom(looks: readonly { lane: BusyLane; rows: readonly OutboxRow[] }[], wire: number): void {
    const ready = looks.filter(({ rows }) => rows.length > 0);
    if (ready.length === 0) return;
    const claimed = store.transact(() => ready.map(({ lane, rows }) => ({ lane, ...takeUp(lane, rows, wire) })));
    for (const { lane, taken, wait } of claimed) {
      // Where pace keeps nothing back there may be more. Another bot's message may have moved here meanwhile: due as well.
      lane.lookAt = Math.min(lane.lookAt, wait === Number.POSITIVE_INFINITY ? 0 : wire + wait);
      for (const one of taken) void transmit(lane, one);
    }
  }

  return { look, all };
}

/** A time further off than any look is set to: the clock was put back. */
function isDue({ lookAt }: BusyLane, wire: number): boolean {
  return lookAt <= wire || lookAt > wire + LONGEST_SLEEP_MS;
}
