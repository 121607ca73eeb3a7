/**
 * The rooms of the house, the top first. A room is a folder of `src` or a file beside the folders; `channels/*` is every
 * platform's folder, whatever its name. A room may import what it names here and nothing else, and it can only name rooms
 * that stand below it, so arrows point down and never in a circle.
 */
export const ROOMS: readonly (readonly [room: string, sees: readonly string[]])[] = [
  ['main.ts', ['assembly', 'config.ts', 'random.ts', 'wording', 'log.ts', 'clock.ts']],
  [
    'assembly',
    [
      'rehearsal',
      'replica',
      'config.ts',
      'channels/*',
      'board',
      'chat',
      'scheduler',
      'web',
      'reports',
      'actions',
      'delivery',
      'store',
      'channels',
      'plan',
      'wording',
      'language',
      'domain',
      'log.ts',
      'clock.ts',
    ],
  ],
  ['replica', ['config.ts', 'age-key.ts', 'log.ts', 'clock.ts']],
  ['rehearsal', ['config.ts', 'channels/*', 'web', 'actions', 'store', 'wording', 'domain', 'clock.ts']],
  ['random.ts', ['actions']],
  ['config.ts', ['channels', 'wording', 'age-key.ts']],
  ['age-key.ts', []],
  ['channels/*', ['channels', 'wording', 'log.ts']],
  [
    'chat',
    [
      'actions',
      'delivery',
      'store',
      'channels',
      'understanding',
      'language',
      'wording',
      'domain',
      'log.ts',
      'clock.ts',
    ],
  ],
  ['scheduler', ['actions', 'store', 'channels', 'domain', 'log.ts', 'clock.ts']],
  ['web', ['channels', 'wording']],
  ['board', ['reports', 'actions', 'store', 'language', 'wording', 'domain']],
  ['reports', ['actions', 'store', 'wording', 'language', 'domain', 'log.ts', 'clock.ts']],
  ['actions', ['delivery', 'store', 'channels', 'plan', 'wording', 'language', 'domain']],
  ['delivery', ['store', 'channels', 'wording', 'domain', 'log.ts', 'clock.ts']],
  ['store', ['channels', 'domain']],
  ['channels', ['wording', 'log.ts']],
  ['understanding', ['language', 'domain']],
  ['plan', ['domain']],
  ['wording', ['domain']],
  ['language', ['domain']],
  ['domain', []],
  ['log.ts', []],
  ['clock.ts', []],
];

/** Rooms that compute and do nothing else: no library that reaches outside has its home in them. */
export const PURE_ROOMS: readonly string[] = ['domain', 'language', 'wording', 'understanding'];

/** Where each library and each module of Node is at home. One that is not listed has no home and may not be imported. */
export const HOMES: Readonly<Record<string, readonly string[]>> = {
  '@hono/node-server': ['web'],
  '@resvg/resvg-js': ['reports'],
  '@fastify/busboy': ['web'],
  axios: ['channels/*'],
  'better-sqlite3': ['store'],
  'csv-parse': ['plan'],
  docx: ['reports'],
  dotenv: ['main.ts'],
  fflate: ['reports'],
  'file-type': ['actions'],
  'https-proxy-agent': ['channels'],
  hono: ['web', 'assembly/app.ts'],
  hucre: ['plan', 'reports'],
  'jsonc-parser': ['plan'],
  luxon: ['domain', 'wording', 'config.ts'],
  'node-cron': ['scheduler'],
  pino: ['log.ts'],
  pngjs: ['actions'],
  'prom-client': ['web'],
  qrcode: ['actions'],
  saxes: ['reports'],
  telegraf: ['channels/telegram'],
  zod: ['channels', 'channels/*', 'chat', 'plan'],
  'node:child_process': ['replica'],
  'node:crypto': ['actions', 'age-key.ts', 'channels', 'channels/*', 'random.ts', 'store', 'web'],
  'node:dns': ['channels/*'],
  'node:fs': ['channels/*', 'plan', 'replica', 'scheduler', 'store', 'web'],
  'node:http': ['channels', 'channels/*', 'replica', 'web'],
  'node:https': ['channels', 'channels/*'],
  'node:module': ['replica', 'reports', 'web'],
  'node:net': ['channels', 'channels/*', 'replica', 'web'],
  'node:os': ['replica'],
  'node:path': ['plan', 'replica', 'scheduler', 'store', 'web'],
  'node:zlib': ['reports'],
  'node:tls': ['channels'],
  'node:worker_threads': ['reports'],
  'node:timers': ['channels', 'channels/*'],
};

/** What only the named rooms may ask of the machine; everybody else is given it as an argument. */
export const SYSTEM = {
  clock: { said: 'the system clock', allowed: ['clock.ts'] },
  chance: { said: 'chance', allowed: ['random.ts'] },
  environment: { said: 'the environment', allowed: ['main.ts'] },
  timer: { said: 'a timer', allowed: ['channels', 'channels/*', 'clock.ts', 'main.ts', 'web'] },
  detour: { said: 'a global object by a detour', allowed: [] },
} as const satisfies Readonly<Record<string, { said: string; allowed: readonly string[] }>>;

export type SystemThing = keyof typeof SYSTEM;

/** Rooms whose matter is Vietnamese: sentences to people, and what people type. */
export const VIETNAMESE_ROOMS: readonly string[] = [
  'wording',
  'language',
  'understanding',
  'channels/*/card.ts',
  'web/pages/room/words.js',
  'scripts/house/vietnamese.ts',
];

/** Writes are actions. Elsewhere a room writes only what is its own, for the reason given. */
export const WRITERS: readonly { place: string; nouns: readonly string[] | 'all'; reason: string }[] = [
  { place: 'actions', nouns: 'all', reason: 'what can be done, each said once' },
  { place: 'delivery', nouns: ['outbox', 'spending'], reason: 'the one outcome of each message, and what it cost' },
  { place: 'delivery', nouns: ['chats'], reason: 'what a send taught about the chat: reachable or not, choices shown' },
  {
    place: 'chat/keep-updates.ts',
    nouns: ['inbound', 'unreadable', 'chats'],
    reason: 'an update is stored before it is acted on',
  },
  { place: 'chat/intake.ts', nouns: ['inbound', 'unreadable'], reason: 'and settled when it was' },
  { place: 'chat/fetch-files.ts', nouns: ['attachments', 'storedFiles'], reason: 'and so are its files' },
  { place: 'chat', nouns: ['dialogs', 'keptDrafts'], reason: 'where a conversation stands is its own affair' },
  { place: 'scheduler', nouns: ['facts'], reason: 'when a job ran last' },
  { place: 'scheduler/jobs/expire-messages.ts', nouns: ['outbox'], reason: 'housekeeping' },
  {
    place: 'scheduler/jobs/forget-old.ts',
    nouns: [
      'inbound',
      'unreadable',
      'oneTimeCodes',
      'attachments',
      'dialogs',
      'undos',
      'downloadLinks',
      'reportLinks',
      'boardAccess',
      'templates',
      'templateTrials',
      'storedFiles',
      'audit',
      'meetings',
      'erasure',
      'traffic',
      'dataRequests',
      'tickets',
      'questions',
      'notices',
      'assignments',
      'standIns',
    ],
    reason: 'housekeeping',
  },
  {
    place: 'assembly/health.ts',
    nouns: ['facts'],
    reason: 'whether the database takes anything is found out by writing',
  },
  {
    place: 'assembly/require-newest-term.ts',
    nouns: ['facts'],
    reason: 'what of the replica was looked into, so that it is fetched once',
  },
  {
    place: 'rehearsal',
    nouns: ['roomLines', 'storedFiles', 'facts', 'chats'],
    reason: 'what the pretended apps show and know',
  },
  { place: 'rehearsal', nouns: ['outbox'], reason: 'pretended time goes by without the waits of real platforms' },
];

/** No file is longer, and no function: past it there is a second idea in it. */
export const LIMITS = { file: 250, function: 100 } as const;

/** The room a file of `src` stands in: its folder, or itself when it stands beside the folders. */
export function roomOf(file: string): string {
  const parts = file.split('/');
  if (parts[0] === 'channels' && parts.length > 2) return 'channels/*';
  return parts[0] ?? file;
}

/** Whether a file stands at one of the places: a room, a folder or a file of it, or a file of every platform. */
export function standsIn(file: string, places: readonly string[]): boolean {
  const ofPlatform = file.replace(/^channels\/[^/]+\//u, 'channels/*/');
  return places.some((place) => [roomOf(file), file, ofPlatform].includes(place) || file.startsWith(`${place}/`));
}
