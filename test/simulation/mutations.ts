import type { Store } from '../../src/store/store.ts';

/** One mechanism broken on purpose, from outside. */
export interface Mutation {
  name: string;
  /** The words of the mechanism that is broken. */
  breaks: string;
  acknowledgesEarly?: boolean;
  mutate?(store: Store, now: () => number): Store;
}
