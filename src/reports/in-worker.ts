import { Worker } from 'node:worker_threads';
import type { Clock } from '../clock.ts';

interface Work {
  /** The file that does it, and posts one message when it has. */
  file: URL;
  data: unknown;
  /** For errors: what was being done. */
  what: string;
  longestMs: number;
  mostMegabytes: number;
}

/**
 * Does it on a thread of its own, so that no answer waits for it; its memory goes with the thread. Rejects where it fails or takes too
 * long.
 */
export function inWorker<Done>(work: Work, clock: Clock, signal?: AbortSignal): Promise<Done> {
  const { file, data, what, longestMs, mostMegabytes } = work;
  return new Promise((resolve, reject) => {
    const worker = new Worker(file, {
      workerData: data,
      resourceLimits: { maxOldGenerationSizeMb: mostMegabytes },
    });
    const end = (): void => void worker.terminate();
    const cancelLimit = clock.after(longestMs, () => {
      reject(new Error(`${what} took longer than ${longestMs} ms`));
      end();
    });
    signal?.addEventListener('abort', end);
    worker.once('message', (done: Done) => resolve(done));
    worker.once('error', reject);
    worker.once('exit', (code) => {
      cancelLimit();
      signal?.removeEventListener('abort', end);
      reject(new Error(`${what} ended with ${code}`));
    });
  });
}
