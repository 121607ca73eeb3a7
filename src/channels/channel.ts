import type { Outgoing, OutgoingFile } from '../wording/message.ts';

export type { Choice, Outgoing, OutgoingFile } from '../wording/message.ts';

/** A channel's name, as its card says. */
export type ChannelName = string;

/** What a platform can do. Code above the channels asks these, never the platform's name. */
export interface Capabilities {
  /** Buttons under a message. Without them choices are a numbered list. */
  buttons: boolean;
  /** What people can send from within the app. */
  filesIn: 'all' | 'pictures' | 'none';
  /** What the bot can send into it. */
  filesOut: FilesOut;
  /** Characters after which its apps cut what people type into several messages; absent where they do not. */
  cutsTextAt?: number;
  /** Messages a calendar month allows this bot, or null where the platform states no such limit. */
  monthlyMessages: number | null;
  /** People this bot may serve, or null where there is no such limit. */
  people: number | null;
}

/** The files a bot can send, by their largest size in bytes; 0: none. */
export interface FilesOut {
  pictures: number;
  others: number;
  /** Whether the platform is given the bytes, or fetches them from a public address. */
  by: 'bytes' | 'address';
}

/** A message as a channel is given it: its file, if any, is at hand and one the platform takes. */
export interface Sendable extends Outgoing {
  file?: FileAtHand;
}

export interface FileAtHand extends OutgoingFile {
  /** The bytes; throws where they are gone. */
  read(): Buffer;
  /** Where a platform that takes addresses can fetch it, for some minutes; null for the others. */
  address: string | null;
}

/** Where a message goes: the platform's own id of a chat. */
export interface Address {
  chat: string;
}

/** A file somebody sent: enough to fetch it from the platform. */
export interface IncomingFile {
  /** The platform's handle: a Telegram file_id, a Zalo picture URL. */
  ref: string;
  name: string;
  /** Bytes, where the platform says so. */
  size: number | null;
}

/** One inbound update, translated and nothing more. */
export interface Incoming {
  /** Unique within the channel and bot: the same update again has the same key. */
  key: string;
  chat: string;
  chatKind: 'private' | 'group';
  /** The sender's platform id and the name they show. */
  sender: string;
  senderName: string;
  text: string;
  /** True when the text is the value of a pressed choice. */
  picked: boolean;
  files: readonly IncomingFile[];
  /** Set when the platform delivered something the bot cannot read (sticker, voice, protected message). */
  unsupported: boolean;
  /** Which of these it is, where it is one of them. */
  unsupportedKind?: 'sticker' | 'voice';
  /** In a group: whether the bot was addressed. */
  addressed: boolean;
  /** What was sent in one go has the same mark; pictures of a platform that marks nothing all have one. More may follow. */
  album?: string;
  /** When it was said, by the platform's own clock (ms), where that is told. */
  sentAt?: number;
}

/** What a platform delivered and the bot cannot read, as it came. */
export interface Unreadable {
  unreadable: string;
}

/**
 * Takes updates in, in the order they were said. Resolves only when all of them are stored durably, so a channel may
 * acknowledge after it. The same key twice is stored once. Rejects when some could not be stored: they are handed in again,
 * with or without the others.
 */
export type Receive = (...delivered: readonly (Incoming | Unreadable)[]) => Promise<void>;

/** What the platform said of an accepted message. A long text may have become several. */
export interface Receipt {
  /** Platform ids, in order; the last one carries the choices. */
  messageIds: readonly string[];
  /** How many messages it cost. */
  count: number;
}

export interface Health {
  ok: boolean;
  /** Since when it has been so (wire time, ms). */
  since: number;
  /** A short reason in English for the operator, without secrets; empty when well. */
  detail: string;
}

/** A message as people see it on a platform: one text a message, and how long one may be there. */
export interface ShownAs {
  texts: readonly string[];
  limit: number;
}

/** One bot on one platform. The only interface of the house besides Clock: there really are several. */
export interface Channel {
  readonly name: ChannelName;
  /** Which bot of that platform: stable across restarts ("1", "2"), never the token. */
  readonly bot: string;
  readonly capabilities: Capabilities;
  /** The platform brings an update again until it is told that it is stored. Absent: each is handed over once. */
  readonly redelivers?: boolean;
  /** Begins to receive. Returns at once; a platform that cannot be reached is a state (`health`), not an error. */
  start(receive: Receive): void;
  /** Stops receiving; resolves when the last update in hand is stored. Sending still works afterwards. */
  stop(): Promise<void>;
  /** Sends one message. Throws SendError and nothing else. `skipParts` pieces of a split text went out in an earlier try. */
  send(to: Address, message: Sendable, skipParts?: number): Promise<Receipt>;
  /** How many messages it costs to say this; where each one counts. */
  messagesFor?(message: Outgoing): number;
  /** Fetches a file's bytes. Throws SendError; `refused` means that there are more than `maxBytes`, and nothing else. */
  download(file: IncomingFile, maxBytes: number): Promise<Buffer>;
  health(): Health;
  /** What was delivered since the start and had no effect, by reason: wrong secrets, unreadable updates. */
  rejected(): Readonly<Record<string, number>>;
  /** A link that opens this bot with an invitation code, or null where the bot's name is not known. */
  inviteLink(code: string): string | null;
  /** The name people find this bot by in the app, or null while it is not known. */
  displayName(): string | null;
  /** How the words of a message and its choices look there; absent: as they are, in one message. */
  shown?(message: Outgoing): ShownAs;
  /** Reads what an earlier version of the bot could not; null when it says nothing to this one either. Never throws. */
  reread?(unreadable: string): Incoming | null;
  /** Whether the chat takes messages, found out without showing the person anything. Never throws. */
  probe?(to: Address): Promise<boolean>;
  /** Best effort: the command menu of one chat (platforms without menus do nothing). Never throws. */
  setMenu?(to: Address, commands: readonly MenuEntry[]): Promise<void>;
  /** Handles one webhook call of this bot. Present in webhook mode. */
  webhook?(request: WebhookRequest): Promise<WebhookResponse>;
}

export interface MenuEntry {
  /** `[a-z0-9_]{1,32}`, without the slash. */
  command: string;
  description: string;
}

export interface WebhookRequest {
  headers: Readonly<Record<string, string | undefined>>;
  /** Reads the body, once: nobody without the secret is listened to. Empty where there is more of it than is taken. */
  body(): Promise<string>;
}

export interface WebhookResponse {
  status: number;
  body: string;
}
