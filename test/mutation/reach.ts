import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { instrument, type Mutant, nameOf } from './sample.ts';
import type { Tree } from './tree.ts';

/** In-process tests; pure suites in one time zone. */
export const TESTS = ['--project', 'pure', '--project', 'house'] as const;
/** The simulation is the other judge; the others look at the files of the house, not at what they do. */
const OTHER_JUDGES = ['simulation', 'mutation', 'house', 'docs', 'bench'];
export const VITEST = 'node_modules/vitest/vitest.mjs';
/** One small world in which most of what happens in the large ones happens: four units, four months. */
const WORLD = ['--seed', '1', '--years', '1', '--units', '4', '--days', '120', '--workers', '1'] as const;
export const SIMULATION = ['--disable-warning=ExperimentalWarning', 'scripts/simulate.ts', ...WORLD] as const;
export const SIMULATION_COMMAND = `npm run simulate -- ${WORLD.join(' ')}`;
const AN_HOUR = 3600;

/** Who comes by which mutants, while all is well. */
export interface Reach {
  /** By the mutant's name: the test files that come by it; '*' where it is come by while files are imported. */
  tests: Record<string, string[]>;
  simulation: string[];
  /** Seconds that a test file takes; those that are red without any mutant are left out. */
  seconds: Record<string, number>;
  red: string[];
  simulationSeconds: number;
}

/** Runs tests and simulation once in a tree with a note before each mutant. */
export async function measureReach(tree: Tree, mutants: readonly Mutant[]): Promise<Reach> {
  const before = new Map([...new Set(mutants.map(({ file }) => file))].map((file) => [file, tree.read(file)]));
  const noted = await instrument(
    [...before].map(([name, content]) => ({
      name,
      content,
      within: mutants.filter(({ file }) => file === name).map(({ start, end }) => ({ start, end })),
    })),
  );
  const hits = { tests: join(tree.root, 'hits-tests.txt'), simulation: join(tree.root, 'hits-simulation.txt') };
  for (const path of Object.values(hits)) rmSync(path, { force: true });
  try {
    for (const { name, content } of noted.files) tree.write(name, content);
    const preload = ['--import', './test/mutation/note-hits.ts'];
    const simulated = await tree.run([...preload, ...SIMULATION], AN_HOUR, { MUTANT_HITS: hits.simulation });
    if (simulated.status !== 0) throw new Error(`the simulation fails without any mutant:\n${simulated.output}`);
    const report = ['--reporter', 'json', '--outputFile', 'tests.json'];
    const config = ['--config', 'test/mutation/vitest.config.ts'];
    const rooms = readdirSync(join(tree.root, 'test')).filter((name) => !OTHER_JUDGES.includes(name));
    const all = [VITEST, 'run', ...rooms.map((room) => `test/${room}/`), ...config, ...TESTS, ...report];
    const tested = await tree.run(all, AN_HOUR, { MUTANT_HITS: hits.tests });
    if (tested.status === null) throw new Error('the tests take more than an hour');
    const files = readReport(tree);
    const names = noted.mutants.map(nameOf);
    const red = files.filter(({ status }) => status !== 'passed').map(({ file }) => file);
    const reach: Reach = {
      tests: {},
      simulation: readHits(tree, 'hits-simulation.txt').map(([at]) => names[at] ?? ''),
      seconds: Object.fromEntries(
        files.filter(({ file }) => !red.includes(file)).map(({ file, seconds }) => [file, seconds]),
      ),
      red,
      simulationSeconds: simulated.seconds,
    };
    for (const [at, file] of readHits(tree, 'hits-tests.txt')) {
      const name = names[at] ?? '';
      const known = reach.tests[name] ?? [];
      reach.tests[name] = [...new Set([...known, file === '' ? '*' : file])];
    }
    return reach;
  } finally {
    for (const [name, content] of before) tree.write(name, content);
  }
}

function readHits(tree: Tree, file: string): [number, string][] {
  const lines = tree.read(file).split('\n').slice(0, -1);
  return lines.map((line): [number, string] => {
    const [at = '', testFile = ''] = line.split('\t');
    return [Number(at), testFile];
  });
}

function readReport(tree: Tree): { file: string; status: string; seconds: number }[] {
  const report = JSON.parse(tree.read('tests.json')) as {
    testResults: { name: string; status: string; startTime: number; endTime: number }[];
  };
  return report.testResults.map(({ name, status, startTime, endTime }) => ({
    file: name.slice(tree.root.length + 1),
    status,
    seconds: (endTime - startTime) / 1000,
  }));
}
