import type { Random } from '../../src/actions/desk.ts';

/** Chance that is the same in every run with the same seed. */
export interface Dice extends Random {
  /** True with that probability. */
  chance(probability: number): boolean;
  /** A whole number from `from` to `to`, both included. */
  between(from: number, to: number): number;
  pick<T>(list: readonly T[]): T;
  /** A stretch with that mean, exponentially spread. */
  spread(mean: number): number;
  /** Other dice for one purpose: throwing them more often does not change anybody else's luck. */
  fork(purpose: string): Dice;
}

/** sfc32, seeded by words. */
export function createDice(seed: string): Dice {
  let [a, b, c, d] = seedWords(seed);
  const next = (): number => {
    const t = (((a + b) | 0) + d) | 0;
    d = (d + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (c << 21) | (c >>> 11);
    c = (c + t) | 0;
    return (t >>> 0) / 4_294_967_296;
  };
  for (let turn = 0; turn < 12; turn++) next();
  return {
    number: next,
    bytes: (count) => Buffer.from(Array.from({ length: count }, () => Math.floor(next() * 256))),
    chance: (probability) => next() < probability,
    between: (from, to) => from + Math.floor(next() * (to - from + 1)),
    pick(list) {
      const chosen = list[Math.floor(next() * list.length)];
      if (chosen === undefined) throw new Error('nothing to pick from');
      return chosen;
    },
    spread: (mean) => -Math.log(1 - next()) * mean,
    fork: (purpose) => createDice(`${seed}/${purpose}`),
  };
}

/** Four words out of a text (xmur3). */
function seedWords(text: string): [number, number, number, number] {
  let hash = 1_779_033_703 ^ text.length;
  for (let at = 0; at < text.length; at++) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 3_432_918_353);
    hash = (hash << 13) | (hash >>> 19);
  }
  const word = (): number => {
    hash = Math.imul(hash ^ (hash >>> 16), 2_246_822_507);
    hash = Math.imul(hash ^ (hash >>> 13), 3_266_489_909);
    hash ^= hash >>> 16;
    return hash | 0;
  };
  return [word(), word(), word(), word()];
}
