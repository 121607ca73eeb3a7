import { Bot } from 'grammy';
import { answerParent } from '../child.ts';
import type { EchoRequest } from '../inbound-command.ts';
import { peakMemory } from './peak-memory.ts';

/** The bare grammY bot of its own handbook: says back what it hears, and stores nothing. */
answerParent<EchoRequest>(async (request) => {
  if (request.do === 'usage') return process.cpuUsage();
  if (request.do === 'memory') return { maxRss: peakMemory() };
  const bot = new Bot(request.token, { client: { apiRoot: request.url } });
  bot.on('message:text', (ctx) => ctx.reply(ctx.message.text));
  await new Promise<void>((resolve) => void bot.start({ onStart: () => resolve() }));
  return {};
});
