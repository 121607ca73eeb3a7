import { readFile } from 'node:fs/promises';
import type { Telegraf } from 'telegraf';
import type { Address, Channel, OutgoingFile } from '../channel.ts';
import { SendError } from '../send-error.ts';
import { toSendError } from './api-failure.ts';
import { layOut, type Piece } from './lay-out.ts';

/** What bots may upload. */
const UPLOAD_LIMIT = 50 * 1024 * 1024;

/** Makes the channel's `send`. `sentParts` of its errors counts from the first piece, `skipParts` included. */
export function createSending(
  bot: Telegraf,
  redact: (text: string) => string,
  unauthorised: (reason: string) => void,
): Channel['send'] {
  return async (to, message, skipParts = 0) => {
    const messageIds: string[] = [];
    for (const [index, piece] of layOut(message).entries()) {
      if (index < skipParts) continue;
      try {
        messageIds.push(await sendPiece(bot, to, piece));
      } catch (thrown) {
        const error = toSendError(thrown, redact, index);
        if (error.kind === 'unauthorised') unauthorised(error.message);
        throw error;
      }
    }
    return { messageIds, count: messageIds.length };
  };
}

async function sendPiece(bot: Telegraf, { chat }: Address, { html, file, keyboard }: Piece): Promise<string> {
  const common = {
    chat_id: chatId(chat),
    parse_mode: 'HTML',
    ...(keyboard ? { reply_markup: keyboard } : {}),
  } as const;
  const sent = file
    ? await bot.telegram.callApi('sendDocument', {
        ...common,
        ...(html === '' ? {} : { caption: html }),
        document: await upload(file),
      })
    : await bot.telegram.callApi('sendMessage', { ...common, text: html, link_preview_options: { is_disabled: true } });
  return String(sent.message_id);
}

/** Read whole before the call, so that a missing file is a clear refusal and not a broken upload. */
async function upload({ name, path }: OutgoingFile): Promise<{ source: Buffer; filename: string }> {
  const source = await readFile(path).catch(() => {
    throw new SendError('refused', `the file ${name} cannot be read`);
  });
  if (source.length > UPLOAD_LIMIT) throw new SendError('refused', `the file ${name} is too large for Telegram`);
  // The name goes into a header as it is.
  return { source, filename: name.replace(/["\\\r\n]/g, '_') };
}

/** Telegram's chat ids are numbers; `@channel` names are not. */
export function chatId(chat: string): string | number {
  return /^-?\d{1,15}$/.test(chat) ? Number(chat) : chat;
}
