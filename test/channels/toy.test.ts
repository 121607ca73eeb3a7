import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { startApp } from '../../src/assembly/app.ts';
import { PLATFORMS } from '../../src/assembly/platforms.ts';
import type { PlatformCard } from '../../src/channels/card.ts';
import { ConfigError, readConfig, secretsOf } from '../../src/config.ts';
import { createLog } from '../../src/log.ts';
import { systemRandom } from '../../src/random.ts';
import { startFakeToy } from '../support/fake-toy.ts';
import { type ChannelHarness, describeChannel } from './channel-suite.ts';
import { TOY } from './toy-platform.ts';

/** The one line. */
const CARDS: readonly PlatformCard[] = [...PLATFORMS, TOY];

const TOKEN = 'toy-secret_part';
const OFFICIAL = 'https://api.toy.example';
const STATUS: Readonly<Record<string, number>> = {
  'too fast': 429,
  'a person who left': 403,
  'a bad token': 401,
  'a fault of theirs': 503,
};

async function makeHarness(): Promise<ChannelHarness> {
  const fake = await startFakeToy(TOKEN);
  const log = { debug() {}, info() {}, warn() {}, error() {} };
  const parts = { wire: () => Date.now(), random: () => 0, log, webhookSecret: null, webhookUrl: () => null };
  const [channel] = TOY.open({ token: TOKEN, api: fake.url }, parts);
  if (channel === undefined) throw new Error('the toy opens no channel');
  return {
    channel,
    address: { chat: 'an' },
    secrets: [TOKEN],
    deliverText: (text) => fake.say('an', text),
    deliverDuplicate: fake.again,
    acknowledged: fake.isTold,
    sentTexts: () => fake.sent.map(({ text }) => text),
    textLimit: 500,
    sentFiles: () => [],
    failNext: (name, after = 0) => fake.failNext(...Array.from({ length: after }, () => 200), STATUS[name] ?? 503),
    breakReceiving: () => fake.break(true),
    mendReceiving: () => fake.break(false),
    async close() {
      await channel.stop();
      await fake.close();
    },
  };
}

describeChannel(
  'a toy platform',
  [
    { name: 'too fast', kind: 'throttled' },
    { name: 'a person who left', kind: 'blocked' },
    { name: 'a bad token', kind: 'unauthorised' },
    { name: 'a fault of theirs', kind: 'unavailable' },
  ],
  makeHarness,
);

describe('a platform is one folder and one line', () => {
  it('in under 80 lines', () => {
    const lines = readFileSync(join(import.meta.dirname, 'toy-platform.ts'), 'utf8')
      .trimEnd()
      .split('\n');
    expect(lines.length).toBeLessThan(80);
  });

  it('has its settings read and judged', () => {
    expect(readConfig({ TOY_TOKEN: TOKEN, TOY_API: OFFICIAL }, CARDS).platforms).toEqual([
      { card: TOY, settings: { token: TOKEN, api: OFFICIAL } },
    ]);
    expect(problemsOf({ TOY_TOKEN: 'other' })).toEqual([
      { name: 'TOY_TOKEN', wrong: 'phải bắt đầu bằng toy-', example: 'toy-abc' },
    ]);
  });

  it('is never talked to from a rehearsal', () => {
    const [problem] = problemsOf({ TOY_TOKEN: TOKEN, TOY_API: OFFICIAL, REHEARSAL_START: '2026-11-06T08:00' });
    expect(problem).toMatchObject({ name: 'REHEARSAL_START' });
    expect(problem?.wrong).toContain(OFFICIAL);
  });

  it('answers people, stands in /healthz and keeps its token out of the log', async () => {
    const fake = await startFakeToy(TOKEN);
    const folder = mkdtempSync(join(tmpdir(), 'toy-'));
    const written: string[] = [];
    const spy = vi.spyOn(process.stderr, 'write').mockImplementation((line) => written.push(String(line)) > 0);
    const config = readConfig(
      {
        TOY_TOKEN: TOKEN,
        TOY_API: fake.url,
        REHEARSAL_START: '2026-11-06T08:00',
        REHEARSAL_SPEED: '0',
        DATABASE_PATH: join(folder, 'bot.sqlite'),
        PORT: '0',
      },
      CARDS,
    );
    const log = createLog('warn', secretsOf(config));
    const app = await startApp(config, { log, random: systemRandom, cards: CARDS, isNew: false, onLost: () => {} });
    onTestFinished(async () => {
      await app.stop();
      spy.mockRestore();
      await fake.close();
      rmSync(folder, { recursive: true, force: true });
    });
    fake.say('an', '/trogiup');
    await expect.poll(() => fake.sent.length).toBeGreaterThan(0);
    expect(fake.sent[0]).toMatchObject({ chat: 'an' });
    const health = (await (await fetch(new URL('healthz', app.url))).json()) as { channels: object[] };
    expect(health.channels).toContainEqual(expect.objectContaining({ name: 'toy', ok: true }));
    expect(app.platforms).toEqual(['Toy']);
    expect(written.join('')).toContain(`${fake.url}/[secret]`);
    expect(written.join('')).not.toContain(TOKEN);
  });

  it('does not compile with a part of its card left out', () => {
    const left: string[] = [];
    const without = <Part extends keyof PlatformCard>(part: Part): Omit<PlatformCard, Part> => {
      left.push(part);
      const { [part]: _, ...rest } = TOY as PlatformCard;
      return rest;
    };
    const register = (card: PlatformCard): unknown => card;
    // @ts-expect-error left out
    register(without('name'));
    // @ts-expect-error left out
    register(without('title'));
    // @ts-expect-error left out
    register(without('severalBots'));
    // @ts-expect-error left out
    register(without('settings'));
    // @ts-expect-error left out
    register(without('officialHosts'));
    // @ts-expect-error left out
    register(without('read'));
    // @ts-expect-error left out
    register(without('contradictions'));
    // @ts-expect-error left out
    register(without('secrets'));
    // @ts-expect-error left out
    register(without('address'));
    // @ts-expect-error left out
    register(without('wantsWebhook'));
    // @ts-expect-error left out
    register(without('pace'));
    // @ts-expect-error left out
    register(without('open'));
    expect(left).toEqual(Object.keys(TOY));
  });
});

function problemsOf(environment: Record<string, string>) {
  try {
    readConfig(environment, CARDS);
    return [];
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
}
