import { readFileSync, writeFileSync } from 'node:fs';
import { realPathOf } from './place.ts';

/** How often the bot leaves a sign that it lives, at most. */
const BEAT_MS = 60_000;

/**
 * When the bot last lived, in a small file beside the database: not in it, because that would be a write to the disk each minute of
 * the year. After a power cut the file may be a little old, or empty: then nothing is known.
 */
export function createSignOfLife(databasePath: string) {
  const file = databasePath === ':memory:' ? null : `${realPathOf(databasePath)}.alive`;
  let last = file === null ? null : read(file);
  let written: number | null = null;
  return {
    /** Leaves a sign. Returns the one before, of this process or the last one; null: none is known, or a clock was put back. */
    beat(now: number): number | null {
      const before = last !== null && last <= now ? last : null;
      last = now;
      if (file !== null && (written === null || Math.abs(now - written) >= BEAT_MS)) {
        written = now;
        write(file, now);
      }
      return before;
    },
  };
}

function read(file: string): number | null {
  try {
    return Number(readFileSync(file, 'utf8').trim()) || null;
  } catch {
    return null;
  }
}

/** A disk that takes nothing is found out elsewhere. */
function write(file: string, now: number): void {
  try {
    writeFileSync(file, `${now}\n`, { mode: 0o600 });
  } catch {
    // See above.
  }
}

export type SignOfLife = ReturnType<typeof createSignOfLife>;
