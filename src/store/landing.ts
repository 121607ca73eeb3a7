import { createHash } from 'node:crypto';
import { closeSync, openSync, readdirSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** A file that came whole and lies beside the database until it is taken in. */
export interface LandedFile {
  path: string;
  size: number;
  sha256: string;
  read(): Buffer;
}

/** A file on its way in, piece by piece. */
export interface Landing {
  write(piece: Uint8Array): void;
  /** Nothing more comes. */
  land(): LandedFile;
  /** Removes it, whatever there is of it. Any number of times. */
  remove(): void;
}

/**
 * Where files from the upload page lie while they come in: beside the database, for its owner alone, so that they cost no
 * memory. They are hashed on the way. What a dead process left is removed by `clean`.
 */
export function createLandingPlace(databasePath: string) {
  const prefix = `${basename(databasePath)}.upload-`;
  const folder = dirname(databasePath);
  let count = 0;
  return {
    clean(): void {
      for (const name of readdirSync(folder)) if (name.startsWith(prefix)) rmSync(join(folder, name), { force: true });
    },
    open(): Landing {
      count += 1;
      const path = join(folder, `${prefix}${count}`);
      const file = openSync(path, 'wx', 0o600);
      const hash = createHash('sha256');
      let size = 0;
      let isOpen = true;
      const close = (): void => {
        if (isOpen) closeSync(file);
        isOpen = false;
      };
      return {
        write(piece) {
          for (let at = 0; at < piece.length; ) at += writeSync(file, piece, at);
          hash.update(piece);
          size += piece.length;
        },
        land() {
          close();
          return { path, size, sha256: hash.digest('hex'), read: () => readFileSync(path) };
        },
        remove() {
          close();
          rmSync(path, { force: true });
        },
      };
    },
  };
}

export type LandingPlace = ReturnType<typeof createLandingPlace>;
