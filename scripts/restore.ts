import { DateTime } from 'luxon';
import { readPlan } from '../src/plan/read-plan.ts';
import { restoreBackup } from '../src/store/restore.ts';
import { SHELL } from '../src/wording/shell.ts';
import { sayMoment } from '../src/wording/when.ts';
import { run, UsageError } from './run.ts';

const WORDS = SHELL.restore;

await run((config) => {
  const from = process.argv[2];
  if (from === undefined) throw new UsageError(WORDS.usage);
  const at = DateTime.now().setZone(config.timeZone);
  const read = readPlan(config.planDir, config.timeZone);
  const plan =
    'problems' in read
      ? null
      : { code: read.plan.document.code, units: [...new Set(read.plan.units.map(({ code }) => code))] };
  const order = { from, to: config.databasePath, stamp: at.toFormat('yyyy-MM-dd-HHmmss'), now: at.toMillis(), plan };
  const { kept, upTo, differing } = restoreBackup(order);
  console.log(WORDS.done(from, config.databasePath));
  if (upTo !== null) console.log(WORDS.upTo(sayMoment(upTo, config.timeZone)));
  if (kept !== null) console.log(WORDS.kept(kept));
  if (plan === null) console.log(WORDS.noPlan(config.planDir));
  else if (differing.length > 0) console.log(WORDS.differing(differing));
});
