import type { FileFault } from '../actions/check-file.ts';
import type { Channel, Incoming, Receive } from '../channels/channel.ts';
import type { Clock } from '../clock.ts';
import type { Log } from '../log.ts';
import type { AttachmentInfo } from '../store/attachments.ts';
import type { Chat } from '../store/chats.ts';
import { storeFaultOf } from '../store/database.ts';
import type { WaitingUpdate } from '../store/inbound.ts';
import type { Store } from '../store/store.ts';
import type { Burst } from './burst.ts';
import { joined } from './burst.ts';
import { fetchFiles } from './fetch-files.ts';
import { gather } from './gather.ts';
import { keep, keepEach, onDisk } from './keep-updates.ts';
import { createLanes, pause } from './lanes.ts';
import { type Documents, type ReadDocument, readFiles } from './read-files.ts';
import { createSlots } from './slots.ts';

/** One update on its way through the chat layer, with the files it brought already stored. */
export interface Update {
  chat: Chat;
  incoming: Incoming;
  /** Bot time at which the update was stored. */
  receivedAt: number;
  /** When it was said by the platform's own clock, as it came; null for a pressed button, and where nothing tells. */
  saidAt: number | null;
  /** Whether it may have waited at the platform because the bot heard nothing: it has been hearing again for a short time only. */
  mayHaveWaited: boolean;
  /** Bot time at which it is acted on: later, when the process was dead in between. */
  actedAt: number;
  files: readonly AttachmentInfo[];
  documents: Documents;
  fileFaults: readonly FileFault[];
}

export interface IntakeOptions {
  store: Store;
  channels: readonly Channel[];
  clock: Clock;
  log: Log;
  /** Acts on one update, inside the transaction that also marks it done. */
  handle(update: Update): void;
  readDocument: ReadDocument;
  /** Says sorry when acting on it failed, inside a transaction of its own. */
  apologise(chat: Chat, now: number): void;
  /** Claims the chat's answer within the transaction; what it returns sends it. */
  claimFor(chat: number): () => void;
  /** Something may have been put into the outbox. */
  onHandled(chat: number): void;
}

/** How long an answer waits for a message that is on its way, and how often it looks. */
const SCREEN_MS = 5000;
const SCREEN_LOOK_MS = 20;
/** How long after the bot hears again something may still come that was said while it did not: a webhook is tried less and less. */
const CATCH_UP_MS = 3600_000;
/** Files that are fetched at the same time: each may have 20 MB. One that hangs gives its place back in time. */
const FILES_AT_ONCE = 4;

/**
 * Takes updates in: each stored once before anything else, then acted on, one at a time in a chat.
 *
 * The effect, the answers and the mark "done" commit together, so a process that dies at any point neither loses an
 * update nor acts on it twice.
 */
export function createIntake(options: IntakeOptions) {
  const { store, clock, log } = options;
  const slots = createSlots(FILES_AT_ONCE);
  const lanes = createLanes({
    clock,
    log,
    next: (chat) => store.inbound.next(chat),
    actOn,
    onHandled: options.onHandled,
  });

  function receiveFor(channel: Channel): Receive {
    const kind = channel.redelivers === true ? 'redelivered' : 'deed';
    return async (...delivered) => {
      const { chats, failures } = store.transact(() => keepEach(options, channel, delivered), kind);
      for (const chat of chats) lanes.work(chat);
      if (kind === 'redelivered') await onDisk(options);
      if (failures.length > 0) throw failures[0];
    };
  }

  /** What an earlier version could not read and this one can counts from when it came. */
  function rereadFor(channel: Channel): void {
    for (const { id, body, receivedAt } of store.unreadable.of(channel.name, channel.bot)) {
      const incoming = channel.reread?.(body) ?? null;
      if (incoming === null) continue;
      store.transact(() => {
        store.unreadable.remove(id);
        if (incoming.chatKind === 'private' || incoming.addressed) keep(options, { channel, incoming, receivedAt });
      });
    }
  }

  /** True when the update is settled, done or failed; false when the database would not even take that. */
  async function actOn(update: WaitingUpdate): Promise<boolean> {
    let burst: Burst = { updates: [update], isOpen: false };
    try {
      const channel = channelOf(options, chatOf(update));
      const cutsAt = channel?.capabilities.cutsTextAt ?? null;
      burst = await gather({ store, clock, isRunning: lanes.isRunning }, update, cutsAt);
      // Stopped in between: the next start waits for the rest anew.
      if (burst.isOpen && !lanes.isRunning()) return false;
      const fileFaults: FileFault[] = [];
      for (const one of burst.updates) fileFaults.push(...(await fetchFiles({ ...options, slots }, one, chatOf(one))));
      const incoming = joined(burst, cutsAt);
      const documents = await readFiles(store, options.readDocument, burst.updates, chatOf(update));
      await settleScreen(options, update.chat, incoming);
      const send = store.transact(() => {
        const chat = chatOf(update);
        const files =
          incoming.files.length === 0 ? [] : burst.updates.flatMap(({ id }) => store.attachments.ofInbound(id));
        const times = { receivedAt: update.receivedAt, ...whenSaid(clock, channel, incoming), actedAt: clock.now() };
        options.handle({ chat, incoming, ...times, files, documents, fileFaults });
        for (const { id } of burst.updates) store.inbound.settle(id, 'done', clock.now());
        return options.claimFor(update.chat);
      });
      send();
      return true;
    } catch (error) {
      log.error({ err: error, inbound: update.id }, 'handling an update failed');
      // A database in trouble is no reason to drop what a person said: it stays until it can be acted on.
      return storeFaultOf(error) === null ? giveUp(burst) : false;
    }
  }

  function giveUp({ updates }: Burst): boolean {
    const [first] = updates;
    try {
      store.transact(() => {
        options.apologise(chatOf(first), clock.now());
        for (const { id } of updates) store.inbound.settle(id, 'failed', clock.now());
      });
      return true;
    } catch (error) {
      log.error({ err: error, inbound: first.id }, 'database not writable: update kept, retrying');
      return false;
    }
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
      lanes.start();
      for (const channel of options.channels) rereadFor(channel);
      for (const chat of store.inbound.waitingChats()) lanes.work(chat);
    },
    /** An update of this chat was stored by somebody else: act on it. */
    resume: lanes.work,
    whenIdle: lanes.whenIdle,
    stop: lanes.stop,
  };
}

function channelOf({ channels }: IntakeOptions, { channel, bot }: Chat): Channel | undefined {
  return channels.find((one) => one.name === channel && one.bot === bot);
}

/** In rehearsal people live by a time that no platform knows. */
function whenSaid(
  clock: Clock,
  channel: Channel | undefined,
  { sentAt }: Incoming,
): Pick<Update, 'saidAt' | 'mayHaveWaited'> {
  if (clock.isPretended === true) return { saidAt: null, mayHaveWaited: false };
  const health = channel?.health();
  const hearsFor = health?.ok === true ? clock.wire() - health.since : 0;
  return { saidAt: sentAt ?? null, mayHaveWaited: hearsFor < CATCH_UP_MS };
}

/** What is typed means what is on the screen: while a message is on its way there, that is about to be known. */
async function settleScreen({ store, clock }: IntakeOptions, chat: number, { picked, text }: Incoming): Promise<void> {
  if (picked || text === '' || text.startsWith('/')) return;
  for (let waited = 0; waited < SCREEN_MS && store.outbox.isSendingIn(chat); waited += SCREEN_LOOK_MS) {
    await pause(clock, SCREEN_LOOK_MS);
  }
}

export type Intake = ReturnType<typeof createIntake>;
