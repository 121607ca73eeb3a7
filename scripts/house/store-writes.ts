import { readFileSync } from 'node:fs';
import { standsIn, WRITERS } from './layout.ts';
import { type Fault, faultAt, memberName, type Node, readSource, type Source, walk } from './source.ts';

/** What each noun of the store can write: the names of the methods, by the noun's name in the store. */
export type Writes = ReadonlyMap<string, ReadonlySet<string>>;

const WRITING_SQL = /^\s*(INSERT|UPDATE|DELETE|REPLACE)\b|\b(INSERT INTO|DELETE FROM)\b/iu;

/** Who writes: actions, and the few rooms that keep what is their own. */
export function lintStoreWrites(source: Source, writes: Writes): Fault[] {
  if (standsIn(source.file, ['store'])) return [];
  const faults: Fault[] = [];
  const aliases = nounsTakenOut(source, writes);
  walk(source.program, (node) => {
    const written = nounWritten(node, writes, aliases);
    if (written === null) return;
    const [noun, method] = written;
    const may = WRITERS.some(({ place, nouns }) => standsIn(source.file, [place]) && isAmong(noun, nouns));
    if (!may) faults.push(faultAt(source, 'store-writes', node, `${noun}.${method} writes: that is for actions`));
  });
  return faults;
}

function isAmong(noun: string, nouns: readonly string[] | 'all'): boolean {
  return nouns === 'all' || nouns.includes(noun);
}

/** `store.tasks.open` and `turn.store.tasks.open`, called or handed on, and `tasks.open` where tasks was taken out. */
function nounWritten(node: Node, writes: Writes, aliases: Aliases): [noun: string, method: string] | null {
  const method = memberName(node);
  if (method === null || node.type !== 'MemberExpression') return null;
  const noun = nounOf(node.object) ?? (node.object.type === 'Identifier' ? aliases.get(node.object.name) : undefined);
  return noun !== undefined && writes.get(noun)?.has(method) === true ? [noun, method] : null;
}

/** `tasks` of `store.tasks`. */
function nounOf(node: Node): string | undefined {
  if (node.type !== 'MemberExpression' || !isStore(node.object)) return;
  return memberName(node) ?? undefined;
}

function isStore(node: Node): boolean {
  return (node.type === 'Identifier' ? node.name : memberName(node)) === 'store';
}

/** Names in a file that stand for a noun of the store. */
type Aliases = ReadonlyMap<string, string>;

/** `const { tasks: all } = store` and `const all = store.tasks`. */
function nounsTakenOut(source: Source, writes: Writes): Aliases {
  const aliases = new Map<string, string>();
  walk(source.program, (node) => {
    if (node.type !== 'VariableDeclarator' || node.init === null) return;
    const noun = nounOf(node.init);
    if (node.id.type === 'Identifier' && noun !== undefined) aliases.set(node.id.name, noun);
    if (node.id.type !== 'ObjectPattern' || !isStore(node.init)) return;
    for (const part of node.id.properties) {
      if (part.type !== 'Property' || part.key.type !== 'Identifier' || part.value.type !== 'Identifier') continue;
      if (writes.has(part.key.name)) aliases.set(part.value.name, part.key.name);
    }
  });
  return aliases;
}

/** Reads from the store's own files which methods write: those that use a statement whose SQL does. */
export function readWrites(root: string): Writes {
  const at = (file: string) => readSource(file, readFileSync(`${root}/store/${file}`, 'utf8'));
  const store = at('store.ts');
  const files = new Map(
    store.program.body.flatMap((node) =>
      node.type === 'ImportDeclaration'
        ? node.specifiers.map((one): [string, string] => [one.local.name, node.source.value.replace('./', '')])
        : [],
    ),
  );
  const writes = new Map<string, Set<string>>();
  for (const { name, factory } of nounsOf(store)) {
    const file = factory === null ? undefined : files.get(factory);
    // A noun that is not read would be free for everybody to write.
    if (file === undefined) throw new Error(`store-writes cannot tell which file makes the noun ${name} of store.ts`);
    writes.set(name, writingMethods(at(file)));
  }
  return writes;
}

/** What `createNouns` returns, each noun with the function that makes it: called there, or for a const beforehand; null: neither. */
export function nounsOf(store: Source): { name: string; factory: string | null }[] {
  const made = new Map<string, string>();
  const nouns: { name: string; factory: string | null }[] = [];
  const factoryOf = (node: Node): string | null => {
    if (node.type === 'Identifier') return made.get(node.name) ?? null;
    return node.type === 'CallExpression' && node.callee.type === 'Identifier' ? node.callee.name : null;
  };
  const create = store.program.body.find((node) => isNamed(node, 'createNouns'));
  if (create === undefined) throw new Error('store.ts has no createNouns');
  walk(create, (node) => {
    if (node.type === 'VariableDeclarator' && node.id.type === 'Identifier' && node.init !== null) {
      const factory = factoryOf(node.init);
      if (factory !== null) made.set(node.id.name, factory);
    }
    if (node.type === 'Property' && node.key.type === 'Identifier')
      nouns.push({ name: node.key.name, factory: factoryOf(node.value) });
  });
  return nouns;
}

function isNamed(node: Node, name: string): boolean {
  const declared = node.type === 'ExportNamedDeclaration' ? node.declaration : node;
  return declared?.type === 'FunctionDeclaration' && declared.id?.name === name;
}

function writingMethods(source: Source): Set<string> {
  const writers = new Set<string>();
  const uses = (node: Node): boolean => mentions(node, (name, text) => writers.has(name) || WRITING_SQL.test(text));
  // Twice: a function may stand above the statements it uses.
  for (let pass = 0; pass < 2; pass++) {
    walk(source.program, (node) => {
      const name = nameOfPart(node);
      if (name !== null && uses(node)) writers.add(name);
    });
  }
  const methods = new Set<string>();
  walk(source.program, (node) => {
    if (node.type !== 'ReturnStatement' || node.argument?.type !== 'ObjectExpression') return;
    for (const property of node.argument.properties) {
      if (property.type !== 'Property' || property.key.type !== 'Identifier') continue;
      if (isFunction(property.value) && uses(property.value)) methods.add(property.key.name);
    }
  });
  return methods;
}

/** The name of a statement (`const add = db.prepare(...)`, `add: db.prepare(...)`) or of a function that may use some. */
function nameOfPart(node: Node): string | null {
  if (node.type === 'VariableDeclarator' && node.id.type === 'Identifier' && node.init !== null) {
    return isStatement(node.init) || isFunction(node.init) ? node.id.name : null;
  }
  if (node.type === 'Property' && node.key.type === 'Identifier') return isStatement(node.value) ? node.key.name : null;
  const isFactory = node.type === 'FunctionDeclaration' && /^(create|prepare)/u.test(node.id?.name ?? '');
  return node.type === 'FunctionDeclaration' && !isFactory ? (node.id?.name ?? null) : null;
}

function isStatement(node: Node): boolean {
  return node.type === 'CallExpression' && memberName(node.callee) === 'prepare';
}

function isFunction(node: Node): boolean {
  return node.type === 'FunctionExpression' || node.type === 'ArrowFunctionExpression';
}

function mentions(root: Node, found: (name: string, text: string) => boolean): boolean {
  let is = false;
  walk(root, (node) => {
    const name = node.type === 'Identifier' ? node.name : '';
    const text = node.type === 'TemplateElement' ? node.value.raw : node.type === 'Literal' ? String(node.value) : '';
    is ||= found(name, text);
    return !is;
  });
  return is;
}
