import { basename, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { PlanError } from '../src/assembly/open-plan.ts';
import type { Config } from '../src/config.ts';
import { planCodeOf } from '../src/language/unit/unit-code.ts';
import { readUnitList } from '../src/language/unit/unit-list.ts';
import { isFree, writePlan } from '../src/plan/new-plan.ts';
import { readPlan } from '../src/plan/read-plan.ts';
import { readTables, TableError } from '../src/plan/read-table.ts';
import { unitsFromList } from '../src/plan/units-from-list.ts';
import { SHELL } from '../src/wording/shell.ts';
import { NEW_PLAN, sayKinds, sayListNote, sayListTrouble } from '../src/wording/unit-list.ts';
import { badArguments, run, UsageError } from './run.ts';

const WORDS = SHELL.planNew;
const SHIPPED_PLAN = 'data/plan';

await run(async (config) => {
  const { from, name, out } = readOrder();
  const templateDir = templateFor(config.planDir, out);
  const template = soundPlan(templateDir, config);
  if (!isFree(out)) throw new UsageError(WORDS.outTaken(out));
  const { units: listed, troubles, notes } = await readList(from);
  if (troubles.length > 0) {
    throw new UsageError(
      [WORDS.troubles(from, troubles.length), ...troubles.map((one) => `- ${sayListTrouble(one)}`)].join('\n'),
    );
  }
  const { units, notes: more } = unitsFromList(listed, template.units, NEW_PLAN);
  const recipient = units.find((unit) => unit.compiles)?.name ?? template.document.recipient;
  const assumptions = NEW_PLAN.assumptions(basename(from));
  writePlan(out, templateDir, { title: name, code: planCodeOf(name), recipient, assumptions, units });
  const { plan } = { plan: soundPlan(out, config) };
  console.log(WORDS.made({ dir: out, units: plan.units.length, kinds: sayKinds(plan.units) }));
  for (const unit of listed) console.log(WORDS.unit(unit.row, unit.code, unit.name));
  for (const note of [...notes, ...more]) console.log(`! ${sayListNote(note)}`);
  if (templateDir !== config.planDir) console.log(`! ${WORDS.shipped(config.planDir, templateDir)}`);
  console.log(WORDS.next(out));
});

/** The plan whose rules are taken over. PLAN_DIR may name already what is to be made: then it is the one that ships. */
function templateFor(planDir: string, out: string): string {
  return resolve(planDir) === resolve(out) || isFree(planDir) ? SHIPPED_PLAN : planDir;
}

/** The sheet that has a list: the first with units, else the first with something to say about. */
async function readList(from: string) {
  try {
    const lists = (await readTables(from)).map(readUnitList);
    const nothing = { units: [], troubles: [{ trouble: 'no-heading' } as const], notes: [] };
    const withHeading = lists.find(({ troubles }) => troubles.every(({ trouble }) => trouble !== 'no-heading'));
    return lists.find(({ units }) => units.length > 0) ?? withHeading ?? lists[0] ?? nothing;
  } catch (error) {
    if (error instanceof TableError) throw new UsageError(WORDS[error.reason](error.path));
    throw error;
  }
}

function soundPlan(dir: string, { timeZone }: Config) {
  const read = readPlan(dir, timeZone);
  if ('problems' in read) throw new PlanError(read.problems);
  return read.plan;
}

function readOrder(): { from: string; name: string; out: string } {
  const text = { type: 'string' } as const;
  let words: { from?: string; name?: string; out?: string };
  try {
    words = parseArgs({ options: { from: text, name: text, out: text } }).values;
  } catch {
    throw badArguments(WORDS.usage);
  }
  const { from, name, out } = words;
  if (!from?.trim() || !name?.trim() || !out?.trim()) throw new UsageError(WORDS.usage);
  return { from, name: name.trim(), out };
}
