import { expect, it } from 'vitest';
import { type StanceFacts, stanceOf } from '../../src/domain/stance.ts';

const silent: StanceFacts = {
  hasMoreTime: false,
  promisedUntil: null,
  isHalfTyped: false,
  reach: 'reachable',
  isReminded: true,
};

it.each<[string, Partial<StanceFacts>, string]>([
  ['a reminder arrived and nothing came', {}, 'silent'],
  ['nothing was due to be said yet', { isReminded: false }, 'not-reminded'],
  ['nobody has joined', { reach: 'nobody', isReminded: false }, 'nobody'],
  ['their chats are blocked', { reach: 'blocked' }, 'unreached'],
  ['somebody is in the middle of it', { isHalfTyped: true }, 'half-typed'],
  ['half typed on an app that takes no messages any more', { isHalfTyped: true, reach: 'blocked' }, 'half-typed'],
  ['promised, and not over', { promisedUntil: 1001 }, 'promised'],
  ['promised on the phone by a unit that nobody has joined for', { promisedUntil: 1001, reach: 'nobody' }, 'promised'],
  ['promised and begun', { promisedUntil: 1001, isHalfTyped: true }, 'promised'],
  ['promised for this very moment: its time is up', { promisedUntil: 1000 }, 'lapsed'],
  ['promised, over, and begun meanwhile', { promisedUntil: 900, isHalfTyped: true }, 'half-typed'],
  ['promised on the phone, and over', { promisedUntil: 900, reach: 'nobody' }, 'lapsed'],
  ['given more time, whatever else is known', { hasMoreTime: true, promisedUntil: 900, reach: 'nobody' }, 'extended'],
])('%s', (_what, facts, stance) => {
  expect(stanceOf({ ...silent, ...facts }, 1000)).toBe(stance);
});
