import { Telegraf } from 'telegraf';
import { message } from 'telegraf/filters';
import { answerParent } from '../child.ts';
import type { EchoRequest } from '../inbound-command.ts';
import { peakMemory } from './peak-memory.ts';

/** The bare telegraf bot of its own handbook: says back what it hears, and stores nothing. */
answerParent<EchoRequest>(async (request) => {
  if (request.do === 'usage') return process.cpuUsage();
  if (request.do === 'memory') return { maxRss: peakMemory() };
  const bot = new Telegraf(request.token, { telegram: { apiRoot: request.url } });
  bot.on(message('text'), (ctx) => ctx.reply(ctx.message.text));
  await new Promise<void>((resolve) => void bot.launch(resolve));
  return {};
});
