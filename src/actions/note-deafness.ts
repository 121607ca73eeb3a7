import type { Instant } from '../domain/calendar.ts';
import { DEAF_MS } from '../domain/deafness.ts';
import type { Desk } from './desk.ts';

export interface Look {
  now: Instant;
  /** Wire time, by which channels say since when they are as they are. */
  wire: number;
  /** The sign of life before this one; null: none is known. */
  aliveAt: Instant | null;
}

/**
 * Writes down when bots heard nobody: a process that was not running, a bot that the platform keeps from hearing. A stretch is
 * written once it is long enough, and again when it ends. How many lines were written.
 */
export function noteDeafness(desk: Desk, { now, wire, aliveAt }: Look): number {
  const { deafness } = desk.store;
  const bots = desk.bots.filter(({ channel }) => channel !== 'web');
  const open = deafness.open();
  const writes: (() => void)[] = [];
  if (aliveAt !== null && now - aliveAt >= DEAF_MS)
    for (const { channel, bot } of bots)
      writes.push(() => deafness.add({ channel, bot, cause: 'down', from: aliveAt, to: now }));
  for (const one of bots) {
    const { channel, bot } = one;
    const { ok, since } = one.health();
    const turnedAt = now - Math.max(0, wire - since);
    const known = open.find((interval) => interval.channel === channel && interval.bot === bot);
    if (ok && known !== undefined) writes.push(() => deafness.end(known.id, Math.max(known.from, turnedAt)));
    if (!ok && known === undefined && now - turnedAt >= DEAF_MS)
      writes.push(() => deafness.add({ channel, bot, cause: 'dark', from: turnedAt, to: null }));
  }
  // A bot that was taken out of the settings hears nobody for ever.
  for (const interval of open.filter(
    ({ channel, bot }) => !bots.some((one) => one.channel === channel && one.bot === bot),
  ))
    writes.push(() => deafness.end(interval.id, now));
  if (writes.length > 0) desk.store.transact(() => writes.forEach((write) => void write()));
  return writes.length;
}
