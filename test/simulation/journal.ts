const REMEMBERED = 40;

/** An invariant was broken. */
export interface Breach {
  invariant: string;
  said: string;
  at: number;
  step: number;
  /** The last things that happened before it, oldest first. */
  trail: readonly string[];
}

export interface Journal {
  note(words: string): void;
  count(what: string, by?: number): void;
  /** Writes down how long something took or how late it was. */
  measure(what: string, value: number): void;
  breach(invariant: string, said: string): void;
  counts(): ReadonlyMap<string, number>;
  measures(): ReadonlyMap<string, readonly number[]>;
  breaches(): readonly Breach[];
}

/** What happened, in words and figures. Only the last words are kept. */
export function createJournal(now: () => number, step: () => number): Journal {
  const trail: { at: number; words: string }[] = [];
  const counts = new Map<string, number>();
  const measures = new Map<string, number[]>();
  const breaches: Breach[] = [];
  return {
    note(words) {
      trail.push({ at: now(), words });
      if (trail.length > 4 * REMEMBERED) trail.splice(0, trail.length - REMEMBERED);
    },
    count(what, by = 1) {
      counts.set(what, (counts.get(what) ?? 0) + by);
    },
    measure(what, value) {
      const known = measures.get(what);
      if (known === undefined) measures.set(what, [value]);
      else known.push(value);
    },
    breach(invariant, said) {
      if (breaches.length >= 50) return;
      const last = trail.slice(-REMEMBERED).map(({ at, words }) => `${inWords(at)} ${words}`);
      breaches.push({ invariant, said, at: now(), step: step(), trail: last });
    },
    counts: () => counts,
    measures: () => measures,
    breaches: () => breaches,
  };
}

/** A moment as people in the plan's zone (seven hours ahead of UTC, no summer time) read it. */
export function inWords(instant: number): string {
  return new Date(instant + 7 * 3600_000).toISOString().slice(0, 23).replace('T', ' ');
}
