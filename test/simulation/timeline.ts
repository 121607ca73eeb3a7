/** More things than this in one millisecond are a loop. */
const MOST_AT_ONCE = 50_000;

/** Something that will happen. */
interface Coming {
  at: number;
  order: number;
  run: () => void;
  /** Promises of the bot may go on after it. */
  stirsBot: boolean;
  cancelled: boolean;
}

export interface Timeline {
  /** True time, in milliseconds since 1970: it only goes forward. */
  now(): number;
  /** Lets it happen then (at once when that is over); returns what calls it off. */
  at(instant: number, run: () => void, stirsBot?: boolean): () => void;
  /** Lives through everything up to then, in order. */
  runUntil(instant: number): Promise<void>;
  /** How many things have happened. */
  steps(): number;
}

/** The world's time: one thing after the other, equal moments in the order in which they were planned. */
export function createTimeline(start: number): Timeline {
  const heap: Coming[] = [];
  let now = start;
  let order = 0;
  let steps = 0;
  let sameAt = 0;
  let sameSteps = 0;

  return {
    now: () => now,
    at(instant, run, stirsBot = false) {
      const coming = { at: Math.max(now, Math.round(instant)), order, run, stirsBot, cancelled: false };
      order += 1;
      push(heap, coming);
      return () => {
        coming.cancelled = true;
      };
    },
    async runUntil(instant) {
      for (let next = heap[0]; next !== undefined && next.at <= instant; next = heap[0]) {
        pop(heap);
        if (next.cancelled) continue;
        now = next.at;
        steps += 1;
        if (now === sameAt) sameSteps += 1;
        else [sameAt, sameSteps] = [now, 0];
        if (sameSteps > MOST_AT_ONCE) throw new Error(`time stands still at ${new Date(now).toISOString()}`);
        next.run();
        // Everything the bot awaits is a promise: all of them have gone on when the loop comes round.
        if (next.stirsBot) await new Promise<void>((resolve) => setImmediate(resolve));
      }
      now = Math.max(now, instant);
    },
    steps: () => steps,
  };
}

function isBefore(a: Coming, b: Coming): boolean {
  return a.at < b.at || (a.at === b.at && a.order < b.order);
}

function push(heap: Coming[], coming: Coming): void {
  let at = heap.length;
  heap.push(coming);
  while (at > 0) {
    const above = (at - 1) >> 1;
    const parent = heap[above];
    if (parent === undefined || !isBefore(coming, parent)) break;
    heap[at] = parent;
    at = above;
  }
  heap[at] = coming;
}

function pop(heap: Coming[]): void {
  const last = heap.pop();
  if (last === undefined || heap.length === 0) return;
  let at = 0;
  for (;;) {
    const left = 2 * at + 1;
    const [a, b] = [heap[left], heap[left + 1]];
    if (a === undefined) break;
    const child = b !== undefined && isBefore(b, a) ? left + 1 : left;
    const smaller = heap[child];
    if (smaller === undefined || !isBefore(smaller, last)) break;
    heap[at] = smaller;
    at = child;
  }
  heap[at] = last;
}
