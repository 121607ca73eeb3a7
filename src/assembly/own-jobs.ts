import type { Desk } from '../actions/desk.ts';
import type { Clock, RehearsalClock } from '../clock.ts';
import type { Config } from '../config.ts';
import type { Log } from '../log.ts';
import type { Replicator } from '../replica/replicate.ts';
import type { Job } from '../scheduler/job.ts';
import { drillReplicaJob } from '../scheduler/jobs/drill-replica.ts';
import { keepClockJob } from '../scheduler/jobs/keep-clock.ts';
import { nightlyBackupJob } from '../scheduler/jobs/nightly-backup.ts';
import { watchHearingJob } from '../scheduler/jobs/watch-hearing.ts';
import { watchReplicaJob } from '../scheduler/jobs/watch-replica.ts';
import { createSignOfLife } from '../store/sign-of-life.ts';
import { drillReplica } from './replica.ts';

const HEARING = 'watch-hearing';

export interface OwnJobParts {
  config: Config;
  desk: Desk;
  clock: Clock;
  /** The rehearsal's clock; null in service. */
  handMoved: RehearsalClock | null;
  replicator: Replicator | null;
  log: Log;
}

/**
 * The jobs of a beat in their order. What the bot could not hear is written down before anything is decided by it: an extension that is
 * offered first knows of the stretches before alone, and not of what the platforms hold.
 */
export function inOrder(bot: readonly Job[], own: readonly Job[]): Job[] {
  const isFirst = ({ name }: Job): boolean => name === HEARING;
  return [...own.filter(isFirst), ...bot, ...own.filter((job) => !isFirst(job))];
}

/** The jobs of the process around the bot: in rehearsal its clock, in service its copies and whether it hears anybody. */
export function createOwnJobs({ config, desk, clock, handMoved, replicator, log }: OwnJobParts): Job[] {
  const { store } = desk;
  const own =
    handMoved === null
      ? [nightlyBackupJob(desk, config.backup), watchHearingJob(desk, createSignOfLife(config.databasePath), clock)]
      : [keepClockJob(store)];
  if (replicator === null) return own;
  const drill = drillReplicaJob(store, log, () => drillReplica(config, clock.wire));
  return [...own, watchReplicaJob(desk, replicator.lagMs), drill];
}
