import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Instrumenter } from '@stryker-mutator/instrumenter';
import { createDice } from '../simulation/seeded-random.ts';

/** The rooms whose sources are mutated: what decides, stores, sends and answers. */
const MUTATED_ROOMS = ['domain', 'actions', 'delivery', 'chat', 'store', 'channels'] as const;

type Place = { line: number; column: number };

/** One small edit of one source file, as Stryker makes them. Lines and columns count from 0. */
export interface Mutant {
  file: string;
  start: Place;
  end: Place;
  /** Stryker's name of the operator. */
  kind: string;
  original: string;
  replacement: string;
}

export interface Instrumented {
  /** By the number under which the instrumented sources note that they came by. */
  mutants: Map<string, Mutant>;
  files: { name: string; content: string }[];
}

/** Every mutant of the rooms, in the order of files and places. */
export async function listMutants(root: string): Promise<Mutant[]> {
  const names = globSync(`src/{${MUTATED_ROOMS.join(',')}}/**/*.ts`, { cwd: root });
  const sources = names.sort().map((name) => ({ name, content: readFileSync(join(root, name), 'utf8') }));
  return [...(await instrument(sources)).mutants.values()];
}

/** The first `count` of all mutants, shuffled by the seed: a larger count only adds to a smaller one. */
export function sampleMutants(all: readonly Mutant[], seed: number, count: number): Mutant[] {
  const dice = createDice(`mutants ${seed}`);
  const left = [...all];
  return Array.from({ length: Math.min(count, all.length) }, () => {
    const at = dice.between(0, left.length - 1);
    const [drawn] = left.splice(at, 1);
    if (drawn === undefined) throw new Error('drew beyond the end');
    return drawn;
  });
}

/** What Stryker finds in these sources; with places, only what lies within them. */
export async function instrument(
  sources: readonly { name: string; content: string; within?: readonly { start: Place; end: Place }[] }[],
): Promise<Instrumented> {
  const bySource = new Map(sources.map(({ name, content }) => [name, content]));
  const files = sources.map(({ name, content, within }) => ({ name, content, mutate: within ? [...within] : true }));
  const silent = new Proxy({}, { get: (_, name) => () => (String(name).startsWith('is') ? false : undefined) });
  const found = await new Instrumenter(silent as never).instrument(files, {
    excludedMutations: [],
    ignorers: [],
    plugins: null,
    noHeader: false,
  });
  const mutants = found.mutants.map(({ id, fileName, location, mutatorName, replacement }): [string, Mutant] => {
    const source = bySource.get(fileName) ?? '';
    const [from, to] = [offsetOf(source, location.start), offsetOf(source, location.end)];
    const place = { start: { ...location.start }, end: { ...location.end } };
    const original = source.slice(from, to);
    return [id, { file: fileName, ...place, kind: mutatorName, original, replacement }];
  });
  return { mutants: new Map(mutants), files: found.files.map(({ name, content }) => ({ name, content })) };
}

export function mutate(source: string, { start, end, kind, replacement }: Mutant): string {
  // Stryker changes a tree, in which "a ?? b ?? c" with a changed middle is no riddle; in a text it needs its brackets.
  const written = kind === 'LogicalOperator' ? `(${replacement})` : replacement;
  return source.slice(0, offsetOf(source, start)) + written + source.slice(offsetOf(source, end));
}

/** One mutant's name in a list of results: the same wherever it was found. */
export function nameOf({ file, start, end, kind, replacement }: Mutant): string {
  return `${file}:${start.line + 1}:${start.column + 1}-${end.line + 1}:${end.column + 1} ${kind} ${replacement}`;
}

function offsetOf(source: string, { line, column }: Place): number {
  let at = 0;
  for (let passed = 0; passed < line; passed++) at = source.indexOf('\n', at) + 1;
  return at + column;
}
