import { Worker } from 'node:worker_threads';
import { MUTATIONS } from './mutations.ts';
import { simulateYear, type YearOptions, type YearResult } from './year.ts';

/** Room for what lives shortly: with V8's own 16 MB some of a year's processor time goes into moving it about. */
const LIMITS = { maxYoungGenerationSizeMb: 96 };

/** A year as it is handed to a worker: a mutation by its name. */
export type YearOrder = Omit<YearOptions, 'mutation'> & { mutation?: string };

export function liveThrough({ mutation, ...options }: YearOrder): Promise<YearResult> {
  return simulateYear({ ...options, mutation: MUTATIONS.find((one) => one.name === mutation) ?? null });
}

/** Lives through many years, several at once; the results come in the order of the orders, whoever is done first. */
export async function simulateMany(
  orders: readonly YearOrder[],
  atOnce: number,
  onDone: (result: YearResult, index: number) => void,
): Promise<void> {
  const results = new Map<number, YearResult>();
  let next = 0;
  let told = 0;
  const serve = async (): Promise<void> => {
    const worker = new Worker(new URL('./year-worker.ts', import.meta.url), { resourceLimits: LIMITS });
    try {
      for (let index = next++; index < orders.length; index = next++) {
        const order = orders[index];
        if (order === undefined) return;
        results.set(index, await askFor(worker, order));
        for (let ready = results.get(told); ready !== undefined; ready = results.get(told)) {
          onDone(ready, told);
          results.delete(told);
          told += 1;
        }
      }
    } finally {
      await worker.terminate();
    }
  };
  await Promise.all(Array.from({ length: Math.max(1, Math.min(atOnce, orders.length)) }, serve));
}

function askFor(worker: Worker, order: YearOrder): Promise<YearResult> {
  return new Promise((resolve, reject) => {
    worker.removeAllListeners();
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.postMessage(order);
  });
}
