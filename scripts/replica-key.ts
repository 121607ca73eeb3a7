import { randomBytes } from 'node:crypto';
import { ageKeyOf } from '../src/age-key.ts';
import { SHELL } from '../src/wording/shell.ts';
import { run } from './run.ts';

/** Prints a new key for REPLICA_KEY; nothing is written anywhere. The key alone goes to standard output. */
await run(() => {
  console.log(ageKeyOf(randomBytes(32)));
  console.error(SHELL.replicaKey);
});
