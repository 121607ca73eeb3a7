import type { Instant } from '../domain/calendar.ts';
import type { Db } from './database.ts';

export interface RoomLine {
  id: number;
  chat: string;
  sender: 'bot' | 'person';
  at: Instant;
  content: string;
}

/** The rehearsal room's conversations. */
export function createRoomLines(db: Db) {
  const insert = db.prepare<[string, string, Instant, string], RoomLine>(
    'INSERT INTO room_line (chat, sender, at, content) VALUES (?, ?, ?, ?) RETURNING *',
  );
  const after = db.prepare<[string, number], RoomLine>('SELECT * FROM room_line WHERE chat = ? AND id > ? ORDER BY id');
  return {
    add(chat: string, sender: RoomLine['sender'], at: Instant, content: unknown): RoomLine {
      const row = insert.get(chat, sender, at, JSON.stringify(content));
      if (row === undefined) throw new Error('a new room line was not returned');
      return row;
    },
    after: (chat: string, id: number): RoomLine[] => after.all(chat, id),
  };
}
