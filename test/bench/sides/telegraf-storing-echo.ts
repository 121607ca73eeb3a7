import { join } from 'node:path';
import { Telegraf } from 'telegraf';
import { message } from 'telegraf/filters';
import { openDatabase } from '../../../src/store/database.ts';
import { answerParent } from '../child.ts';
import type { EchoRequest } from '../inbound-command.ts';
import { scratchFolder } from '../scene.ts';
import { peakMemory } from './peak-memory.ts';

/** The telegraf echo with the least a durable bot can do: the update stored, the answer stored, the outcome stored; a row and a commit each. */
answerParent<EchoRequest>(async (request) => {
  if (request.do === 'usage') return process.cpuUsage();
  if (request.do === 'memory') return { maxRss: peakMemory() };
  const db = openDatabase(join(scratchFolder(), 'echo.sqlite'));
  db.exec('CREATE TABLE echo (id INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT');
  const insert = db.prepare<[string]>('INSERT INTO echo (text) VALUES (?)');
  const bot = new Telegraf(request.token, { telegram: { apiRoot: request.url } });
  bot.on(message('text'), async (ctx) => {
    insert.run(JSON.stringify(ctx.update));
    insert.run(ctx.message.text);
    await ctx.reply(ctx.message.text);
    insert.run('done');
  });
  await new Promise<void>((resolve) => void bot.launch(resolve));
  return {};
});
