import { join } from 'node:path';
import { systemClock } from '../../../src/clock.ts';
import { openStore } from '../../../src/store/store.ts';
import { answerParent } from '../child.ts';
import type { EchoRequest } from '../inbound-command.ts';
import { buildBot, populate, realPlan, scratchFolder, telegramTo } from '../scene.ts';
import { peakMemory } from './peak-memory.ts';

/**
 * The whole bot with a database on disk. Its channel is the Telegram one under the name of the web channel, whose pace
 * is wide: otherwise the run would wait for Telegram's 30 messages a second.
 */
answerParent<EchoRequest>(async (request) => {
  if (request.do === 'usage') return process.cpuUsage();
  if (request.do === 'memory') return { maxRss: peakMemory() };
  const store = openStore(join(scratchFolder(), 'bot.sqlite'));
  populate(store, realPlan(), { count: 50, channel: 'web', at: Date.now() - 60_000 });
  const telegram = telegramTo(request.url, request.token, systemClock);
  const bot = buildBot(store, { ...telegram, name: 'web' }, systemClock);
  for (const job of bot.jobs) await job.run(systemClock.now());
  bot.start();
  while (!telegram.health().ok) await new Promise((resolve) => setTimeout(resolve, 10));
  return {};
});
