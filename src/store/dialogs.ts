import type { Db } from './database.ts';
import type { KeptDrafts } from './kept-drafts.ts';
import { createOrdersLeft } from './orders-left.ts';

export interface StoredDialog {
  chat: number;
  kind: string;
  revision: number;
  content: string;
  updatedAt: number;
}

/** The kind of a chat that is in the middle of nothing. */
export const NO_DIALOG = '';

const NOTHING_ASIDE = 'aside_kind = NULL, aside_content = NULL, aside_at = NULL';
/** The row stays, so that revisions go on counting and a choice of an old dialog never fits a later one. */
const DROPPED = `kind = ?, revision = revision + 1, content = 'null', updated_at = 0, ${NOTHING_ASIDE}, orders_left = NULL, orders_at = NULL`;

/** What each chat is in the middle of. */
export function createDialogs(db: Db, kept: KeptDrafts) {
  const read = db.prepare<[number], StoredDialog>(
    'SELECT chat, kind, revision, content, updated_at AS updatedAt FROM dialog WHERE chat = ?',
  );
  const write = db.prepare<[number, string, number, string, number]>(
    `INSERT INTO dialog (chat, kind, revision, content, updated_at) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (chat) DO UPDATE SET kind = excluded.kind, revision = excluded.revision, content = excluded.content,
       updated_at = excluded.updated_at`,
  );
  const touch = db.prepare<[number, number]>("UPDATE dialog SET updated_at = ? WHERE chat = ? AND kind <> ''");
  const drop = db.prepare<[string, number]>(
    `UPDATE dialog SET ${DROPPED} WHERE chat IN (SELECT id FROM chat WHERE person = ?)`,
  );
  const dropIn = db.prepare<[string, number]>(`UPDATE dialog SET ${DROPPED} WHERE chat = ?`);
  const setAside = db.prepare<[number, number]>(
    "UPDATE dialog SET aside_kind = kind, aside_content = content, aside_at = ? WHERE chat = ? AND kind <> ''",
  );
  const keepAside = db.prepare<[string, string, number, number]>(
    'UPDATE dialog SET aside_kind = ?, aside_content = ?, aside_at = ? WHERE chat = ?',
  );
  const dropAside = db.prepare<[number]>(`UPDATE dialog SET ${NOTHING_ASIDE} WHERE chat = ?`);
  const aside = db.prepare<[number, number], { kind: string; content: string; at: number }>(
    'SELECT aside_kind AS kind, aside_content AS content, aside_at AS at FROM dialog WHERE chat = ? AND aside_at >= ?',
  );
  const forgetAside = db.prepare<[number]>(`UPDATE dialog SET ${NOTHING_ASIDE} WHERE aside_at < ?`);
  const forget = db.prepare<[number]>(
    `UPDATE dialog SET kind = '', revision = revision + 1, content = 'null', updated_at = 0
     WHERE kind <> '' AND updated_at < ?`,
  );
  const puzzle = db.prepare<[number, string], { puzzled: number }>(
    `INSERT INTO dialog (chat, kind, revision, content, updated_at, puzzled) VALUES (?, ?, 0, 'null', 0, 1)
     ON CONFLICT (chat) DO UPDATE SET puzzled = puzzled + 1 RETURNING puzzled`,
  );
  const unpuzzle = db.prepare<[number]>('UPDATE dialog SET puzzled = 0 WHERE chat = ? AND puzzled > 0');
  const latest = db.prepare<[number], { at: number | null }>(
    'SELECT max(d.updated_at) AS at FROM dialog d JOIN chat c ON c.id = d.chat WHERE c.person = ?',
  );
  const tasks = db.prepare<[number], { task: number }>(
    `SELECT json_extract(d.content, '$.task') AS task FROM dialog d JOIN chat c ON c.id = d.chat
     WHERE c.person = ? AND json_type(d.content, '$.task') = 'integer' AND json_extract(d.content, '$.values') <> '{}'`,
  );
  const orders = createOrdersLeft(db);
  return {
    ...orders,
    read: (chat: number): StoredDialog | null => read.get(chat) ?? null,
    write(chat: number, kind: string, revision: number, content: unknown, now: number): void {
      write.run(chat, kind, revision, JSON.stringify(content), now);
    },
    /** What the chat is in the middle of was shown to it again. */
    touch(chat: number, now: number): void {
      touch.run(now, chat);
    },
    /** Keeps what the chat is in the middle of beside whatever comes next; of what was kept so before only a report of its own stays. */
    setAside(chat: number, now: number): void {
      kept.moveAside(chat);
      setAside.run(now, chat);
      kept.dropOlder(chat);
    },
    /** The same of what it was in the middle of before. */
    keepAside(chat: number, { kind, content }: { kind: string; content: unknown }, now: number): void {
      kept.moveAside(chat);
      keepAside.run(kind, JSON.stringify(content), now, chat);
      kept.dropOlder(chat);
    },
    dropAside(chat: number): void {
      dropAside.run(chat);
    },
    /** What was set aside at that moment or later; null when there is nothing. */
    aside: (chat: number, since: number): { kind: string; content: string; at: number } | null =>
      aside.get(chat, since) ?? null,
    forgetAsideBefore: (instant: number): number => forgetAside.run(instant).changes + kept.forgetBefore(instant),
    /** Drops what nobody went on with, and orders that wait since before then. */
    forgetBefore: (instant: number): number => forget.run(instant).changes + orders.forgetOrdersBefore(instant),
    /** Something was not understood; how many times in a row that makes. */
    puzzle: (chat: number): number => puzzle.get(chat, NO_DIALOG)?.puzzled ?? 1,
    /** Something was understood. True where what came before was not. */
    unpuzzle: (chat: number): boolean => unpuzzle.run(chat).changes > 0,
    /** Drops what the person has unfinished, on all of their chats. */
    dropOf(person: number): void {
      drop.run(NO_DIALOG, person);
      kept.dropOf(person);
    },
    /** Drops what one chat has unfinished or set aside. */
    dropIn(chat: number): void {
      dropIn.run(NO_DIALOG, chat);
      kept.dropIn(chat);
    },
    /** The tasks whose reports the person has half typed, on any of their chats. */
    tasksInHand: (person: number): number[] => tasks.all(person).map(({ task }) => task),
    /** When the person last typed in something unfinished, on any of their chats. */
    lastTyped: (person: number): number | null => latest.get(person)?.at ?? null,
  };
}
