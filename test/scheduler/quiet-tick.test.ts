import { expect, it, vi } from 'vitest';
import { createBench } from '../support/bot-bench.ts';

it('where nothing is due the jobs open no transaction: there are three beats a minute, every day of the year', async () => {
  const bench = createBench({ start: '2026-11-10 09:00' });
  for (const role of ['liaison', 'leader', 'staff'] as const) bench.join(role, 'HBG');
  bench.join('coordinator');
  await bench.tick();
  await bench.clock.advance(60_000);
  const transact = vi.spyOn(bench.store, 'transact');
  await bench.tick();
  expect(transact.mock.calls).toEqual([]);
});
