import type { VariableDeclaration } from 'oxc-parser';
import { PURE_ROOMS, roomOf, standsIn } from './layout.ts';
import { type Fault, faultAt, memberName, type Node, type Source, walk } from './source.ts';

/** Starting is what it is for. */
const STARTS = ['main.ts', 'reports/print-worker.ts', 'reports/document/read-worker.ts'];
/** Chance from `node:crypto` is forbidden by another rule; what is left of it computes. */
const PURE_LIBRARIES = ['zod', 'luxon', 'hono/html', 'node:path', 'node:crypto'];
const PURE_CLASSES = ['Set', 'Map', 'WeakMap', 'WeakSet', 'RegExp', 'Error', 'URL', 'TextEncoder', 'TextDecoder'];
/** `defineConfirm`: by its name it puts the parts it is given together, and does nothing else. */
const DEFINES = /^define[A-Z]/u;
const PURE_GLOBALS = [
  'Object',
  'Array',
  'Number',
  'String',
  'Boolean',
  'BigInt',
  'Symbol',
  'JSON',
  'Math',
  'Intl',
  'Date',
];
const LIST_METHODS =
  /^(at|concat|entries|filter|find|flat|flatMap|includes|indexOf|join|keys|map|padStart|reduce|repeat|replace|replaceAll|slice|some|every|split|to[A-Z]\w*|trim|values)$/u;

/**
 * Importing a file does nothing: at its top stand imports, declarations and constants computed from constants. Functions
 * may be called there in a file that can reach nothing with effects, and those of pure rooms anywhere.
 */
export function lintAtImport(source: Source): Fault[] {
  if (standsIn(source.file, STARTS)) return [];
  const pure = pureNames(source);
  const harmless = PURE_ROOMS.includes(roomOf(source.file)) || seesOnlyPure(source);
  const isPure = (node: Node): boolean => harmless || !hasEffect(node, pure);
  return source.program.body
    .map((node) => (node.type === 'ExportNamedDeclaration' && node.declaration !== null ? node.declaration : node))
    .flatMap((node) => {
      const effect = effectOf(node, isPure);
      return effect === null ? [] : [faultAt(source, 'at-import', node, effect)];
    });
}

function effectOf(node: Node, isPure: (node: Node) => boolean): string | null {
  if (/^(Import|Export|TS|FunctionDeclaration)/u.test(node.type)) return null;
  if (node.type === 'VariableDeclaration') {
    if (node.kind !== 'const') return 'state at the top of a file: hold it in a factory';
    if (containsAwait(node)) return 'waits while it is imported';
    return node.declarations.every(({ init }) => init === null || isPure(init)) ? null : 'works while it is imported';
  }
  if (node.type === 'ClassDeclaration') {
    const fixed = node.body.body.filter((part) => !('static' in part) || part.static);
    return fixed.some((part) => part.type === 'StaticBlock' || !isPure(part)) ? 'works while it is imported' : null;
  }
  return 'a statement that works while the file is imported';
}

/** Whether evaluating it may do something: functions that are only made, not called, do nothing. */
function hasEffect(root: Node, pure: readonly string[]): boolean {
  let effect = false;
  walk(root, (node, [parent]) => {
    if (isFunction(node)) return isCallback(node, parent);
    if (node.type === 'CallExpression') effect ||= !isPureCallee(node.callee, pure);
    if (node.type === 'TaggedTemplateExpression') effect ||= !isPureCallee(node.tag, pure);
    if (node.type === 'NewExpression') {
      effect ||= !(node.callee.type === 'Identifier' && [...PURE_CLASSES, ...pure].includes(node.callee.name));
    }
    if (/^(AwaitExpression|AssignmentExpression|UpdateExpression|ImportExpression|YieldExpression)$/u.test(node.type)) {
      effect = true;
    }
    return !effect;
  });
  return effect;
}

function isPureCallee(callee: Node, pure: readonly string[]): boolean {
  if (callee.type === 'Identifier')
    return pure.includes(callee.name) || PURE_GLOBALS.includes(callee.name) || DEFINES.test(callee.name);
  if (callee.type !== 'MemberExpression') return false;
  if (LIST_METHODS.test(memberName(callee) ?? '')) return true;
  const object = callee.object.type === 'CallExpression' ? callee.object.callee : callee.object;
  return isPureCallee(object, pure);
}

/** Names that come from a pure room or a pure library, and the file's own constants. */
function pureNames(source: Source): string[] {
  return source.program.body.flatMap((node) => {
    if (node.type === 'ImportDeclaration' && isPureModule(node.source.value)) {
      return node.specifiers.map((one) => one.local.name);
    }
    return node.type === 'VariableDeclaration' ? constantsOf(node) : [];
  });
}

/** Values that are computed at the top of the file are judged where they are; their methods give further values. */
function constantsOf(node: VariableDeclaration): string[] {
  return node.declarations.flatMap(({ id, init }) =>
    id.type === 'Identifier' && init !== null && !isFunction(init) ? [id.name] : [],
  );
}

function seesOnlyPure(source: Source): boolean {
  return source.program.body.every(
    (node) => node.type !== 'ImportDeclaration' || node.importKind === 'type' || isPureModule(node.source.value),
  );
}

function isPureModule(named: string): boolean {
  const room = named.split('/').find((step) => !/^\.+$/u.test(step)) ?? '';
  return named.startsWith('.') ? PURE_ROOMS.includes(room) : PURE_LIBRARIES.includes(named);
}

function isFunction(node: Node): boolean {
  return /Function(Expression|Declaration)$/u.test(node.type);
}

/** A function handed to a call is taken to be called at once, unless the call only puts parts together. */
function isCallback(node: Node, parent: Node | undefined): boolean {
  if (parent?.type !== 'CallExpression' || (parent.callee.type === 'Identifier' && DEFINES.test(parent.callee.name)))
    return false;
  return parent.arguments.some((argument) => argument === node);
}

function containsAwait(root: Node): boolean {
  let waits = false;
  walk(root, (node) => {
    waits ||= node.type === 'AwaitExpression';
    return !isFunction(node);
  });
  return waits;
}
