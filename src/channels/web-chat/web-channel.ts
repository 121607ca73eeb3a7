import type { Channel, Choice, Incoming, IncomingFile, Outgoing, OutgoingFile, Receive } from '../channel.ts';
import { SendError } from '../send-error.ts';

/** What one side of a conversation in the room said. */
export interface Said {
  text: Outgoing['text'];
  choices: readonly (readonly Choice[])[];
  /** A stored file, or one that somebody in the room attached. */
  file: OutgoingFile | { name: string; bytes: Buffer } | null;
}

export interface WebChannelOptions {
  wire: () => number;
  /** Keeps a line for good, with its file, and shows it; returns its number. */
  keep(chat: string, sender: 'bot' | 'person', said: Said): number;
  /** The bytes of a line's file; null where it has none. */
  fileOf(line: number): Buffer | null;
}

export interface WebPost {
  chat: string;
  name: string;
  text: string;
  /** The label of a pressed choice, whose value is in `text`; null when it was typed. */
  pickedLabel: string | null;
  file: { name: string; bytes: Buffer } | null;
}

export interface WebChannel extends Channel {
  /** Takes what a person in the room typed, pressed or attached. */
  post(post: WebPost): Promise<void>;
}

/** The room shows what it is given, whatever its size; this is more than any platform takes. */
const FILE_LIMIT = 50 * 1024 * 1024;

/** The rehearsal room's channel: the same contract as the platforms, with the page at the other end. */
export function createWebChannel({ wire, keep, fileOf }: WebChannelOptions): WebChannel {
  const inHand = new Set<Promise<void>>();
  let receive: Receive | null = null;
  const since = wire();
  return {
    name: 'web',
    bot: '1',
    capabilities: {
      buttons: true,
      filesIn: 'all',
      filesOut: { pictures: FILE_LIMIT, others: FILE_LIMIT, by: 'bytes' },
      monthlyMessages: null,
      people: null,
    },
    start(taker) {
      receive = taker;
    },
    async stop() {
      receive = null;
      await Promise.allSettled(inHand);
    },
    async send(to, { text, choices = [], file = null }) {
      if (text.length === 0 && choices.length === 0 && file === null)
        throw new SendError('refused', 'a message without text or file');
      if (file !== null && file.size > FILE_LIMIT) throw new SendError('refused', 'a file larger than the room takes');
      const line = keep(to.chat, 'bot', { text, choices, file });
      return { messageIds: [String(line)], count: 1 };
    },
    async download(file: IncomingFile, maxBytes) {
      const bytes = fileOf(Number(file.ref.replace('line-', '')));
      if (bytes === null) throw new SendError('gone', 'the room does not have this file');
      if (bytes.length > maxBytes) throw new SendError('refused', 'the file is too big');
      return bytes;
    },
    health: () => ({ ok: true, since, detail: '' }),
    inviteLink: () => null,
    displayName: () => null,
    rejected: () => ({}),
    async post({ chat, name, text, pickedLabel, file }) {
      if (receive === null) throw new SendError('unavailable', 'the room is closed');
      const shown = pickedLabel ?? text;
      const line = keep(chat, 'person', { text: shown === '' ? [] : [shown], choices: [], file });
      const incoming: Incoming = {
        key: `line-${line}`,
        chat,
        chatKind: 'private',
        sender: chat,
        senderName: name,
        text,
        picked: pickedLabel !== null,
        files: file === null ? [] : [{ ref: `line-${line}`, name: file.name, size: file.bytes.length }],
        unsupported: false,
        addressed: true,
      };
      const storing = receive(incoming);
      inHand.add(storing);
      await storing.finally(() => inHand.delete(storing));
    },
  };
}
