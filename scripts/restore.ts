import { DateTime } from 'luxon';
import { restoreBackup } from '../src/store/backup.ts';
import { SHELL } from '../src/wording/shell.ts';
import { run, UsageError } from './run.ts';

await run((config) => {
  const file = process.argv[2];
  if (file === undefined) throw new UsageError(SHELL.restore.usage);
  const stamp = DateTime.now().setZone(config.timeZone).toFormat('yyyy-MM-dd-HHmmss');
  const kept = restoreBackup(file, config.databasePath, stamp);
  console.log(SHELL.restore.done(file, config.databasePath));
  if (kept !== null) console.log(SHELL.restore.kept(kept));
});
