import { existsSync } from 'node:fs';
import { PlanError } from '../src/assembly/open-plan.ts';
import type { Config } from '../src/config.ts';
import { calendarRange, checkRegime } from '../src/plan/check-regime.ts';
import { readPlan } from '../src/plan/read-plan.ts';
import { sayRegimeWarning } from '../src/wording/regime-warning.ts';
import { SHELL } from '../src/wording/shell.ts';
import { run, withStore } from './run.ts';

await run(async (config) => {
  const read = readPlan(config.planDir, config.timeZone);
  if ('problems' in read) throw new PlanError(read.problems);
  const { plan } = read;
  console.log(
    SHELL.plan.sound({
      code: plan.document.code,
      dir: config.planDir,
      units: plan.units.length,
      obligations: plan.obligations.length,
      years: plan.calendarYears.map(({ year }) => year),
    }),
  );
  const people = await countPeople(config);
  const warnings = checkRegime(plan, { ...calendarRange(plan), ...(people === null ? {} : { people }) });
  if (warnings.length > 0) console.log(SHELL.plan.warnings(warnings.length));
  for (const warning of warnings) console.log(`- ${sayRegimeWarning(warning)}`);
});

/** How many people each unit has in the bot's database; null before there is one. */
async function countPeople(config: Config): Promise<((unit: string) => number) | null> {
  if (!existsSync(config.databasePath)) return null;
  return withStore(config, (store) => {
    const counts = new Map<string, number>();
    for (const { unit } of store.people.members()) if (unit !== null) counts.set(unit, (counts.get(unit) ?? 0) + 1);
    return (unit: string) => counts.get(unit) ?? 0;
  });
}
