import { onTestFinished } from 'vitest';
import type { PaceLimits } from '../../src/channels/card.ts';
import type { Channel, Sendable } from '../../src/channels/channel.ts';
import { WEB_PACE } from '../../src/channels/web-chat/card.ts';
import { createDispatcher, type DispatcherOptions } from '../../src/delivery/dispatcher.ts';
import { createPace } from '../../src/delivery/pace.ts';
import { dayOf } from '../../src/domain/calendar.ts';
import type { Chat } from '../../src/store/chats.ts';
import type { NewMessage } from '../../src/store/outbox.ts';
import { say } from '../../src/wording/rich-text.ts';
import { at, ZONE } from '../support/bot-bench.ts';
import { createHandClock } from '../support/hand-clock.ts';
import { createMemoryChannel, type MemoryChannel } from '../support/memory-channel.ts';
import { openEmptyStore } from '../support/open-store.ts';

export interface DeliveryBenchOptions {
  channels?: readonly MemoryChannel[];
  /** A real channel that sends in place of the first one in memory, under the same name. */
  through?: Channel;
  pace?: PaceLimits;
  cap?: number;
  compose?: DispatcherOptions['compose'];
}

/** The real dispatcher on a real store, with nothing above it: rows go in, platforms in memory take them. */
export function createDeliveryBench(options: DeliveryBenchOptions = {}) {
  const clock = createHandClock(at('2026-11-10 08:00'));
  const store = openEmptyStore();
  onTestFinished(() => store.close());
  const channels = options.channels ?? [createMemoryChannel({ name: 'telegram', wire: clock.wire })];
  const [first] = channels;
  if (first === undefined) throw new Error('a bench without channels');
  const errors: string[] = [];
  const quiet = (): void => {};
  const log = {
    debug: quiet,
    info: quiet,
    warn: quiet,
    error: (_fields: object, message: string) => void errors.push(message),
  };
  const build = () =>
    createDispatcher({
      store,
      clock,
      random: () => 0.5,
      log,
      lanes: channels.map((channel: Channel, index) => ({
        channel: (index === 0 ? options.through : null) ?? channel,
        pace: createPace(options.pace ?? WEB_PACE),
      })),
      compose: options.compose ?? ((row) => ({ send: JSON.parse(row.content ?? '') as Sendable })),
      capOf: (now) => ({ day: dayOf(now, ZONE), perPerson: options.cap ?? 4 }),
    });
  let dispatcher = build();

  return {
    clock,
    store,
    channel: first,
    errors,
    dispatcher: () => dispatcher,
    start: async (): Promise<void> => {
      dispatcher.start();
      await clock.settle();
    },
    wake: async (): Promise<void> => {
      dispatcher.wake();
      await clock.settle();
    },
    /** The process is gone in mid-flight; the next one finds what it left. */
    async restart(): Promise<void> {
      clock.forget();
      dispatcher = build();
      dispatcher.start();
      await clock.settle();
    },
    /** A chat of a person (a new one unless given). */
    chat(address: string, { person, on = first }: { person?: number; on?: MemoryChannel } = {}): Chat {
      const chat = store.chats.meet(on.name, on.bot, address, 'private', clock.now());
      store.chats.link(chat.id, person ?? store.people.add(address, clock.now(), 'test'), 0);
      return store.chats.find(chat.id) ?? chat;
    },
    /** Puts a message into the outbox: an answer unless told otherwise. */
    put(chat: Chat, text: string, more: Partial<NewMessage> = {}): number {
      return store.outbox.add({
        chat: chat.id,
        person: chat.person,
        kind: 'answer',
        priority: 0,
        content: { text: say`${text}` },
        notice: null,
        repeatIfUnknown: true,
        queuedAt: clock.now(),
        expiresAt: null,
        notBefore: 0,
        ...more,
      });
    },
    state: (id: number) => store.outbox.outcome(id)?.state,
    failure: (id: number) => store.outbox.outcome(id)?.failure,
  };
}
