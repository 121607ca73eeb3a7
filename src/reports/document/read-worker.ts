import { parentPort, workerData } from 'node:worker_threads';
import type { DocumentPart } from '../../domain/document-part.ts';
import { readDocument } from './read-document.ts';

const { file, mediaType, most } = workerData as { file: Uint8Array; mediaType: string; most: number };
parentPort?.postMessage(upTo(await readDocument(file, mediaType), most));

/** As many parts from the beginning as come to so many characters. */
function upTo(parts: readonly DocumentPart[], characters: number): DocumentPart[] {
  let left = characters;
  return parts.filter((part) => {
    left -= part.kind === 'line' ? part.text.length : part.rows.flat().reduce((sum, cell) => sum + cell.length + 1, 0);
    return left >= 0;
  });
}
