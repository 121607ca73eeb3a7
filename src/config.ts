import { DateTime, IANAZone } from 'luxon';
import { isAgeKey } from './age-key.ts';
import type { PlatformCard, PlatformInUse, SettingProblem, SettingRule } from './channels/card.ts';
import { defineChoice, defineText, isEscaped, isWebAddress, passwordsIn } from './channels/settings.ts';
import { SETTING_WORDS as WORDS } from './wording/settings.ts';

/** The settings cannot be used; lists every problem at once. */
export class ConfigError extends Error {
  readonly problems: readonly SettingProblem[];

  constructor(problems: readonly SettingProblem[]) {
    super(`settings: ${problems.map((problem) => problem.name).join(', ')}`);
    this.name = 'ConfigError';
    this.problems = problems;
  }
}

export interface Config {
  /** The platforms that are switched on. */
  platforms: readonly PlatformInUse[];
  webhookSecret: string | null;
  publicUrl: string | null;
  host: string;
  port: number;
  /** Where what is for this machine alone is served when the other port is public; null: the one after it. */
  localPort: number | null;
  databasePath: string;
  /** Whether /metrics answers other machines too. */
  metricsOpen: boolean;
  planDir: string;
  timeZone: string;
  logLevel: (typeof LOG_LEVELS)[number];
  backup: { directory: string; keepDays: number };
  /** What receipts are sealed with; null: a key in the database. */
  receiptKey: string | null;
  /** Where the database is copied to all the time; null: nowhere. */
  replica: {
    /** `file:///folder`, `sftp://user@host:22/folder` or `s3://bucket/folder`. */
    url: string;
    /** How far the copy may lag behind when all is well. */
    syncSeconds: number;
    /** How long what was written over can still be fetched back. */
    retentionHours: number;
    /** Another S3 store than Amazon's. */
    s3Endpoint: string | null;
    /** The private key for sftp. */
    keyFile: string | null;
    /** The secret key of age that the copy is encrypted with; null: whoever has the copy can read it. */
    ageKey: string | null;
    /** Whether a receipt is sent only once the copy has what it is for. */
    holdsReceipts: boolean;
    /** Folders in which an installed litestream is looked for, as in PATH. */
    programs: string;
  } | null;
  /** Null in real service. `start` null: the bot picks a state worth seeing. */
  rehearsal: { start: string | null; speed: number } | null;
}

const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'silent'] as const;

/** `file:///folder`, `sftp://user@host/folder` or `s3://bucket/folder`. */
function isReplicaUrl(value: string): boolean {
  if (!URL.canParse(value)) return false;
  const url = new URL(value);
  const { protocol, hostname, username, pathname } = url;
  if (!isEscaped(url)) return false;
  if (protocol === 'file:') return hostname === '' && pathname.length > 1;
  return protocol === 'sftp:'
    ? hostname !== '' && username !== '' && pathname.length > 1
    : protocol === 's3:' && hostname !== '';
}

const isCount = (value: string, most: number): boolean =>
  /^\d+$/.test(value) && Number(value) >= 1 && Number(value) <= most;

const isThere = (value: string): boolean => value.trim() !== '';

/** What each setting of the house must look like; the platforms' stand on their cards. Others are not ours. */
const RULES = {
  WEBHOOK_SECRET: defineText((v) => /^[\w-]{8,256}$/.test(v), WORDS.webhookSecret, 'Xa9_k2-Lm41'),
  PUBLIC_URL: defineText(isWebAddress, WORDS.publicUrl, 'https://baocao.tinh.gov.vn'),
  HOST: defineText(isThere, WORDS.notEmpty, '127.0.0.1'),
  PORT: defineText((v) => /^\d+$/.test(v) && Number(v) <= 65535, WORDS.port, '8080'),
  LOCAL_PORT: defineText((v) => /^\d+$/.test(v) && Number(v) <= 65535, WORDS.port, '8081'),
  METRICS_OPEN: defineChoice(['yes', 'no'], WORDS.yesOrNo, 'no'),
  DATABASE_PATH: defineText(isThere, WORDS.notEmpty, 'data/bot.sqlite'),
  PLAN_DIR: defineText(isThere, WORDS.notEmpty, 'data/plan'),
  TIME_ZONE: defineText((v) => IANAZone.isValidZone(v), WORDS.timeZone, 'Asia/Ho_Chi_Minh'),
  LOG_LEVEL: defineChoice(LOG_LEVELS, WORDS.oneOf(LOG_LEVELS), 'info'),
  BACKUP_DIR: defineText(isThere, WORDS.notEmpty, 'data/backup'),
  BACKUP_KEEP_DAYS: defineText((v) => /^\d+$/.test(v) && Number(v) >= 1 && Number(v) <= 3650, WORDS.keepDays, '14'),
  RECEIPT_KEY: defineText((v) => /^\S{32,256}$/.test(v), WORDS.receiptKey, 'q3Zr0pV8mT2kYx7cJd5NwA9sLh4Ef6Bu'),
  REPLICA_URL: defineText(isReplicaUrl, WORDS.replicaUrl, 'sftp://bot@may-du-phong/sao-luu'),
  REPLICA_SYNC_SECONDS: defineText((v) => isCount(v, 3600), WORDS.syncSeconds, '1'),
  REPLICA_RETENTION_HOURS: defineText((v) => isCount(v, 8760), WORDS.retentionHours, '72'),
  REPLICA_ENDPOINT: defineText(isWebAddress, WORDS.address, 'https://s3.tinh.gov.vn'),
  REPLICA_KEY_FILE: defineText(isThere, WORDS.notEmpty, '/home/bot/.ssh/id_ed25519'),
  REPLICA_KEY: defineText(isAgeKey, WORDS.replicaKey, 'AGE-SECRET-KEY-1…'),
  REPLICA_HOLD_RECEIPTS: defineChoice(['yes', 'no'], WORDS.yesOrNo, 'no'),
  REHEARSAL_START: defineText(
    (v) => /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/.test(v) && DateTime.fromISO(v, { zone: 'utc' }).isValid,
    WORDS.rehearsalStart,
    '2026-11-06T08:00',
  ),
  REHEARSAL_SPEED: defineText(
    (v) => isThere(v) && Number(v) >= 0 && Number.isFinite(Number(v)),
    WORDS.rehearsalSpeed,
    '1',
  ),
} as const satisfies Record<string, SettingRule>;

type Values = Readonly<Record<string, string | null>>;
type HouseValues = Readonly<Record<keyof typeof RULES, string | null>>;

/** The names of all settings, for `.env.example` and its test. */
export function settingNames(cards: readonly PlatformCard[]): string[] {
  return Object.keys(rulesOf(cards));
}

function rulesOf(cards: readonly PlatformCard[]): Readonly<Record<string, SettingRule>> {
  expectDifferent(cards.map(({ name }) => name));
  const rules = [...cards.map((card) => card.settings), RULES].flatMap((some) => Object.entries(some));
  expectDifferent(rules.map(([name]) => name));
  return Object.fromEntries(rules);
}

/** Two cards of one name, or one setting on two cards, would silently be the later one. Throws Error. */
function expectDifferent(names: readonly string[]): void {
  const twice = names.find((name, at) => names.indexOf(name) !== at);
  if (twice !== undefined) throw new Error(`declared twice on the platforms' cards: ${twice}`);
}

/** Turns the environment into frozen settings. Throws one ConfigError that lists every problem. */
export function readConfig(
  environment: Readonly<Record<string, string | undefined>>,
  cards: readonly PlatformCard[],
): Config {
  const problems: SettingProblem[] = [];
  const values: Values = Object.fromEntries(
    Object.entries(rulesOf(cards)).map(([name, { schema, wrong, example }]) => {
      const value = environment[name]?.trim();
      if (value === undefined || value === '') return [name, null];
      if (schema.safeParse(value).success) return [name, value];
      problems.push({ name, wrong, example });
      return [name, null];
    }),
  );
  const platforms = cards.flatMap((card) => {
    const settings = card.read(values);
    return settings === null ? [] : [{ card, settings }];
  });
  const config = assemble(values as HouseValues, platforms, environment.PATH ?? '');
  problems.push(...contradictions(config, cards));
  if (values.REPLICA_HOLD_RECEIPTS === 'yes' && values.REPLICA_URL === null)
    problems.push({ name: 'REPLICA_URL', wrong: WORDS.neededToHold, example: RULES.REPLICA_URL.example });
  if (problems.length > 0) throw new ConfigError(problems);
  return Object.freeze(config);
}

/** Everything that is blanked in the log. */
export function secretsOf({ platforms, webhookSecret, receiptKey, replica }: Config): string[] {
  const tokens = platforms.flatMap(({ card, settings }) => card.secrets(settings));
  const keys = [webhookSecret, receiptKey, replica?.ageKey].filter((key) => key != null);
  return [...tokens, ...keys, ...passwordsIn(replica?.url ?? null)];
}

function assemble(values: HouseValues, platforms: readonly PlatformInUse[], programs: string): Config {
  const isRehearsal = platforms.length === 0 || values.REHEARSAL_START !== null;
  return {
    platforms,
    webhookSecret: values.WEBHOOK_SECRET,
    publicUrl: values.PUBLIC_URL?.replace(/\/+$/, '') ?? null,
    host: values.HOST ?? '127.0.0.1',
    port: Number(values.PORT ?? 8080),
    localPort: values.LOCAL_PORT === null ? null : Number(values.LOCAL_PORT),
    databasePath: values.DATABASE_PATH ?? (isRehearsal ? 'data/rehearsal.sqlite' : 'data/bot.sqlite'),
    metricsOpen: values.METRICS_OPEN === 'yes',
    planDir: values.PLAN_DIR ?? 'data/plan',
    timeZone: values.TIME_ZONE ?? 'Asia/Ho_Chi_Minh',
    logLevel: (values.LOG_LEVEL as Config['logLevel'] | null) ?? 'info',
    backup: { directory: values.BACKUP_DIR ?? 'data/backup', keepDays: Number(values.BACKUP_KEEP_DAYS ?? 14) },
    receiptKey: values.RECEIPT_KEY,
    // A rehearsal with nobody behind it never writes over the copy of real service.
    replica:
      values.REPLICA_URL === null || platforms.length === 0 ? null : replicaOf(values, values.REPLICA_URL, programs),
    rehearsal: isRehearsal ? { start: values.REHEARSAL_START, speed: Number(values.REHEARSAL_SPEED ?? 1) } : null,
  };
}

function replicaOf(values: HouseValues, url: string, programs: string): NonNullable<Config['replica']> {
  return {
    url,
    syncSeconds: Number(values.REPLICA_SYNC_SECONDS ?? 1),
    retentionHours: Number(values.REPLICA_RETENTION_HOURS ?? 72),
    s3Endpoint: values.REPLICA_ENDPOINT,
    keyFile: values.REPLICA_KEY_FILE,
    ageKey: values.REPLICA_KEY,
    holdsReceipts: values.REPLICA_HOLD_RECEIPTS === 'yes',
    programs,
  };
}

/** Settings that are right one by one and wrong together. */
function contradictions(config: Config, cards: readonly PlatformCard[]): SettingProblem[] {
  const { platforms, publicUrl } = config;
  const wantsWebhook = platforms.some(({ card, settings }) => card.wantsWebhook(settings));
  const real = realAddresses(platforms, cards);
  const problems: SettingProblem[] = [];
  const say = (name: keyof typeof RULES, wrong: string): void => {
    problems.push({ name, wrong, example: RULES[name].example });
  };
  if (wantsWebhook && config.webhookSecret === null) say('WEBHOOK_SECRET', WORDS.neededForWebhook);
  if (wantsWebhook && publicUrl === null) say('PUBLIC_URL', WORDS.neededForWebhook);
  if (wantsWebhook && publicUrl?.startsWith('http:') === true && real.length > 0) {
    say('PUBLIC_URL', WORDS.httpsForWebhook);
  }
  problems.push(...platforms.flatMap(({ card, settings }) => card.contradictions(settings)));
  const rehearsalStart = config.rehearsal?.start ?? null;
  if (rehearsalStart !== null && real.length > 0) {
    problems.push({
      name: 'REHEARSAL_START',
      wrong: WORDS.rehearsalOverReal(real),
      example: 'TELEGRAM_API_ROOT=http://127.0.0.1:9000',
    });
  }
  return problems;
}

/** The addresses in use behind which real people are: a rehearsal may never talk to them. */
function realAddresses(platforms: readonly PlatformInUse[], cards: readonly PlatformCard[]): string[] {
  const hosts = cards.flatMap((card) => card.officialHosts);
  return platforms
    .map(({ card, settings }) => card.address(settings))
    .filter((address) => hosts.includes(hostOf(address)));
}

/** The host of an address; "api.example.vn." is the same host as "api.example.vn". */
function hostOf(address: string): string {
  return new URL(address).hostname.replace(/\.$/, '');
}
