import { fileTypeFromBuffer } from 'file-type';
import { cleanFileName } from '../domain/clean-name.ts';

export const MAX_FILE_BYTES = 20 * 1024 * 1024;

/** Types a unit may send, by content and not by name. */
const TAKEN: Readonly<Record<string, string>> = {
  'application/pdf': 'pdf',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'xlsx',
  'image/jpeg': 'jpg',
  'image/png': 'png',
};

export interface ReceivedFile {
  name: string;
  mediaType: string;
  size: number;
  bytes: Buffer;
}

export const FILE_FAULTS = ['too-big', 'wrong-type', 'empty', 'not-fetched'] as const;
export interface FileFault {
  fault: (typeof FILE_FAULTS)[number];
  name: string;
}

/** Looks at what a file really is; its name is kept as a label only, with the ending of what it is. */
export async function checkFile(name: string, bytes: Buffer): Promise<ReceivedFile | FileFault> {
  const label = cleanFileName(name, null);
  if (bytes.length === 0) return { fault: 'empty', name: label };
  if (bytes.length > MAX_FILE_BYTES) return { fault: 'too-big', name: label };
  const type = await fileTypeFromBuffer(bytes);
  const ending = TAKEN[type?.mime ?? ''];
  if (type === undefined || ending === undefined) return { fault: 'wrong-type', name: label };
  return { name: cleanFileName(name, ending), mediaType: type.mime, size: bytes.length, bytes };
}
