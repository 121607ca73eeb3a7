import { expect, it, onTestFinished } from 'vitest';
import type { BusyLane } from '../../src/delivery/lane.ts';
import { createOutcomeQueue } from '../../src/delivery/outcome-queue.ts';
import { createLog } from '../../src/log.ts';
import { openStore } from '../../src/store/store.ts';
import type { TransactionKind } from '../../src/store/transact.ts';
import { createHandClock } from '../support/hand-clock.ts';

/** The queue looks at no lane; it only says whose outcomes were written. */
const LANE = {} as BusyLane;

function scene() {
  const committed: TransactionKind[] = [];
  const store = openStore(':memory:', {
    onCommit: (moment, kind) => void (moment === 'after' && committed.push(kind)),
  });
  onTestFinished(() => store.close());
  const clock = createHandClock(0);
  const queue = createOutcomeQueue({ store, clock, log: createLog('silent', []), onWritten: () => {} });
  const note = (name: string) => (): void => store.facts.set(name, 'written');
  committed.length = 0;
  return { committed, clock, queue, note, store };
}

it('outcomes that come in together wait for the disk where one of them has to', async () => {
  const { committed, clock, queue, note } = scene();
  queue.conclude(LANE, note('a'), 'unrepeated');
  queue.conclude(LANE, note('b'), 'unrepeated');
  await clock.settle();
  expect(committed).toEqual(['unrepeated']);
  queue.conclude(LANE, note('c'), 'unrepeated');
  queue.conclude(LANE, note('d'));
  await clock.settle();
  expect(committed).toEqual(['unrepeated', 'deed']);
});
