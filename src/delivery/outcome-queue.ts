import type { Clock } from '../clock.ts';
import type { Log } from '../log.ts';
import type { Store } from '../store/store.ts';
import type { TransactionKind } from '../store/transact.ts';
import type { BusyLane } from './lane.ts';

const STORE_TROUBLE_MS = 1000;

export interface OutcomeQueueOptions {
  store: Store;
  clock: Clock;
  log: Log;
  /** The bots by which what is written now was sent. */
  onWritten(lanes: readonly BusyLane[]): void;
}

/** Writes what became of sends. Outcomes that come in together are written together; one that cannot be written is kept and tried again. */
export function createOutcomeQueue({ store, clock, log, onWritten }: OutcomeQueueOptions) {
  const outcomes: { lane: BusyLane; write(): void; kind: TransactionKind }[] = [];
  let flushQueued = false;

  function flush(): void {
    const batch = outcomes.splice(0);
    try {
      const kind = batch.every((outcome) => outcome.kind === 'unrepeated') ? 'unrepeated' : 'deed';
      store.transact(() => {
        for (const outcome of batch) outcome.write();
      }, kind);
    } catch (error) {
      log.error({ err: error, outcomes: batch.length }, 'send outcomes not writable, retrying');
      outcomes.unshift(...batch);
      clock.after(STORE_TROUBLE_MS, flush);
      return;
    }
    flushQueued = outcomes.length > 0;
    if (flushQueued) clock.after(0, flush);
    onWritten(batch.map(({ lane }) => lane));
  }

  return {
    conclude(lane: BusyLane, write: () => void, kind: TransactionKind = 'deed'): void {
      outcomes.push({ lane, write, kind });
      if (flushQueued) return;
      flushQueued = true;
      clock.after(0, flush);
    },
    isEmpty: (): boolean => outcomes.length === 0 && !flushQueued,
  };
}
