import type { Channel } from '../channels/channel.ts';
import type { Clock } from '../clock.ts';
import { toLocal } from '../domain/local-time.ts';
import { DRILLED_AT } from '../scheduler/jobs/drill-replica.ts';
import type { Scheduler } from '../scheduler/scheduler.ts';
import { type CopyMoments, copyMoments } from '../store/backup.ts';
import { storeFaultOf } from '../store/database.ts';
import type { Store } from '../store/store.ts';
import type { HealthReport } from '../web/routes/status.ts';

export interface HealthParts {
  store: Store;
  scheduler: Scheduler;
  channels: readonly Channel[];
  nameOf: (channel: Channel) => string;
  clock: Clock;
  zone: string;
  /** How far the replica is behind; null: there is none. */
  lagMs: (() => number) | null;
}

/** How the process is: unwell when the database takes nothing or a job keeps failing. A dark platform is a channel's state, not the process's. */
export function createHealth({
  store,
  scheduler,
  channels,
  nameOf,
  clock,
  zone,
  lagMs,
}: HealthParts): () => HealthReport {
  const troubleOf = createDatabaseLook(store, clock);
  return () => {
    const now = clock.now();
    const why = [
      ...troubleOf(),
      ...scheduler
        .states()
        .filter((job) => job.failing)
        .map((job) => `job ${job.name} is failing`),
    ];
    return {
      status: why.length === 0 ? 'ok' : 'unwell',
      now: toLocal(now, zone),
      channels: channels.map((channel) => {
        const { ok, since, detail } = channel.health();
        return {
          name: nameOf(channel),
          ok,
          since: new Date(since).toISOString(),
          ...(detail === '' ? {} : { detail }),
        };
      }),
      ...(lagMs === null ? {} : { replica: sayReplica(store, lagMs(), zone) }),
      ...sayCopies(copyMoments(store.facts), now, zone),
      ...(why.length === 0 ? {} : { why }),
    };
  };
}

function sayCopies(
  { backedUpAt, restoredAt, restoredUpTo }: CopyMoments,
  now: number,
  zone: string,
): Pick<HealthReport, 'backup' | 'restored'> {
  const local = (instant: number): string => toLocal(instant, zone);
  return {
    ...(backedUpAt === null
      ? {}
      : { backup: { at: local(backedUpAt), ageSeconds: Math.round((now - backedUpAt) / 1000) } }),
    ...(restoredAt === null
      ? {}
      : { restored: { at: local(restoredAt), upTo: restoredUpTo === null ? null : local(restoredUpTo) } }),
  };
}

function sayReplica({ facts }: Store, lagMs: number, zone: string): NonNullable<HealthReport['replica']> {
  const drilledAt = Number(facts.get(DRILLED_AT) ?? 0);
  return { lagSeconds: Math.round(lagMs / 1000), drilledAt: drilledAt === 0 ? null : toLocal(drilledAt, zone) };
}

/** Looking is a write that waits for the disk, and strangers may ask as often as they like. */
const LOOK_MS = 5000;

/** Why the database takes nothing; empty while it does. */
function createDatabaseLook(store: Store, clock: Pick<Clock, 'wire'>): () => readonly string[] {
  let lookedAt = Number.NEGATIVE_INFINITY;
  let found: readonly string[] = [];
  return () => {
    const misplaced = store.misplaced();
    if (misplaced !== null) return [`database: ${misplaced}`];
    if (clock.wire() - lookedAt < LOOK_MS) return found;
    lookedAt = clock.wire();
    try {
      store.transact(() => store.facts.set('looked_at', '1'));
      found = [];
    } catch (error) {
      found = [`database: ${storeFaultOf(error) ?? 'trouble'}`];
    }
    return found;
  };
}
