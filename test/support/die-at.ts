import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

/**
 * Loaded before a program (`node --import`): kills it, as `kill -9` does, just before the `DIE_AT`-th time it changes a file or a
 * folder by a call of its own, or waits for the disk.
 */
const CHANGES = ['copyFileSync', 'linkSync', 'renameSync', 'rmSync', 'fsyncSync', 'mkdirSync', 'chmodSync'] as const;

const dieAt = Number(process.env.DIE_AT);
let count = 0;
for (const name of CHANGES) {
  const real = fs[name] as (...parts: unknown[]) => unknown;
  Object.assign(fs, {
    [name]: (...parts: unknown[]) => {
      count += 1;
      if (count === dieAt) process.kill(process.pid, 'SIGKILL');
      return real(...parts);
    },
  });
}
syncBuiltinESMExports();
