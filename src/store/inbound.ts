import { createHash } from 'node:crypto';
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

/** An update's key as it is kept: platforms put chat and sender into it, which outlive neither the chat nor its person here. */
function keptKey(key: string): string {
  return createHash('sha256').update(key).digest('base64url');
}

/** Updates as the platforms handed them over, each once. */
export function createInbound(db: Db) {
  const insert = db.prepare<[string, string, string, number, string, number]>(
    `INSERT INTO inbound (channel, bot, key, chat, payload, received_at) VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT (channel, bot, key) DO NOTHING`,
  );
  // Earlier releases kept the key as it was; those rows are forgotten within a week.
  const known = db.prepare<[string, string, string, string], { id: number; chat: number }>(
    'SELECT id, chat FROM inbound WHERE channel = ? AND bot = ? AND key IN (?, ?)',
  );
  const find = (channel: string, bot: string, key: string) => known.get(channel, bot, keptKey(key), key);
  const waiting = db.prepare<[number, number], Row>(
    'SELECT id, chat, payload, received_at AS receivedAt FROM inbound WHERE chat = +? AND settled_at IS NULL ORDER BY id LIMIT +?',
  );
  const chats = db.prepare<[], { chat: number }>(
    'SELECT DISTINCT chat FROM inbound WHERE settled_at IS NULL ORDER BY chat',
  );
  const settle = db.prepare<[number, string, number]>(
    'UPDATE inbound SET settled_at = ?, outcome = ?, payload = NULL WHERE id = ?',
  );
  const forget = db.prepare<[number]>('DELETE FROM inbound WHERE settled_at < ?');
  const of = (chat: number, most: number): WaitingUpdate[] =>
    waiting.all(chat, most).map((row) => ({ ...row, payload: JSON.parse(row.payload) }));
  return {
    /** Stores an update; false when this very update was stored before. */
    add(channel: string, bot: string, chat: number, incoming: Incoming, receivedAt: number): boolean {
      return insert.run(channel, bot, keptKey(incoming.key), chat, JSON.stringify(incoming), receivedAt).changes === 1;
    },
    /** The row of an update by its key; null when it is not there. */
    idOf: (channel: string, bot: string, key: string): number | null => find(channel, bot, key)?.id ?? null,
    /** The chat of an update that was stored before; null when it is new. */
    chatOf: (channel: string, bot: string, key: string): number | null => find(channel, bot, key)?.chat ?? null,
    /** The chat's oldest update that was not acted on yet. */
    next: (chat: number): WaitingUpdate | null => of(chat, 1)[0] ?? null,
    /** And those after it, in the order they came. */
    waitingIn: of,
    waitingChats: (): number[] => chats.all().map((row) => row.chat),
    settle(id: number, outcome: 'done' | 'failed', now: number): void {
      settle.run(now, outcome, id);
    },
    /** Drops the keys of old updates; platforms redeliver for a day at most. */
    forgetBefore: (instant: number): number => forget.run(instant).changes,
  };
}
