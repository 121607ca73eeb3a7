import { existsSync } from 'node:fs';
import type { Log } from '../../log.ts';
import type { Misplaced } from '../../store/place.ts';
import type { Store } from '../../store/store.ts';
import type { Job } from '../job.ts';

/** The database's path leads elsewhere; all that was known stands in `rescued`. */
export interface LostDatabase {
  fault: Misplaced;
  path: string;
  rescued: string;
}

/**
 * Looks whether the database's path still leads to the file that is open. When it does not, nothing is written any more
 * (`store.transact`), but the open file still has everything: it is copied beside the path, and then the bot may end. A copy that
 * fails is tried again at each beat, because ending would take the last trace of the data along.
 */
export function watchDatabaseJob(store: Store, log: Log, onLost: (lost: LostDatabase) => void): Job {
  return {
    name: 'watch-database',
    async run(now) {
      const fault = store.misplaced();
      if (fault === null) return {};
      const rescued = freeName(`${store.path}.rescued-${new Date(now).toISOString().slice(0, 19).replaceAll(':', '')}`);
      await store.backup(rescued, now);
      log.error({ fault, database: store.path, rescued }, 'database file is not in its place: copied, stopping');
      onLost({ fault, path: store.path, rescued });
      return {};
    },
  };
}

function freeName(path: string): string {
  let name = path;
  for (let again = 2; existsSync(name); again += 1) name = `${path}-${again}`;
  return name;
}
