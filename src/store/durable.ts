import { closeSync, fsyncSync, openSync, renameSync } from 'node:fs';
import { dirname } from 'node:path';

/** Waits until the disk has the file. Not for a database that is open here: closing would let go of its locks. */
export function syncFile(path: string): void {
  sync(path, 'r+');
}

/** Waits until the disk has the names in the folder. */
export function syncFolder(path: string): void {
  // Windows has no such thing; its names are written with the file.
  if (process.platform !== 'win32') sync(path, 'r');
}

/** Gives a finished file its name, which others may be using: after a power cut the name leads to the old one or to this one, whole. */
export function putInPlace(from: string, to: string): void {
  syncFile(from);
  renameSync(from, to);
  syncFolder(dirname(to));
}

function sync(path: string, flags: string): void {
  const file = openSync(path, flags);
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}
