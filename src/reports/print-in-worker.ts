import { Worker } from 'node:worker_threads';
import type { Clock } from '../clock.ts';
import type { Made, PrintTask } from './print-file.ts';

/** The largest round takes some seconds on a small machine. */
const LONGEST_MS = 120_000;
/** A drawing of 500 units, or their document, takes a fraction of it. */
const MOST_MEGABYTES = 512;

/** Makes the file on a thread of its own, so that no answer waits for it. Rejects where that fails or takes too long. */
export function printInWorker(task: PrintTask, clock: Clock, signal: AbortSignal): Promise<Made> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./print-worker.ts', import.meta.url), {
      workerData: task,
      resourceLimits: { maxOldGenerationSizeMb: MOST_MEGABYTES },
    });
    const giveUp = clock.after(LONGEST_MS, () => {
      reject(new Error(`making a file (${task.make}) took longer than ${LONGEST_MS} ms`));
      void worker.terminate();
    });
    signal.addEventListener('abort', () => void worker.terminate(), { once: true });
    worker.once('message', (made: Made) => resolve(made));
    worker.once('error', reject);
    worker.once('exit', (code) => {
      giveUp();
      reject(new Error(`making a file (${task.make}) ended with ${code}`));
    });
  });
}
