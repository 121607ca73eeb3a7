import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { DateTime } from 'luxon';
import { finishErasures } from '../src/actions/finish-erasures.ts';
import { BACKED_UP_AT } from '../src/store/backup.ts';
import { SHELL } from '../src/wording/shell.ts';
import { botNow, run, UsageError, withStore } from './run.ts';

await run(async (config) => {
  const stamp = DateTime.now().setZone(config.timeZone).toFormat('yyyy-MM-dd-HHmmss');
  const file = process.argv[2] ?? join(config.backup.directory, `bot-${stamp}.sqlite`);
  if (!existsSync(config.databasePath)) throw new UsageError(SHELL.noDatabase(config.databasePath));
  if (existsSync(file)) throw new UsageError(SHELL.backup.taken(file));
  await withStore(config, async (store) => {
    const now = botNow(config, store);
    finishErasures(store, now);
    await store.backup(file, now);
    store.facts.set(BACKED_UP_AT, String(now));
  });
  console.log(SHELL.backup.done(file));
});
