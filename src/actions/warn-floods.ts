import type { Instant } from '../domain/calendar.ts';
import { dayOf } from '../domain/calendar.ts';
import { mayDisturb } from '../domain/sending-hours.ts';
import { sayFloodAlert } from '../wording/bots.ts';
import type { Desk } from './desk.ts';
import { tellCoordinators } from './tell.ts';

/** Coordinators get few messages a day that they did not ask for; their own reminders are among them. */
const APART_MS = 6 * 3600_000;
const SAID_AT = 'flood_warned_at';

/** Tells the coordinators which chats write out of all proportion, each once a day. How many chats. */
export function warnFloods(desk: Desk, now: Instant): number {
  const { store } = desk;
  const rules = desk.rules();
  if (!mayDisturb(rules.policy, rules.calendar, now)) return 0;
  const day = dayOf(now, desk.zone);
  const loud = store.traffic.loud(day);
  const saidAt = Number(store.facts.get(SAID_AT) ?? 0);
  if (loud.length === 0 || (now >= saidAt && now - saidAt < APART_MS)) return 0;
  return store.transact(() => {
    const text = sayFloodAlert(loud.map(({ chat, written }) => ({ ...whose(desk, chat), written })));
    tellCoordinators(desk, { text }, now, null, { repeatIfUnknown: false });
    for (const { chat } of loud) store.traffic.alerted(chat, day);
    store.facts.set(SAID_AT, String(now));
    return loud.length;
  });
}

/** Whose chat it is, as far as the bot knows: a stranger's name is not kept. */
function whose(desk: Desk, id: number): { app: string; name: string | null } {
  const chat = desk.store.chats.find(id);
  if (chat === null) throw new Error(`chat ${id} of the traffic is not there`);
  const name = chat.person === null ? null : (desk.store.people.find(chat.person)?.name ?? null);
  return { app: desk.titleOf(chat.channel), name };
}
