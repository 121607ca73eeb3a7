import { dirname, join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { type Reach, SIMULATION, TESTS, type Test, VITEST } from './reach.ts';
import { type Mutant, mutate, nameOf } from './sample.ts';
import type { Ran, Tree } from './tree.ts';

/** `unreached`: nobody came by it, so nobody could notice. `open`: patience was at its end before all had been asked. */
export type Judgement = 'killed' | 'survived' | 'unreached' | 'open';

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

/** The quick tests run first, since most mutants die there. */
const QUICK_SECONDS = 20;
/** Endless, not slow: the machine may be busy. */
const limitFor = (seconds: number): number => 60 + 3 * seconds;

/** Puts one mutant into the tree, asks the compiler, the tests that come by it and the simulation, and takes it out again. */
export async function judge(tree: Tree, reach: Reach, mutant: Mutant, patience: number): Promise<Verdict> {
  const begun = performance.now();
  const name = nameOf(mutant);
  const verdict = { name, mutant, compiles: true, tests: 'unreached', simulation: 'unreached' } as const;
  const took = (): number => Math.round((performance.now() - begun) / 1000);
  try {
    tree.break(mutant.file, mutate(tree.read(mutant.file), mutant));
    if (!(await compiles(tree)))
      return { ...verdict, compiles: false, said: { tests: '', simulation: '' }, seconds: took() };
    const [tests, simulation] = await Promise.all([
      testsSay(tree, reach, mutant, patience),
      simulationSays(tree, reach, name),
    ]);
    return {
      ...verdict,
      tests: tests.judgement,
      simulation: simulation.judgement,
      said: { tests: tests.said, simulation: simulation.said },
      seconds: took(),
    };
  } finally {
    tree.mend();
  }
}

async function compiles(tree: Tree): Promise<boolean> {
  const known = ['--incremental', '--tsBuildInfoFile', 'types.tsbuildinfo'];
  // What nobody reads any more is the linter's to say; it runs all the same.
  const unread = ['--noUnusedLocals', 'false', '--noUnusedParameters', 'false'];
  return (await tree.run(['node_modules/typescript/bin/tsc', '-p', '.', ...known, ...unread], 600)).status === 0;
}

type Answer = { judgement: Judgement; said: string };

async function testsSay(tree: Tree, reach: Reach, mutant: Mutant, patience: number): Promise<Answer> {
  const name = nameOf(mutant);
  const leansOnIt = reach.atImport.includes(name) ? importing(tree, mutant.file) : () => false;
  const reached = new Set(reach.reached[name]);
  const tests = reach.tests.filter(({ file }, place) => reached.has(place) || leansOnIt(file));
  if (tests.length === 0) return { judgement: 'unreached', said: '' };
  tests.sort((one, other) => one.seconds - other.seconds);
  const quick = countWithin(tests, Math.min(QUICK_SECONDS, patience));
  const asked = countWithin(tests, patience);
  for (const some of [tests.slice(0, quick), tests.slice(quick, asked)]) {
    if (some.length === 0) continue;
    const ran = await runTests(tree, some);
    if (ran.status !== 0) return { judgement: 'killed', said: firstOf(ran, /FAIL.*/) };
  }
  return { judgement: asked < tests.length ? 'open' : 'survived', said: '' };
}

/** How many of them, from the first, take that long together; one at least. */
function countWithin(tests: readonly Test[], seconds: number): number {
  let spent = 0;
  const beyond = tests.findIndex((test, at) => {
    spent += test.seconds;
    return at > 0 && spent > seconds;
  });
  return beyond < 0 ? tests.length : beyond;
}

async function runTests(tree: Tree, tests: readonly Test[]): Promise<Ran> {
  const files = [...new Set(tests.map(({ file }) => file))];
  const names = [...new Set(tests.map(({ name }) => name.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')))].join('|');
  // Above that the system takes no argument; then all tests of these files are run.
  const chosen = names.length < 100_000 ? ['-t', `^(${names})$`] : [];
  const limit = limitFor(tests.reduce((sum, { seconds }) => sum + seconds, 0));
  const ran = await tree.run([VITEST, 'run', ...files, ...TESTS, ...chosen, '--bail', '1', '--maxWorkers', '2'], limit);
  if (ran.status === 0 && !/Tests.* passed/.test(stripVTControlCharacters(ran.output)))
    throw new Error(`no test was run:\n${ran.output}`);
  return ran;
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
