import { DateTime, IANAZone } from 'luxon';
import { z } from 'zod';

/** Hosts of the real platforms: a rehearsal may never talk to them. */
const OFFICIAL_HOSTS = ['api.telegram.org', 'bot-api.zaloplatforms.com', 'bot-api.zapps.me'];

/** One wrong setting, as the operator reads it. */
export interface SettingProblem {
  name: string;
  wrong: string;
  example: string;
}

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
  telegram: { token: string; apiRoot: string; mode: 'polling' | 'webhook' } | null;
  zalo: {
    tokens: readonly string[];
    apiUrl: string;
    mode: 'polling' | 'webhook';
    takeOverWebhook: boolean;
    monthlyMessages: number;
    perSecond: number;
  } | null;
  webhookSecret: string | null;
  publicUrl: string | null;
  host: string;
  port: number;
  databasePath: string;
  /** Whether /metrics answers other machines too. */
  metricsOpen: boolean;
  planDir: string;
  timeZone: string;
  logLevel: (typeof LOG_LEVELS)[number];
  backup: { directory: string; keepDays: number };
  /** Null in real service. `start` null: the bot picks a state worth seeing. */
  rehearsal: { start: string | null; speed: number } | null;
}

const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'silent'] as const;
const MODES = ['polling', 'webhook'] as const;

interface Rule {
  schema: z.ZodType<string>;
  wrong: string;
  example: string;
}

const text = (check: (value: string) => boolean): z.ZodType<string> => z.string().refine(check);
const url = (protocols: readonly string[]): z.ZodType<string> =>
  text((value) => URL.canParse(value) && protocols.includes(new URL(value).protocol));

/** What each setting must look like. Settings that are not here are not ours. */
const RULES = {
  TELEGRAM_BOT_TOKEN: rule(
    text((v) => /^\d+:[\w-]+$/.test(v)),
    'phải là mã bot do @BotFather cấp',
    '123456789:AAF…',
  ),
  TELEGRAM_API_ROOT: rule(url(['http:', 'https:']), 'phải là địa chỉ http hoặc https', 'https://api.telegram.org'),
  TELEGRAM_MODE: rule(z.enum(MODES), 'phải là polling hoặc webhook', 'polling'),
  ZALO_BOT_TOKENS: rule(
    text((v) => v.split(',').every((token) => /^\d+:[^\s/]+$/.test(token.trim()))),
    'phải là một hay nhiều mã bot Zalo, cách nhau bằng dấu phẩy',
    '12345689:abc-xyz,98765432:def-uvw',
  ),
  ZALO_API_URL: rule(url(['http:', 'https:']), 'phải là địa chỉ http hoặc https', 'https://bot-api.zaloplatforms.com'),
  ZALO_MODE: rule(z.enum(MODES), 'phải là polling hoặc webhook', 'polling'),
  ZALO_MONTHLY_MESSAGES: rule(
    text((v) => /^\d+$/.test(v) && Number(v) >= 1),
    'phải là số tin mỗi bot Zalo được gửi trong một tháng',
    '3000',
  ),
  ZALO_MESSAGES_PER_SECOND: rule(
    text((v) => Number(v) > 0 && Number(v) <= 100),
    'phải là số tin mỗi giây, lớn hơn 0 và không quá 100',
    '5',
  ),
  ZALO_TAKE_OVER_WEBHOOK: rule(z.enum(['yes', 'no']), 'phải là yes hoặc no', 'no'),
  WEBHOOK_SECRET: rule(
    text((v) => /^[\w-]{8,256}$/.test(v)),
    'phải dài 8-256 ký tự trong A-Z, a-z, 0-9, _ và -',
    'Xa9_k2-Lm41',
  ),
  PUBLIC_URL: rule(
    url(['https:', 'http:']),
    'phải là địa chỉ https công khai của máy này',
    'https://baocao.tinh.gov.vn',
  ),
  HOST: rule(
    text((v) => v.trim() !== ''),
    'không được để trống',
    '127.0.0.1',
  ),
  PORT: rule(
    text((v) => /^\d+$/.test(v) && Number(v) <= 65535),
    'phải là số từ 0 đến 65535',
    '8080',
  ),
  METRICS_OPEN: rule(z.enum(['yes', 'no']), 'phải là yes hoặc no', 'no'),
  DATABASE_PATH: rule(
    text((v) => v.trim() !== ''),
    'không được để trống',
    'data/bot.sqlite',
  ),
  PLAN_DIR: rule(
    text((v) => v.trim() !== ''),
    'không được để trống',
    'data/plan',
  ),
  TIME_ZONE: rule(
    text((v) => IANAZone.isValidZone(v)),
    'phải là tên múi giờ IANA',
    'Asia/Ho_Chi_Minh',
  ),
  LOG_LEVEL: rule(z.enum(LOG_LEVELS), `phải là một trong ${LOG_LEVELS.join(', ')}`, 'info'),
  BACKUP_DIR: rule(
    text((v) => v.trim() !== ''),
    'không được để trống',
    'data/backup',
  ),
  BACKUP_KEEP_DAYS: rule(
    text((v) => /^\d+$/.test(v) && Number(v) >= 1 && Number(v) <= 3650),
    'phải là số ngày từ 1 đến 3650',
    '14',
  ),
  REHEARSAL_START: rule(
    text((v) => /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/.test(v) && DateTime.fromISO(v, { zone: 'utc' }).isValid),
    'phải là ngày giờ địa phương',
    '2026-11-06T08:00',
  ),
  REHEARSAL_SPEED: rule(
    text((v) => v.trim() !== '' && Number(v) >= 0 && Number.isFinite(Number(v))),
    'phải là số từ 0 trở lên',
    '1',
  ),
} as const satisfies Record<string, Rule>;

type SettingName = keyof typeof RULES;

/** The names of all settings, for `.env.example` and its test. */
export const SETTING_NAMES = Object.keys(RULES) as SettingName[];

/** Turns the environment into frozen settings. Throws one ConfigError that lists every problem. */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const problems: SettingProblem[] = [];
  const read = (name: SettingName): string | null => {
    const value = environment[name]?.trim();
    if (value === undefined || value === '') return null;
    const { schema, wrong, example } = RULES[name];
    if (schema.safeParse(value).success) return value;
    problems.push({ name, wrong, example });
    return null;
  };
  const values = Object.fromEntries(SETTING_NAMES.map((name) => [name, read(name)])) as Record<
    SettingName,
    string | null
  >;
  const config = assemble(values);
  problems.push(...contradictions(config, values));
  if (problems.length > 0) throw new ConfigError(problems);
  return Object.freeze(config);
}

function assemble(values: Record<SettingName, string | null>): Config {
  const hasToken = values.TELEGRAM_BOT_TOKEN !== null || values.ZALO_BOT_TOKENS !== null;
  const isRehearsal = !hasToken || values.REHEARSAL_START !== null;
  const databasePath = values.DATABASE_PATH ?? (isRehearsal ? 'data/rehearsal.sqlite' : 'data/bot.sqlite');
  return {
    telegram:
      values.TELEGRAM_BOT_TOKEN === null
        ? null
        : {
            token: values.TELEGRAM_BOT_TOKEN,
            apiRoot: values.TELEGRAM_API_ROOT ?? 'https://api.telegram.org',
            mode: modeOf(values.TELEGRAM_MODE),
          },
    zalo:
      values.ZALO_BOT_TOKENS === null
        ? null
        : {
            tokens: values.ZALO_BOT_TOKENS.split(',').map((token) => token.trim()),
            apiUrl: values.ZALO_API_URL ?? 'https://bot-api.zaloplatforms.com',
            mode: modeOf(values.ZALO_MODE),
            monthlyMessages: Number(values.ZALO_MONTHLY_MESSAGES ?? 3000),
            perSecond: Number(values.ZALO_MESSAGES_PER_SECOND ?? 5),
            takeOverWebhook: values.ZALO_TAKE_OVER_WEBHOOK === 'yes',
          },
    webhookSecret: values.WEBHOOK_SECRET,
    publicUrl: values.PUBLIC_URL?.replace(/\/+$/, '') ?? null,
    host: values.HOST ?? '127.0.0.1',
    port: Number(values.PORT ?? 8080),
    databasePath,
    metricsOpen: values.METRICS_OPEN === 'yes',
    planDir: values.PLAN_DIR ?? 'data/plan',
    timeZone: values.TIME_ZONE ?? 'Asia/Ho_Chi_Minh',
    logLevel: (values.LOG_LEVEL as Config['logLevel'] | null) ?? 'info',
    backup: { directory: values.BACKUP_DIR ?? 'data/backup', keepDays: Number(values.BACKUP_KEEP_DAYS ?? 14) },
    rehearsal: isRehearsal ? { start: values.REHEARSAL_START, speed: Number(values.REHEARSAL_SPEED ?? 1) } : null,
  };
}

/** Settings that are right one by one and wrong together. */
function contradictions(config: Config, values: Record<SettingName, string | null>): SettingProblem[] {
  const problems: SettingProblem[] = [];
  const wantsWebhook = config.telegram?.mode === 'webhook' || config.zalo?.mode === 'webhook';
  const official = [config.telegram?.apiRoot, config.zalo?.apiUrl].filter(
    (address) => address !== undefined && OFFICIAL_HOSTS.includes(new URL(address).hostname),
  );
  if (wantsWebhook && config.webhookSecret === null) {
    problems.push({ name: 'WEBHOOK_SECRET', wrong: 'cần có khi dùng webhook', example: RULES.WEBHOOK_SECRET.example });
  }
  if (wantsWebhook && config.publicUrl === null) {
    problems.push({ name: 'PUBLIC_URL', wrong: 'cần có khi dùng webhook', example: RULES.PUBLIC_URL.example });
  }
  if (wantsWebhook && config.publicUrl?.startsWith('http:') === true && official.length > 0) {
    problems.push({
      name: 'PUBLIC_URL',
      wrong: 'phải là địa chỉ https công khai khi dùng webhook',
      example: RULES.PUBLIC_URL.example,
    });
  }
  const bots = config.zalo?.tokens ?? [];
  if (new Set(bots).size < bots.length) {
    problems.push({
      name: 'ZALO_BOT_TOKENS',
      wrong: 'có mã bot bị lặp lại; mỗi bot chỉ ghi một lần',
      example: RULES.ZALO_BOT_TOKENS.example,
    });
  }
  if (values.REHEARSAL_START !== null && official.length > 0) {
    problems.push({
      name: 'REHEARSAL_START',
      wrong: `không dùng được cùng địa chỉ thật ${official.join(', ')}: không gửi tin diễn tập cho người thật. Bỏ REHEARSAL_START, hoặc bỏ mã bot`,
      example: 'TELEGRAM_API_ROOT=http://127.0.0.1:9000',
    });
  }
  return problems;
}

function modeOf(value: string | null): 'polling' | 'webhook' {
  return value === 'webhook' ? 'webhook' : 'polling';
}

function rule(schema: z.ZodType<string>, wrong: string, example: string): Rule {
  return { schema, wrong, example };
}
