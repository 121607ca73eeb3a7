import { replicaTerm } from '../src/assembly/replica.ts';
import { restoreBackup } from '../src/store/restore.ts';
import { SHELL } from '../src/wording/shell.ts';
import { orderHere, tellRestored } from './restored.ts';
import { run, UsageError } from './run.ts';

await run(async (config) => {
  const from = process.argv[2];
  if (from === undefined) throw new UsageError(SHELL.restore.usage);
  const order = orderHere(config);
  const term = await replicaTerm(config);
  tellRestored(from, config, restoreBackup({ ...order, term, from, to: config.databasePath }), order.plan);
});
