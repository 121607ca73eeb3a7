import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import { findLitestream, ReplicaError } from '../../src/replica/litestream.ts';
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

it('where there is no litestream, that is said', () => {
  const isBrought = process.platform === 'linux' && process.arch === 'x64';
  if (isBrought) expect(findLitestream('')).toMatch(/litestream-linux-x64/);
  else expect(() => findLitestream('')).toThrow(ReplicaError);
});
