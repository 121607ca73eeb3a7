import type { Store } from '../../store/store.ts';
import type { Job } from '../job.ts';

/** Keeps where the rehearsal clock stands, so that a restart goes on from there. */
export function keepClockJob(store: Store): Job {
  return {
    name: 'keep-clock',
    run(now) {
      store.facts.set('rehearsal_now', String(now));
      return {};
    },
  };
}
