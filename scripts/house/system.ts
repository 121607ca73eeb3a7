import { roomOf, SYSTEM, type SystemThing, standsIn } from './layout.ts';
import { type Fault, faultAt, isValue, memberName, type Node, type Source, walk } from './source.ts';

const TIMERS = ['setTimeout', 'setInterval', 'setImmediate'];
const CHANCE_OF_CRYPTO = /^(random|getRandomValues|webcrypto|generateKey|generatePrime)/u;
/** Methods of luxon that compare with now unless told otherwise. */
const RELATIVE_TO_NOW = ['toRelative', 'toRelativeCalendar', 'diffNow'];
const NOW_IN_SQL =
  /\b(datetime|date|time|strftime|unixepoch|julianday)\s*\(\s*'now'|\bcurrent_(timestamp|date|time)\b/iu;
const CHANCE_IN_SQL = /\brandom(blob)?\s*\(/iu;

/** Time, chance, the environment and timers are arguments, under whatever name they are asked for. */
export function lintSystem(source: Source): Fault[] {
  const faults: Fault[] = [];
  const luxon = luxonNames(source);
  walk(source.program, (node, around) => {
    const thing = importedThing(node) ?? thingNamed(node, around, luxon) ?? inSql(node, source);
    if (thing === null || standsIn(source.file, SYSTEM[thing].allowed)) return;
    const { said, allowed } = SYSTEM[thing];
    const who = allowed.length === 0 ? 'nobody may' : `only ${allowed.join(', ')} may`;
    faults.push(faultAt(source, 'system', node, `asks for ${said}; ${who}`));
  });
  return faults;
}

/** Whole libraries under one name would hide what is taken from them. */
function importedThing(node: Node): SystemThing | null {
  if (node.type !== 'ImportDeclaration') return null;
  const library = node.source.value;
  if (/^(node:)?timers(\/|$)/u.test(library)) return 'timer';
  const taken = node.specifiers.map((one) => {
    if (one.type !== 'ImportSpecifier') return '*';
    return one.imported.type === 'Identifier' ? one.imported.name : one.imported.value;
  });
  if (/^(node:)?crypto$/u.test(library)) {
    return taken.some((name) => name === '*' || CHANCE_OF_CRYPTO.test(name)) ? 'chance' : null;
  }
  return library === 'luxon' && taken.some((name) => name === '*' || name === 'Settings') ? 'clock' : null;
}

/** The names under which a file knows luxon's DateTime. */
function luxonNames(source: Source): string[] {
  return source.program.body.flatMap((node) =>
    node.type === 'ImportDeclaration' && node.source.value === 'luxon'
      ? node.specifiers.flatMap((one) =>
          one.type === 'ImportSpecifier' && one.imported.type === 'Identifier' && one.imported.name === 'DateTime'
            ? [one.local.name]
            : [],
        )
      : [],
  );
}

function thingNamed(node: Node, around: readonly Node[], luxon: readonly string[]): SystemThing | null {
  if (RELATIVE_TO_NOW.includes(memberName(node) ?? '')) return 'clock';
  if (!isValue(node, around) || node.type !== 'Identifier') return null;
  if (luxon.includes(node.name)) return luxonThing(node, around);
  if (TIMERS.includes(node.name)) return 'timer';
  const [parent] = around;
  const member = parent?.type === 'MemberExpression' && parent.object === node ? memberName(parent) : null;
  switch (node.name) {
    case 'Date':
      return isHarmlessDate(node, parent, member) ? null : 'clock';
    case 'performance':
    case 'Temporal':
      return 'clock';
    case 'Math':
      return member !== null && member !== 'random' ? null : 'chance';
    case 'crypto':
      return 'chance';
    case 'process':
      return processThing(member);
    case 'AbortSignal':
      return member === 'timeout' ? 'timer' : null;
    case 'globalThis':
    case 'global':
      return 'detour';
    default:
      return null;
  }
}

/** `new Date(ms)`, `x instanceof Date`, `Date.UTC(...)` and `Date.parse(text)` do not look at the clock. */
function isHarmlessDate(node: Node, parent: Node | undefined, member: string | null): boolean {
  if (parent?.type === 'NewExpression') return parent.callee === node && parent.arguments.length > 0;
  if (parent?.type === 'BinaryExpression') return parent.operator === 'instanceof';
  return member === 'UTC' || member === 'parse';
}

function processThing(member: string | null): SystemThing | null {
  if (member === null || member === 'env') return 'environment';
  return member === 'hrtime' || member === 'uptime' ? 'clock' : null;
}

/** `DateTime.now()`, and `local()` or `utc()` without a date; any use but by its members hides which one is meant. */
function luxonThing(node: Node, [parent, call]: readonly Node[]): SystemThing | null {
  if (parent?.type === 'BinaryExpression' && parent.operator === 'instanceof') return null;
  const member = parent?.type === 'MemberExpression' && parent.object === node ? memberName(parent) : null;
  if (member === null || member === 'now') return 'clock';
  if (member !== 'local' && member !== 'utc') return null;
  const dated = call?.type === 'CallExpression' && call.callee === parent && call.arguments.length > 0;
  return dated ? null : 'clock';
}

function inSql(node: Node, source: Source): SystemThing | null {
  if (roomOf(source.file) !== 'store') return null;
  const text = node.type === 'TemplateElement' ? node.value.raw : node.type === 'Literal' ? String(node.value) : '';
  if (NOW_IN_SQL.test(text)) return 'clock';
  return CHANCE_IN_SQL.test(text) ? 'chance' : null;
}
