import { type FileTypeResult, fileTypeFromBuffer, fileTypeFromFile } from 'file-type';
import { cleanFileName } from '../domain/clean-name.ts';
import type { LandedFile } from '../store/landing.ts';

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
  content: Buffer | LandedFile;
}

export const FILE_FAULTS = [
  'too-big',
  'wrong-type',
  'damaged',
  'empty',
  'not-fetched',
  'too-many',
  'too-many-today',
] as const;
export interface FileFault {
  fault: (typeof FILE_FAULTS)[number];
  name: string;
}

/** Looks at what a file really is; its name is kept as a label only, with the ending of what it is. */
export async function checkFile(name: string, bytes: Buffer): Promise<ReceivedFile | FileFault> {
  return check(name, bytes, bytes.length, () => fileTypeFromBuffer(bytes));
}

/** The same of a file that lies on the disk: of it only the beginning is read. */
export async function checkLandedFile(name: string, landed: LandedFile): Promise<ReceivedFile | FileFault> {
  return check(name, landed, landed.size, () => fileTypeFromFile(landed.path));
}

async function check(
  name: string,
  content: Buffer | LandedFile,
  size: number,
  typeOf: () => Promise<FileTypeResult | undefined>,
): Promise<ReceivedFile | FileFault> {
  const label = cleanFileName(name, null);
  if (size === 0) return { fault: 'empty', name: label };
  if (size > MAX_FILE_BYTES) return { fault: 'too-big', name: label };
  const type = await typeOf();
  const ending = TAKEN[type?.mime ?? ''];
  // A Word file that was cut short is read as any zip, or as nothing; its name says what it was.
  const isCut = ending === undefined && (type === undefined || type.mime === 'application/zip');
  if (isCut && Object.values(TAKEN).some((one) => label.toLowerCase().endsWith(`.${one}`)))
    return { fault: 'damaged', name: label };
  if (type === undefined || ending === undefined) return { fault: 'wrong-type', name: label };
  return { name: cleanFileName(name, ending), mediaType: type.mime, size, content };
}
