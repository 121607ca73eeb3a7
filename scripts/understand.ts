import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { PlanError } from '../src/assembly/open-plan.ts';
import { COMMANDS } from '../src/chat/commands/index.ts';
import { planSituation } from '../src/chat/situation.ts';
import { ROLES } from '../src/domain/access.ts';
import { dayOf } from '../src/domain/calendar.ts';
import { parseLocal } from '../src/domain/local-time.ts';
import { readPlan } from '../src/plan/read-plan.ts';
import { printMeaning } from '../src/understanding/print-meaning.ts';
import { understand } from '../src/understanding/understand.ts';
import { UNDERSTAND_USAGE } from '../src/wording/operator.ts';
import { badArguments, run } from './run.ts';

await run(async (config) => {
  const { role, now } = readWords(config.timeZone);
  const read = readPlan(config.planDir, config.timeZone);
  if ('problems' in read) throw new PlanError(read.problems);
  const situation = planSituation(read.plan, COMMANDS, role, dayOf(now, config.timeZone));
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY }))
    console.log(printMeaning(line, understand(line, situation)));
});

function readWords(zone: string): { role: (typeof ROLES)[number]; now: number } {
  const text = { type: 'string' } as const;
  try {
    const { values } = parseArgs({ options: { role: text, now: text } });
    const role = ROLES.find((one) => one === (values.role ?? 'liaison'));
    const now = values.now === undefined ? Date.now() : parseLocal(values.now, zone);
    if (role !== undefined && now !== null) return { role, now };
  } catch {
    // A word that is no option: the same answer, with what was typed.
  }
  throw badArguments(UNDERSTAND_USAGE);
}
