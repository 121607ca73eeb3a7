import type { Incoming } from '../channels/channel.ts';
import type { Instant } from '../domain/calendar.ts';
import type { QuotaFault } from '../domain/file-quota.ts';
import type { ReceivedFile } from './check-file.ts';
import type { Desk } from './desk.ts';
import { fileQuotaFault } from './file-quota.ts';
import { hashToken, newToken } from './secret-token.ts';

const USEFUL_MS = 24 * 3600_000;

/** Whose page it is, which report its file goes with, and the chat that goes on then. */
export interface UploadOwner {
  chat: number;
  person: number;
  task: number;
}

/** A page where this person can hand in one file for one report, once, within a day; null when the bot has no public address. */
export function offerUpload(desk: Desk, owner: UploadOwner, now: Instant): { url: string; expiresAt: Instant } | null {
  if (desk.publicUrl === null) return null;
  const token = newToken(desk.random);
  const expiresAt = now + USEFUL_MS;
  desk.store.oneTimeCodes.addUpload(hashToken(token), owner, expiresAt);
  return { url: `${desk.publicUrl}/upload/${token}`, expiresAt };
}

export const UPLOAD_STATES = ['open', 'used', 'expired', 'unknown'] as const;
export type UploadState = (typeof UPLOAD_STATES)[number];

/** Whether the page behind a token still takes a file. */
export function uploadState(desk: Desk, token: string, now: Instant): UploadState {
  const link = desk.store.oneTimeCodes.findUpload(hashToken(token));
  // The chat may lead to somebody else by now, or to nobody.
  if (link === null || desk.store.chats.find(link.chat)?.person !== link.person) return 'unknown';
  if (link.usedAt !== null) return 'used';
  return now < link.expiresAt ? 'open' : 'expired';
}

/** Whose page it is; null: nobody's. */
export function uploaderOf(desk: Desk, token: string): number | null {
  return desk.store.oneTimeCodes.findUpload(hashToken(token))?.person ?? null;
}

/** Why the person behind the page may hand in no more files of this size for its report; null where they may. */
export function uploadQuota(desk: Desk, token: string, bytes: number, now: Instant): QuotaFault | null {
  const link = desk.store.oneTimeCodes.findUpload(hashToken(token));
  if (link === null || link.person === null) return null;
  return fileQuotaFault(desk.store, { person: link.person, task: link.task, inHand: [] }, bytes, now);
}

/**
 * Takes the file of an upload page as if it had been sent in the chat that asked for the page.
 * Returns the chat whose update waits to be acted on, or the state that forbids it.
 */
export function takeUpload(
  desk: Desk,
  token: string,
  file: ReceivedFile,
  now: Instant,
): { chat: number } | { state: UploadState } {
  const { store } = desk;
  return store.transact(() => {
    const state = uploadState(desk, token, now);
    const link = store.oneTimeCodes.findUpload(hashToken(token));
    const chat = link === null ? null : store.chats.find(link.chat);
    if (state !== 'open' || chat === null || !store.oneTimeCodes.useUpload(hashToken(token), now)) return { state };
    const key = `upload-${hashToken(token).slice(0, 24)}`;
    store.inbound.add(
      chat.channel,
      chat.bot,
      chat.id,
      uploadedUpdate(key, chat.address, link?.task ?? null, file),
      now,
    );
    const inbound = store.inbound.idOf(chat.channel, chat.bot, key);
    const { name, mediaType } = file;
    const stored = store.storedFiles.keep(file.content);
    store.attachments.add({ name, mediaType, file: stored, inbound, chat: chat.id, receivedAt: now });
    return { chat: chat.id };
  });
}

/** The update as if the file had come through the app, with the report chosen. It is in the database already, so its handle is never asked for. */
function uploadedUpdate(key: string, address: string, task: number | null, { name, size }: ReceivedFile): Incoming {
  return {
    key,
    chat: address,
    chatKind: 'private',
    sender: address,
    senderName: '',
    text: task === null ? '' : `/nop ${task}`,
    picked: task !== null,
    files: [{ ref: '', name, size }],
    unsupported: false,
    addressed: true,
  };
}
