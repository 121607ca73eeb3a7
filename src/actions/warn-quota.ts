import { enqueueProactive, PRIORITY } from '../delivery/enqueue.ts';
import type { Instant } from '../domain/calendar.ts';
import { dayOf } from '../domain/calendar.ts';
import { mayDisturb } from '../domain/sending-hours.ts';
import { sayQuotaAlert } from '../wording/bots.ts';
import type { BotStanding } from './bots.ts';
import { botStandings, viewBot } from './bots.ts';
import type { Desk } from './desk.ts';
import { coordinatorsOf } from './fire-reminders.ts';

/** A forecast from the first days of a month says little: it counts from this share of the allowance on. */
const FORECAST_COUNTS_FROM = 0.3;

/** Tells the coordinators, once a month for each bot, that its month will run out; how many were told. */
export function warnQuota(desk: Desk, now: Instant): number {
  const { store } = desk;
  const rules = desk.rules();
  if (!mayDisturb(rules.policy, rules.calendar, now)) return 0;
  const month = dayOf(now, desk.zone).slice(0, 7);
  const short = botStandings(desk, now).filter(
    (standing) => runsOut(standing) && store.facts.get(factOf(standing)) !== month,
  );
  if (short.length === 0) return 0;
  return store.transact(() => {
    const text = sayQuotaAlert(short.map(viewBot));
    const coordinators = coordinatorsOf(desk);
    for (const { person } of coordinators) {
      const message = {
        person,
        kind: 'alert',
        priority: PRIORITY.reminder,
        content: { text },
        repeatIfUnknown: false,
        expiresAt: null,
      } as const;
      enqueueProactive(store, message, now);
    }
    for (const standing of short) store.facts.set(factOf(standing), month);
    return coordinators.length;
  });
}

function runsOut({ bot, spent, forecast }: BotStanding): boolean {
  const allowance = bot.capabilities.monthlyMessages;
  return allowance !== null && spent >= allowance * FORECAST_COUNTS_FROM && forecast > allowance;
}

function factOf({ bot }: BotStanding): string {
  return `quota_warned:${bot.channel}:${bot.bot}`;
}
