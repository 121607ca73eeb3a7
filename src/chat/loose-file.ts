import type { OutgoingFile } from '../channels/channel.ts';
import type { Turn } from './turn.ts';

/** A file that was sent into this chat and belongs to no report; null where it is another one's, or gone. */
export function looseFile({ desk, chat }: Turn, id: number): OutgoingFile | null {
  const found = desk.store.attachments.looseIn(chat.id, id);
  return found === null ? null : { id: found.file, name: found.name, mediaType: found.mediaType, size: found.size };
}
