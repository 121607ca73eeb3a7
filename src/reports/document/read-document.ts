import type { DocumentPart } from '../../domain/document-part.ts';
import { FILE_KINDS } from '../../domain/print-order.ts';

/** Whether files of that kind can be read. */
export function isReadable(mediaType: string): boolean {
  return mediaType === FILE_KINDS.word.mediaType || mediaType === FILE_KINDS.excel.mediaType;
}

/** What a Word or Excel file says. Throws where it cannot be read. */
export async function readDocument(file: Uint8Array, mediaType: string): Promise<DocumentPart[]> {
  if (mediaType === FILE_KINDS.excel.mediaType) return (await import('./read-sheets.ts')).readSheets(file);
  return (await import('./read-word.ts')).readWord(file);
}
