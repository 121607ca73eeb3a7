import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { applyPlan } from '../../src/actions/apply-plan.ts';
import { createBot } from '../../src/assembly/bot.ts';
import type { Channel, ChannelName } from '../../src/channels/channel.ts';
import { createTelegramChannel } from '../../src/channels/telegram/telegram-channel.ts';
import type { Clock } from '../../src/clock.ts';
import type { Log } from '../../src/log.ts';
import type { Plan } from '../../src/plan/plan.ts';
import { readPlan } from '../../src/plan/read-plan.ts';
import { systemRandom } from '../../src/random.ts';
import type { Store } from '../../src/store/store.ts';

export const ZONE = 'Asia/Ho_Chi_Minh';
export const QUIET: Log = {
  debug() {},
  info() {},
  warn() {},
  error: (fields, message) => console.error(message, fields),
};

/** The real plan of the province. */
export function realPlan(): Plan {
  const read = readPlan(join(import.meta.dirname, '..', '..', 'data', 'plan'), ZONE);
  if ('problems' in read) throw new Error('data/plan has problems');
  return read.plan;
}

const folders: string[] = [];

/** A folder of its own that goes with the process. */
export function scratchFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'bot-bench-'));
  if (folders.length === 0) {
    process.once('exit', () => {
      for (const one of folders) rmSync(one, { recursive: true, force: true });
    });
  }
  folders.push(folder);
  return folder;
}

/** The plan in force and `count` people with a chat each, liaisons of the plan's units in turn. Chats are 1000, 1001, ... */
export function populate(store: Store, plan: Plan, people: { count: number; channel: ChannelName; at: number }): void {
  applyPlan(store, plan, people.at);
  const units = plan.units.filter((unit) => !unit.compiles && unit.validTo === null);
  store.transact(() => {
    for (let i = 0; i < people.count; i += 1) {
      const person = store.people.add(`Cán bộ ${i}`, people.at, '2026-11');
      store.people.join(person, 'liaison', units[i % units.length]?.code ?? '', people.at);
      const chat = store.chats.meet(people.channel, '1', String(1000 + i), 'private', people.at);
      store.chats.link(chat.id, person, 0);
    }
  });
}

export function buildBot(store: Store, channel: Channel, clock: Clock) {
  return createBot({
    store,
    channels: [channel],
    clock,
    random: systemRandom,
    log: QUIET,
    zone: ZONE,
    publicUrl: null,
  });
}

/** A channel that takes every message at once. `web` has a pace so wide that nothing waits for it. */
export function acceptingChannel(name: ChannelName, accepted: (chat: string) => void): Channel {
  let next = 1;
  return {
    name,
    bot: '1',
    capabilities: {
      buttons: true,
      filesIn: 'all',
      filesOut: { pictures: 0, others: 0, by: 'bytes' },
      monthlyMessages: null,
      people: null,
    },
    start() {},
    async stop() {},
    async send(to) {
      accepted(to.chat);
      return { messageIds: [String(next++)], count: 1 };
    },
    download: () => Promise.reject(new Error('no files here')),
    health: () => ({ ok: true, since: 0, detail: '' }),
    inviteLink: () => null,
    displayName: () => null,
    rejected: () => ({}),
  };
}

/** The Telegram channel as the bot runs it, towards a local server. */
export function telegramTo(apiRoot: string, token: string, clock: Clock): Channel {
  return createTelegramChannel({
    token,
    apiRoot,
    proxyUrl: null,
    mode: 'polling',
    webhookUrl: null,
    webhookSecret: null,
    bot: '1',
    wire: clock.wire,
    random: Math.random,
    log: QUIET,
  });
}
