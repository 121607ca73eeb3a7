/** While nothing was uploaded yet the whole database goes, which may take long. Then pieces go, each a few megabytes at most. */
const LONGEST_MS = { first: 3_600_000, later: 300_000 } as const;

/**
 * Notices when a copy that is not whole does not get on. Litestream 0.3.13 stands still for good, without a word, where an upload
 * fails before its first byte was taken (`Replica.syncWAL` writes into a pipe that nobody reads any more): a place that was away for
 * some seconds is enough. Each time it is given twice as long, for a slow line. `wire` in ms.
 */
export function createStandstill(wire: () => number, firstMs: number) {
  let movedAt = wire();
  let reached = '';
  let isFirst = true;
  let patience = firstMs;
  return {
    /** Where the replica is now, in any form, null: nothing was uploaded; whole: nothing is missing there. */
    saw(position: unknown, isWhole: boolean): void {
      const now = JSON.stringify(position);
      isFirst = position === null;
      if (isWhole) patience = firstMs;
      if (isWhole || now !== reached) movedAt = wire();
      reached = now;
    },
    /** For how long it has stood still, once that is too long; null: it has not. Asked again it begins anew. */
    over(): number | null {
      const stood = wire() - movedAt;
      if (stood <= Math.min(patience, LONGEST_MS[isFirst ? 'first' : 'later'])) return null;
      movedAt = wire();
      patience = Math.min(patience * 2, LONGEST_MS.first);
      return stood;
    },
  };
}
