import { restoreCopy } from '../src/assembly/replica.ts';
import { SHELL } from '../src/wording/shell.ts';
import { orderHere, refuseOverNewer, tellRestored } from './restored.ts';
import { run, UsageError } from './run.ts';

await run(async (config) => {
  const words = process.argv.slice(2);
  const [from, ...more] = words.filter((word) => word !== '--yes');
  if (from === undefined || more.length > 0 || from.startsWith('-')) throw new UsageError(SHELL.restore.usage);
  const order = { ...orderHere(config), from };
  const again = `npm run restore -- ${from} --yes`;
  const restored = await restoreCopy(config, order, words.includes('--yes')).catch(refuseOverNewer(config, again));
  tellRestored(from, config, restored, order.plan);
});
