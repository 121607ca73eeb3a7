import { openSide, type Side } from './child.ts';
import type { BenchOptions, Finding } from './figures.ts';
import { at } from './figures.ts';
import type { CrowdRequest, Listener, Lived } from './sides/lean-crowd.ts';
import type { Province, ProvinceRequest } from './sides/own-province.ts';

type Usage = NodeJS.CpuUsage & { at: number };

/** g: a whole province in one process: 200 Zalo bots of 45 people each and a Telegram bot with 1,000, all polling at once. */
export async function benchProvince({ quick }: BenchOptions): Promise<Finding[]> {
  const province: Province = quick
    ? { zaloBots: 10, onEachZaloBot: 45, onTelegram: 50 }
    : { zaloBots: 200, onEachZaloBot: 45, onTelegram: 1000 };
  const crowd = openSide('lean-crowd.ts');
  const { url } = await ask<{ url: string }>(crowd, { do: 'listen' });
  const own = openSide('own-province.ts');
  await ask(own, { do: 'start', url, now: null, ...province });

  const idle = await idleShare(own, quick ? 5_000 : 60_000);
  const order = { do: 'live', perSecond: 10, text: '/nhiemvu', press: null } as const;
  const people = asking(province);
  const quiet = await ask<Lived>(crowd, { ...order, people, count: quick ? 50 : 300 });
  const begun = performance.now();
  const { people: told } = await ask<{ people: number }>(own, { do: 'notice' });
  // As long as the slowest bot needs for its share: Telegram, 30 a second.
  const busy = await ask<Lived>(crowd, { ...order, people, count: quick ? 20 : 300 });
  const { taken } = await ask<{ taken: number }>(crowd, { do: 'count', beginning: 'Thông báo' });
  const tookS = (performance.now() - begun) / 1000;
  const { maxRss, rss } = await ask<{ maxRss: number; rss: number }>(own, { do: 'memory' });
  await own.close();
  await crowd.close();

  const who = `${told} people on ${province.zaloBots} Zalo bots and one Telegram bot`;
  return [
    { what: `peak memory (MB), ${who}`, value: maxRss / 1024, goal: null, behind: `${mb(rss)} MB at the end` },
    { what: 'processor time while idle, % of one core', value: idle * 100, goal: null, behind: 'all bots polling' },
    {
      what: 'ms from a command to its answer while a notice goes out, p99',
      value: at(busy.said, 0.99),
      goal: null,
      behind: `p50 ${at(busy.said, 0.5).toFixed(0)}; ${taken} of ${told} had the notice after ${tookS.toFixed(0)} s`,
    },
    {
      what: 'the same without a notice, p99',
      value: at(quiet.said, 0.99),
      goal: null,
      behind: `p50 ${at(quiet.said, 0.5).toFixed(0)}; 10 commands a second`,
    },
  ];
}

function ask<T>(side: Side, request: CrowdRequest | ProvinceRequest): Promise<T> {
  return side.ask<T>(request);
}

/** Somebody on every bot, the Telegram bot as often as all the others together. */
function asking({ zaloBots }: Province): Listener[] {
  return Array.from({ length: zaloBots }, (_, bot) => [
    { bot: `zalo${bot + 1}:secret-of-it`, chat: '1000' },
    { bot: '1:telegram', chat: String(1000 + (bot % 50)) },
  ]).flat();
}

async function idleShare(own: Side, ms: number): Promise<number> {
  // What a start leaves behind is not idling.
  await new Promise((resolve) => setTimeout(resolve, 5_000));
  const before = await ask<Usage>(own, { do: 'usage' });
  await new Promise((resolve) => setTimeout(resolve, ms));
  const after = await ask<Usage>(own, { do: 'usage' });
  return (after.user + after.system - before.user - before.system) / 1000 / (after.at - before.at);
}

function mb(bytes: number): string {
  return (bytes / 1024 / 1024).toFixed(0);
}
