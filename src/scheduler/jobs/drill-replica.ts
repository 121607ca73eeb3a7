import type { Log } from '../../log.ts';
import type { Store } from '../../store/store.ts';
import type { Job } from '../job.ts';

const WEEK_MS = 7 * 24 * 3600_000;
/** A drill that failed is tried again after that long. */
const AGAIN_MS = 24 * 3600_000;

/** The copy begins with the bot: whatever is looked for at the very first moment is not there yet. */
const BEGINNING_MS = 3600_000;

/** When the last drill succeeded, in ms since 1970, and when one was last tried. */
export const DRILLED_AT = 'drilled_at';
const TRIED_AT = 'drill_tried_at';

/** Once a week the replica is restored for trial: a copy that nobody ever restored is a hope. */
export function drillReplicaJob(store: Store, log: Log, drill: () => Promise<object | null>): Job {
  const moment = (fact: string): number => Number(store.facts.get(fact) ?? 0);
  let isDrilling = false;

  async function tryOut(now: number, isFirst: boolean): Promise<void> {
    try {
      const found = await drill();
      if (found !== null) store.facts.set(DRILLED_AT, String(now));
      else if (isFirst) store.facts.set(TRIED_AT, String(now - AGAIN_MS + BEGINNING_MS));
      else log.error({}, 'replica drill: there is nothing in the replica');
    } catch (error) {
      log.error({ err: error }, 'replica drill failed');
    } finally {
      isDrilling = false;
    }
  }

  return {
    name: 'drill-replica',
    run(now) {
      if (isDrilling || now - moment(DRILLED_AT) < WEEK_MS || now - moment(TRIED_AT) < AGAIN_MS) return {};
      const isFirst = moment(TRIED_AT) === 0;
      store.facts.set(TRIED_AT, String(now));
      isDrilling = true;
      // No reminder waits for the download.
      void tryOut(now, isFirst);
      return { drills: 1 };
    },
  };
}
