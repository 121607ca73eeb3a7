import { drillReplica } from '../src/assembly/replica.ts';
import { SHELL } from '../src/wording/shell.ts';
import { sayMoment } from '../src/wording/when.ts';
import { run, UsageError } from './run.ts';

const WORDS = SHELL.recover;

await run(async (config) => {
  if (config.replica === null) throw new UsageError(WORDS.noReplica);
  const drill = await drillReplica(config, () => Math.round(performance.now()));
  if (drill === null) throw new UsageError(WORDS.nothingThere(config.replica.url));
  const { upTo, tookMs, receipts } = drill;
  const ageSeconds = upTo === null ? null : Math.max(0, Math.round((Date.now() - upTo) / 1000));
  if (process.argv.includes('--json')) {
    const at = upTo === null ? null : new Date(upTo).toISOString();
    console.log(JSON.stringify({ upTo: at, ageSeconds, tookMs, integrity: 'ok', receipts }));
    return;
  }
  console.log(WORDS.drilled(upTo === null ? null : sayMoment(upTo, config.timeZone), receipts, tookMs));
});
