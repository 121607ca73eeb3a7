import { globSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';

/** The storeys of the house, lowest first. A file imports its own storey's room or rooms below, never a sibling's inside. */
const STOREYS: readonly (readonly string[])[] = [
  ['clock.ts', 'log.ts', 'config.ts'],
  ['domain'],
  ['language', 'plan', 'wording'],
  ['channels'],
  ['store'],
  ['delivery'],
  ['actions', 'reports'],
  ['chat', 'scheduler', 'web'],
  ['channels/telegram', 'channels/zalo', 'channels/web-chat'],
  ['rehearsal', 'random.ts', 'menus.ts', 'uploads.ts', 'open-plan.ts', 'figures.ts', 'health.ts', 'channel-list.ts'],
  ['bot.ts'],
  ['app.ts'],
  ['explain-failure.ts'],
  ['main.ts'],
];

/** What some rooms may not see although it lies below: a platform knows its contract and how to word a list, nothing else. */
const NOT_SEEN: Readonly<Record<string, readonly string[]>> = {
  'channels/telegram': ['store', 'delivery', 'actions', 'chat', 'scheduler', 'web', 'plan', 'domain', 'language'],
  'channels/zalo': ['store', 'delivery', 'actions', 'chat', 'scheduler', 'web', 'plan', 'domain', 'language'],
  'channels/web-chat': ['store', 'delivery', 'actions', 'chat', 'scheduler', 'web', 'plan', 'domain', 'language'],
  scheduler: ['web', 'chat', 'language'],
  web: ['chat', 'scheduler', 'language', 'plan'],
  delivery: ['plan', 'language'],
  store: ['plan', 'language', 'wording'],
};

/** One library, one folder. */
const LIBRARIES: Readonly<Record<string, readonly string[]>> = {
  'better-sqlite3': ['store'],
  telegraf: ['channels/telegram'],
  axios: ['channels/zalo'],
  'node-cron': ['scheduler'],
  hono: ['web', 'app.ts'],
  '@hono/node-server': ['web'],
  pino: ['log.ts'],
  dotenv: ['main.ts'],
  'csv-parse': ['plan'],
  'file-type': ['actions'],
  'prom-client': ['web'],
};

/** Time and chance are arguments; these words may stand in the named files only. */
const SYSTEM_WORDS: readonly { word: RegExp; said: string; allowed: readonly string[] }[] = [
  {
    word: /\bDate\.now\(|\bnew Date\(\s*\)|\bDateTime\.(now|local|utc)\(\s*\)|performance\.now\(/u,
    said: 'the system clock',
    allowed: ['clock.ts'],
  },
  { word: /\bMath\.random\(|\brandomBytes\(|\brandomUUID\(/u, said: 'chance', allowed: ['random.ts'] },
  { word: /\bprocess\.env\b/u, said: 'the environment', allowed: ['main.ts'] },
  {
    word: /\bset(Timeout|Interval|Immediate)\(/u,
    said: 'a timer',
    allowed: ['clock.ts', 'channels/telegram', 'channels/zalo', 'web', 'main.ts'],
  },
];

const IMPORT = /(?:^|\n)\s*(?:import|export)\s[^'"]*?from\s+['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]\s*\)/gu;

/** Reads every source file and says which rule of the house it breaks; empty when it stands. */
export function lintHouse(root: string): string[] {
  const files = globSync('**/*.ts', { cwd: root });
  return files.sort().flatMap((file) => lintFile(file, readFileSync(join(root, file), 'utf8')));
}

/** The broken rules of one file, given as its path below the root and its text. */
export function lintFile(file: string, text: string): string[] {
  const room = roomOf(file);
  const code = stripComments(text);
  const imports = [...code.matchAll(IMPORT)].map((match) => match[1] ?? match[2] ?? '');
  return [...imports.flatMap((name) => lintImport(file, room, name)), ...lintWords(file, room, code)];
}

function lintImport(file: string, room: string, name: string): string[] {
  if (!name.startsWith('.')) {
    const library = Object.keys(LIBRARIES).find((one) => name === one || name.startsWith(`${one}/`));
    const homes = library === undefined ? undefined : LIBRARIES[library];
    return homes === undefined || homes.includes(room) ? [] : [`${file}: ${name} belongs to ${homes.join(', ')} alone`];
  }
  const target = roomOf(normalize(join(dirname(file), name)));
  if (target === room) return [];
  const [from, to] = [storeyOf(room), storeyOf(target)];
  if (from === -1 || to === -1) return [`${file}: ${from === -1 ? room : target} has no storey`];
  if (to >= from) return [`${file}: ${room} may not import ${target}: arrows point down`];
  return NOT_SEEN[room]?.includes(target) === true ? [`${file}: ${room} may not know ${target}`] : [];
}

function lintWords(file: string, room: string, code: string): string[] {
  return SYSTEM_WORDS.filter(({ word, allowed }) => !allowed.includes(room) && word.test(code)).map(
    ({ said, allowed }) => `${file}: reads ${said}; only ${allowed.join(', ')} may`,
  );
}

/** The room a file stands in: its folder, or itself when it stands at the root. */
function roomOf(file: string): string {
  const path = file.replaceAll('\\', '/');
  const parts = path.split('/');
  if (parts[0] === 'channels' && parts.length > 2) return `channels/${parts[1]}`;
  return parts[0] ?? path;
}

function storeyOf(room: string): number {
  return STOREYS.findIndex((storey) => storey.includes(room));
}

function stripComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//gu, '').replace(/(^|[^:'"`])\/\/.*$/gmu, '$1');
}
