import { apiThrottler } from '@grammyjs/transformer-throttler';
import { Bot, GrammyError } from 'grammy';
import { answerParent } from '../child.ts';
import type { FloodRequest } from '../flood-control.ts';

/** Everything handed to grammY at once, as its throttler wants it; what comes back as 429 is handed over again when told. */
answerParent<FloodRequest>(({ url, token, messages }) => {
  const bot = new Bot(token, { client: { apiRoot: url } });
  bot.api.config.use(apiThrottler());
  const send = async (chat: number): Promise<void> => {
    try {
      await bot.api.sendMessage(chat, 'Thông báo cho đơn vị của anh/chị');
    } catch (error) {
      const seconds = error instanceof GrammyError ? error.parameters.retry_after : undefined;
      if (seconds === undefined) throw error;
      await new Promise((resolve) => setTimeout(resolve, seconds * 1000));
      await send(chat);
    }
  };
  for (let i = 0; i < messages; i += 1) void send(1000 + i);
});
