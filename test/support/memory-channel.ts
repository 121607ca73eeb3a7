import type {
  Address,
  Capabilities,
  Channel,
  ChannelName,
  Choice,
  Incoming,
  IncomingFile,
  Outgoing,
  Receive,
  Sendable,
} from '../../src/channels/channel.ts';
import { SendError, type SendErrorOptions, type SendFailure } from '../../src/channels/send-error.ts';
import { plain } from '../../src/wording/rich-text.ts';

/** One send as the platform saw it. */
export interface Sent {
  chat: string;
  message: Sendable;
  text: string;
  choices: readonly Choice[];
  skipParts: number;
  at: number;
}

export interface MemoryChannelOptions {
  name?: ChannelName;
  bot?: string;
  capabilities?: Partial<Capabilities>;
  /** Whether an update comes again until it is known to be stored. */
  redelivers?: boolean;
  /** "Bot báo cáo 57" unless given. */
  displayName?: string;
  wire?: () => number;
  /** How many messages it costs to say something, where each counts. */
  messagesFor?: (message: Outgoing) => number;
  /** How messages look there. */
  shown?: Channel['shown'];
}

export interface MemoryChannel extends Channel {
  /** What arrived, in order. */
  readonly sent: Sent[];
  /** What was tried, arrived or not. */
  readonly tried: Sent[];
  textsTo(chat: string): string[];
  /** The next sends (to that chat, or any) fail in these ways, one after the other. */
  failNext(failures: readonly (SendFailure | [SendFailure, SendErrorOptions] | Error)[], chat?: string): void;
  /** Every send to that chat fails in this way until `heal`. */
  failAlways(failure: SendFailure, chat: string): void;
  heal(chat: string): void;
  /** Sends hang until the returned function is called; they then arrive. */
  hang(): () => void;
  /** An update as `deliver` would hand it over. */
  incoming(chat: string, update: Partial<Incoming>): Incoming;
  deliver(chat: string, update: Partial<Incoming>): Promise<void>;
  /** The platform hands over what nobody can read. */
  deliverUnreadable(body: string): Promise<void>;
  /** Somebody types. */
  type(chat: string, text: string, name?: string): Promise<void>;
  /** Somebody presses the choice with that label under the last message that has it. */
  press(chat: string, label: string, name?: string): Promise<void>;
  /** Somebody sends a file. A platform that takes pictures only marks them all alike, as Zalo's channel does. */
  attach(
    chat: string,
    file: { name: string; bytes: Buffer | null; size?: number },
    text?: string,
    album?: string,
  ): Promise<void>;
}

const CAPABILITIES: Capabilities = {
  buttons: true,
  filesIn: 'all',
  filesOut: { pictures: 50_000_000, others: 50_000_000, by: 'bytes' },
  cutsTextAt: 4096,
  monthlyMessages: null,
  people: null,
};

/** A platform in memory that keeps the channel contract: everything sent is there to be read, and it fails as it is told. */
export function createMemoryChannel(options: MemoryChannelOptions = {}): MemoryChannel {
  const { name = 'telegram', bot = '1', wire = () => 0 } = options;
  const sent: Sent[] = [];
  const tried: Sent[] = [];
  const files = new Map<string, Buffer | null>();
  const script: { chat: string | null; error: Error }[] = [];
  const always = new Map<string, SendFailure>();
  let receive: Receive | null = null;
  let gate: Promise<void> | null = null;
  let updates = 0;

  function failureFor(chat: string): Error | null {
    const broken = always.get(chat);
    if (broken !== undefined) return new SendError(broken, `scripted ${broken}`);
    const at = script.findIndex((one) => one.chat === null || one.chat === chat);
    return at < 0 ? null : (script.splice(at, 1)[0]?.error ?? null);
  }

  function taker(): Receive {
    if (receive === null) throw new Error('the channel is not started');
    return receive;
  }

  const channel: MemoryChannel = {
    name,
    bot,
    capabilities: { ...CAPABILITIES, ...options.capabilities },
    ...(options.redelivers === undefined ? {} : { redelivers: options.redelivers }),
    sent,
    tried,
    start(taker) {
      receive = taker;
    },
    async stop() {
      receive = null;
    },
    async send(to: Address, message: Sendable, skipParts = 0) {
      const one = {
        chat: to.chat,
        message,
        text: plain(message.text),
        choices: (message.choices ?? []).flat(),
        skipParts,
        at: wire(),
      };
      tried.push(one);
      if (gate !== null) await gate;
      const failure = failureFor(to.chat);
      if (failure !== null) throw failure;
      sent.push(one);
      return { messageIds: [`m${sent.length}`], count: 1 };
    },
    ...(options.messagesFor === undefined ? {} : { messagesFor: options.messagesFor }),
    async download(file: IncomingFile, maxBytes: number) {
      const bytes = files.get(file.ref) ?? null;
      if (bytes === null) throw new SendError('gone', 'the file is not there');
      if (bytes.length > maxBytes) throw new SendError('refused', 'the file is too big');
      return bytes;
    },
    health: () => ({ ok: true, since: 0, detail: '' }),
    rejected: () => ({}),
    inviteLink: (code) => (name === 'telegram' ? `https://t.me/bot57?start=${code}` : null),
    ...(options.shown === undefined ? {} : { shown: options.shown }),
    displayName: () => options.displayName ?? 'Bot báo cáo 57',
    textsTo: (chat) => sent.filter((one) => one.chat === chat).map((one) => one.text),
    failNext(failures, chat) {
      for (const failure of failures) script.push({ chat: chat ?? null, error: asError(failure) });
    },
    failAlways: (failure, chat) => void always.set(chat, failure),
    heal: (chat) => void always.delete(chat),
    hang() {
      let open = (): void => {};
      gate = new Promise((resolve) => {
        open = resolve;
      });
      return () => {
        gate = null;
        open();
      };
    },
    incoming(chat, update) {
      updates += 1;
      return {
        key: `u${updates}`,
        chat,
        chatKind: 'private',
        sender: chat,
        senderName: 'Người lạ',
        text: '',
        picked: false,
        files: [],
        unsupported: false,
        addressed: true,
        ...update,
      };
    },
    deliver: (chat, update) => taker()(channel.incoming(chat, update)),
    deliverUnreadable: (unreadable) => taker()({ unreadable }),
    type: (chat, text, senderName = chat) => channel.deliver(chat, { text, senderName }),
    press(chat, label, senderName = chat) {
      const labels = sent.filter((one) => one.chat === chat).flatMap((one) => one.choices);
      const choice = labels.findLast((one) => one.label === label);
      if (choice === undefined) throw new Error(`${chat} sees no choice “${label}”`);
      return channel.deliver(chat, { text: choice.value, picked: true, senderName });
    },
    attach(chat, { name: fileName, bytes, size }, text = '', album) {
      const ref = `f${files.size + 1}`;
      files.set(ref, bytes);
      const file = { ref, name: fileName, size: size ?? bytes?.length ?? null };
      const mark = channel.capabilities.filesIn === 'pictures' ? 'pictures' : album;
      const sent = { text, senderName: chat, files: [file] };
      return channel.deliver(chat, mark === undefined ? sent : { ...sent, album: mark });
    },
  };
  return channel;
}

function asError(failure: SendFailure | [SendFailure, SendErrorOptions] | Error): Error {
  if (failure instanceof Error) return failure;
  const [kind, options] = typeof failure === 'string' ? [failure, {}] : failure;
  return new SendError(kind, `scripted ${kind}`, options);
}
