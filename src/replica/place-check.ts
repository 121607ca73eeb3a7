import { resolve } from 'node:path';
import type { Clock } from '../clock.ts';
import type { Log } from '../log.ts';
import { configFor, lastLine, ReplicaError, type ReplicaOf, runToEnd, writeSettings } from './litestream.ts';

const ASK_MS = 120_000;

/** A piece of litestream's log, at most one a second. */
interface Piece {
  generation: string;
  index: number;
  offset: number;
}

type PlaceCheck = ReturnType<typeof createPlaceCheck>;

/**
 * Whether the replica still has what litestream said that it uploaded: it keeps in mind how far it came and does not look again. Feed
 * it every line that litestream says.
 */
export function createPlaceCheck(at: ReplicaOf) {
  let pieces: Piece[] = [];
  return {
    heard(line: string): void {
      const [, generation = '', index = '', offset = ''] =
        /msg="wal segment written" .*position=([0-9a-f]{16})\/([0-9a-f]{8}):(\d+)/u.exec(line) ?? [];
      if (generation === '') return;
      pieces = pieces.filter((piece) => piece.generation === generation);
      pieces.push({ generation, index: Number.parseInt(index, 16), offset: Number(offset) });
    },
    /** Throws ReplicaError where it cannot be asked. What was found is not asked for again, but for the last of it. */
    async isMissing(): Promise<boolean> {
      const asked = [...pieces];
      const generation = asked[0]?.generation;
      if (generation === undefined) return false;
      // The log first: a snapshot that is made meanwhile lets go of what was before it.
      const log = new Set((await list(at, 'wal', generation)).map(([index, offset]) => `${index}:${offset}`));
      const snapshots = (await list(at, 'snapshots', generation)).map(([index]) => Number(index));
      const begins = Math.max(...snapshots);
      const isThere = ({ index, offset }: Piece) => index < begins || log.has(`${index}:${offset}`);
      if (snapshots.length === 0 || !asked.every(isThere)) return true;
      pieces = pieces.filter((piece) => !asked.slice(0, -1).includes(piece));
      return false;
    },
  };
}

interface WatchParts {
  check: Pick<PlaceCheck, 'isMissing'>;
  clock: Pick<Clock, 'wire'>;
  log: Log;
  /** What was uploaded is gone; since when that may be (wire time): when it was last seen whole. */
  onGone(since: number): Promise<void>;
}

/**
 * A disk that was not mounted for a while, a folder that was emptied: litestream goes on without a word, and nothing after it can be
 * restored. Asked twice before it is believed.
 */
export function createPlaceWatch({ check, clock, log, onGone }: WatchParts) {
  /** When the place was last seen to have what it was given, and when that was last asked. */
  let soundAt = clock.wire();
  let askedAt = soundAt;
  let isAsking = false;
  return {
    askedAt: () => askedAt,
    /** One question at a time; never throws. */
    async ask(): Promise<void> {
      if (isAsking) return;
      isAsking = true;
      const begun = clock.wire();
      try {
        if (!(await check.isMissing()) || !(await check.isMissing())) soundAt = begun;
        else await onGone(soundAt);
      } catch (error) {
        log.debug({ err: error }, 'replica: cannot be asked what it has');
      } finally {
        isAsking = false;
        askedAt = clock.wire();
      }
    },
  };
}

/** The figures of each file, in litestream's order: index and offset, or index and size. */
async function list(
  { program, database, replica }: ReplicaOf,
  what: 'wal' | 'snapshots',
  generation: string,
): Promise<string[][]> {
  const settings = writeSettings(configFor(database, replica, null));
  try {
    const { code, said } = await runToEnd(program, [what, '-config', settings.file, resolve(database)], ASK_MS);
    if (code !== 0) throw new ReplicaError('failed', lastLine(said));
    return [...said.matchAll(/^\S+ +([0-9a-f]{16}) +(\d+) +(\d+) /gmu)]
      .filter(([, of]) => of === generation)
      .map(([, , ...figures]) => figures);
  } finally {
    settings.remove();
  }
}
