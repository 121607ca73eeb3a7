const LONGEST_MS = 3_600_000;

/**
 * Notices when a copy that is not whole does not get on. Litestream 0.3.13 may stand still for good once its place was away for some
 * seconds, without a word; a first copy takes long as well, so each time it is given twice as long. `wire` in ms.
 */
export function createStandstill(wire: () => number, firstMs: number) {
  let movedAt = wire();
  let reached = '';
  let patience = firstMs;
  return {
    /** Where the replica is now, in any form; whole: nothing is missing there. */
    saw(position: unknown, isWhole: boolean): void {
      const now = JSON.stringify(position);
      if (isWhole) patience = firstMs;
      if (isWhole || now !== reached) movedAt = wire();
      reached = now;
    },
    /** For how long it has stood still, once that is too long; null: it has not. Asked again it begins anew. */
    over(): number | null {
      const stood = wire() - movedAt;
      if (stood <= patience) return null;
      movedAt = wire();
      patience = Math.min(patience * 2, LONGEST_MS);
      return stood;
    },
  };
}
