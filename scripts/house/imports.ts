import { readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { HOMES, ROOMS, roomOf, standsIn } from './layout.ts';
import { type Fault, faultAt, isValue, type Node, type Source, walk } from './source.ts';

/** Every way a file can name another: imports, re-exports, `import()` of values and of types, `require`. */
export function lintImports(source: Source): Fault[] {
  const faults: Fault[] = [];
  const add = (node: Node, said: string) => faults.push(faultAt(source, 'imports', node, said));
  walk(source.program, (node, around) => {
    if (isValue(node, around) && 'name' in node && node.name === 'require') add(node, 'require: import it by name');
    const named = moduleNamed(node);
    if (named === undefined) return;
    if (named === null) return void add(node, 'what is imported is only known when it runs');
    const said = judge(source.file, named);
    if (said !== null) add(node, said);
    else if (isForEffect(node)) add(node, `${named} is imported for what it does: importing a file does nothing`);
  });
  return faults;
}

/** The module a node imports; null when that is computed, undefined when it imports nothing. */
function moduleNamed(node: Node): string | null | undefined {
  switch (node.type) {
    case 'ImportDeclaration':
    case 'ExportAllDeclaration':
      return node.source.value;
    case 'ExportNamedDeclaration':
      return node.source?.value;
    case 'ImportExpression':
    case 'TSImportType':
      return literal(node.source);
    case 'TSExternalModuleReference':
      return literal(node.expression);
    default:
      return;
  }
}

function literal(node: Node): string | null {
  return node.type === 'Literal' && typeof node.value === 'string' ? node.value : null;
}

function isForEffect(node: Node): boolean {
  return node.type === 'ImportDeclaration' && node.specifiers.length === 0 && node.importKind !== 'type';
}

function judge(file: string, named: string): string | null {
  return named.startsWith('.') ? judgeRoom(file, posix.join(posix.dirname(file), named)) : judgeLibrary(file, named);
}

function judgeRoom(file: string, target: string): string | null {
  const [from, to] = [roomOf(file), roomOf(target)];
  if (from === to) {
    const apart = from === 'channels/*' && platformOf(file) !== platformOf(target);
    return apart ? `one platform may not know another (${target})` : null;
  }
  const seen = ROOMS.find(([room]) => room === from)?.[1];
  if (seen === undefined) return `${from} is no room of the house (scripts/house/layout.ts)`;
  return seen.includes(to) ? null : `${from} may not see ${to} (${target})`;
}

function platformOf(file: string): string | undefined {
  return file.split('/')[1];
}

function judgeLibrary(file: string, named: string): string | null {
  const library = Object.keys(HOMES).find((one) => named === one || named.startsWith(`${one}/`));
  const homes = library === undefined ? undefined : HOMES[library];
  if (homes !== undefined) return standsIn(file, homes) ? null : `${named} is at home in ${homes.join(', ')} alone`;
  if (DEV_DEPENDENCIES.some((one) => named === one || named.startsWith(`${one}/`))) {
    return `${named} is there for development only`;
  }
  return `${named} has no home (scripts/house/layout.ts)`;
}

const DEV_DEPENDENCIES = Object.keys(JSON.parse(readFileSync('package.json', 'utf8')).devDependencies);
