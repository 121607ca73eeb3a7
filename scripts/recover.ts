import { restoreFromReplica } from '../src/assembly/replica.ts';
import { SHELL } from '../src/wording/shell.ts';
import { orderHere, refuseOverNewer, tellRestored } from './restored.ts';
import { run, UsageError } from './run.ts';

await run(async (config) => {
  if (config.replica === null) throw new UsageError(SHELL.recover.noReplica);
  const order = orderHere(config);
  const onTorn = (): void => console.log(SHELL.recover.torn);
  const overNewer = process.argv.includes('--yes');
  const restored = await restoreFromReplica(config, order, { onTorn, overNewer }).catch(
    refuseOverNewer(config, 'npm run recover -- --yes'),
  );
  if (restored === null) throw new UsageError(SHELL.recover.nothingThere(config.replica.url));
  tellRestored(config.replica.url, config, restored, order.plan);
});
