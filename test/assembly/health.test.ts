import { expect, it, onTestFinished } from 'vitest';
import { createHealth } from '../../src/assembly/health.ts';
import { openStore } from '../../src/store/store.ts';
import { createHandClock } from '../support/hand-clock.ts';

it('whoever asks how it is as often as they like has the disk written to now and then alone', async () => {
  let commits = 0;
  const store = openStore(':memory:', { onCommit: () => (commits += 1) });
  onTestFinished(() => store.close());
  const clock = createHandClock(0);
  const scheduler = { states: () => [], tick: async () => {}, start() {}, stop: async () => {} };
  const parts = { store, scheduler, clock, channels: [], nameOf: () => '', zone: 'Asia/Ho_Chi_Minh', lagMs: null };
  const healthz = createHealth(parts);
  for (let time = 0; time < 100; time += 1) expect(healthz().status).toBe('ok');
  expect(commits).toBe(2);
  await clock.advance(60_000);
  healthz();
  expect(commits).toBe(4);
});
