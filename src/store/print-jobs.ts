import type { Instant } from '../domain/calendar.ts';
import type { PrintOrder } from '../domain/print-order.ts';
import type { Db } from './database.ts';

export interface PrintJob {
  id: number;
  chat: number;
  person: number;
  order: PrintOrder;
  orderedAt: Instant;
  tries: number;
}

/** Files that were asked for and are still to be made, in the order they were asked for. */
export function createPrintJobs(db: Db) {
  const insert = db.prepare<[number, number, string, Instant]>(
    'INSERT INTO print_job (chat, person, content, ordered_at) VALUES (?, ?, ?, ?)',
  );
  const same = db.prepare<[number, string], { id: number }>('SELECT id FROM print_job WHERE chat = ? AND content = ?');
  const next = db.prepare<[], Omit<PrintJob, 'order'> & { content: string }>(
    'SELECT id, chat, person, content, ordered_at AS orderedAt, tries FROM print_job ORDER BY tries, id LIMIT 1',
  );
  const begin = db.prepare<[number]>('UPDATE print_job SET tries = tries + 1 WHERE id = ?');
  const take = db.prepare<[number]>('DELETE FROM print_job WHERE id = ?');
  return {
    /** Adds it, unless the same chat waits for the same file. */
    add(chat: number, person: number, order: PrintOrder, now: Instant): void {
      const content = JSON.stringify(order);
      if (same.get(chat, content) === undefined) insert.run(chat, person, content, now);
    },
    next(): PrintJob | null {
      const row = next.get();
      if (row === undefined) return null;
      const { content, ...job } = row;
      return { ...job, order: JSON.parse(content) as PrintOrder };
    },
    begin(id: number): void {
      begin.run(id);
    },
    /** Takes it off the list; false when it is not there any more: the person left meanwhile. */
    take: (id: number): boolean => take.run(id).changes === 1,
  };
}
