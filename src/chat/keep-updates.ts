import type { Channel, Incoming, Unreadable } from '../channels/channel.ts';
import type { Clock } from '../clock.ts';
import { storeFaultOf } from '../store/database.ts';
import type { Store } from '../store/store.ts';

export interface Keeping {
  store: Store;
  clock: Clock;
}

/** How long a platform that brings updates again waits to be told that they are stored, in case a deed has the disk take them sooner. */
const SYNC_MS = 20;

interface Arrived {
  channel: Channel;
  incoming: Incoming;
  receivedAt: number;
}

/**
 * Stores updates within the caller's transaction, each for itself: where it is not the database that fails, one that cannot be
 * stored keeps only those of its own chat back, whose turn comes after it.
 */
export function keepEach(options: Keeping, channel: Channel, delivered: readonly (Incoming | Unreadable)[]) {
  const { store, clock } = options;
  const receivedAt = clock.now();
  const chats = new Set<number>();
  const held = new Set<string>();
  const failures: unknown[] = [];
  for (const incoming of delivered) {
    if ('unreadable' in incoming) {
      store.unreadable.add(channel.name, channel.bot, incoming.unreadable, receivedAt);
      continue;
    }
    if (held.has(incoming.chat) || (incoming.chatKind === 'group' && !incoming.addressed)) continue;
    try {
      chats.add(store.apart(() => keep(options, { channel, incoming, receivedAt })));
    } catch (error) {
      if (storeFaultOf(error) !== null) throw error;
      failures.push(error);
      held.add(incoming.chat);
    }
  }
  return { chats, failures };
}

/** Resolves when the disk has what was stored: with what is done about it, or soon by itself. */
export function onDisk({ store, clock }: Keeping): Promise<void> {
  return new Promise((resolve, reject) => {
    const cancel = clock.after(SYNC_MS, () => {
      try {
        store.sync();
      } catch (error) {
        reject(error);
      }
    });
    void store.whenSynced().then(() => {
      cancel();
      resolve();
    });
  });
}

/** Stores an update within the caller's transaction, unless it was stored before; the chat it is of. */
export function keep({ store, clock }: Keeping, { channel: { name, bot }, incoming, receivedAt }: Arrived): number {
  // Delivered again after its chat was forgotten, it must not bring the address back.
  const known = store.inbound.chatOf(name, bot, incoming.key);
  if (known !== null) return known;
  const met = store.chats.meet(name, bot, incoming.chat, incoming.chatKind, clock.now());
  if (met.state !== 'active') store.chats.setState(met.id, 'active', clock.now());
  store.inbound.add(name, bot, met.id, incoming, receivedAt);
  return met.id;
}
