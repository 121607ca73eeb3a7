import type { FileFault, ReceivedFile } from '../actions/check-file.ts';
import { checkFile, MAX_FILE_BYTES } from '../actions/check-file.ts';
import { fileQuotaFault } from '../actions/file-quota.ts';
import type { Channel, IncomingFile } from '../channels/channel.ts';
import { SendError } from '../channels/send-error.ts';
import type { Clock } from '../clock.ts';
import { cleanFileName } from '../domain/clean-name.ts';
import type { Log } from '../log.ts';
import type { Chat } from '../store/chats.ts';
import type { WaitingUpdate } from '../store/inbound.ts';
import type { Store } from '../store/store.ts';
import { draftIn } from './dialogs/draft.ts';
import { pause } from './lanes.ts';
import type { Slots } from './slots.ts';

/** A file that does not come is asked for again for that long, this far apart. */
const FETCH_MS = 15_000;
const FETCH_PAUSE_MS = 2000;

export interface FetchOptions {
  store: Store;
  channels: readonly Channel[];
  clock: Clock;
  log: Log;
  /** So many files at once, whoever sent them: each is in memory until it is kept. */
  slots: Slots;
}

/** Brings the files of an update in; those of an earlier try that died half-way are there already. */
export async function fetchFiles(options: FetchOptions, update: WaitingUpdate, chat: Chat): Promise<FileFault[]> {
  const { store } = options;
  // Files of somebody who has not joined are not taken in: nobody agreed to have them kept.
  if (update.payload.files.length === 0 || chat.person === null) return [];
  const faults: FileFault[] = [];
  const owner = { person: chat.person, ...reportInHand(store, chat) };
  const present = store.attachments.ofInbound(update.id).length;
  for (const file of update.payload.files.slice(present)) {
    const overQuota = (bytes: number) => fileQuotaFault(store, owner, bytes, options.clock.now());
    // Not even fetched, where it could not be kept.
    const tooMany = overQuota(file.size ?? 0);
    const checked =
      tooMany === null ? await options.slots.run(() => fetchFile(options, update, chat, file)) : refused(tooMany, file);
    const fault = 'fault' in checked ? null : overQuota(checked.size);
    if ('fault' in checked) faults.push(checked);
    else if (fault !== null) faults.push(refused(fault, file));
    else store.transact(() => keepFile(store, update, chat, checked));
  }
  return faults;
}

function refused(fault: FileFault['fault'], file: IncomingFile): FileFault {
  return { fault, name: cleanFileName(file.name, null) };
}

/** The report that is in hand in this chat, with its files: what comes now most likely goes with it. */
function reportInHand(store: Store, chat: Chat): { task: number | null; inHand: readonly number[] } {
  const draft = draftIn(store, chat.id);
  return { task: draft !== null && draft.stage !== 'task' ? draft.task : null, inHand: draft?.attachments ?? [] };
}

function keepFile(store: Store, update: WaitingUpdate, chat: Chat, { name, mediaType, content }: ReceivedFile): void {
  const file = store.storedFiles.keep(content);
  store.attachments.add({ name, mediaType, file, inbound: update.id, chat: chat.id, receivedAt: update.receivedAt });
}

async function fetchFile(
  { channels, clock, log }: FetchOptions,
  update: WaitingUpdate,
  chat: Chat,
  file: IncomingFile,
): Promise<ReceivedFile | FileFault> {
  if (file.size !== null && file.size > MAX_FILE_BYTES) return refused('too-big', file);
  const channel = channels.find((one) => one.name === chat.channel && one.bot === chat.bot);
  if (channel === undefined) return refused('not-fetched', file);
  try {
    return await checkFile(file.name, await download(channel, file, clock, clock.wire() + FETCH_MS));
  } catch (error) {
    log.warn({ err: error, inbound: update.id }, 'downloading a file failed');
    // A channel refuses nothing but a file that is larger than the platform said.
    const tooBig = error instanceof SendError && error.kind === 'refused';
    return refused(tooBig ? 'too-big' : 'not-fetched', file);
  }
}

/** A platform that has a bad moment is asked once more: sooner than the person is. */
async function download(channel: Channel, file: IncomingFile, clock: Clock, until: number): Promise<Buffer> {
  try {
    return await channel.download(file, MAX_FILE_BYTES);
  } catch (error) {
    const isPassing = error instanceof SendError && error.kind === 'unavailable';
    if (!isPassing || clock.wire() + FETCH_PAUSE_MS > until) throw error;
  }
  await pause(clock, FETCH_PAUSE_MS);
  return download(channel, file, clock, until);
}
