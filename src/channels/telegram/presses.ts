import type { Telegraf } from 'telegraf';
import type { Log } from '../../log.ts';
import type { RawPress } from './read-update.ts';

/** What a pressed button needs besides being read: both are best effort and never throw. */
export interface Presses {
  /** Ends the button's spinning. A query that is too old (a redelivered update) is no trouble. */
  answer(press: RawPress): Promise<void>;
  /** Takes a dialog's buttons away once one was pressed, so that they do not look as if they could be pressed again. */
  retire(press: RawPress): Promise<void>;
}

export function createPresses(bot: Telegraf, describe: (error: unknown) => string, log: Log): Presses {
  const quietly = async (what: string, call: () => Promise<unknown>) => {
    await call().catch((error: unknown) => log.debug({ what, reason: describe(error) }, 'a press failed'));
  };
  return {
    async answer(press) {
      await quietly('answering a press', () =>
        bot.telegram.callApi('answerCallbackQuery', { callback_query_id: press.id }),
      );
    },
    async retire({ data, message }) {
      if (!message || !data?.startsWith('d:')) return;
      const place = { chat_id: message.chat.id, message_id: message.message_id };
      await quietly('retiring buttons', () => bot.telegram.callApi('editMessageReplyMarkup', place));
    },
  };
}
