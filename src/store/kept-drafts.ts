import type { Db } from './database.ts';

/** The kind of dialog a half typed report is kept under. */
const REPORT = 'submit';

export interface KeptDraft {
  task: number;
  kind: string;
  content: string;
  keptAt: number;
}

export type KeptDrafts = ReturnType<typeof createKeptDrafts>;

/** Half typed reports that were put away for others: one for each report of a chat, beside what `dialogs` keeps for any kind. */
export function createKeptDrafts(db: Db) {
  // What is put away a second time replaces what was kept of the same report.
  const move = db.prepare<[string, number]>(
    `INSERT INTO kept_draft (chat, task, content, kept_at)
     SELECT chat, json_extract(aside_content, '$.task'), aside_content, aside_at FROM dialog
     WHERE aside_kind = ? AND chat = ? AND json_type(aside_content, '$.task') = 'integer'
     ON CONFLICT (chat, task) DO UPDATE SET content = excluded.content, kept_at = excluded.kept_at`,
  );
  const dropSame = db.prepare<[number, string]>(
    `DELETE FROM kept_draft WHERE chat = ? AND task =
       (SELECT json_extract(d.aside_content, '$.task') FROM dialog d WHERE d.chat = kept_draft.chat AND d.aside_kind = ?)`,
  );
  const find = db.prepare<[number, number, number], Omit<KeptDraft, 'kind'>>(
    'SELECT task, content, kept_at AS keptAt FROM kept_draft WHERE chat = ? AND task = ? AND kept_at >= ?',
  );
  const latest = db.prepare<[number, number], Omit<KeptDraft, 'kind'>>(
    `SELECT task, content, kept_at AS keptAt FROM kept_draft WHERE chat = ? AND kept_at >= ?
     ORDER BY kept_at DESC LIMIT 1`,
  );
  const drop = db.prepare<[number, number]>('DELETE FROM kept_draft WHERE chat = ? AND task = ?');
  const dropIn = db.prepare<[number]>('DELETE FROM kept_draft WHERE chat = ?');
  const dropOf = db.prepare<[number]>('DELETE FROM kept_draft WHERE chat IN (SELECT id FROM chat WHERE person = ?)');
  const forget = db.prepare<[number]>('DELETE FROM kept_draft WHERE kept_at < ?');
  const named = (row: Omit<KeptDraft, 'kind'> | undefined): KeptDraft | null =>
    row === undefined ? null : { ...row, kind: REPORT };
  return {
    /** Before the chat's one place is taken by something else: a report that stands there is kept beside it. */
    moveAside(chat: number): void {
      move.run(REPORT, chat);
    },
    /** Behind it: what stands in that place now is the newer one of its report. */
    dropOlder(chat: number): void {
      dropSame.run(chat, REPORT);
    },
    find: (chat: number, task: number, since: number): KeptDraft | null => named(find.get(chat, task, since)),
    latest: (chat: number, since: number): KeptDraft | null => named(latest.get(chat, since)),
    drop(chat: number, task: number): void {
      drop.run(chat, task);
    },
    dropIn(chat: number): void {
      dropIn.run(chat);
    },
    dropOf(person: number): void {
      dropOf.run(person);
    },
    forgetBefore: (instant: number): number => forget.run(instant).changes,
  };
}
