import { dirname, join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { type Reach, SIMULATION, TESTS, VITEST } from './reach.ts';
import { type Mutant, mutate, nameOf } from './sample.ts';
import type { Ran, Tree } from './tree.ts';

/** `unreached`: nobody came by it, so nobody could notice. */
export type Judgement = 'killed' | 'survived' | 'unreached';

export interface Verdict {
  name: string;
  mutant: Mutant;
  compiles: boolean;
  tests: Judgement;
  simulation: Judgement;
  /** What noticed: the first red test, the first broken invariant, or that it never ended. */
  said: { tests: string; simulation: string };
  seconds: number;
}

/** Test files run together: the quick ones first, since most mutants die there. */
const QUICK_SECONDS = 20;
/** Endless, not slow: the machine may be busy. */
const limitFor = (seconds: number): number => 120 + 10 * seconds;

/** Puts one mutant into the tree, asks the compiler, the tests that come by it and the simulation, and takes it out again. */
export async function judge(tree: Tree, reach: Reach, mutant: Mutant): Promise<Verdict> {
  const begun = performance.now();
  const source = tree.read(mutant.file);
  const name = nameOf(mutant);
  const verdict = { name, mutant, compiles: true, tests: 'unreached', simulation: 'unreached' } as const;
  const took = (): number => Math.round((performance.now() - begun) / 1000);
  try {
    tree.write(mutant.file, mutate(source, mutant));
    if (!(await compiles(tree)))
      return { ...verdict, compiles: false, said: { tests: '', simulation: '' }, seconds: took() };
    const [tests, simulation] = await Promise.all([testsSay(tree, reach, mutant), simulationSays(tree, reach, name)]);
    return {
      ...verdict,
      tests: tests.judgement,
      simulation: simulation.judgement,
      said: { tests: tests.said, simulation: simulation.said },
      seconds: took(),
    };
  } finally {
    tree.write(mutant.file, source);
  }
}

async function compiles(tree: Tree): Promise<boolean> {
  const known = ['--incremental', '--tsBuildInfoFile', 'types.tsbuildinfo'];
  return (await tree.run(['node_modules/typescript/bin/tsc', '-p', '.', ...known], 600)).status === 0;
}

type Answer = { judgement: Judgement; said: string };

async function testsSay(tree: Tree, reach: Reach, mutant: Mutant): Promise<Answer> {
  const reaching = reach.tests[nameOf(mutant)] ?? [];
  // What runs at the import runs once a process: every test that imports it may lean on it.
  const isMeant = reaching.includes('*') ? importing(tree, mutant.file) : (file: string) => reaching.includes(file);
  const costs = Object.entries(reach.seconds).filter(([file]) => isMeant(file));
  if (costs.length === 0) return { judgement: 'unreached', said: '' };
  costs.sort(([, one], [, other]) => one - other);
  const spentBy = (at: number): number => costs.slice(0, at + 1).reduce((sum, [, seconds]) => sum + seconds, 0);
  const quick = costs.filter((_, at) => spentBy(at) <= QUICK_SECONDS);
  for (const files of [quick, costs.slice(quick.length)]) {
    if (files.length === 0) continue;
    const limit = limitFor(files.reduce((sum, [, seconds]) => sum + seconds, 0));
    const names = files.map(([file]) => file);
    const ran = await tree.run([VITEST, 'run', ...names, ...TESTS, '--bail', '1', '--maxWorkers', '2'], limit);
    if (ran.status !== 0) return { judgement: 'killed', said: firstOf(ran, /FAIL.*/) };
  }
  return { judgement: 'survived', said: '' };
}

function importing(tree: Tree, source: string): (testFile: string) => boolean {
  const known = new Map<string, boolean>();
  const leads = (file: string): boolean => {
    const answer = known.get(file);
    if (answer !== undefined) return answer;
    known.set(file, file === source);
    const imports = tree.read(file).matchAll(/from '(\.[^']+\.ts)'/g);
    const found = file === source || [...imports].some(([, path = '']) => leads(join(dirname(file), path)));
    known.set(file, found);
    return found;
  };
  return leads;
}

async function simulationSays(tree: Tree, reach: Reach, name: string): Promise<Answer> {
  if (!reach.simulation.includes(name)) return { judgement: 'unreached', said: '' };
  const ran = await tree.run(SIMULATION, limitFor(reach.simulationSeconds));
  if (ran.status === 0) return { judgement: 'survived', said: '' };
  return { judgement: 'killed', said: firstOf(ran, /BROKEN: .*\n.*|\w*Error.*/) };
}

function firstOf({ status, output }: Ran, what: RegExp): string {
  if (status === null) return 'never ended';
  return what.exec(stripVTControlCharacters(output))?.[0].trim().slice(0, 200) ?? 'failed';
}
