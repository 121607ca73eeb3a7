import { Worker } from 'node:worker_threads';
import type { Clock } from '../../clock.ts';
import type { DocumentPart } from '../../domain/document-part.ts';
import type { Log } from '../../log.ts';
import { isReadable } from './read-document.ts';

/** A report of fifty pages takes a fraction of a second. */
const LONGEST_MS = 15_000;
const MOST_MEGABYTES = 256;
/** No office's report has more; what takes longer to look through would hold up everybody's answers. */
const MOST_CHARACTERS = 400_000;

/** What a file says, read on a thread of its own: a broken or hostile one takes nothing else along. Null where it cannot be read. */
export async function readInWorker(
  file: Uint8Array,
  mediaType: string,
  clock: Clock,
  log: Log,
): Promise<DocumentPart[] | null> {
  if (!isReadable(mediaType)) return null;
  try {
    return await inWorker(file, mediaType, clock);
  } catch (error) {
    log.info({ err: error, mediaType, size: file.length }, 'a document could not be read');
    return null;
  }
}

function inWorker(file: Uint8Array, mediaType: string, clock: Clock): Promise<DocumentPart[]> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./read-worker.ts', import.meta.url), {
      workerData: { file, mediaType, most: MOST_CHARACTERS },
      resourceLimits: { maxOldGenerationSizeMb: MOST_MEGABYTES },
    });
    const giveUp = clock.after(LONGEST_MS, () => {
      reject(new Error(`reading a document took longer than ${LONGEST_MS} ms`));
      void worker.terminate();
    });
    worker.once('message', (parts: DocumentPart[]) => resolve(parts));
    worker.once('error', reject);
    worker.once('exit', (code) => {
      giveUp();
      reject(new Error(`reading a document ended with ${code}`));
    });
  });
}
