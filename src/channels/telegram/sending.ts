import type { Telegraf } from 'telegraf';
import { isPicture } from '../../wording/message.ts';
import type { Address, Channel, FileAtHand } from '../channel.ts';
import { createTokenWatch, type HealthState } from '../health-state.ts';
import { idOfSent } from '../outcomes.ts';
import { SendError } from '../send-error.ts';
import { isOddPicture, isTooLargeForProxy, toSendError } from './api-failure.ts';
import { layOut, type Piece } from './lay-out.ts';

/** What bots may upload, and what of it may be a photo (core.telegram.org/bots/api: 50 MB, photos 10 MB). */
export const UPLOAD_LIMIT = 50 * 1024 * 1024;
const PHOTO_LIMIT = 10 * 1024 * 1024;

/** Makes the channel's `send`. `sentParts` of its errors counts from the first piece, `skipParts` included. */
export function createSending(bot: Telegraf, redact: (text: string) => string, health: HealthState): Channel['send'] {
  const token = createTokenWatch(health);
  return async (to, message, skipParts = 0) => {
    const messageIds: string[] = [];
    let count = 0;
    for (const [index, piece] of layOut(message).entries()) {
      if (index < skipParts) continue;
      try {
        messageIds.push(idOfSent(await sendPiece(bot, to, piece), index));
        count += 1;
        token.taken();
      } catch (thrown) {
        // A proxy would say so of this file for ever.
        if (piece.file !== null && isTooLargeForProxy(thrown))
          throw refused('something in between refused the file', index);
        const error = toSendError(thrown, redact, index);
        if (error.kind === 'unauthorised') token.refused(error.message);
        throw error;
      }
    }
    return { messageIds, count };
  };
}

async function sendPiece(bot: Telegraf, { chat }: Address, { html, file, keyboard }: Piece): Promise<unknown> {
  const common = {
    chat_id: chatId(chat),
    parse_mode: 'HTML',
    ...(keyboard ? { reply_markup: keyboard } : {}),
  } as const;
  if (file === null) {
    const words = { ...common, text: html, link_preview_options: { is_disabled: true } };
    return await bot.telegram.callApi('sendMessage', words);
  }
  return sendFile(bot, { ...common, ...(html === '' ? {} : { caption: html }) }, file);
}

type FileMessage = Omit<Parameters<Telegraf['telegram']['callApi']>[1], 'chat_id'> & { chat_id: string | number };

/** A picture as a photo where Telegram takes it as one, everything else as a document. */
async function sendFile(bot: Telegraf, message: FileMessage, file: FileAtHand): Promise<unknown> {
  const upload = { source: bytesOf(file), filename: headerSafe(file.name) };
  if (isPicture(file) && upload.source.length <= PHOTO_LIMIT) {
    try {
      return await bot.telegram.callApi('sendPhoto', { ...message, photo: upload });
    } catch (error) {
      if (!isOddPicture(error)) throw error;
    }
  }
  return await bot.telegram.callApi('sendDocument', { ...message, document: upload });
}

/** Read whole before the call, so that bytes that are not there are a clear refusal and not a broken upload. */
function bytesOf(file: FileAtHand): Buffer {
  if (file.size > UPLOAD_LIMIT) throw refused('a file larger than Telegram takes');
  try {
    return file.read();
  } catch {
    throw refused('the bytes of a file are gone');
  }
}

function refused(why: string, sentParts = 0): SendError {
  return new SendError('refused', why, { sentParts });
}

/** The name goes into a header as it is. */
function headerSafe(name: string): string {
  return name.replace(/["\\\r\n]/g, '_');
}

/** Telegram's chat ids are numbers; `@channel` names are not. */
export function chatId(chat: string): string | number {
  return /^-?\d{1,15}$/.test(chat) ? Number(chat) : chat;
}
