import type { Clock } from '../clock.ts';
import { inWorker } from './in-worker.ts';
import type { Made, PrintTask } from './print-file.ts';

/** The largest round takes some seconds on a small machine. */
const LONGEST_MS = 120_000;
/** A drawing of 500 units, or their document, takes a fraction of it. */
const MOST_MEGABYTES = 512;

/** Makes the file on a thread of its own. Rejects where that fails or takes too long. */
export function printInWorker(task: PrintTask, clock: Clock, signal: AbortSignal): Promise<Made> {
  const file = new URL('./print-worker.ts', import.meta.url);
  const what = `making a file (${task.make})`;
  return inWorker({ file, data: task, what, longestMs: LONGEST_MS, mostMegabytes: MOST_MEGABYTES }, clock, signal);
}
