import { inflateRawSync } from 'node:zlib';

/** More than any document of an office comes to when it is opened. A bomb of a few kilobytes unpacks to gigabytes. */
const MOST_BYTES = 40 * 1024 * 1024;
const MOST_PARTS = 2000;

/** Not a zip that can be read, or one that is meant to fill the memory. */
export class ZipError extends Error {
  readonly reason: 'unreadable' | 'too-large';

  constructor(reason: 'unreadable' | 'too-large', cause?: unknown) {
    super(`zip: ${reason}`, { cause });
    this.name = 'ZipError';
    this.reason = reason;
  }
}

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;

interface Entry {
  name: string;
  method: number;
  packed: number;
  offset: number;
}

/**
 * The parts of an Office file (ZIP, PKWARE APPNOTE 6.3), counting what they come to as they are unpacked: sizes that the file states
 * of itself are believed in nothing. Throws ZipError.
 */
export function readZip(file: Uint8Array): Map<string, Buffer> {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength);
  try {
    let left = MOST_BYTES;
    const parts = new Map<string, Buffer>();
    for (const entry of entriesOf(bytes)) {
      const part = unpack(bytes, entry, left);
      left -= part.length;
      if (left < 0) throw new ZipError('too-large');
      parts.set(entry.name, part);
    }
    return parts;
  } catch (error) {
    if (error instanceof ZipError) throw error;
    throw new ZipError('unreadable', error);
  }
}

function entriesOf(bytes: Buffer): Entry[] {
  let end = bytes.length - 22;
  // The end may be followed by a comment of at most 64 KB.
  while (end >= 0 && bytes.length - end < 65_600 && bytes.readUInt32LE(end) !== END) end--;
  if (end < 0 || bytes.readUInt32LE(end) !== END) throw new ZipError('unreadable');
  const count = bytes.readUInt16LE(end + 10);
  if (count > MOST_PARTS) throw new ZipError('too-large');
  const entries: Entry[] = [];
  let at = bytes.readUInt32LE(end + 16);
  for (let index = 0; index < count; index++) {
    if (bytes.readUInt32LE(at) !== ENTRY) throw new ZipError('unreadable');
    const isLocked = (bytes.readUInt16LE(at + 8) & 1) === 1;
    if (isLocked) throw new ZipError('unreadable');
    const nameLength = bytes.readUInt16LE(at + 28);
    entries.push({
      name: bytes.toString('utf8', at + 46, at + 46 + nameLength),
      method: bytes.readUInt16LE(at + 10),
      packed: bytes.readUInt32LE(at + 20),
      offset: bytes.readUInt32LE(at + 42),
    });
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return entries;
}

function unpack(bytes: Buffer, { method, packed, offset }: Entry, most: number): Buffer {
  if (bytes.readUInt32LE(offset) !== LOCAL) throw new ZipError('unreadable');
  const from = offset + 30 + bytes.readUInt16LE(offset + 26) + bytes.readUInt16LE(offset + 28);
  const data = bytes.subarray(from, from + packed);
  if (method === 0) return data;
  if (method !== 8) throw new ZipError('unreadable');
  try {
    return inflateRawSync(data, { maxOutputLength: Math.max(1, most) });
  } catch (error) {
    const isLarge =
      error instanceof RangeError ||
      (error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE');
    throw new ZipError(isLarge ? 'too-large' : 'unreadable', error);
  }
}
