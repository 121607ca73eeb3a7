import type { Incoming } from '../channels/channel.ts';
import type { Db } from './database.ts';

export interface WaitingUpdate {
  id: number;
  chat: number;
  payload: Incoming;
  receivedAt: number;
}

interface Row {
  id: number;
  chat: number;
  payload: string;
  receivedAt: number;
}

/** Updates as the platforms handed them over, each once. */
export function createInbound(db: Db) {
  const insert = db.prepare<[string, string, string, number, string, number]>(
    `INSERT INTO inbound (channel, bot, key, chat, payload, received_at) VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT (channel, bot, key) DO NOTHING`,
  );
  const idOf = db.prepare<[string, string, string], { id: number }>(
    'SELECT id FROM inbound WHERE channel = ? AND bot = ? AND key = ?',
  );
  const next = db.prepare<[number], Row>(
    'SELECT id, chat, payload, received_at AS receivedAt FROM inbound WHERE chat = +? AND settled_at IS NULL ORDER BY id LIMIT 1',
  );
  const chats = db.prepare<[], { chat: number }>(
    'SELECT DISTINCT chat FROM inbound WHERE settled_at IS NULL ORDER BY chat',
  );
  const settle = db.prepare<[number, string, number]>(
    'UPDATE inbound SET settled_at = ?, outcome = ?, payload = NULL WHERE id = ?',
  );
  const forget = db.prepare<[number]>('DELETE FROM inbound WHERE settled_at < ?');
  return {
    /** Stores an update; false when this very update was stored before. */
    add(channel: string, bot: string, chat: number, incoming: Incoming, receivedAt: number): boolean {
      return insert.run(channel, bot, incoming.key, chat, JSON.stringify(incoming), receivedAt).changes === 1;
    },
    /** The row of an update by its key; null when it is not there. */
    idOf: (channel: string, bot: string, key: string): number | null => idOf.get(channel, bot, key)?.id ?? null,
    /** The chat's oldest update that was not acted on yet. */
    next(chat: number): WaitingUpdate | null {
      const row = next.get(chat);
      return row === undefined ? null : { ...row, payload: JSON.parse(row.payload) };
    },
    waitingChats: (): number[] => chats.all().map((row) => row.chat),
    settle(id: number, outcome: 'done' | 'failed', now: number): void {
      settle.run(now, outcome, id);
    },
    /** Drops the keys of old updates; platforms redeliver for a day at most. */
    forgetBefore: (instant: number): number => forget.run(instant).changes,
  };
}
