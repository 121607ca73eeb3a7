import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import Database from 'better-sqlite3';
import { expect, it, onTestFinished, vi } from 'vitest';
import { systemClock } from '../../src/clock.ts';
import { findLitestream, ReplicaError } from '../../src/replica/litestream.ts';
import { createReplicator } from '../../src/replica/replicate.ts';

/** Where npm brought it or somebody installed it. */
const hasLitestream = (() => {
  try {
    return findLitestream(process.env.PATH ?? '') !== '';
  } catch {
    return false;
  }
})();

const silent = { debug() {}, info() {}, warn() {}, error() {} };

function place() {
  const folder = mkdtempSync(join(tmpdir(), 'replica-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const database = join(folder, 'a.sqlite');
  const db = new Database(database);
  db.pragma('journal_mode = WAL');
  db.exec('CREATE TABLE t (x TEXT)');
  const replica = {
    url: pathToFileURL(join(folder, 'copy')).href,
    ...{ syncSeconds: 1, retentionHours: 1, s3Endpoint: null, keyFile: null, programs: process.env.PATH ?? '' },
  };
  const parts = { program: findLitestream(replica.programs), database, replica, clock: systemClock, log: silent };
  const write = () => db.prepare('INSERT INTO t VALUES (?)').run('x'.repeat(2000));
  return { folder, db, write, parts };
}

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

it('where there is no litestream, that is said', () => {
  const isBrought = process.platform === 'linux' && process.arch === 'x64';
  if (isBrought) expect(findLitestream('')).toMatch(/litestream-linux-x64/);
  else expect(() => findLitestream('')).toThrow(ReplicaError);
});
