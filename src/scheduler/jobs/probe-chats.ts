import type { Desk } from '../../actions/desk.ts';
import type { Channel } from '../../channels/channel.ts';
import type { Clock } from '../../clock.ts';
import { dayOf } from '../../domain/calendar.ts';
import { mayDisturb } from '../../domain/sending-hours.ts';
import type { Log } from '../../log.ts';
import type { Chat } from '../../store/chats.ts';
import type { Job } from '../job.ts';

/** A platform is not asked about more chats than this in one day. */
const CHATS_A_DAY = 50;

export interface ProbeParts {
  desk: Desk;
  channels: readonly Channel[];
  clock: Clock;
  log: Log;
}

/**
 * Once a working day: asks whether chats that were blocked or gone take messages again, without showing anybody anything.
 * The asking goes on beside the other jobs: a slow platform must not hold a reminder up.
 */
export function probeChatsJob({ desk, channels, clock, log }: ProbeParts): Job {
  const { store } = desk;

  async function probe(chats: readonly Chat[]): Promise<void> {
    for (const chat of chats) {
      const channel = channels.find((one) => one.name === chat.channel && one.bot === chat.bot);
      if (channel?.health().ok !== true || (await channel.probe?.({ chat: chat.address })) !== true) continue;
      store.chats.setState(chat.id, 'active', clock.now());
      log.info({ chat: chat.id }, 'a chat takes messages again');
    }
  }

  return {
    name: 'probe-chats',
    run(now) {
      const today = dayOf(now, desk.zone);
      const { policy, calendar } = desk.rules();
      if (store.facts.get('probed_on') === today || !mayDisturb(policy, calendar, now)) return {};
      store.facts.set('probed_on', today);
      const chats = store.chats.unreachable(CHATS_A_DAY);
      probe(chats).catch((error) => log.warn({ err: error }, 'probing chats was broken off'));
      return { probed: chats.length };
    },
  };
}
