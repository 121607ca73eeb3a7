import type { Db } from './database.ts';

/** Orders of a message with several that wait until the one in hand is done: a column of each chat's dialog. */
export function createOrdersLeft(db: Db) {
  const putOff = db.prepare<[number, string | null, number]>(
    `INSERT INTO dialog (chat, kind, revision, content, updated_at, orders_left, orders_at) VALUES (?, '', 0, 'null', 0, ?, ?)
     ON CONFLICT (chat) DO UPDATE SET orders_left = excluded.orders_left, orders_at = excluded.orders_at`,
  );
  const left = db.prepare<[number, number], { orders: string }>(
    'SELECT orders_left AS orders FROM dialog WHERE chat = ? AND orders_left IS NOT NULL AND orders_at >= ?',
  );
  const forget = db.prepare<[number]>('UPDATE dialog SET orders_left = NULL, orders_at = NULL WHERE orders_at < ?');
  return {
    /** Orders that are to be begun when what is in hand is done; none = nothing waits any more. */
    putOff(chat: number, orders: readonly string[], now: number): void {
      putOff.run(chat, orders.length === 0 ? null : JSON.stringify(orders), now);
    },
    /** Those that were put off at that moment or later. */
    ordersLeft: (chat: number, since: number): string[] => {
      const found = left.get(chat, since);
      return found === undefined ? [] : (JSON.parse(found.orders) as string[]);
    },
    forgetOrdersBefore: (instant: number): number => forget.run(instant).changes,
  };
}
