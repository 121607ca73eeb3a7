import { roomOf } from './layout.ts';
import { type Fault, faultAt, type Node, type Source, walk } from './source.ts';

const SNAKE_CASE = /^[a-z][a-z\d]*(_[a-z\d]+)+$/u;
/** Where names come from outside: rows in `store`, payloads of the platforms in `channels`, columns of the plan's files in `plan`. */
const FOREIGN_NAMES = ['store', 'channels', 'channels/*', 'plan'];

/**
 * Fields are camelCase once they have left the database or the platform. Only names that are read or declared count: the
 * keys of a table of codes (`{ wrong_kind: ... }`) are data, as the codes themselves are.
 */
export function lintRowFields(source: Source): Fault[] {
  if (FOREIGN_NAMES.includes(roomOf(source.file))) return [];
  const faults: Fault[] = [];
  walk(source.program, (node, around) => {
    const name = nameOf(node, around);
    if (name !== null && SNAKE_CASE.test(name)) {
      faults.push(faultAt(source, 'row-fields', node, `${name}: fields are camelCase outside the store`));
    }
  });
  return faults;
}

function nameOf(node: Node, [parent, grandparent]: readonly Node[]): string | null {
  if (node.type !== 'Identifier' || parent === undefined) return null;
  const isKey = 'key' in parent && parent.key === node;
  if (isKey && parent.type === 'Property' && grandparent?.type === 'ObjectExpression') {
    return parent.shorthand ? node.name : null;
  }
  return node.name;
}
