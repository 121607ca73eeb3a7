import type { Desk } from '../../actions/desk.ts';
import { welcomeBack } from '../../actions/welcome-back.ts';
import type { Channel } from '../../channels/channel.ts';
import type { Clock } from '../../clock.ts';
import { mayDisturb } from '../../domain/sending-hours.ts';
import type { Log } from '../../log.ts';
import type { Chat } from '../../store/chats.ts';
import type { Job } from '../job.ts';

/** How long one chat is left alone after it was asked. */
const ASK_AGAIN_MS = 4 * 3600_000;
/** A platform is not asked about more chats than this at once. */
const CHATS_AT_ONCE = 20;

export interface ProbeParts {
  desk: Desk;
  channels: readonly Channel[];
  clock: Clock;
  log: Log;
}

/**
 * Every few hours of a working day: asks whether chats that were blocked or gone take messages again, without showing
 * anybody anything. A bot that is not well is asked later. The asking goes on beside the other jobs: a slow platform must
 * not hold a reminder up.
 */
export function probeChatsJob({ desk, channels, clock, log }: ProbeParts): Job {
  const { store } = desk;
  const askedAt = new Map<number, number>();

  function wellChannelOf(chat: Chat): Channel | null {
    const channel = channels.find((one) => one.name === chat.channel && one.bot === chat.bot);
    return channel?.health().ok === true ? channel : null;
  }

  const isToBeAsked = (chat: Chat): boolean =>
    clock.wire() - (askedAt.get(chat.id) ?? Number.NEGATIVE_INFINITY) >= ASK_AGAIN_MS && wellChannelOf(chat) !== null;

  async function probe(chats: readonly Chat[]): Promise<void> {
    for (const chat of chats) {
      if ((await wellChannelOf(chat)?.probe?.({ chat: chat.address })) !== true) continue;
      const reminded = welcomeBack(desk, chat.id, clock.now());
      log.info({ chat: chat.id, reminded }, 'chat reachable again');
    }
  }

  return {
    name: 'probe-chats',
    run(now) {
      const { policy, calendar } = desk.rules();
      if (!mayDisturb(policy, calendar, now)) return {};
      const chats = store.chats.unreachable().filter(isToBeAsked).slice(0, CHATS_AT_ONCE);
      for (const chat of chats) askedAt.set(chat.id, clock.wire());
      probe(chats).catch((error) => log.warn({ err: error }, 'probing unreachable chats failed'));
      return { probed: chats.length };
    },
  };
}
