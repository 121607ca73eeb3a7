export interface Slots {
  /** Does it as soon as there is room, in the order in which it was asked for. */
  run<T>(work: () => Promise<T>): Promise<T>;
}

/** Lets so many things be done at once; the others wait their turn. */
export function createSlots(atOnce: number): Slots {
  const waiting: (() => void)[] = [];
  let busy = 0;
  return {
    async run(work) {
      if (busy >= atOnce) await new Promise<void>((resolve) => waiting.push(resolve));
      else busy += 1;
      try {
        return await work();
      } finally {
        const next = waiting.shift();
        if (next === undefined) busy -= 1;
        else next();
      }
    },
  };
}
