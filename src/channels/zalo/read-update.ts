import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Incoming, IncomingFile } from '../channel.ts';

/** What became of something the platform delivered: an update for the bot, or the reason why it is left alone. */
export type Reading = { incoming: Incoming } | { ignored: IgnoredReason };

export const IGNORED_REASONS = ['not an update', 'unknown event', 'empty', 'from a bot'] as const;
export type IgnoredReason = (typeof IGNORED_REASONS)[number];

/** Names under which people address this bot in a group; empty while the bot does not know its own. */
export type OwnNames = readonly string[];

/** Ids are opaque: hex-like strings in every sample. A number is taken too, nothing else. */
const id = z.union([z.string(), z.number().int()]).transform(String).pipe(z.string().trim().min(1).max(200));

/** A field that is not what it should be is as good as absent; the update around it still counts. */
const words = z.string().optional().catch(undefined);

const message = z.object({
  chat: z.object({ id, chat_type: words }),
  from: z.object({ id, display_name: words, first_name: words, is_bot: z.boolean().optional().catch(undefined) }),
  message_id: id.optional().catch(undefined),
  date: z.union([z.string(), z.number()]).optional().catch(undefined),
  text: words,
  caption: words,
  photo: words,
  photo_url: words,
  sticker: words,
  voice_url: words,
});

const update = z.object({ event_name: words, message });

type Message = z.infer<typeof message>;
type Kind = 'text' | 'image' | 'sticker' | 'voice' | 'unsupported';

const EVENTS: Readonly<Record<string, Kind>> = {
  'message.text.received': 'text',
  'message.image.received': 'image',
  'message.sticker.received': 'sticker',
  'message.voice.received': 'voice',
  'message.unsupported.received': 'unsupported',
};

/** Translates one update and decides nothing. Never throws. */
export function readUpdate(delivered: unknown, ownNames: OwnNames): Reading {
  const parsed = update.safeParse(delivered);
  if (!parsed.success) return { ignored: 'not an update' };
  const { event_name: event, message } = parsed.data;
  if (message.from.is_bot === true) return { ignored: 'from a bot' };
  const kind = event === undefined ? inferKind(message) : Object.hasOwn(EVENTS, event) ? EVENTS[event] : undefined;
  if (kind === undefined) return { ignored: event === undefined ? 'empty' : 'unknown event' };
  return { incoming: translate(message, kind, ownNames) };
}

/**
 * The updates in a body or a result: one object as documented, or a list, or nothing. A webhook's body is wrapped in an
 * envelope by the documentation; real ones come flat.
 */
export function updatesIn(delivered: unknown): readonly unknown[] {
  const wrapped = typeof delivered === 'object' && delivered !== null && 'result' in delivered;
  const content = wrapped ? delivered.result : delivered;
  if (content === null || content === undefined) return [];
  return Array.isArray(content) ? content : [content];
}

/** The kind of an update of the older sort, which does not name its event. */
function inferKind(message: Message): Kind | undefined {
  if (message.text !== undefined) return 'text';
  if (message.photo_url !== undefined || message.photo !== undefined) return 'image';
  if (message.sticker !== undefined) return 'sticker';
  return message.voice_url === undefined ? undefined : 'voice';
}

function translate(message: Message, kind: Kind, ownNames: OwnNames): Incoming {
  const inGroup = message.chat.chat_type === 'GROUP';
  const files = kind === 'image' ? pictureOf(message) : [];
  const typed = (kind === 'text' ? message.text : kind === 'image' ? message.caption : undefined) ?? '';
  const readable = kind === 'text' ? typed !== '' : files.length > 0;
  return {
    key: keyOf(message, kind),
    chat: message.chat.id,
    chatKind: inGroup ? 'group' : 'private',
    sender: message.from.id,
    senderName: (message.from.display_name ?? message.from.first_name ?? '').trim().slice(0, 200),
    text: inGroup ? withoutOwnName(typed, ownNames) : typed,
    picked: false,
    files,
    unsupported: !readable,
    ...(kind === 'sticker' || kind === 'voice' ? { unsupportedKind: kind } : {}),
    // Zalo hands a group's message over only when it names the bot or answers it; one without content names nobody.
    addressed: !inGroup || readable,
    // Zalo says of no picture that it was sent together with others.
    ...(files.length > 0 ? { album: 'pictures' } : {}),
    ...whenSaid(message),
  };
}

/** Documented in milliseconds; one project met seconds. */
function whenSaid({ date }: Message): Pick<Incoming, 'sentAt'> {
  const said = Number(date);
  if (!Number.isSafeInteger(said) || said <= 0) return {};
  return { sentAt: said < 1e12 ? said * 1000 : said };
}

/**
 * The same message again has the same key. Message ids alone are not known to be unique across chats. Without one, the
 * content stands in, the date with it: the same words an hour later are another message.
 */
function keyOf(message: Message, kind: Kind): string {
  const own = message.message_id ?? createHash('sha256').update(JSON.stringify(message)).digest('hex').slice(0, 32);
  return JSON.stringify([message.chat.id, message.from.id, own, kind]);
}

function pictureOf(message: Message): IncomingFile[] {
  // The documentation says `photo`, real updates say `photo_url`.
  const ref = [message.photo_url, message.photo].find(isWebAddress);
  if (ref === undefined) return [];
  const mark = (message.message_id ?? '').replace(/[^\w-]/g, '').slice(-12) || 'zalo';
  return [{ ref, name: `photo-${mark}.jpg`, size: null }];
}

function isWebAddress(text: string | undefined): text is string {
  return text !== undefined && text.length <= 4000 && /^https?:\/\//i.test(text) && URL.canParse(text);
}

/** "@Bot báo cáo nộp 12" is "nộp 12": the name only says whom the words are for. */
function withoutOwnName(typed: string, ownNames: OwnNames): string {
  const text = typed.normalize('NFC').trimStart();
  if (!text.startsWith('@')) return typed;
  const longestFirst = ownNames
    .map((name) => name.normalize('NFC'))
    .toSorted((one, other) => other.length - one.length);
  for (const name of longestFirst) {
    const rest = text.slice(1 + name.length);
    const named = text.slice(1, 1 + name.length).toLocaleLowerCase('vi') === name.toLocaleLowerCase('vi');
    if (name !== '' && named && /^([\s,:]|$)/u.test(rest)) return rest.replace(/^[\s,:]+/u, '');
  }
  return typed;
}

/** What getMe says of the bot's names. `display_name` is not in every description of the platform. */
export function readOwnNames(me: unknown): OwnNames {
  const parsed = z.object({ display_name: words, account_name: words }).safeParse(me);
  if (!parsed.success) return [];
  const { display_name: shown, account_name: account } = parsed.data;
  return [shown, account].filter((name): name is string => name !== undefined && name.trim() !== '');
}
