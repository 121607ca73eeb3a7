import { DateTime } from 'luxon';
import { NewerHereError } from '../src/assembly/replica.ts';
import type { Config } from '../src/config.ts';
import { readPlan } from '../src/plan/read-plan.ts';
import type { Restored, RestoreOrder } from '../src/store/restore.ts';
import { SHELL } from '../src/wording/shell.ts';
import { sayMoment } from '../src/wording/when.ts';
import { UsageError } from './run.ts';

const WORDS = SHELL.restore;

/** What a restore from the shell is done with: the moment, and the plan it is held against (null: its folder cannot be read). */
export function orderHere({ planDir, timeZone }: Config): Pick<RestoreOrder, 'stamp' | 'now' | 'plan'> {
  const at = DateTime.now().setZone(timeZone);
  const read = readPlan(planDir, timeZone);
  const plan =
    'problems' in read
      ? null
      : { code: read.plan.document.code, units: [...new Set(read.plan.units.map(({ code }) => code))] };
  return { stamp: at.toFormat('yyyy-MM-dd-HHmmss'), now: at.toMillis(), plan };
}

/** Says what would be lost, and how to say that it is meant. Any other error goes on. */
export function refuseOverNewer({ timeZone }: Config, again: string): (error: unknown) => never {
  return (error) => {
    if (!(error instanceof NewerHereError)) throw error;
    const { here, there, isBranched } = error.ahead;
    const say = (at: number): string => sayMoment(at, timeZone);
    throw new UsageError(
      WORDS.newer({
        where: error.replica,
        here: say(here),
        there: there === null ? null : say(there),
        isBranched,
        again,
      }),
    );
  };
}

/** Says what was restored, up to which moment, where the old file is, and how it differs from the plan. */
export function tellRestored(from: string, config: Config, restored: Restored, plan: RestoreOrder['plan']): void {
  const { kept, upTo, differing } = restored;
  console.log(WORDS.done(from, config.databasePath));
  if (upTo !== null) console.log(WORDS.upTo(sayMoment(upTo, config.timeZone)));
  if (kept !== null) console.log(WORDS.kept(kept));
  if (plan === null) console.log(WORDS.noPlan(config.planDir));
  else if (differing.length > 0) console.log(WORDS.differing(differing));
}
