import { systemClock } from '../clock.ts';
import type { Config } from '../config.ts';
import type { Log } from '../log.ts';
import { fetchCopy } from '../replica/fetch-copy.ts';
import { dropCopy, findLitestream, ReplicaError, type ReplicaSettings } from '../replica/litestream.ts';
import { createReplicator, type Replicator } from '../replica/replicate.ts';
import { type Ahead, aheadOf } from '../store/ahead.ts';
import { checkBackup, newestIn, sealCopy } from '../store/backup.ts';
import { type Restored, type RestoreOrder, restoreBackup } from '../store/restore.ts';

type ReplicaConfig = Pick<Config, 'databasePath' | 'replica'>;

/** What a drill found. Ages and times in the units of the names. */
export interface Drill {
  upTo: number | null;
  tookMs: number;
  receipts: number;
}

/** What is here, or in the replica, knows more than what would take its place. */
export class NewerHereError extends Error {
  readonly ahead: Ahead;
  /** The replica that knows more; null: it is the database here. */
  readonly replica: string | null;

  constructor(ahead: Ahead, replica: string | null = null) {
    super('something newer would be replaced');
    this.name = 'NewerHereError';
    this.ahead = ahead;
    this.replica = replica;
  }
}

/**
 * Puts the newest state of the replica in the database's place, checked like any copy. Null where there is no replica, or nothing in
 * it. `onTorn`: what was uploaded last was cut off and is left out. Throws ReplicaError, BackupError, StoreError, and NewerHereError
 * unless something newer may be replaced.
 */
export async function restoreFromReplica(
  { databasePath, replica }: ReplicaConfig,
  order: Pick<RestoreOrder, 'stamp' | 'now' | 'plan'>,
  { onTorn, overNewer }: { onTorn(): void; overNewer: boolean },
): Promise<Restored | null> {
  if (replica === null) return null;
  const copy = await copyBeside(databasePath, replica, databasePath, onTorn);
  if (copy === null) return null;
  try {
    checkBackup(copy);
    // The nightly backup's moment stands in it; the replica knows what came after.
    const ahead = aheadOf(databasePath, copy);
    if (!overNewer && ahead !== null) throw new NewerHereError(ahead);
    sealCopy(copy, newestIn(copy).upTo ?? order.now);
    return restoreBackup({ ...order, from: copy, to: databasePath });
  } finally {
    dropCopy(copy);
  }
}

/** The disk was lost, and there is a copy: it goes on from there. */
export async function fetchDatabase(config: Config, log: Log): Promise<boolean> {
  const now = systemClock.now();
  const order = { stamp: new Date(now).toISOString().slice(0, 19).replaceAll(':', ''), now, plan: null };
  const onTorn = (): void => log.warn({}, 'replica: what was uploaded last was cut off, and is left out');
  const restored = await restoreFromReplica(config, order, { onTorn, overNewer: false });
  if (restored !== null)
    log.warn(
      { database: config.databasePath, upTo: restored.upTo },
      'no database was there: restored from the replica',
    );
  return restored !== null;
}

/** What copies the database all the time; null where REPLICA_URL is not set. */
export function replicatorOf({ replica, databasePath: database }: Config, log: Log): Replicator | null {
  if (replica === null) return null;
  return createReplicator({ program: findLitestream(replica.programs), database, replica, clock: systemClock, log });
}

/** A beginning was asked for, and the replica holds the life of a bot: the new one would be written over it. */
export class FullReplicaError extends Error {
  readonly url: string;
  readonly upTo: number | null;
  readonly receipts: number;
  readonly zone: string;

  constructor(url: string, { upTo, receipts }: Pick<Drill, 'upTo' | 'receipts'>, zone: string) {
    super('the replica is not empty');
    this.name = 'FullReplicaError';
    this.url = url;
    this.upTo = upTo;
    this.receipts = receipts;
    this.zone = zone;
  }
}

/** Throws FullReplicaError where the replica knows anybody; ReplicaError where it cannot be asked. */
export async function requireEmptyReplica({
  databasePath,
  replica,
  timeZone,
}: ReplicaConfig & Pick<Config, 'timeZone'>): Promise<void> {
  if (replica === null) return;
  const copy = await copyBeside(`${databasePath}.new`, replica, databasePath);
  if (copy === null) return;
  try {
    const known = newestIn(copy);
    if (known.people + known.receipts > 0) throw new FullReplicaError(replica.url, known, timeZone);
  } finally {
    dropCopy(copy);
  }
}

/** Restores the replica beside the database, checks it from end to end, and throws it away. Null where there is nothing in it. */
export async function drillReplica(
  { databasePath, replica }: ReplicaConfig,
  wire: () => number,
): Promise<Drill | null> {
  if (replica === null) return null;
  const begun = wire();
  const copy = await copyBeside(`${databasePath}.drill`, replica, databasePath);
  if (copy === null) return null;
  try {
    checkBackup(copy);
    return { ...newestIn(copy), tookMs: wire() - begun };
  } finally {
    dropCopy(copy);
  }
}

/**
 * Puts an operator's own copy in the database's place, above every term that is known. Throws what `restoreBackup` throws, and
 * NewerHereError where the database or the replica knows more and `overNewer` does not say that it is meant. A replica that cannot be
 * asked stops nobody.
 */
export async function restoreCopy(
  { databasePath, replica }: ReplicaConfig,
  order: Pick<RestoreOrder, 'from' | 'stamp' | 'now' | 'plan'>,
  overNewer: boolean,
): Promise<Restored> {
  checkBackup(order.from);
  const ahead = overNewer ? null : aheadOf(databasePath, order.from);
  if (ahead !== null) throw new NewerHereError(ahead);
  const term = replica === null ? 0 : await askReplica(databasePath, replica, overNewer ? null : order.from);
  return restoreBackup({ ...order, term, to: databasePath });
}

/** The term of the replica's newest state; 0 where there is none, or it cannot be asked. `over`: a copy that has to know all of it. */
async function askReplica(databasePath: string, replica: ReplicaSettings, over: string | null): Promise<number> {
  let copy: string | null = null;
  try {
    copy = await copyBeside(`${databasePath}.term`, replica, databasePath);
    if (copy === null) return 0;
    const ahead = over === null ? null : aheadOf(copy, over);
    if (ahead !== null) throw new NewerHereError(ahead, replica.url);
    return newestIn(copy).term;
  } catch (error) {
    if (error instanceof NewerHereError) throw error;
    return 0;
  } finally {
    if (copy !== null) dropCopy(copy);
  }
}

async function copyBeside(
  place: string,
  replica: ReplicaSettings,
  database: string,
  onTorn = () => {},
): Promise<string | null> {
  const copy = `${place}.from-replica`;
  dropCopy(copy);
  try {
    const at = { program: findLitestream(replica.programs), database, replica };
    if (!(await fetchCopy(at, copy))) onTorn();
    return copy;
  } catch (error) {
    dropCopy(copy);
    if (error instanceof ReplicaError && error.fault === 'no-copy') return null;
    throw error;
  }
}
