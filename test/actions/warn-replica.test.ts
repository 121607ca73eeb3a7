import { describe, expect, it } from 'vitest';
import { warnReplica } from '../../src/actions/warn-replica.ts';
import { DRILLED_AT, drillReplicaJob } from '../../src/scheduler/jobs/drill-replica.ts';
import { at, createBench } from '../support/bot-bench.ts';

const MINUTE = 60_000;

describe('a replica that is behind', () => {
  it('is told to the coordinators once, in sending hours, and once when it is over', async () => {
    const bench = createBench({ start: '2026-11-10 05:00' });
    const mai = bench.join('coordinator');
    const an = bench.join('liaison', 'HBG');
    const look = async (lagMs: number) => {
      warnReplica(bench.bot().desk, lagMs, bench.clock.now());
      bench.bot().dispatcher.wake();
      await bench.clock.advance(3000);
      return bench.texts(mai).filter((text) => text.includes('Bản sao dữ liệu'));
    };
    expect(await look(2 * MINUTE)).toEqual([]);
    await bench.clock.sleepTo(at('2026-11-10 09:00'));
    expect(await look(30_000)).toEqual([]);
    expect(await look(3 * MINUTE)).toEqual([expect.stringMatching(/chậm hơn 3 phút/u)]);
    expect(await look(9 * MINUTE)).toHaveLength(1);
    // Nearly there is not there.
    expect(await look(40_000)).toHaveLength(1);
    expect(await look(2000)).toEqual([expect.anything(), expect.stringMatching(/đầy đủ trở lại/u)]);
    expect(await look(2000)).toHaveLength(2);
    expect(bench.texts(an)).toEqual([]);
  });
});

describe('the weekly drill', () => {
  const start = at('2026-11-10 09:00');

  function scene(results: ('ok' | 'empty' | 'broken')[]) {
    const { store } = createBench({ start: '2026-11-10 09:00' });
    const errors: string[] = [];
    const log = { debug() {}, info() {}, warn() {}, error: (_: object, message: string) => void errors.push(message) };
    let drills = 0;
    const job = drillReplicaJob(store, log, async () => {
      const result = results[drills++];
      if (result === 'broken') throw new Error('damaged');
      return result === 'empty' ? null : {};
    });
    const run = async (days: number) => {
      await job.run(start + days * 24 * 60 * MINUTE);
      await new Promise((resolve) => setImmediate(resolve));
      return { drills, errors: [...errors], drilledAt: store.facts.get(DRILLED_AT) };
    };
    return run;
  }

  it('comes once a week', async () => {
    const run = scene(['ok', 'ok']);
    expect(await run(0)).toEqual({ drills: 1, errors: [], drilledAt: String(start) });
    expect(await run(6)).toMatchObject({ drills: 1 });
    expect(await run(7)).toMatchObject({ drills: 2 });
  });

  it('that finds nothing at the very first start is no error, and comes again in an hour', async () => {
    const run = scene(['empty', 'empty', 'ok']);
    expect(await run(0)).toEqual({ drills: 1, errors: [], drilledAt: null });
    expect(await run(0.9 / 24)).toMatchObject({ drills: 1 });
    expect(await run(1.1 / 24)).toMatchObject({ drills: 2, errors: [expect.stringContaining('nothing')] });
  });

  it('that fails, or finds nothing, is an error in the log and tried again the next day', async () => {
    const run = scene(['broken', 'empty', 'ok']);
    expect(await run(0)).toMatchObject({ drills: 1, errors: ['replica drill failed'], drilledAt: null });
    expect(await run(0.5)).toMatchObject({ drills: 1 });
    expect(await run(1)).toMatchObject({ drills: 2, errors: [expect.anything(), expect.stringContaining('nothing')] });
    expect(await run(2)).toMatchObject({ drills: 3, drilledAt: String(start + 2 * 24 * 60 * MINUTE) });
  });
});
