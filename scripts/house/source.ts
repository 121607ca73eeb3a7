import { type Node, type Program, parseSync } from 'oxc-parser';

export type { Node, Program };

export interface Source {
  /** Path below the folder that is looked at. */
  file: string;
  text: string;
  program: Program;
}

export interface Fault {
  file: string;
  line: number;
  rule: string;
  said: string;
}

/** A node with those it stands in, the nearest first. */
export type Visit = (node: Node, around: readonly Node[]) => boolean | undefined;

/** Parses a file; a text that is no TypeScript is thrown. */
export function readSource(file: string, text: string): Source {
  const { program, errors } = parseSync(file, text, { astType: 'ts' });
  const [error] = errors;
  if (error !== undefined) throw new Error(`${file}: ${error.message}`);
  return { file, text, program };
}

/** Visits a node and what it consists of, from top to bottom; `false` leaves out what is inside. */
export function walk(node: Node, visit: Visit, around: readonly Node[] = []): void {
  if (visit(node, around) === false) return;
  const inside = [node, ...around];
  for (const part of Object.values(node)) {
    for (const inner of Array.isArray(part) ? part : [part]) if (isNode(inner)) walk(inner, visit, inside);
  }
}

export function faultAt(source: Source, rule: string, node: { start: number }, said: string): Fault {
  const line = source.text.slice(0, node.start).split('\n').length;
  return { file: source.file, line, rule, said };
}

/** `name` of `x.name`, also written as `x['name']`; null when it is computed. */
export function memberName(node: Node): string | null {
  if (node.type !== 'MemberExpression') return null;
  if (!node.computed) return node.property.type === 'Identifier' ? node.property.name : null;
  return node.property.type === 'Literal' ? String(node.property.value) : null;
}

/** Whether an identifier stands for a value here, rather than naming a property, a label or a type. */
export function isValue(node: Node, around: readonly Node[]): boolean {
  const [parent] = around;
  if (parent === undefined || node.type !== 'Identifier') return false;
  if (parent.type === 'MemberExpression') return parent.object === node || parent.computed;
  if (parent.type === 'Property') return parent.value === node || parent.computed;
  if (['MethodDefinition', 'PropertyDefinition'].includes(parent.type)) return 'key' in parent && parent.key !== node;
  return !/^(TSTypeReference|TSQualifiedName|TSTypeQuery|TSPropertySignature|TSMethodSignature|TSNamed|TSInterface|TSTypeAlias|TSTypeParameter|TSTypePredicate|Import|Export|Labeled|Break|Continue)/u.test(
    parent.type,
  );
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
}
