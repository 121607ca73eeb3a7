import type { OutgoingFile } from '../channels/channel.ts';
import type { Instant } from '../domain/calendar.ts';
import type { Db } from './database.ts';
import { columnsOf, type FileColumns, fileIn } from './stored-files.ts';

export interface Material {
  id: number;
  /** Code of its topic in the plan. */
  topic: string;
  title: string;
  /** A link or a text, or the words beside a file. */
  body: string;
  file: OutgoingFile | null;
  addedAt: Instant;
  removedAt: Instant | null;
  replacedBy: number | null;
}

export type NewMaterial = Pick<Material, 'topic' | 'title' | 'body' | 'file'> & { addedBy: number; addedAt: Instant };

type Row = Omit<Material, 'file'> & FileColumns;

const SELECT = `SELECT m.id, m.topic, m.title, m.body, m.added_at AS addedAt, m.removed_at AS removedAt,
    m.replaced_by AS replacedBy, m.file AS fileId, m.file_name AS fileName, m.media_type AS mediaType, f.size
  FROM material m LEFT JOIN stored_file f ON f.id = m.file`;

/** What coordinators hand out: outlines, documents, links. */
export function createMaterials(db: Db) {
  const insert = db.prepare<Omit<NewMaterial, 'file'> & Omit<FileColumns, 'size'>>(
    `INSERT INTO material (topic, title, body, file, file_name, media_type, added_by, added_at)
     VALUES (@topic, @title, @body, @fileId, @fileName, @mediaType, @addedBy, @addedAt)`,
  );
  const find = db.prepare<[number], Row>(`${SELECT} WHERE m.id = ?`);
  const inUse = db.prepare<[], Row>(`${SELECT} WHERE m.removed_at IS NULL ORDER BY m.id DESC`);
  const remove = db.prepare<[Instant, number | null, number]>(
    'UPDATE material SET removed_at = ?, replaced_by = ?, file = NULL WHERE id = ? AND removed_at IS NULL',
  );
  return {
    add: ({ file, ...material }: NewMaterial): number =>
      Number(insert.run({ ...material, ...columnsOf(file) }).lastInsertRowid),
    find(id: number): Material | null {
      const row = find.get(id);
      return row === undefined ? null : toMaterial(row);
    },
    /** Those that are handed out, the newest first. */
    inUse: (): Material[] => inUse.all().map(toMaterial),
    /** Takes it out of use, for another one or for none; its bytes are kept no longer. False when it was out of use. */
    remove: (id: number, replacedBy: number | null, now: Instant): boolean =>
      remove.run(now, replacedBy, id).changes === 1,
  };
}

function toMaterial({ fileId, fileName, mediaType, size, ...row }: Row): Material {
  return { ...row, file: fileIn({ fileId, fileName, mediaType, size }) };
}
