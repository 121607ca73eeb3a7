import type { Log } from '../../log.ts';
import type { StoreFault } from '../../store/database.ts';
import type { Rescue } from '../../store/rescue.ts';
import type { Store } from '../../store/store.ts';
import type { Job } from '../job.ts';

/** The database was taken away or damaged, and what was still known is rescued. */
export interface LostDatabase extends Rescue {
  fault: StoreFault;
  path: string;
}

/**
 * Looks whether the database's path still leads to the file and the log that are open, and whether it can still be read. When not,
 * nothing is written any more (`store.transact`), but the open file still has everything: it is copied, and then the bot may end. A copy
 * that fails is tried again at each beat, because ending would take the last trace of the data along.
 */
export function watchDatabaseJob(store: Store, log: Log, onLost: (lost: LostDatabase) => void): Job {
  return {
    name: 'watch-database',
    async run(now) {
      const fault = store.misplaced();
      if (fault === null) return {};
      const rescue = await store.rescue(fault, now);
      log.error({ fault, database: store.path, ...rescue }, 'database file is not in its place: copied, stopping');
      onLost({ fault, path: store.path, ...rescue });
      return {};
    },
  };
}
