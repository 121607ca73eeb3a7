import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createDesk } from '../../src/actions/desk.ts';
import type { Clock } from '../../src/clock.ts';
import type { Log } from '../../src/log.ts';
import { systemRandom } from '../../src/random.ts';
import type { Job } from '../../src/scheduler/job.ts';
import { nightlyBackupJob } from '../../src/scheduler/jobs/nightly-backup.ts';
import { createScheduler } from '../../src/scheduler/scheduler.ts';
import { checkBackup } from '../../src/store/backup.ts';
import { restoreBackup } from '../../src/store/restore.ts';
import { openStore } from '../../src/store/store.ts';
import { vn } from '../domain/real-obligations.ts';

const ZONE = 'Asia/Ho_Chi_Minh';
const clock: Clock = { now: () => 7, wire: () => 7, after: () => () => {} };

function recorder(): Log & { errors: string[] } {
  const errors: string[] = [];
  return { errors, debug() {}, info() {}, warn() {}, error: (_fields, message) => void errors.push(message) };
}

function schedule(jobs: readonly Job[], log: Log) {
  return createScheduler({ jobs, clock, log, pattern: '0 0 1 1 1 *', onRan() {} });
}

describe('the scheduler', () => {
  it("runs every job in order with the clock's time, and goes on after one that fails", async () => {
    const ran: string[] = [];
    const log = recorder();
    const broken: Job = {
      name: 'broken',
      run: () => {
        throw new Error('no');
      },
    };
    const after: Job = {
      name: 'after',
      run(now) {
        ran.push(`after@${now}`);
        return {};
      },
    };
    const scheduler = schedule([broken, after], log);
    await scheduler.tick();
    expect(ran).toEqual(['after@7']);
    expect(log.errors).toHaveLength(1);
    expect(scheduler.states()).toMatchObject([
      { name: 'broken', failing: true },
      { name: 'after', failing: false },
    ]);
  });

  it('says that a job is well again after it ran', async () => {
    let fails = true;
    const scheduler = schedule(
      [
        {
          name: 'moody',
          run: () => {
            if (fails) throw new Error('no');
            return {};
          },
        },
      ],
      recorder(),
    );
    await scheduler.tick();
    fails = false;
    await scheduler.tick();
    expect(scheduler.states()[0]?.failing).toBe(false);
  });

  it('never runs a job twice at once', async () => {
    let open = 0;
    let most = 0;
    const slow: Job = {
      name: 'slow',
      async run() {
        open += 1;
        most = Math.max(most, open);
        await new Promise((resolve) => setImmediate(resolve));
        open -= 1;
        return {};
      },
    };
    const scheduler = schedule([slow], recorder());
    await Promise.all([scheduler.tick(), scheduler.tick(), scheduler.tick()]);
    expect(most).toBe(1);
  });
});

describe('the nightly backup', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'backup-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  function setUp(keepDays: number) {
    const store = openStore(join(folder, 'bot.sqlite'));
    const desk = createDesk({
      store,
      zone: ZONE,
      random: systemRandom,
      bots: [],
      publicUrl: null,
      titleOf: (name) => name,
    });
    const job = nightlyBackupJob(desk, { directory: join(folder, 'backup'), keepDays });
    return { store, job, files: () => readdirSync(join(folder, 'backup')).sort() };
  }

  it('makes one checked copy a night, and makes a missed night up during the day', async () => {
    const { store, job, files } = setUp(14);
    expect(await job.run(vn('2026-11-10 01:59'))).toEqual({});
    expect(await job.run(vn('2026-11-10 02:00'))).toMatchObject({ copies: 1 });
    expect(await job.run(vn('2026-11-10 09:00'))).toEqual({});
    expect(await job.run(vn('2026-11-12 15:00'))).toMatchObject({ copies: 1 });
    expect(files()).toEqual(['bot-2026-11-10.sqlite', 'bot-2026-11-12.sqlite']);
    checkBackup(join(folder, 'backup', 'bot-2026-11-12.sqlite'));
    store.close();
  });

  it('keeps as many days as wanted and nothing that is not its own', async () => {
    const { store, job, files } = setUp(3);
    await job.run(vn('2026-11-01 03:00'));
    writeFileSync(join(folder, 'backup', 'mine.sqlite'), 'x');
    await job.run(vn('2026-11-03 03:00'));
    expect(await job.run(vn('2026-11-06 03:00'))).toMatchObject({ dropped: 1 });
    expect(files()).toEqual(['bot-2026-11-03.sqlite', 'bot-2026-11-06.sqlite', 'mine.sqlite']);
    store.close();
  });

  it('can be restored, and the old file is kept', async () => {
    const { store, job } = setUp(14);
    store.facts.set('before', 'backup');
    await job.run(vn('2026-11-10 03:00'));
    store.facts.set('after', 'backup');
    store.close();
    const target = join(folder, 'bot.sqlite');
    const copy = join(folder, 'backup', 'bot-2026-11-10.sqlite');
    const order = { from: copy, to: target, stamp: 'stamp', now: vn('2026-11-12 08:00'), plan: null };
    const { kept, upTo } = restoreBackup(order);
    expect(upTo).toBe(vn('2026-11-10 03:00'));
    expect(kept !== null && existsSync(kept)).toBe(true);
    const restored = openStore(target);
    expect([restored.facts.get('before'), restored.facts.get('after')]).toEqual(['backup', null]);
    restored.close();
    const old = openStore(kept ?? '');
    expect(old.facts.get('after')).toBe('backup');
    old.close();
  });

  it('refuses to restore what is no database, and touches nothing', () => {
    const target = join(folder, 'bot.sqlite');
    openStore(target).close();
    writeFileSync(join(folder, 'junk'), 'not a database at all, but long enough to look at');
    const restore = (name: string) =>
      restoreBackup({ from: join(folder, name), to: target, stamp: 'stamp', now: 0, plan: null });
    expect(() => restore('junk')).toThrow('foreign');
    expect(() => restore('nowhere')).toThrow('missing');
    openStore(target).close();
  });
});
