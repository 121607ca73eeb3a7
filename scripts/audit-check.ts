import { existsSync } from 'node:fs';
import { sayAuditFinding } from '../src/wording/audit.ts';
import { SHELL } from '../src/wording/shell.ts';
import { run, UsageError, withStore } from './run.ts';

await run((config) => {
  if (!existsSync(config.databasePath)) throw new UsageError(SHELL.noDatabase(config.databasePath));
  return withStore(config, (store) => {
    const verdict = store.audit.check();
    console.log(sayAuditFinding(verdict, config.timeZone));
    if (verdict.broken !== null) process.exitCode = 1;
  });
});
