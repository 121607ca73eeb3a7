import type { OutgoingFile } from '../channels/channel.ts';
import type { AttachmentInfo } from '../store/attachments.ts';
import type { Turn } from './turn.ts';

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

export function isWord({ mediaType }: Pick<AttachmentInfo, 'mediaType'>): boolean {
  return mediaType === WORD;
}

/** A file that was sent into this chat and belongs to no report; null where it is another one's, or gone. */
export function looseFile({ desk, chat }: Turn, id: number): OutgoingFile | null {
  const found = desk.store.attachments.looseIn(chat.id, id);
  return found === null ? null : { id: found.file, name: found.name, mediaType: found.mediaType, size: found.size };
}
