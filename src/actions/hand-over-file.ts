import type { Outgoing, Sendable } from '../channels/channel.ts';
import type { Instant } from '../domain/calendar.ts';
import type { Chat } from '../store/chats.ts';
import type { OutboxRow } from '../store/outbox.ts';
import { sayDownloadPage, sayNoDownload } from '../wording/download.ts';
import type { OutgoingFile } from '../wording/message.ts';
import { isPicture } from '../wording/message.ts';
import { join } from '../wording/rich-text.ts';
import type { BotInfo, Desk } from './desk.ts';
import { botOf } from './desk.ts';
import { offerDownload } from './download-link.ts';

type At = Pick<Chat, 'channel' | 'bot'>;

/**
 * A message as it goes out through this bot at this moment. A file that the app does not take, or that the platform refused,
 * is a page to download it from, or a sentence that names it and a way.
 */
export function handOver(desk: Desk, row: OutboxRow, { file, ...words }: Outgoing, now: Instant): Sendable {
  if (file === undefined) return words;
  const way = row.asWords === 1 ? null : wayFor(desk, row, file);
  if (way === 'bytes') return { ...words, file: { ...file, read: () => bytesOf(desk, file), address: null } };
  const picture = way === 'address' ? offerDownload(desk, row, { file, kind: 'picture' }, now) : null;
  if (picture !== null) return { ...words, file: { ...file, read: () => bytesOf(desk, file), address: picture.url } };
  const page = offerDownload(desk, row, { file, kind: 'page' }, now);
  const text = page === null ? sayNoDownload(file, otherApp(desk, row, file)) : sayDownloadPage(file, page, desk.zone);
  return { ...words, text: join([words.text, text]) };
}

/** Whether this file can be sent into a chat of that bot as what it is. */
export function canHandOver(desk: Desk, at: At, file: Pick<OutgoingFile, 'mediaType' | 'size'>): boolean {
  return wayFor(desk, at, file) !== null;
}

function wayFor(desk: Desk, at: At, file: Pick<OutgoingFile, 'mediaType' | 'size'>): 'bytes' | 'address' | null {
  const bot = botOf(desk, at);
  if (bot === undefined || !takes(bot, file)) return null;
  const { by } = bot.capabilities.filesOut;
  return by === 'address' && desk.publicUrl === null ? null : by;
}

function takes({ capabilities }: BotInfo, file: Pick<OutgoingFile, 'mediaType' | 'size'>): boolean {
  const { pictures, others } = capabilities.filesOut;
  return file.size <= (isPicture(file) ? pictures : others);
}

/** Another app that takes the file: one this person has, else one they could add. */
function otherApp(desk: Desk, row: OutboxRow, file: OutgoingFile): { app: string; isTheirs: boolean } | null {
  const fitting = desk.bots.filter(
    (bot) => bot.channel !== row.channel && bot.channel !== 'web' && canHandOver(desk, bot, file),
  );
  const chats = row.person === null ? [] : desk.store.chats.ofPerson(row.person);
  const theirs = fitting.find((bot) =>
    chats.some((chat) => chat.state === 'active' && chat.channel === bot.channel && chat.bot === bot.bot),
  );
  const other = theirs ?? fitting.at(0);
  return other === undefined ? null : { app: desk.titleOf(other.channel), isTheirs: theirs !== undefined };
}

function bytesOf({ store }: Desk, { id }: OutgoingFile): Buffer {
  const bytes = store.storedFiles.bytes(id);
  if (bytes === null) throw new Error(`the stored file ${id} is not there`);
  return bytes;
}
