import { describe, expect, it } from 'vitest';
import { ageKeyOf } from '../../src/age-key.ts';
import { PLATFORMS } from '../../src/assembly/platforms.ts';
import { unknownSettings } from '../../src/assembly/unknown-settings.ts';
import { ConfigError, readConfig as readConfigOf, secretsOf, settingNames } from '../../src/config.ts';
import { saySettingProblems } from '../../src/wording/operator.ts';

const readConfig = (environment: Record<string, string>) => readConfigOf(environment, PLATFORMS);
const settingsOf = (environment: Record<string, string>, name: string) =>
  readConfig(environment).platforms.find(({ card }) => card.name === name)?.settings;

const TOKEN = '123456789:AAH-secret_part';

function problemsOf(environment: Record<string, string>): readonly string[] {
  try {
    readConfig(environment);
    return [];
  } catch (error) {
    if (error instanceof ConfigError) return error.problems.map((problem) => problem.name);
    throw error;
  }
}

describe('settings', () => {
  it('rehearse when nothing is set, on loopback, with the plan that comes along', () => {
    expect(readConfig({})).toMatchObject({
      platforms: [],
      host: '127.0.0.1',
      port: 8080,
      databasePath: 'data/rehearsal.sqlite',
      planDir: 'data/plan',
      timeZone: 'Asia/Ho_Chi_Minh',
      rehearsal: { start: null, speed: 1 },
    });
  });

  it('serve for real with a token', () => {
    const config = readConfig({ TELEGRAM_BOT_TOKEN: TOKEN });
    expect(config).toMatchObject({ rehearsal: null, databasePath: 'data/bot.sqlite' });
    expect(settingsOf({ TELEGRAM_BOT_TOKEN: TOKEN }, 'telegram')).toEqual({
      token: TOKEN,
      apiRoot: 'https://api.telegram.org',
      proxyUrl: null,
      mode: 'polling',
    });
  });

  it('take several Zalo tokens, with blanks around the commas', () => {
    expect(settingsOf({ ZALO_BOT_TOKENS: '1:abc , 2:def' }, 'zalo')).toMatchObject({ tokens: ['1:abc', '2:def'] });
  });

  it('take an empty value for none', () => {
    expect(readConfig({ TELEGRAM_BOT_TOKEN: '', PORT: ' ' })).toMatchObject({ platforms: [], port: 8080 });
  });

  it('are all judged at once, each with an example', () => {
    const environment = { PORT: 'abc', TIME_ZONE: 'Hanoi', REHEARSAL_SPEED: '-1', WEBHOOK_SECRET: 'short' };
    expect(problemsOf(environment)).toEqual(['WEBHOOK_SECRET', 'PORT', 'TIME_ZONE', 'REHEARSAL_SPEED']);
    try {
      readConfig(environment);
    } catch (error) {
      const text = saySettingProblems((error as ConfigError).problems);
      expect(text.split('\n')).toHaveLength(5);
      expect(text).toContain('PORT: phải là số từ 0 đến 65535. Ví dụ: 8080');
    }
  });

  it.each([
    [
      'a webhook without secret and address',
      { TELEGRAM_BOT_TOKEN: TOKEN, TELEGRAM_MODE: 'webhook' },
      ['WEBHOOK_SECRET', 'PUBLIC_URL'],
    ],
    [
      'a rehearsal over the real Telegram',
      { TELEGRAM_BOT_TOKEN: TOKEN, REHEARSAL_START: '2026-11-06T08:00' },
      ['REHEARSAL_START'],
    ],
    [
      'a rehearsal over the real Zalo',
      { ZALO_BOT_TOKENS: '1:abc', REHEARSAL_START: '2026-11-06T08:00' },
      ['REHEARSAL_START'],
    ],
    ['a Zalo bot that is named twice', { ZALO_BOT_TOKENS: '1:abc,2:def,1:abc' }, ['ZALO_BOT_TOKENS']],
    [
      'a webhook at an address without https',
      {
        TELEGRAM_BOT_TOKEN: TOKEN,
        TELEGRAM_MODE: 'webhook',
        WEBHOOK_SECRET: 'Xa9_k2-Lm41',
        PUBLIC_URL: 'http://localhost',
      },
      ['PUBLIC_URL'],
    ],
    ['a start that is no date', { REHEARSAL_START: '2026-13-40T08:00' }, ['REHEARSAL_START']],
    ['a token of another shape', { TELEGRAM_BOT_TOKEN: 'hello' }, ['TELEGRAM_BOT_TOKEN']],
    ['a proxy that speaks SOCKS', { TELEGRAM_PROXY_URL: 'socks5://10.0.0.5:1080' }, ['TELEGRAM_PROXY_URL']],
    ['a proxy with a path', { ZALO_PROXY_URL: 'http://10.0.0.5:3128/proxy' }, ['ZALO_PROXY_URL']],
    ['a proxy without its kind', { ZALO_PROXY_URL: '10.0.0.5:3128' }, ['ZALO_PROXY_URL']],
    ['a proxy whose password cannot be read', { ZALO_PROXY_URL: 'http://a:50%@10.0.0.5' }, ['ZALO_PROXY_URL']],
    [
      'a replica whose password cannot be read',
      { REPLICA_URL: 'sftp://bot:50%@may-du-phong/sao-luu' },
      ['REPLICA_URL'],
    ],
    ['a mode that does not exist', { ZALO_MODE: 'push' }, ['ZALO_MODE']],
  ])('refuse %s', (_what, environment, names) => {
    expect(problemsOf(environment as Record<string, string>)).toEqual(names);
  });

  it("allow a rehearsal over a server of one's own", () => {
    const environment = {
      TELEGRAM_BOT_TOKEN: TOKEN,
      TELEGRAM_API_ROOT: 'http://127.0.0.1:9',
      REHEARSAL_START: '2026-11-06T08:00',
    };
    expect(readConfig(environment).rehearsal).toEqual({ start: '2026-11-06T08:00', speed: 1 });
  });

  it('of two cards never share a name, and so do the cards', () => {
    const [telegram, zalo] = PLATFORMS;
    if (telegram === undefined || zalo === undefined) throw new Error('two platforms are needed here');
    expect(() => readConfigOf({}, [telegram, telegram])).toThrow("declared twice on the platforms' cards: telegram");
    expect(() => readConfigOf({}, [telegram, { ...telegram, name: 'other' }])).toThrow('TELEGRAM_BOT_TOKEN');
    expect(() => readConfigOf({}, [{ ...zalo, settings: { PORT: zalo.settings.ZALO_MODE! } }])).toThrow('PORT');
  });

  it('that are misspelt are named with the one that was meant, and other programs’ are left alone', () => {
    const found = (...names: string[]) =>
      unknownSettings(Object.fromEntries(names.map((name) => [name, '1'])), PLATFORMS).map(
        ({ name, meant }) => `${name} ${meant}`,
      );
    expect(
      found('TELEGRAM_BOT_TOKN', 'ZALO_BOT_TOKEN', 'PUBLIC_ULR', 'REPLICA_KEYFILE', 'TELEGRAM_COLOUR_OF_THE_SKY'),
    ).toEqual([
      'TELEGRAM_BOT_TOKN TELEGRAM_BOT_TOKEN',
      'ZALO_BOT_TOKEN ZALO_BOT_TOKENS',
      'PUBLIC_ULR PUBLIC_URL',
      'REPLICA_KEYFILE REPLICA_KEY_FILE',
      'TELEGRAM_COLOUR_OF_THE_SKY null',
    ]);
    expect(
      found('PATH', 'HOME', 'HOSTNAME', 'DATABASE_URL', 'LITESTREAM_ACCESS_KEY_ID', 'NODE_OPTIONS', 'PORTS', 'TZ'),
    ).toEqual([]);
    expect(found(...settingNames(PLATFORMS))).toEqual([]);
    expect(unknownSettings(process.env, PLATFORMS)).toEqual([]);
  });

  it('the key of the copy is a whole key of age, and blanked in the log', () => {
    const key = ageKeyOf(Buffer.alloc(32, 5));
    const withKey = (REPLICA_KEY: string) =>
      readConfig({ TELEGRAM_BOT_TOKEN: TOKEN, REPLICA_URL: 'file:///srv/copy', REPLICA_KEY });
    expect(withKey(key).replica?.ageKey).toBe(key);
    expect(secretsOf(withKey(key))).toContain(key);
    expect(() => withKey(`${key.slice(0, -1)}${key.endsWith('Q') ? 'P' : 'Q'}`)).toThrow(ConfigError);
  });

  it('the key of the receipts is long, without blanks, and blanked in the log', () => {
    const key = 'q3Zr0pV8mT2kYx7cJd5NwA9sLh4Ef6Bu';
    expect(readConfig({}).receiptKey).toBeNull();
    expect(secretsOf(readConfig({ RECEIPT_KEY: key }))).toContain(key);
    for (const wrong of [key.slice(1), `${key} ${key}`])
      expect(() => readConfig({ RECEIPT_KEY: wrong })).toThrow(/RECEIPT_KEY/u);
  });
});
