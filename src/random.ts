import { randomBytes } from 'node:crypto';
import type { Random } from './actions/desk.ts';

/** Chance from the system; the simulation brings its own. */
export const systemRandom: Random = { number: () => Math.random(), bytes: (count) => randomBytes(count) };
