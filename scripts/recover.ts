import { DateTime } from 'luxon';
import { restoreFromReplica } from '../src/assembly/replica.ts';
import { readPlan } from '../src/plan/read-plan.ts';
import { SHELL } from '../src/wording/shell.ts';
import { sayMoment } from '../src/wording/when.ts';
import { run, UsageError } from './run.ts';

const WORDS = SHELL.recover;

await run(async (config) => {
  if (config.replica === null) throw new UsageError(WORDS.noReplica);
  const at = DateTime.now().setZone(config.timeZone);
  const read = readPlan(config.planDir, config.timeZone);
  const plan =
    'problems' in read
      ? null
      : { code: read.plan.document.code, units: [...new Set(read.plan.units.map(({ code }) => code))] };
  const restored = await restoreFromReplica(config, {
    stamp: at.toFormat('yyyy-MM-dd-HHmmss'),
    now: at.toMillis(),
    plan,
  });
  if (restored === null) throw new UsageError(WORDS.nothingThere(config.replica.url));
  console.log(SHELL.restore.done(config.replica.url, config.databasePath));
  if (restored.upTo !== null) console.log(SHELL.restore.upTo(sayMoment(restored.upTo, config.timeZone)));
  if (restored.kept !== null) console.log(SHELL.restore.kept(restored.kept));
  if (plan === null) console.log(SHELL.restore.noPlan(config.planDir));
  else if (restored.differing.length > 0) console.log(SHELL.restore.differing(restored.differing));
});
