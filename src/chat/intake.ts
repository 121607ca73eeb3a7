import type { FileFault, ReceivedFile } from '../actions/check-file.ts';
import { checkFile, MAX_FILE_BYTES } from '../actions/check-file.ts';
import type { Channel, Incoming, IncomingFile, Receive } from '../channels/channel.ts';
import { SendError } from '../channels/send-error.ts';
import type { Clock } from '../clock.ts';
import type { Log } from '../log.ts';
import type { AttachmentInfo } from '../store/attachments.ts';
import type { Chat } from '../store/chats.ts';
import { storeFaultOf } from '../store/database.ts';
import type { WaitingUpdate } from '../store/inbound.ts';
import type { Store } from '../store/store.ts';

/** One update on its way through the chat layer, with the files it brought already stored. */
export interface Update {
  chat: Chat;
  incoming: Incoming;
  /** Bot time at which the update was stored: what timeliness is judged by. */
  receivedAt: number;
  /** Bot time at which it is acted on: later, when the process was dead in between. */
  actedAt: number;
  files: readonly AttachmentInfo[];
  fileFaults: readonly FileFault[];
}

export interface IntakeOptions {
  store: Store;
  channels: readonly Channel[];
  clock: Clock;
  log: Log;
  /** Acts on one update, inside the transaction that also marks it done. */
  handle(update: Update): void;
  /** Says sorry when acting on it failed, inside a transaction of its own. */
  apologise(chat: Chat, now: number): void;
  /** Claims the chat's answer within the transaction; what it returns sends it. */
  claimFor(chat: number): () => void;
  /** Something may have been put into the outbox. */
  onHandled(chat: number): void;
}

const STORE_TROUBLE_MS = 1000;
/** How long an answer waits for a message that is on its way, and how often it looks. */
const SCREEN_MS = 5000;
const SCREEN_LOOK_MS = 20;
/** A file that does not come is asked for again for that long, this far apart. */
const FETCH_MS = 15_000;
const FETCH_PAUSE_MS = 2000;

/**
 * Takes updates in: each stored once before anything else, then acted on, one at a time in a chat.
 *
 * The effect, the answers and the mark "done" commit together, so a process that dies at any point neither loses an
 * update nor acts on it twice.
 */
export function createIntake(options: IntakeOptions) {
  const { store, clock, log } = options;
  const busy = new Map<number, Promise<void>>();
  let running = false;

  function receiveFor(channel: Channel): Receive {
    return async (delivered) => {
      const now = clock.now();
      if ('unread' in delivered) return store.unread.add(channel.name, channel.bot, delivered.unread, now);
      if (delivered.chatKind === 'group' && !delivered.addressed) return;
      work(store.transact(() => keep(channel, delivered, now)));
    };
  }

  /** Stores an update within the caller's transaction; the chat it is of. */
  function keep({ name, bot }: Channel, incoming: Incoming, receivedAt: number): number {
    const met = store.chats.meet(name, bot, incoming.chat, incoming.chatKind, clock.now());
    if (met.state !== 'active') store.chats.setState(met.id, 'active', clock.now());
    store.inbound.add(name, bot, met.id, incoming, receivedAt);
    return met.id;
  }

  /** What an earlier version could not read and this one can counts from when it came. */
  function rereadFor(channel: Channel): void {
    for (const { id, body, receivedAt } of store.unread.of(channel.name, channel.bot)) {
      const incoming = channel.reread?.(body) ?? null;
      if (incoming === null) continue;
      store.transact(() => {
        store.unread.remove(id);
        if (incoming.chatKind === 'private' || incoming.addressed) keep(channel, incoming, receivedAt);
      });
    }
  }

  function work(chat: number): void {
    if (!running || busy.has(chat)) return;
    const lane = workThrough(chat);
    busy.set(chat, lane);
    lane.catch((error) => {
      log.error({ err: error, chat }, 'a chat lane failed; trying again');
      clock.after(STORE_TROUBLE_MS, () => work(chat));
    });
  }

  async function workThrough(chat: number): Promise<void> {
    // Let the caller finish first: a platform is answered before its update is acted on.
    await pause(0);
    try {
      for (let next = store.inbound.next(chat); next !== null && running; next = store.inbound.next(chat)) {
        const settled = await actOn(next);
        if (!settled) await pause(STORE_TROUBLE_MS);
        options.onHandled(chat);
      }
    } finally {
      // In the same breath as the last look: whatever comes after it begins anew.
      busy.delete(chat);
    }
  }

  /** True when the update is settled, done or failed; false when the database would not even take that. */
  async function actOn(update: WaitingUpdate): Promise<boolean> {
    try {
      const fileFaults = await fetchFiles(update);
      await screenOf(update);
      const send = store.transact(() => {
        const chat = chatOf(update);
        const files = update.payload.files.length === 0 ? [] : store.attachments.ofInbound(update.id);
        options.handle({
          chat,
          incoming: update.payload,
          receivedAt: update.receivedAt,
          actedAt: clock.now(),
          files,
          fileFaults,
        });
        store.inbound.settle(update.id, 'done', clock.now());
        return options.claimFor(update.chat);
      });
      send();
      return true;
    } catch (error) {
      log.error({ err: error, inbound: update.id }, 'acting on an update failed');
      // A database in trouble is no reason to drop what a person said: it stays until it can be acted on.
      return storeFaultOf(error) === null ? giveUp(update) : false;
    }
  }

  /** What is typed means what is on the screen: while a message is on its way there, that is about to be known. */
  async function screenOf({ chat, payload }: WaitingUpdate): Promise<void> {
    if (payload.picked || payload.text === '' || payload.text.startsWith('/')) return;
    for (let waited = 0; waited < SCREEN_MS && store.outbox.isSendingIn(chat); waited += SCREEN_LOOK_MS)
      await pause(SCREEN_LOOK_MS);
  }

  function giveUp(update: WaitingUpdate): boolean {
    try {
      store.transact(() => {
        options.apologise(chatOf(update), clock.now());
        store.inbound.settle(update.id, 'failed', clock.now());
      });
      return true;
    } catch (error) {
      log.error({ err: error, inbound: update.id }, 'the database takes nothing; the update stays and is tried again');
      return false;
    }
  }

  /** Brings the files of an update in; those of an earlier try that died half-way are there already. */
  async function fetchFiles(update: WaitingUpdate): Promise<FileFault[]> {
    // Files of somebody who has not joined are not taken in: nobody agreed to have them kept.
    if (update.payload.files.length === 0) return [];
    const wanted = chatOf(update).person === null ? [] : update.payload.files;
    const faults: FileFault[] = [];
    const present = store.attachments.ofInbound(update.id).length;
    for (const file of wanted.slice(present)) {
      const checked = await fetchFile(update, file);
      if ('fault' in checked) faults.push(checked);
      else
        store.transact(() =>
          store.attachments.add({ ...checked, inbound: update.id, chat: update.chat, receivedAt: update.receivedAt }),
        );
    }
    return faults;
  }

  async function fetchFile(update: WaitingUpdate, file: Incoming['files'][number]): Promise<ReceivedFile | FileFault> {
    if (file.size !== null && file.size > MAX_FILE_BYTES) return { fault: 'too-big', name: file.name };
    const chat = chatOf(update);
    const channel = options.channels.find((one) => one.name === chat.channel && one.bot === chat.bot);
    if (channel === undefined) return { fault: 'not-fetched', name: file.name };
    try {
      return await checkFile(file.name, await download(channel, file, clock.wire() + FETCH_MS));
    } catch (error) {
      log.warn({ err: error, inbound: update.id }, 'a file could not be fetched');
      // A channel refuses nothing but a file that is larger than the platform said.
      const tooBig = error instanceof SendError && error.kind === 'refused';
      return { fault: tooBig ? 'too-big' : 'not-fetched', name: file.name };
    }
  }

  /** A platform that has a bad moment is asked once more: sooner than the person is. */
  async function download(channel: Channel, file: IncomingFile, until: number): Promise<Buffer> {
    try {
      return await channel.download(file, MAX_FILE_BYTES);
    } catch (error) {
      const isPassing = error instanceof SendError && error.kind === 'unavailable';
      if (!isPassing || clock.wire() + FETCH_PAUSE_MS > until) throw error;
    }
    await pause(FETCH_PAUSE_MS);
    return download(channel, file, until);
  }

  function pause(ms: number): Promise<void> {
    return new Promise((resolve) => clock.after(ms, resolve));
  }

  function chatOf(update: WaitingUpdate): Chat {
    const chat = store.chats.find(update.chat);
    if (chat === null) throw new Error(`chat ${update.chat} of an inbound update is not there`);
    return chat;
  }

  return {
    receiveFor,
    /** Goes on with what a dead process left. */
    start(): void {
      running = true;
      for (const channel of options.channels) rereadFor(channel);
      for (const chat of store.inbound.waitingChats()) work(chat);
    },
    /** An update of this chat was stored by somebody else: act on it. */
    resume: work,
    /** Resolves when no update is waiting. */
    async whenIdle(): Promise<void> {
      while (busy.size > 0) await Promise.all([...busy.values()].map((lane) => lane.catch(() => {})));
    },
    async stop(): Promise<void> {
      running = false;
      await Promise.all([...busy.values()].map((lane) => lane.catch(() => {})));
    },
  };
}

export type Intake = ReturnType<typeof createIntake>;
