import type { Chat } from '../store/chats.ts';
import { INVITATION_QR } from '../wording/invite.ts';
import type { OutgoingFile } from '../wording/message.ts';
import type { BotLink } from './bots.ts';
import type { Desk } from './desk.ts';
import { drawQr } from './draw-qr.ts';
import { canHandOver } from './hand-over-file.ts';

const MEDIA_TYPE = 'image/png';

/**
 * The invitation's link as a picture to be scanned, stored in the caller's transaction. Null where no bot's link is known, and in
 * an app that cannot show it: the words before it have the code and the link.
 */
export function storeInvitationPicture(
  desk: Desk,
  chat: Chat,
  botLinks: readonly BotLink[],
): { file: OutgoingFile; channel: string } | null {
  const found = botLinks.find(({ link }) => link !== null);
  if (found === undefined || found.link === null) return null;
  const bytes = drawQr(found.link);
  if (!canHandOver(desk, chat, { mediaType: MEDIA_TYPE, size: bytes.length })) return null;
  const id = desk.store.storedFiles.keep(bytes);
  return { file: { id, name: INVITATION_QR.name, mediaType: MEDIA_TYPE, size: bytes.length }, channel: found.channel };
}
