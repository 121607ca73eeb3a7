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
  return {
    add(channel: string, bot: string, month: string, messages: number): void {
      if (messages > 0) add.run(channel, bot, month, messages);
    },
    inMonth: (channel: string, bot: string, month: string): number => read.get(channel, bot, month)?.messages ?? 0,
  };
}
