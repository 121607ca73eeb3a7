import { appendFileSync, existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { judge, type Verdict } from '../test/mutation/judge.ts';
import { measureReach, type Reach, SIMULATION_COMMAND } from '../test/mutation/reach.ts';
import { listMutants, nameOf, sampleMutants } from '../test/mutation/sample.ts';
import { tellRun } from '../test/mutation/table.ts';
import { commitOf, copyTree } from '../test/mutation/tree.ts';
import { readArguments, TEXT } from './arguments.ts';

const HELP = `npm run mutate -- [options]: breaks the sources in small ways, one at a time; do the tests notice, does the simulation?

  --seed N         which mutants are drawn (1)
  --count N        how many (100); a larger count adds to a smaller one
  --patience N     seconds of tests, as they take without a mutant, that a mutant is worth (200); the quickest come first
  --in FOLDER      where the copy of the tree and the results are kept; run again with the same folder, it goes on`;

const { values, whole } = readArguments(HELP, { seed: TEXT, count: TEXT, patience: TEXT, in: TEXT });
const seed = whole('seed', 1);
const count = whole('count', 100);
const patience = whole('patience', 200);
const folder = values.in ?? join(tmpdir(), `mutants-${seed}`);
mkdirSync(folder, { recursive: true });
// What it started ends with it.
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(130));
const resultsPath = join(folder, 'results.jsonl');
const tree = copyTree(process.cwd(), join(folder, 'tree'));
const all = await listMutants(tree.root);
const sample = sampleMutants(all, seed, count);
const reach = await knownReach();
const judged = new Map(readVerdicts().map((verdict) => [verdict.name, verdict]));
for (const mutant of sample) {
  if (judged.has(nameOf(mutant))) continue;
  const verdict = await judge(tree, reach, mutant, patience);
  judged.set(verdict.name, verdict);
  appendFileSync(resultsPath, `${JSON.stringify(verdict)}\n`);
  const { compiles, tests, simulation, said, seconds } = verdict;
  const told = compiles ? `tests: ${tests} ${said.tests}, simulation: ${simulation} ${said.simulation}` : 'no compile';
  console.error(`${judged.size}/${count}, ${seconds} s: ${verdict.name} | ${told}`);
}
const verdicts = sample.flatMap((mutant) => judged.get(nameOf(mutant)) ?? []);
const reasons = JSON.parse(readFileSync('test/mutation/reasons.json', 'utf8')) as Record<string, string>;
const date = statSync(resultsPath).mtime.toISOString().slice(0, 10);
console.log(tellRun({ seed, commit: commitOf(tree), date, all: all.length, verdicts, reasons }));
console.log(`\nThe simulation that judged: \`${SIMULATION_COMMAND}\`.`);
if (reach.red.length > 0) console.log(`Red without any mutant, so no judge: ${reach.red.join(', ')}.`);

function readVerdicts(): Verdict[] {
  if (!existsSync(resultsPath)) return [];
  const lines = readFileSync(resultsPath, 'utf8').split('\n');
  return lines.filter((line) => line.endsWith('}')).map((line) => JSON.parse(line) as Verdict);
}

/** Measured once for a folder's copy and sample. */
async function knownReach(): Promise<Reach> {
  const path = join(folder, 'reach.json');
  const known = existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as Reach & { count: number }) : null;
  if (known !== null && known.count >= count) return known;
  console.error(`tests and simulation run once, to see which of ${count} mutants each comes by`);
  const measured = await measureReach(tree, sample);
  writeFileSync(path, JSON.stringify({ ...measured, count }));
  return measured;
}
