import type { Db } from './database.ts';

/** Messages each bot has sent, by calendar month (`YYYY-MM`). */
export function createSpending(db: Db) {
  const add = db.prepare<[string, string, string, number]>(
    `INSERT INTO spending (channel, bot, month, messages) VALUES (?, ?, ?, ?)
     ON CONFLICT (channel, bot, month) DO UPDATE SET messages = messages + excluded.messages`,
  );
  const read = db.prepare<[string, string, string], { messages: number }>(
    'SELECT messages FROM spending WHERE channel = ? AND bot = ? AND month = ?',
  );
  const waiting = db.prepare<[string], { messages: number }>(
    "SELECT count(*) AS messages FROM outbox WHERE state = 'queued' AND lane = ?",
  );
  return {
    add(channel: string, bot: string, month: string, messages: number): void {
      if (messages > 0) add.run(channel, bot, month, messages);
    },
    inMonth: (channel: string, bot: string, month: string): number => read.get(channel, bot, month)?.messages ?? 0,
    /** What is decided and not sent yet: it will be spent, too. */
    ahead: (channel: string, bot: string): number => waiting.get(`${channel}/${bot}`)?.messages ?? 0,
  };
}
