import type { WebChannel } from '../channels/web-chat/web-channel.ts';
import { createWebChannel } from '../channels/web-chat/web-channel.ts';
import type { Clock } from '../clock.ts';
import type { RoomLine } from '../store/room-lines.ts';
import type { Store } from '../store/store.ts';

export interface RoomChannel {
  channel: WebChannel;
  /** Calls back with every new line; returns what ends it. */
  onLine(listener: (line: RoomLine) => void): () => void;
}

/** The room's channel over the database: its lines survive a restart, and whoever watches hears of new ones. */
export function createRoomChannel(store: Store, clock: Clock): RoomChannel {
  const listeners = new Set<(line: RoomLine) => void>();
  const channel = createWebChannel({
    wire: () => clock.wire(),
    keep(chat, sender, said) {
      const line = store.roomLines.add(chat, sender, clock.now(), said);
      for (const listener of listeners) listener(line);
      return line.id;
    },
  });
  return {
    channel,
    onLine(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
