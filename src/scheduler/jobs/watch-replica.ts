import type { Desk } from '../../actions/desk.ts';
import { warnReplica } from '../../actions/warn-replica.ts';
import type { Job } from '../job.ts';

/** Looks how far the replica is behind. */
export function watchReplicaJob(desk: Desk, lagMs: () => number): Job {
  return { name: 'watch-replica', run: (now) => ({ warned: warnReplica(desk, lagMs(), now) }) };
}
