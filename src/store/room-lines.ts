import type { Instant } from '../domain/calendar.ts';
import type { Db } from './database.ts';

export interface RoomLine {
  id: number;
  chat: string;
  sender: 'bot' | 'person';
  at: Instant;
  content: string;
  /** The stored file that is shown with it. */
  file: number | null;
}

export type NewRoomLine = Omit<RoomLine, 'id' | 'content'> & { content: unknown };

/** The rehearsal room's conversations. */
export function createRoomLines(db: Db) {
  const insert = db.prepare<[string, string, Instant, string, number | null], RoomLine>(
    'INSERT INTO room_line (chat, sender, at, content, file) VALUES (?, ?, ?, ?, ?) RETURNING *',
  );
  const after = db.prepare<[string, number], RoomLine>('SELECT * FROM room_line WHERE chat = ? AND id > ? ORDER BY id');
  const find = db.prepare<[number], RoomLine>('SELECT * FROM room_line WHERE id = ?');
  return {
    add({ chat, sender, at, content, file }: NewRoomLine): RoomLine {
      const row = insert.get(chat, sender, at, JSON.stringify(content), file);
      if (row === undefined) throw new Error('a new room line was not returned');
      return row;
    },
    after: (chat: string, id: number): RoomLine[] => after.all(chat, id),
    find: (id: number): RoomLine | null => find.get(id) ?? null,
    /** The stored file of a line; null where it has none. */
    fileOf: (id: number): number | null => find.get(id)?.file ?? null,
  };
}
