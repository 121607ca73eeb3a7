import { toLocal } from '../domain/local-time.ts';
import type { RoomLine } from '../store/room-lines.ts';
import type { Store } from '../store/store.ts';
import type { Line, StoredFile } from '../web/rehearsal.ts';
import type { Outgoing } from '../wording/message.ts';
import { isPicture } from '../wording/message.ts';

/** What a line keeps. Lines of earlier releases have no more of a file than its name, and no bytes. */
interface Kept {
  text: Outgoing['text'];
  choices: Line['choices'];
  file: { name: string; mediaType?: string; size?: number } | null;
}

/** A line as the page shows it. */
export function showLine(row: RoomLine, zone: string): Line {
  const { text, choices, file } = JSON.parse(row.content) as Kept;
  return {
    id: row.id,
    chat: row.chat,
    from: row.sender,
    at: toLocal(row.at, zone),
    text,
    choices,
    file: file && {
      name: file.name,
      url: row.file === null ? '' : `/rehearsal/lines/${row.id}/file`,
      size: file.size ?? 0,
      isPicture: row.file !== null && isPicture({ mediaType: mediaTypeOf(file) }),
    },
  };
}

/** The file of a line, with its bytes. */
export function readLineFile(store: Store, line: number): StoredFile | null {
  const row = store.roomLines.find(line);
  const bytes = row === null || row.file === null ? null : store.storedFiles.bytes(row.file);
  if (row === null || bytes === null) return null;
  const { file } = JSON.parse(row.content) as Kept;
  return file && { name: file.name, mediaType: mediaTypeOf(file), size: bytes.length, bytes };
}

/** What somebody in the room attached is known by its name only. */
function mediaTypeOf({ name, mediaType = '' }: { name: string; mediaType?: string }): string {
  if (mediaType !== '') return mediaType;
  if (/\.png$/i.test(name)) return 'image/png';
  return /\.jpe?g$/i.test(name) ? 'image/jpeg' : '';
}
