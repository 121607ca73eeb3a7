import type { ReplicaOf, UploadedFile, Wanted } from './litestream.ts';
import { dropCopy, listFiles, ReplicaError, restoreInto } from './litestream.ts';

/** So many seconds of uploads are stepped past in one generation. */
const STEPS = 4;

/**
 * Fetches the newest state of the database, or of one generation, into a file of its own. A machine that dies in the middle of an
 * upload leaves a torn file where the store takes bytes as they come (sftp): what was uploaded last is then left out, second
 * by second, and a generation whose beginning is torn gives way to the one before; false: that was done. Throws ReplicaError `no-copy` where there is
 * none, `failed` with what litestream said.
 */
export async function fetchCopy(at: ReplicaOf, to: string, generation: string | null = null): Promise<boolean> {
  const newest: Wanted = { generation, upTo: null };
  if ((await findTorn(at, to, newest)) === null) return true;
  // A line that broke looks alike, and is no reason to go back in time: twice in a row it is the file.
  const torn = await findTorn(at, to, newest);
  if (torn === null) return true;
  const files = await listFiles(at);
  for (const wanted of statesBefore(files.filter((file) => generation === null || file.generation === generation)))
    if ((await findTorn(at, to, wanted, true)) === null) return false;
  throw torn;
}

/** Null: the copy is there. Else a torn file is in the way; `mayBeNothing`: or nothing is that old. Throws every other ReplicaError. */
async function findTorn(at: ReplicaOf, to: string, wanted: Wanted, mayBeNothing = false): Promise<ReplicaError | null> {
  try {
    await restoreInto(at, to, wanted);
    return null;
  } catch (error) {
    dropCopy(to);
    if (!(error instanceof ReplicaError)) throw error;
    // Of several files fetched at once the first bad one ends the others, and litestream may name that instead: "context canceled".
    const isTorn = /(?:EOF|lz4: .*|context canceled)"?$/u.test(error.detail);
    const isNothing = mayBeNothing && /no (?:matching backups|snapshots)/u.test(error.detail);
    if (isTorn || isNothing) return error;
    throw error;
  }
}

/** States to fall back to, the newest first: each generation without the last second of its uploads, the last but one, and so on. */
export function statesBefore(files: readonly UploadedFile[]): Wanted[] {
  const times = new Map<string, Set<number>>();
  for (const { generation, at } of files) times.set(generation, (times.get(generation) ?? new Set()).add(at.getTime()));
  const generations = [...times].map(([generation, seconds]) => ({
    generation,
    seconds: [...seconds].sort((a, b) => b - a).slice(0, STEPS),
  }));
  generations.sort((a, b) => (b.seconds[0] ?? 0) - (a.seconds[0] ?? 0));
  return generations.flatMap(({ generation, seconds }, index) => [
    ...(index === 0 ? [] : [{ generation, upTo: null }]),
    ...seconds.map((second) => ({ generation, upTo: new Date(second - 1) })),
  ]);
}
