import { isAllowed } from '../domain/access.ts';
import type { DocumentPart } from '../domain/document-part.ts';
import type { AttachmentInfo } from '../store/attachments.ts';
import type { Chat } from '../store/chats.ts';
import type { WaitingUpdate } from '../store/inbound.ts';
import type { Store } from '../store/store.ts';
import { draftIn } from './dialogs/draft.ts';

/** What a Word or Excel file says; null where it is neither, or cannot be read. */
export type ReadDocument = (file: Uint8Array, mediaType: string) => Promise<readonly DocumentPart[] | null>;

/** What files say, by attachment. */
export type Documents = ReadonlyMap<number, readonly DocumentPart[]>;

/**
 * Reads the files that came with these updates, and those that wait until it is clear which report they belong to, before the update is
 * acted on: within it nothing waits. Only for people who hand in reports.
 */
export async function readFiles(
  store: Store,
  read: ReadDocument,
  updates: readonly WaitingUpdate[],
  chat: Chat,
): Promise<Documents> {
  const documents = new Map<number, readonly DocumentPart[]>();
  if (chat.person === null || chat.kind !== 'private') return documents;
  const files = [...updates.flatMap(({ id }) => store.attachments.ofInbound(id)), ...waitingIn(store, chat)];
  if (files.length === 0 || !isAllowed(store.people.memberships(chat.person), 'submit')) return documents;
  for (const { id, file, mediaType } of files) {
    const bytes = store.storedFiles.bytes(file);
    const parts = bytes === null ? null : await read(bytes, mediaType);
    if (parts !== null) documents.set(id, parts);
  }
  return documents;
}

function waitingIn(store: Store, chat: Chat): AttachmentInfo[] {
  const draft = draftIn(store, chat.id);
  if (draft?.stage !== 'task') return [];
  return draft.attachments.flatMap((id) => store.attachments.find(id) ?? []);
}
