import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { DateTime } from 'luxon';
import { finishErasures } from '../src/actions/finish-erasures.ts';
import { checkBackup } from '../src/store/backup.ts';
import { SHELL } from '../src/wording/shell.ts';
import { botNow, run, UsageError, withStore } from './run.ts';

await run(async (config) => {
  const stamp = DateTime.now().setZone(config.timeZone).toFormat('yyyy-MM-dd-HHmmss');
  const file = process.argv[2] ?? join(config.backup.directory, `bot-${stamp}.sqlite`);
  if (!existsSync(config.databasePath)) throw new UsageError(SHELL.noDatabase(config.databasePath));
  if (existsSync(file)) throw new UsageError(SHELL.backup.taken(file));
  mkdirSync(dirname(file), { recursive: true });
  const partial = `${file}.partial`;
  rmSync(partial, { force: true });
  await withStore(config, async (store) => {
    finishErasures(store, botNow(config, store));
    await store.backup(partial);
  });
  checkBackup(partial);
  renameSync(partial, file);
  console.log(SHELL.backup.done(file));
});
