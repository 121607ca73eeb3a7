import type { Clock } from '../../clock.ts';
import type { DocumentPart } from '../../domain/document-part.ts';
import type { Log } from '../../log.ts';
import { inWorker } from '../in-worker.ts';
import { isReadable } from './read-document.ts';

/** A report of fifty pages takes a fraction of a second. */
const LONGEST_MS = 15_000;
const MOST_MEGABYTES = 256;
/** Forty pages. All of it is looked through while others wait for their answers: at most some 0.4 s on a small machine. */
const MOST_CHARACTERS = 120_000;

/** What a file says, read on a thread of its own: a broken or hostile one takes nothing else along. Null where it cannot be read. */
export async function readInWorker(
  file: Uint8Array,
  mediaType: string,
  clock: Clock,
  log: Log,
): Promise<DocumentPart[] | null> {
  if (!isReadable(mediaType)) return null;
  const work = {
    file: new URL('./read-worker.ts', import.meta.url),
    data: { file, mediaType, most: MOST_CHARACTERS },
    what: 'reading a document',
    longestMs: LONGEST_MS,
    mostMegabytes: MOST_MEGABYTES,
  };
  try {
    return await inWorker<DocumentPart[]>(work, clock);
  } catch (error) {
    log.info({ err: error, mediaType, size: file.length }, 'a document could not be read');
    return null;
  }
}
