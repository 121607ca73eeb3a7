import type { Channel, Choice, Incoming, IncomingFile, Outgoing, Receive } from '../channel.ts';
import { SendError } from '../send-error.ts';

/** What one side of a conversation in the room said. */
export interface Said {
  text: Outgoing['text'];
  choices: readonly (readonly Choice[])[];
  file: { name: string } | null;
}

export interface WebChannelOptions {
  wire: () => number;
  /** Keeps a line for good and shows it; returns its number. */
  keep(chat: string, sender: 'bot' | 'person', said: Said): number;
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

/** The rehearsal room's channel: the same contract as the platforms, with the page at the other end. */
export function createWebChannel({ wire, keep }: WebChannelOptions): WebChannel {
  const files = new Map<string, Buffer>();
  let receive: Receive | null = null;
  const since = wire();
  return {
    name: 'web',
    bot: '1',
    capabilities: {
      buttons: true,
      edit: false,
      filesIn: 'all',
      filesOut: false,
      textLimit: 100_000,
      choiceLimit: 200,
      monthlyMessages: null,
      people: null,
    },
    start(taker) {
      receive = taker;
    },
    async stop() {
      receive = null;
    },
    async send(to, message) {
      const line = keep(to.chat, 'bot', { text: message.text, choices: message.choices ?? [], file: null });
      return { messageIds: [String(line)], count: 1 };
    },
    async download(file: IncomingFile, maxBytes) {
      const bytes = files.get(file.ref);
      files.delete(file.ref);
      if (bytes === undefined) throw new SendError('gone', 'the room no longer has this file');
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
      const line = keep(chat, 'person', {
        text: shown === '' ? [] : [shown],
        choices: [],
        file: file && { name: file.name },
      });
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
      if (file !== null) files.set(`line-${line}`, file.bytes);
      await receive(incoming);
    },
  };
}
