import { systemClock } from '../clock.ts';
import type { Config } from '../config.ts';
import type { Log } from '../log.ts';
import { fetchCopy } from '../replica/fetch-copy.ts';
import { dropCopy, findLitestream, ReplicaError, type ReplicaSettings } from '../replica/litestream.ts';
import { createReplicator, type Replicator } from '../replica/replicate.ts';
import { checkBackup, newestIn, sealCopy } from '../store/backup.ts';
import { hasDatabase } from '../store/place.ts';
import { type Restored, type RestoreOrder, restoreBackup } from '../store/restore.ts';

type ReplicaConfig = Pick<Config, 'databasePath' | 'replica'>;

/** What a drill found. Ages and times in the units of the names. */
export interface Drill {
  upTo: number | null;
  tookMs: number;
  receipts: number;
}

/** What is here is newer than what would take its place. */
export class NewerHereError extends Error {
  readonly here: number;
  readonly there: number | null;

  constructor(here: number, there: number | null) {
    super('the database is newer than its replica');
    this.name = 'NewerHereError';
    this.here = here;
    this.there = there;
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
    const there = newestIn(copy).upTo;
    const here = newestHere(databasePath);
    if (!overNewer && here !== null && here > (there ?? 0)) throw new NewerHereError(here, there);
    sealCopy(copy, there ?? order.now);
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

/** The last moment the database knows; null where there is none, or it cannot be read any more. */
function newestHere(databasePath: string): number | null {
  try {
    return hasDatabase(databasePath) ? newestIn(databasePath).upTo : null;
  } catch {
    return null;
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

/** The term of the replica's newest state; 0 where there is none, or it cannot be asked. For an operator's restore of another copy. */
export async function replicaTerm({ databasePath, replica }: ReplicaConfig): Promise<number> {
  if (replica === null) return 0;
  let copy: string | null = null;
  try {
    copy = await copyBeside(`${databasePath}.term`, replica, databasePath);
    return copy === null ? 0 : newestIn(copy).term;
  } catch {
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
