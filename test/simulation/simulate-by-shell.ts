import { spawnSync } from 'node:child_process';

/** As `npm run simulate` starts it. */
export function simulate(...args: string[]) {
  const start = ['--import', './scripts/check-node.js', 'scripts/simulate.ts', ...args];
  return spawnSync(process.execPath, start, { encoding: 'utf8' });
}
