import { createHash } from 'node:crypto';
import type { OutgoingFile } from '../channels/channel.ts';
import type { Db } from './database.ts';
import type { LandedFile } from './landing.ts';

/** A file beside the words of a row, as it is read with the row. */
export interface FileColumns {
  fileId: number | null;
  fileName: string | null;
  mediaType: string | null;
  size: number | null;
}

export function fileIn({ fileId: id, fileName: name, mediaType, size }: FileColumns): OutgoingFile | null {
  return id === null || name === null || mediaType === null || size === null ? null : { id, name, mediaType, size };
}

export function columnsOf(file: OutgoingFile | null): Omit<FileColumns, 'size'> {
  return { fileId: file?.id ?? null, fileName: file?.name ?? null, mediaType: file?.mediaType ?? null };
}

/** The bytes of files that came in or go out. Equal bytes are kept once; whoever names them keeps them. */
export function createStoredFiles(db: Db) {
  const insert = db.prepare<[string, number, Buffer]>(
    'INSERT INTO stored_file (sha256, size, bytes) VALUES (?, ?, ?) ON CONFLICT (sha256) DO NOTHING',
  );
  const bySum = db.prepare<[string], { id: number }>('SELECT id FROM stored_file WHERE sha256 = ?');
  const bytes = db.prepare<[number], { bytes: Buffer }>('SELECT bytes FROM stored_file WHERE id = ?');
  const dropUnused = db.prepare<[]>(
    `DELETE FROM stored_file WHERE NOT EXISTS (SELECT 1 FROM attachment a WHERE a.file = stored_file.id)
       AND NOT EXISTS (SELECT 1 FROM outbox o WHERE o.file = stored_file.id)
       AND NOT EXISTS (SELECT 1 FROM room_line l WHERE l.file = stored_file.id)
       AND NOT EXISTS (SELECT 1 FROM notice n WHERE n.file = stored_file.id)
       AND NOT EXISTS (SELECT 1 FROM material m WHERE m.file = stored_file.id)
       AND NOT EXISTS (SELECT 1 FROM template t WHERE t.file = stored_file.id)
       AND NOT EXISTS (SELECT 1 FROM template_trial t WHERE t.file = stored_file.id)
       AND NOT EXISTS (SELECT 1 FROM template_trial t WHERE t.draft = stored_file.id)
       AND NOT EXISTS (SELECT 1 FROM template_trial t WHERE t.picture = stored_file.id)
       AND NOT EXISTS (SELECT 1 FROM download_link d WHERE d.file = stored_file.id)`,
  );
  const insertBytes = (sum: string, content: Buffer): void => void insert.run(sum, content.length, content);
  return {
    /** Keeps the bytes; returns the id of the equal ones where there are such. */
    keep(content: Buffer | LandedFile): number {
      const sum = Buffer.isBuffer(content) ? createHash('sha256').update(content).digest('hex') : content.sha256;
      // A landed file is read only where there is no equal one.
      if (bySum.get(sum) === undefined) insertBytes(sum, Buffer.isBuffer(content) ? content : content.read());
      const row = bySum.get(sum);
      if (row === undefined) throw new Error('a stored file was not found');
      return row.id;
    },
    /** Null where there is no such file any more. */
    bytes: (id: number): Buffer | null => bytes.get(id)?.bytes ?? null,
    /** Forgets the bytes that nothing names any more: no attachment, no message on its way, no notice or material, no address, no line of the room. */
    dropUnused: (): number => dropUnused.run().changes,
  };
}
