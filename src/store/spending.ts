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
  const owed = db.prepare<[string], { answers: number }>(
    "SELECT count(*) AS answers FROM outbox WHERE state = 'queued' AND lane = ? AND kind = 'answer'",
  );
  return {
    add(channel: string, bot: string, month: string, messages: number): void {
      if (messages > 0) add.run(channel, bot, month, messages);
    },
    /** Answers that a bot still has to give. */
    answersOwed: (channel: string, bot: string): number => owed.get(`${channel}/${bot}`)?.answers ?? 0,
    inMonth: (channel: string, bot: string, month: string): number => read.get(channel, bot, month)?.messages ?? 0,
  };
}
