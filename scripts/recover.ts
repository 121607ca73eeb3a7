import { NewerHereError, restoreFromReplica } from '../src/assembly/replica.ts';
import { SHELL } from '../src/wording/shell.ts';
import { sayMoment } from '../src/wording/when.ts';
import { orderHere, tellRestored } from './restored.ts';
import { run, UsageError } from './run.ts';

await run(async (config) => {
  if (config.replica === null) throw new UsageError(SHELL.recover.noReplica);
  const order = orderHere(config);
  const onTorn = (): void => console.log(SHELL.recover.torn);
  const overNewer = process.argv.includes('--yes');
  const restored = await restoreFromReplica(config, order, { onTorn, overNewer }).catch((error: unknown) => {
    if (!(error instanceof NewerHereError)) throw error;
    const say = (at: number | null): string | null => (at === null ? null : sayMoment(at, config.timeZone));
    throw new UsageError(SHELL.recover.newerHere(say(error.here) ?? '', say(error.there)));
  });
  if (restored === null) throw new UsageError(SHELL.recover.nothingThere(config.replica.url));
  tellRestored(config.replica.url, config, restored, order.plan);
});
