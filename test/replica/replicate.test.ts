import { readdirSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, it, onTestFinished, vi } from 'vitest';
import { ageKeyOf } from '../../src/age-key.ts';
import { newestLog } from '../../src/replica/figures.ts';
import { findLitestream, ReplicaError, restoreInto } from '../../src/replica/litestream.ts';
import { createReplicator } from '../../src/replica/replicate.ts';
import { hasLitestream, place } from '../support/replica-place.ts';

it.skipIf(!hasLitestream)(
  'a copy that goes along is seen whole, after many checkpoints too, and one that cannot is not',
  async () => {
    const { folder, db, write, parts } = place();
    const replicator = createReplicator({ ...parts, checkpointEvery: '1s' });
    await replicator.start();
    try {
      for (let count = 0; count < 40; count++) {
        write();
        await new Promise((resolve) => setTimeout(resolve, 200));
      }
      await vi.waitFor(() => expect(replicator.lagMs()).toBeLessThan(3000), { timeout: 30_000 });

      // The disk of the copy is gone: what is written now is nowhere else.
      // Litestream may be making it anew at that very moment.
      await vi.waitFor(() => {
        rmSync(join(folder, 'copy'), { recursive: true, force: true });
        writeFileSync(join(folder, 'copy'), 'no folder');
      });
      write();
      await vi.waitFor(
        () => {
          write();
          expect(replicator.lagMs()).toBeGreaterThan(8000);
        },
        { timeout: 120_000, interval: 1000 },
      );
    } finally {
      await replicator.stop();
      db.close();
    }
  },
);

it.skipIf(!hasLitestream)('a place that was away for a while gets everything again once it is back', async () => {
  const { folder, db, write, parts } = place();
  const replicator = createReplicator({ ...parts, stuckMs: 4000 });
  await replicator.start();
  const copy = join(folder, 'copy');
  try {
    write();
    await vi.waitFor(() => expect(replicator.coveredAt()).toBeGreaterThan(0), { timeout: 30_000 });
    await vi.waitFor(() => renameSync(copy, `${copy}-away`));
    symlinkSync('/proc/1/nothing', copy);
    await vi.waitFor(
      () => {
        write();
        expect(replicator.lagMs()).toBeGreaterThan(12_000);
      },
      { timeout: 60_000, interval: 1000 },
    );
    rmSync(copy);
    renameSync(`${copy}-away`, copy);
    await vi.waitFor(
      () => {
        write();
        expect(replicator.lagMs()).toBeLessThan(4000);
      },
      { timeout: 60_000, interval: 2500 },
    );
  } finally {
    await replicator.stop();
    db.close();
  }
});

/** Before and after, the folder of the copy is another one than in between: a disk that was not mounted; or it is emptied. */
const SWAPS: Readonly<Record<string, (copy: string, write: () => void) => Promise<void>>> = {
  emptied: async (copy) => rmSync(copy, { recursive: true }),
  'another one for a while': async (copy, write) => {
    renameSync(copy, `${copy}-away`);
    for (let count = 0; count < 3; count += 1) {
      write();
      await new Promise((resolve) => setTimeout(resolve, 1100));
    }
    rmSync(copy, { recursive: true, force: true });
    renameSync(`${copy}-away`, copy);
  },
};

it.skipIf(!hasLitestream).each(Object.entries(SWAPS))(
  'a place that was %s: a copy that could not be restored is noticed, and begun anew',
  async (_name, swap) => {
    const { folder, db, write, parts } = place();
    const errors: string[] = [];
    const log = { ...parts.log, error: (_fields: object, text: string) => void errors.push(text) };
    // Litestream counts the files of its log in other figures than it lists them: more than ten of them.
    const replicator = createReplicator({ ...parts, log, checkMs: 1500, checkpointEvery: '300ms' });
    await replicator.start();
    const rowsThere = async (): Promise<unknown> => {
      const to = join(folder, `back-${Math.random()}`);
      await restoreInto(parts, to, { generation: null, upTo: null });
      const back = new Database(to, { readonly: true });
      try {
        return back.prepare('SELECT count(*) FROM t').pluck().get();
      } finally {
        back.close();
      }
    };
    try {
      await vi.waitFor(
        () => {
          write();
          expect(newestLog(parts.database)?.index).toBeGreaterThan(11);
        },
        { timeout: 60_000, interval: 500 },
      );
      await vi.waitFor(() => expect(replicator.lagMs()).toBeLessThan(3000), { timeout: 30_000 });
      expect(errors).toEqual([]);
      await vi.waitFor(() => swap(join(folder, 'copy'), write), { timeout: 30_000 });
      write();
      await vi.waitFor(() => expect(errors.join()).toContain('what was uploaded is not there any more'), 60_000);
      write();
      const rows = db.prepare('SELECT count(*) FROM t').pluck().get();
      await vi.waitFor(async () => expect(await rowsThere()).toBe(rows), { timeout: 60_000, interval: 1000 });
    } finally {
      await replicator.stop();
      db.close();
    }
  },
);

const KEY = ageKeyOf(Buffer.alloc(32, 7));
const SECRET_TEXT = 'Noi-dung-bao-cao-cua-huyen';

/** All bytes of the copy. */
function bytesIn(folder: string): Buffer {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((one) => one.isFile());
  return Buffer.concat(files.map((one) => readFileSync(join(one.parentPath, one.name))));
}

it.skipIf(!hasLitestream)(
  'a copy with a key opens with that key alone, and nothing that was written can be read in it',
  async () => {
    const { folder, db, parts } = place();
    db.prepare('INSERT INTO t VALUES (?)').run(SECRET_TEXT);
    const copy = join(folder, 'copy');
    const goAlong = async (ageKey: string | null): Promise<void> => {
      const replicator = createReplicator({ ...parts, replica: { ...parts.replica, ageKey } });
      await replicator.start();
      try {
        db.prepare('INSERT INTO t VALUES (?)').run(`${SECRET_TEXT} ${ageKey === null ? 'mở' : 'kín'}`);
        await vi.waitFor(() => expect(replicator.coveredAt()).toBeGreaterThan(0), { timeout: 60_000 });
      } finally {
        await replicator.stop();
      }
    };
    let backs = 0;
    const rowsBy = async (ageKey: string | null): Promise<number> => {
      const to = join(folder, `back-${backs++}`);
      await restoreInto({ ...parts, replica: { ...parts.replica, ageKey } }, to, { generation: null, upTo: null });
      const back = new Database(to, { readonly: true });
      onTestFinished(() => void back.close());
      return back.prepare('SELECT count(*) FROM t').pluck().get() as number;
    };
    await goAlong(KEY);
    expect(bytesIn(copy).includes(SECRET_TEXT)).toBe(false);
    expect(bytesIn(copy).includes('age-encryption.org/v1')).toBe(true);
    expect(await rowsBy(KEY)).toBe(2);
    await expect(rowsBy(ageKeyOf(Buffer.alloc(32, 8)))).rejects.toMatchObject({ fault: 'no-copy' });
    // The control: without a key it can be read, and what is in the clear stands apart from what is not.
    await goAlong(null);
    expect(bytesIn(copy).includes(SECRET_TEXT)).toBe(true);
    expect(await rowsBy(null)).toBe(3);
    expect(await rowsBy(KEY)).toBe(2);
    db.close();
  },
);

it('where there is no litestream, that is said', () => {
  const isBrought = process.platform === 'linux' && process.arch === 'x64';
  if (isBrought) expect(findLitestream('')).toMatch(/litestream-linux-x64/);
  else expect(() => findLitestream('')).toThrow(ReplicaError);
});
