import { join } from 'node:path';
import { systemClock } from '../../../src/clock.ts';
import { enqueueProactive, PRIORITY } from '../../../src/delivery/enqueue.ts';
import { openStore } from '../../../src/store/store.ts';
import { answerParent } from '../child.ts';
import type { QueueRequest } from '../outbox-throughput.ts';
import { acceptingChannel, buildBot, populate, realPlan, scratchFolder } from '../scene.ts';

/** A message to each of so many people, enqueued and delivered by the dispatcher, outcomes written. */
answerParent<QueueRequest>(async ({ messages, perCommit }) => {
  const store = openStore(join(scratchFolder(), 'bot.sqlite'));
  populate(store, realPlan(), { count: messages, channel: 'web', at: Date.now() - 60_000 });
  const people = store.chats.onChannel('web').flatMap((chat) => chat.person ?? []);
  const bot = buildBot(
    store,
    acceptingChannel('web', () => {}),
    systemClock,
  );
  bot.dispatcher.start();

  const begun = performance.now();
  for (let from = 0; from < messages; from += perCommit) {
    store.transact(() => {
      for (const person of people.slice(from, from + perCommit)) {
        const message = { text: ['Thông báo cho đơn vị của anh/chị'] };
        const order = { person, kind: 'notice', priority: PRIORITY.notice, content: message } as const;
        enqueueProactive(store, { ...order, repeatIfUnknown: false, expiresAt: null }, Date.now());
      }
    });
  }
  bot.dispatcher.wake();
  await bot.dispatcher.whenIdle();
  const ms = performance.now() - begun;
  if (bot.dispatcher.sentCount() !== messages) throw new Error(`${bot.dispatcher.sentCount()} of ${messages} sent`);
  return { ms };
});
