import { join } from 'node:path';
import { systemClock } from '../../../src/clock.ts';
import { enqueueProactive, PRIORITY } from '../../../src/delivery/enqueue.ts';
import { openStore } from '../../../src/store/store.ts';
import { answerParent } from '../child.ts';
import type { FloodRequest } from '../flood-control.ts';
import { buildBot, populate, realPlan, scratchFolder, telegramTo } from '../scene.ts';

/** The bot with a notice to everybody in its outbox; resolves when it begins to send. */
answerParent<FloodRequest>(({ url, token, messages }) => {
  const store = openStore(join(scratchFolder(), 'bot.sqlite'));
  populate(store, realPlan(), { count: messages, channel: 'telegram', at: Date.now() - 60_000 });
  const people = store.chats.onChannel('telegram').flatMap((chat) => chat.person ?? []);
  store.transact(() => {
    for (const person of people) {
      const message = { text: ['Thông báo cho đơn vị của anh/chị'] };
      const order = { person, kind: 'notice', priority: PRIORITY.notice, content: message } as const;
      enqueueProactive(store, { ...order, repeatIfUnknown: false, expiresAt: null }, Date.now());
    }
  });
  buildBot(store, telegramTo(url, token, systemClock), systemClock).dispatcher.start();
});
