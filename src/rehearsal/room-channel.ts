import type { Said, WebChannel } from '../channels/web-chat/web-channel.ts';
import { createWebChannel } from '../channels/web-chat/web-channel.ts';
import type { Clock } from '../clock.ts';
import type { RoomLine } from '../store/room-lines.ts';
import type { Store } from '../store/store.ts';

export interface RoomChannel {
  channel: WebChannel;
  /** Calls back with every new line; returns what ends it. */
  onLine(listener: (line: RoomLine) => void): () => void;
}

/** The room's channel over the database: its lines and their files survive a restart, and whoever watches hears of new ones. */
export function createRoomChannel(store: Store, clock: Clock): RoomChannel {
  const listeners = new Set<(line: RoomLine) => void>();
  const channel = createWebChannel({
    wire: () => clock.wire(),
    keep(chat, sender, said) {
      const line = store.transact(() => {
        const file = fileOf(store, said.file);
        return store.roomLines.add({
          chat,
          sender,
          at: clock.now(),
          content: { ...said, file },
          file: file?.id ?? null,
        });
      });
      for (const listener of listeners) listener(line);
      return line.id;
    },
    fileOf(line) {
      const file = store.roomLines.fileOf(line);
      return file === null ? null : store.storedFiles.bytes(file);
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

/** What a line keeps of its file. What the bot sends is stored already. */
function fileOf(store: Store, file: Said['file']) {
  if (file === null) return null;
  if ('id' in file) return { id: file.id, name: file.name, mediaType: file.mediaType, size: file.size };
  return { id: store.storedFiles.keep(file.bytes), name: file.name, mediaType: '', size: file.bytes.length };
}
