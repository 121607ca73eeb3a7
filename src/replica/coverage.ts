/** Where litestream's own log of the database ends. */
export interface LogEnd {
  generation: string;
  /** The number of its newest file, and how long that is. */
  index: number;
  size: number;
}

/** What one look at litestream showed. The log is looked at before the figures are read. */
export interface Sight {
  /** The machine's clock before the look. */
  wire: number;
  log: LogEnd | null;
  /** How often it took over what was written to the database, and how often it failed to. */
  syncs: number;
  errors: number;
  /** How far the replica is; null: nothing was uploaded yet. */
  replica: { index: number; offset: number } | null;
}

interface Mark {
  wire: number;
  /** The count of syncs with which one that began after the mark is over. */
  afterSyncs: number;
  errors: number;
  /** What the replica must have; null: it is not known yet. */
  target: LogEnd | null;
  /** When the replica was first seen to have it. */
  thereAt: number | null;
}

/**
 * Up to which moment everything that was committed is at the replica. A sync of litestream that began after a commit has it in its log; once
 * the replica is as far as that log was then, it has it too. Only what was surely after counts: of two syncs that end after
 * a moment the second one began after it. `settleMs`: how long the replica must have had it, where what was uploaded last may be given up.
 */
export function createCoverage(settleMs = 0) {
  let marks: Mark[] = [];
  let coveredAt = Number.NEGATIVE_INFINITY;
  let before: Sight | null = null;
  /** Litestream's figure from before it began another generation; it stands until the next upload. */
  let stale: Sight['replica'] = null;

  function armAgain(mark: Mark, sight: Sight): Mark {
    return { ...mark, afterSyncs: sight.syncs + 2, errors: sight.errors, target: null, thereAt: null };
  }

  function isThere(target: LogEnd, { replica, log }: Sight): boolean {
    if (replica === null || log === null || isSame(replica, stale)) return false;
    const isOfThisLog = replica.index < log.index || (replica.index === log.index && replica.offset <= log.size + MORE);
    const isFarEnough =
      replica.index > target.index || (replica.index === target.index && replica.offset >= target.size);
    return isOfThisLog && isFarEnough;
  }

  return {
    saw(sight: Sight): void {
      const isAnotherLog = before?.log != null && before.log.generation !== sight.log?.generation;
      const isAnotherProcess = before !== null && sight.syncs < before.syncs;
      if (isAnotherLog) stale = sight.replica;
      else if (!isSame(sight.replica, stale)) stale = null;
      marks = marks.map((mark) =>
        isAnotherLog || isAnotherProcess || sight.errors > mark.errors ? armAgain(mark, sight) : mark,
      );
      // The count of a litestream that has ended says nothing about this one's.
      const counted = before === null || isAnotherProcess ? 0 : before.syncs;
      for (const mark of marks) if (mark.target === null && counted >= mark.afterSyncs) mark.target = sight.log;
      for (const mark of marks) {
        if (mark.target !== null && mark.thereAt === null && isThere(mark.target, sight)) mark.thereAt = sight.wire;
        if (mark.thereAt !== null && sight.wire - mark.thereAt >= settleMs) coveredAt = Math.max(coveredAt, mark.wire);
      }
      marks = marks.filter(({ wire }) => wire > coveredAt);
      if (marks.length < MOST_MARKS)
        marks.push({
          wire: sight.wire,
          afterSyncs: sight.syncs + 2,
          errors: sight.errors,
          target: null,
          thereAt: null,
        });
      before = sight;
    },
    coveredAt: (): number => coveredAt,
  };
}

/** While the replica stands still the oldest moments matter: they come first when it goes on. */
const MOST_MARKS = 400;
/** What may have been written to the log between the two looks. */
const MORE = 16 * 1024 * 1024;

function isSame(a: Sight['replica'], b: Sight['replica']): boolean {
  return a !== null && b !== null && a.index === b.index && a.offset === b.offset;
}
