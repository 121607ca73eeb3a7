import { Telegraf, TelegramError } from 'telegraf';
import { answerParent } from '../child.ts';
import type { FloodRequest } from '../flood-control.ts';

/** The loop everybody writes first: one send after the other, waiting when told to. */
answerParent<FloodRequest>(({ url, token, messages }) => {
  const bot = new Telegraf(token, { telegram: { apiRoot: url } });
  void (async () => {
    for (let i = 0; i < messages; ) {
      try {
        await bot.telegram.sendMessage(1000 + i, 'Thông báo cho đơn vị của anh/chị');
        i += 1;
      } catch (error) {
        const seconds = error instanceof TelegramError ? error.parameters?.retry_after : undefined;
        if (seconds === undefined) throw error;
        await new Promise((resolve) => setTimeout(resolve, seconds * 1000));
      }
    }
  })();
});
