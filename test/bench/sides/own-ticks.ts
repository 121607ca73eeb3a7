import Database from 'better-sqlite3';
import type { Clock } from '../../../src/clock.ts';
import { createScheduler } from '../../../src/scheduler/scheduler.ts';
import { openStore } from '../../../src/store/store.ts';
import { answerParent } from '../child.ts';
import { median } from '../figures.ts';
import { acceptingChannel, buildBot, QUIET } from '../scene.ts';
import type { TickRequest } from '../scheduler-tick.ts';

const HALF_HOUR_MS = 30 * 60_000;
const TICKS = 500;

/** Ticks of the scheduler over all the bot's jobs, half an hour before the first reminder of the round is due. */
answerParent<TickRequest>(async ({ path, due }) => {
  const store = openStore(path);
  const first = store.milestones.nextDueAfter(0);
  if (first === null) throw new Error('nothing is planned');
  let now = first - HALF_HOUR_MS;
  const clock: Clock = { now: () => now, wire: () => now, after: () => () => {} };
  const bot = buildBot(
    store,
    acceptingChannel('telegram', () => {}),
    clock,
  );
  const scheduler = createScheduler({ jobs: bot.jobs, clock, log: QUIET, pattern: '* * * * * *', onRan() {} });
  const tick = async (): Promise<number> => {
    const begun = process.hrtime.bigint();
    await scheduler.tick();
    return Number(process.hrtime.bigint() - begun) / 1000;
  };
  const measure = async (): Promise<number> => {
    // The first tick of a day opens rounds and forgets what is old.
    for (let i = 0; i < 100; i += 1) await tick();
    if (due === 0) {
      const took: number[] = [];
      for (let i = 0; i < TICKS; i += 1) took.push(await tick());
      return median(took);
    }
    if (due === 10) bringForward(path, now - 1000);
    else now = first;
    return await tick();
  };
  const us = await measure();
  if (scheduler.states().some((job) => job.failing)) throw new Error('a job failed');
  store.close();
  return { us };
});

/** Makes the first milestone of ten tasks due. */
function bringForward(path: string, at: number): void {
  const db = new Database(path);
  db.prepare(
    `UPDATE milestone SET due_at = ? WHERE (task, key) IN
       (SELECT task, key FROM milestone WHERE state = 'planned' ORDER BY due_at, task LIMIT 10)`,
  ).run(at);
  db.close();
}
