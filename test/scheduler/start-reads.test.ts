import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, it, onTestFinished, vi } from 'vitest';
import { isApplied } from '../../src/actions/apply-plan.ts';
import { newUnit, planWith } from '../actions/plans.ts';
import { createBench } from '../support/bot-bench.ts';
import { makeFolder } from '../support/bot-process.ts';

/** Far more units than a start has to read of anything. */
const MANY = 300;
const FEW = 100;
const HOUR_MS = 3_600_000;

/** What is read from here on: every statement with the most rows that it gave at once. */
function watchReads(): Map<string, number> {
  const most = new Map<string, number>();
  const { prepare } = Database.prototype;
  const spy = vi.spyOn(Database.prototype, 'prepare').mockImplementation(function (
    this: Database.Database,
    sql: string,
  ) {
    const statement = prepare.call(this, sql);
    const all = statement.all.bind(statement) as (...values: unknown[]) => unknown[];
    statement.all = (...values: unknown[]) => {
      const rows = all(...values);
      most.set(sql, Math.max(rows.length, most.get(sql) ?? 0));
      return rows;
    };
    return statement;
  } as typeof prepare);
  onTestFinished(() => spy.mockRestore());
  return most;
}

it('neither a start nor the ticks of a day on which nothing is due read every unit, person or task', async () => {
  const folder = makeFolder();
  onTestFinished(folder.remove);
  const path = join(folder.path, 'bot.sqlite');
  const codes = Array.from({ length: MANY }, (_, i) => `X${i}`);
  const plan = planWith({ units: (units) => [...units, ...codes.map((code) => newUnit(code))] });
  const before = createBench({ path, plan, start: '2026-11-02 09:00' });
  for (const code of codes) before.join('liaison', code);
  await before.tick();
  expect(before.store.tasks.ofRound('thang', '2026-11').length).toBeGreaterThan(MANY);

  // A Saturday: the coordinators' digest, which is of whole rounds, is for working days.
  const reads = watchReads();
  const bench = createBench({ path, plan: null, start: '2026-11-07 07:30' });
  const long = (): [string, number][] => [...reads].filter(([, rows]) => rows > FEW);
  expect(isApplied(bench.store, plan)).toBe(true);
  // The bot was off for hours, as it is before every start.
  bench.deafen('telegram', bench.clock.now() - 8 * HOUR_MS, bench.clock.now());
  for (let hour = 0; hour < 3; hour += 1) {
    await bench.tick();
    await bench.clock.advance(HOUR_MS);
  }
  expect(reads.size).toBeGreaterThan(10);
  expect(long()).toEqual([]);

  await bench.sleepTo('2026-11-09 08:30');
  reads.clear();
  for (let hour = 0; hour < 3; hour += 1) {
    await bench.clock.advance(HOUR_MS);
    await bench.tick();
  }
  expect(long()).toEqual([]);
});
