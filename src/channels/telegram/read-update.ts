import type { Incoming, IncomingFile } from '../channel.ts';

/** The parts of a Telegram update that are read. Everything may be missing: the platform grows, and webhooks bring anything. */
export interface RawUpdate {
  update_id: number;
  message?: RawMessage;
  callback_query?: RawPress;
}

export interface RawPress {
  id: string;
  from: RawUser;
  data?: string;
  message?: RawMessage;
}

interface RawUser {
  id: number;
  is_bot?: boolean;
  first_name?: string;
  last_name?: string;
}

interface RawMessage {
  message_id: number;
  /** Seconds since 1970. */
  date?: number;
  media_group_id?: string;
  chat: { id: number; type: string };
  from?: RawUser;
  text?: string;
  caption?: string;
  entities?: RawEntity[];
  caption_entities?: RawEntity[];
  document?: { file_id: string; file_name?: string; file_size?: number };
  photo?: { file_id: string; width: number; height: number; file_size?: number }[];
  reply_to_message?: { from?: RawUser };
  is_automatic_forward?: boolean;
}

interface RawEntity {
  type: string;
  offset: number;
  length: number;
  user?: { id: number };
}

/** Who this bot is on Telegram. */
export interface Me {
  id: number;
  username: string;
}

/** Translates an update and decides nothing. Null: not for the bot (edits, channels, other bots, joins and leaves). */
export function readUpdate(update: RawUpdate, me: Me): Incoming | null {
  if (update.callback_query) return readPress(update.update_id, update.callback_query);
  if (update.message) return readMessage(update.update_id, update.message, me);
  return null;
}

function readPress(updateId: number, press: RawPress): Incoming | null {
  const message = press.message;
  if (!message || press.data === undefined || press.from.is_bot || !isTalk(message)) return null;
  return {
    ...envelope(updateId, message, press.from),
    text: press.data,
    picked: true,
    files: [],
    unsupported: false,
    addressed: true,
  };
}

function readMessage(updateId: number, message: RawMessage, me: Me): Incoming | null {
  const from = message.from;
  if (!from || from.is_bot || from.id === me.id || message.is_automatic_forward || !isTalk(message)) return null;
  const unsupported = UNREADABLE.some((kind) => kind in message);
  const files = unsupported ? [] : filesOf(message);
  const typed = message.text ?? message.caption ?? '';
  if (!unsupported && files.length === 0 && message.text === undefined) return null;
  return {
    ...envelope(updateId, message, from),
    text: withoutOwnName(typed, me),
    picked: false,
    files,
    unsupported,
    ...unsupportedKindOf(message),
    addressed: message.chat.type === 'private' || isAddressed(typed, message, me),
    ...(message.media_group_id === undefined ? {} : { album: message.media_group_id }),
    ...(message.date === undefined ? {} : { sentAt: message.date * 1000 }),
  };
}

/** Content the bot cannot read. A list of what is, because whatever is on no list is a service message. */
const UNREADABLE = [
  'sticker',
  'voice',
  'video',
  'video_note',
  'audio',
  'animation',
  'contact',
  'location',
  'venue',
  'poll',
  'dice',
  'game',
  'story',
  'paid_media',
  'checklist',
];

function unsupportedKindOf(message: RawMessage): Pick<Incoming, 'unsupportedKind'> {
  if ('sticker' in message) return { unsupportedKind: 'sticker' };
  return 'voice' in message || 'video_note' in message ? { unsupportedKind: 'voice' } : {};
}

function isTalk(message: RawMessage): boolean {
  return ['private', 'group', 'supergroup'].includes(message.chat.type);
}

function envelope(updateId: number, message: RawMessage, from: RawUser) {
  const chatKind: Incoming['chatKind'] = message.chat.type === 'private' ? 'private' : 'group';
  return {
    key: String(updateId),
    chat: String(message.chat.id),
    chatKind,
    sender: String(from.id),
    senderName: [from.first_name, from.last_name].filter(Boolean).join(' '),
  };
}

function filesOf(message: RawMessage): IncomingFile[] {
  const { document, photo, message_id: id } = message;
  if (document) {
    return [{ ref: document.file_id, name: document.file_name ?? `file-${id}`, size: document.file_size ?? null }];
  }
  const largest = photo?.toSorted((one, other) => other.width * other.height - one.width * one.height)[0];
  return largest ? [{ ref: largest.file_id, name: `photo-${id}.jpg`, size: largest.file_size ?? null }] : [];
}

const COMMAND = /^\/([^\s@]+)(?:@(\w+))?(?=\s|$)/;

function isAddressed(typed: string, message: RawMessage, me: Me): boolean {
  const command = COMMAND.exec(typed);
  if (command) return command[2] === undefined || isOwnName(command[2], me);
  if (message.reply_to_message?.from?.id === me.id) return true;
  return [...(message.entities ?? []), ...(message.caption_entities ?? [])].some((entity) => {
    if (entity.type === 'text_mention') return entity.user?.id === me.id;
    if (entity.type !== 'mention') return false;
    return isOwnName(typed.slice(entity.offset + 1, entity.offset + entity.length), me);
  });
}

function isOwnName(name: string, me: Me): boolean {
  return name.toLowerCase() === me.username.toLowerCase();
}

/** "/nop@our_bot 12" is "/nop 12", and "@our_bot nộp 12" is "nộp 12": the name only says whom the words are for. */
function withoutOwnName(typed: string, me: Me): string {
  const command = COMMAND.exec(typed);
  if (command?.[2] !== undefined && isOwnName(command[2], me)) return `/${command[1]}${typed.slice(command[0].length)}`;
  const mention = /^@(\w+)[\s,:]*/.exec(typed);
  return mention?.[1] !== undefined && isOwnName(mention[1], me) ? typed.slice(mention[0].length) : typed;
}
