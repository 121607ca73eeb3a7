import { readdirSync, writeFileSync } from 'node:fs';
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
const REPORT = 'tests.json';

export interface Test {
  file: string;
  /** In full, as `vitest -t` compares it. */
  name: string;
  seconds: number;
}

/** Who comes by which mutants, while all is well. */
export interface Reach {
  /** All that are green without any mutant. */
  tests: Test[];
  /** By the mutant's name: the places in `tests` of those that come by it. */
  reached: Record<string, number[]>;
  /** Come by while a file is imported, which happens once a process: every test that imports it may lean on it. */
  atImport: string[];
  simulation: string[];
  simulationSeconds: number;
  red: string[];
}

/** Runs tests and simulation once in a tree with a note before each mutant. */
export async function measureReach(tree: Tree, mutants: readonly Mutant[]): Promise<Reach> {
  const files = [...new Set(mutants.map(({ file }) => file))];
  const noted = await instrument(
    files.map((name) => ({
      name,
      content: tree.read(name),
      within: mutants.filter(({ file }) => file === name).map(({ start, end }) => ({ start, end })),
    })),
  );
  const hits = { tests: 'hits-tests.txt', simulation: 'hits-simulation.txt' };
  for (const file of Object.values(hits)) writeFileSync(join(tree.root, file), '');
  try {
    for (const { name, content } of noted.files) tree.break(name, content);
    const preload = ['--import', './test/mutation/note-hits.ts'];
    const simulated = await tree.run([...preload, ...SIMULATION], AN_HOUR, { MUTANT_HITS: hits.simulation });
    if (simulated.status !== 0) throw new Error(`the simulation fails without any mutant:\n${simulated.output}`);
    const report = ['--reporter', 'json', '--outputFile', REPORT];
    const config = ['--config', 'test/mutation/vitest.config.ts'];
    const rooms = readdirSync(join(tree.root, 'test')).filter((name) => !OTHER_JUDGES.includes(name));
    const all = [VITEST, 'run', ...rooms.map((room) => `test/${room}/`), ...config, ...TESTS, ...report];
    const tested = await tree.run(all, AN_HOUR, { MUTANT_HITS: hits.tests });
    if (tested.status === null) throw new Error('the tests take more than an hour');
    const nameBy = (note: string): string => nameOf(noted.mutants.get(note) ?? fail(`no mutant ${note}`));
    const simulation = [...new Set(readHits(tree, hits.simulation).map(([note]) => nameBy(note)))];
    const { tests, red } = readReport(tree);
    const reach: Reach = { tests, red, reached: {}, atImport: [], simulation, simulationSeconds: simulated.seconds };
    const places = Map.groupBy(tests.keys(), (place) => tests[place]?.file ?? '');
    for (const [note, file, test] of readHits(tree, hits.tests)) {
      const mutant = nameBy(note);
      if (file === '') reach.atImport.push(mutant);
      const ofFile = places.get(file) ?? [];
      const meant = test === '' ? ofFile : ofFile.filter((place) => tests[place]?.name === test);
      reach.reached[mutant] = [...new Set([...(reach.reached[mutant] ?? []), ...meant])];
    }
    return reach;
  } finally {
    tree.mend();
  }
}

function readHits(tree: Tree, file: string): [note: string, file: string, test: string][] {
  const lines = tree.read(file).split('\n').slice(0, -1);
  return lines.map((line) => {
    const [note = '', testFile = '', test = ''] = line.split('\t');
    return [note, testFile, test];
  });
}

function readReport(tree: Tree): { tests: Test[]; red: string[] } {
  const { testResults } = JSON.parse(tree.read(REPORT)) as {
    testResults: {
      name: string;
      status: string;
      assertionResults: { ancestorTitles: string[]; title: string; status: string; duration?: number }[];
    }[];
  };
  const files = testResults.map((one) => ({ ...one, file: one.name.slice(tree.root.length + 1) }));
  const isGreen = ({ status }: { status: string }): boolean => status === 'passed';
  const tests = files.filter(isGreen).flatMap(({ file, assertionResults }) =>
    assertionResults.filter(isGreen).map(({ ancestorTitles, title, duration = 0 }) => ({
      file,
      name: [...ancestorTitles, title].join(' > '),
      seconds: duration / 1000,
    })),
  );
  return { tests, red: files.filter((one) => !isGreen(one)).map(({ file }) => file) };
}

function fail(why: string): never {
  throw new Error(why);
}
