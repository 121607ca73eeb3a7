import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { judge, type Verdict } from './judge.ts';
import { measureReach, type Reach } from './reach.ts';
import { listMutants, type Mutant, mutate, nameOf, sampleMutants } from './sample.ts';
import { tellRun } from './table.ts';
import { copyTree, type Tree } from './tree.ts';

const HOUSE = join(import.meta.dirname, '../..');
/** A house of a few sources: one that the tests know, one that the simulation knows, one that nobody runs and one that is only printed. */
const SMALL_HOUSE: Readonly<Record<string, string>> = {
  'package.json': '{ "type": "module" }',
  'tsconfig.json':
    '{ "compilerOptions": { "strict": true, "noEmit": true, "types": [], "target": "es2024" }, "include": ["src"] }',
  'vitest.config.ts': `export default { test: { projects: ['pure', 'house'].map((name) => (
    { extends: true, test: { name, include: [\`test/\${name}/*.test.ts\`] } })) } };`,
  // Stryker gives the call a number and then leaves it to the mutants within: from here on numbers are not places.
  'src/actions/call.ts': "export const call = (say: (word: string) => void): void => { say('hello'); };\n",
  'src/domain/late.ts': 'export const isLate = (at: number, cutOff: number): boolean => at >= cutOff;\n',
  'src/domain/cap.ts': 'export const mayWrite = (today: number, cap: number): boolean => today < cap;\n',
  'src/domain/idle.ts': 'export const idle: { is: boolean } = { is: true };\n',
  'src/domain/told.ts': "export const told = (): string => 'a bot';\n",
  'test/pure/late.test.ts': `import { describe, expect, it } from 'vitest';
    import { isLate } from '../../src/domain/late.ts';
    import { told } from '../../src/domain/told.ts';
    describe('a report (monthly)', () => {
      it('is late on the millisecond', () => expect([isLate(9, 9), isLate(8, 9), typeof told()]).toEqual([true, false, 'string']));
    });`,
  'test/pure/told.test.ts': `import { expect, it } from 'vitest';
    import { told } from '../../src/domain/told.ts';
    it('says something', () => expect(told()).toBeTypeOf('string'));`,
  'test/house/plain.test.ts': "import { it } from 'vitest'; it('is there', () => {});",
  'scripts/simulate.ts': `import { mayWrite } from '../src/domain/cap.ts';
    if (mayWrite(3, 3) || !mayWrite(2, 3)) { console.log('BROKEN: I3\\n  four messages'); process.exit(1); }`,
};
const root = mkdtempSync(join(tmpdir(), 'small-house-'));
let tree: Tree;
let all: Mutant[];
let reach: Reach;

beforeAll(async () => {
  for (const [name, content] of Object.entries(SMALL_HOUSE)) {
    mkdirSync(dirname(join(root, name)), { recursive: true });
    writeFileSync(join(root, name), content);
  }
  const filter = (path: string): boolean => !path.endsWith('.test.ts');
  cpSync(import.meta.dirname, join(root, 'test/mutation'), { recursive: true, filter });
  symlinkSync(join(HOUSE, 'node_modules'), join(root, 'node_modules'));
  tree = copyTree(HOUSE, root);
  all = await listMutants(root);
  reach = await measureReach(tree, all);
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

describe('mutants are drawn and written', () => {
  it('the same seed draws the same; a larger count only adds', () => {
    const few = sampleMutants(all, 7, 3).map(nameOf);
    expect(sampleMutants(all, 7, 5).map(nameOf).slice(0, 3)).toEqual(few);
    expect(new Set(sampleMutants(all, 7, all.length + 9).map(nameOf)).size).toBe(all.length);
  });

  it('one edit at its place, and in brackets where an operator changed its rank', () => {
    expect(mutate(SMALL_HOUSE['src/domain/late.ts'] ?? '', find('late.ts', 'at < cutOff'))).toBe(
      'export const isLate = (at: number, cutOff: number): boolean => at < cutOff;\n',
    );
    const middle = { file: '', kind: 'LogicalOperator', original: 'b ?? c', replacement: 'b && c' };
    expect(mutate('a\n?? b ?? c', { ...middle, start: { line: 1, column: 3 }, end: { line: 1, column: 9 } })).toBe(
      'a\n?? (b && c)',
    );
  });
});

it('what a process that died had broken is whole again for the next', () => {
  tree.break('src/domain/late.ts', 'first');
  tree.break('src/domain/late.ts', 'second');
  expect(copyTree(HOUSE, root).read('src/domain/late.ts')).toBe(SMALL_HOUSE['src/domain/late.ts']);
});

describe('a mutant is judged', () => {
  it('by who comes by it, under whatever number', () => {
    const files = (names: readonly string[]): string[] => [...new Set(names.map((name) => name.split(':')[0] ?? ''))];
    expect(files(reach.simulation)).toEqual(['src/domain/cap.ts']);
    expect(files(Object.keys(reach.reached)).sort()).toEqual(['src/domain/late.ts', 'src/domain/told.ts']);
    expect(reach.tests).toContainEqual(
      expect.objectContaining({ name: 'a report (monthly) > is late on the millisecond' }),
    );
  });

  const verdicts: Verdict[] = [];
  const ask = async (file: string, replacement: string): Promise<Verdict> => {
    const verdict = await judge(tree, reach, find(file, replacement), 60);
    verdicts.push(verdict);
    expect(tree.read(verdict.mutant.file)).toBe(SMALL_HOUSE[verdict.mutant.file]);
    return verdict;
  };

  it('by the tests that come by it', async () => {
    const verdict = await ask('late.ts', 'at > cutOff');
    expect(verdict).toMatchObject({ compiles: true, tests: 'killed', simulation: 'unreached' });
    expect(verdict.said.tests).toContain('is late on the millisecond');
  });

  it('by the simulation', async () => {
    const verdict = await ask('cap.ts', 'today <= cap');
    expect(verdict).toMatchObject({
      tests: 'unreached',
      simulation: 'killed',
      said: { simulation: 'BROKEN: I3\n  four messages' },
    });
  });

  it('by nobody, who ran it or who did not', async () => {
    expect(await ask('told.ts', '""')).toMatchObject({ tests: 'survived', simulation: 'unreached' });
    expect(await ask('idle.ts', 'false')).toMatchObject({ tests: 'unreached', simulation: 'unreached' });
  });

  it('by some of its tests where patience is short, and says so', async () => {
    expect(await judge(tree, reach, find('told.ts', '""'), 0)).toMatchObject({ tests: 'open' });
  });

  it('not at all where it does not compile', async () => {
    expect(await ask('idle.ts', '{}')).toMatchObject({ compiles: false });
  });

  it('and the table adds up, with a reason for each survivor that has one', () => {
    const reasons = { 'src/domain/idle.ts: true -> false': 'nobody asks' };
    const told = tellRun({ seed: 7, commit: 'abc', date: '2026-11-27', all: all.length, verdicts, reasons });
    expect(told).toContain(`5 of ${all.length} mutants, drawn by chance; 1 do not compile`);
    expect(told).toContain('| killed by the tests | 1 | 25 % |');
    expect(told).toContain('| by the simulation alone | 1 | 25 % |');
    expect(told).toContain('| by neither | 2 | 50 % |');
    expect(told).toContain('| domain/idle.ts:1 | `true` → `false` | nobody | nobody asks |');
    expect(told).toContain('| domain/told.ts:1 | `\'a bot\'` → `""` | tests | ? |');
  });
});

function find(file: string, replacement: string): Mutant {
  const found = all.find((one) => one.file === `src/domain/${file}` && one.replacement === replacement);
  if (found === undefined) throw new Error(`no such mutant of ${file}: ${replacement}`);
  return found;
}
