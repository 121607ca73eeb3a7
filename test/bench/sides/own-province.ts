import { join } from 'node:path';
import { applyPlan } from '../../../src/actions/apply-plan.ts';
import { createBot } from '../../../src/assembly/bot.ts';
import { createZaloChannel } from '../../../src/channels/zalo/zalo-channel.ts';
import { type Clock, systemClock } from '../../../src/clock.ts';
import { enqueueProactive, PRIORITY } from '../../../src/delivery/enqueue.ts';
import { systemRandom } from '../../../src/random.ts';
import { openStore, type Store } from '../../../src/store/store.ts';
import { answerParent } from '../child.ts';
import { QUIET, realPlan, scratchFolder, telegramTo, ZONE } from '../scene.ts';
import { peakMemory } from './peak-memory.ts';

/** Who is there: so many people on each bot. */
export interface Province {
  zaloBots: number;
  onEachZaloBot: number;
  onTelegram: number;
}

export type ProvinceRequest =
  /** `now`: what time it is for the bot at the start; null: the machine's. */
  | ({ do: 'start'; url: string; now: number | null } & Province)
  /** A notice to everybody; answers when it is in the outbox. */
  | { do: 'notice' }
  | { do: 'usage' }
  | { do: 'memory' };

let store: Store | null = null;
let wake = (): void => {};

/** The whole bot in one process with all its bots polling at once, at the pace their cards state. */
answerParent<ProvinceRequest>(async (request) => {
  if (request.do === 'usage') return { ...process.cpuUsage(), at: performance.now() };
  if (request.do === 'memory') return { ...process.memoryUsage(), maxRss: peakMemory() };
  if (request.do === 'notice') return notice();
  store = openStore(join(scratchFolder(), 'bot.sqlite'));
  const clock = clockFrom(request.now);
  settle(store, request, clock.now() - 60_000);
  const shared = { wire: systemClock.wire, random: Math.random, log: QUIET };
  const modes = {
    mode: 'polling',
    webhookUrl: null,
    webhookSecret: null,
    proxyUrl: null,
    takeOverWebhook: false,
  } as const;
  const zalo = Array.from({ length: request.zaloBots }, (_, at) =>
    createZaloChannel({
      ...shared,
      ...modes,
      apiUrl: request.url,
      token: `zalo${at + 1}:secret-of-it`,
      bot: `${at + 1}`,
    }),
  );
  const channels = [...zalo, telegramTo(request.url, '1:telegram', clock)];
  const parts = { store, channels, clock, random: systemRandom, log: QUIET, zone: ZONE, publicUrl: null };
  const bot = createBot(parts);
  for (const job of bot.jobs.filter(({ name }) => name === 'open-tasks')) await job.run(clock.now());
  wake = bot.dispatcher.wake;
  bot.start();
  while (!channels.every((channel) => channel.health().ok)) await new Promise((resolve) => setTimeout(resolve, 20));
  return {};
});

/** No platform knows a pretended time. */
function clockFrom(now: number | null): Clock {
  const ahead = now === null ? 0 : now - systemClock.now();
  return now === null ? systemClock : { ...systemClock, isPretended: true, now: () => systemClock.now() + ahead };
}

/** Everybody reports for one of the plan's units, in turn. Chats are 1000, 1001, ... on each bot. */
function settle(into: Store, { zaloBots, onEachZaloBot, onTelegram }: Province, at: number): void {
  const plan = realPlan();
  applyPlan(into, plan, at);
  const units = plan.units.filter((unit) => !unit.compiles && unit.validTo === null);
  const places = Array.from({ length: zaloBots }, (_, bot) => ['zalo', `${bot + 1}`, onEachZaloBot] as const);
  let people = 0;
  into.transact(() => {
    for (const [channel, bot, count] of [...places, ['telegram', '1', onTelegram] as const]) {
      for (let number = 0; number < count; number += 1) {
        const person = into.people.add(`Cán bộ ${people}`, at, '2026-11');
        into.people.join(person, 'liaison', units[people % units.length]?.code ?? '', at);
        const chat = into.chats.meet(channel, bot, String(1000 + number), 'private', at);
        into.chats.link(chat.id, person, 0);
        people += 1;
      }
    }
  });
}

function notice(): object {
  const into = store;
  if (into === null) throw new Error('not started');
  const people = ['zalo', 'telegram']
    .flatMap((name) => into.chats.onChannel(name))
    .flatMap((chat) => chat.person ?? []);
  into.transact(() => {
    for (const person of people) {
      const content = { text: ['Thông báo cho đơn vị của anh/chị'] };
      const order = { person, kind: 'notice', priority: PRIORITY.notice, content } as const;
      enqueueProactive(into, { ...order, repeatIfUnknown: false, expiresAt: null }, Date.now());
    }
  });
  wake();
  return { people: people.length };
}
