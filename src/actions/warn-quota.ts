import type { Instant } from '../domain/calendar.ts';
import { dayOf } from '../domain/calendar.ts';
import { mayDisturb } from '../domain/sending-hours.ts';
import { sayQuotaAlert } from '../wording/bots.ts';
import type { BotStanding } from './bots.ts';
import { botStandings, viewBot } from './bots.ts';
import type { Desk } from './desk.ts';
import { tellCoordinators } from './tell.ts';

/** A forecast from the first days of a month says little: it counts from this share of the allowance on. */
const FORECAST_COUNTS_FROM = 0.3;
/** Shares of the allowance at which it is said again, in percent. */
const LEVELS = [100, 95, 80] as const;

/** Tells the coordinators that a bot's month will run out, and again at 80, 95 and 100 %; each once a month. How many were told. */
export function warnQuota(desk: Desk, now: Instant): number {
  const { store } = desk;
  const rules = desk.rules();
  if (!mayDisturb(rules.policy, rules.calendar, now)) return 0;
  const month = dayOf(now, desk.zone).slice(0, 7);
  const short = botStandings(desk, now)
    .filter((standing) => levelOf(standing) > 0)
    .filter((standing) => levelOf(standing) > saidOf(desk, standing, month));
  if (short.length === 0) return 0;
  return store.transact(() => {
    const text = sayQuotaAlert(short.map(viewBot));
    const told = tellCoordinators(desk, { text }, now, null, { repeatIfUnknown: false });
    for (const standing of short) store.facts.set(factOf(standing), `${month}:${levelOf(standing)}`);
    return told;
  });
}

/** 0: nothing to say; 1: the forecast is above the allowance; then the highest share that was reached, in percent. */
export function levelOf({ bot, spent, forecast }: BotStanding): number {
  const allowance = bot.capabilities.monthlyMessages;
  if (allowance === null) return 0;
  const reached = LEVELS.find((level) => spent * 100 >= allowance * level);
  if (reached !== undefined) return reached;
  return spent >= allowance * FORECAST_COUNTS_FROM && forecast > allowance ? 1 : 0;
}

/** The highest level that was told this month. Earlier releases kept the month alone, for the forecast. */
function saidOf({ store }: Desk, standing: BotStanding, month: string): number {
  const [said, level = '1'] = (store.facts.get(factOf(standing)) ?? '').split(':');
  return said === month ? Number(level) : 0;
}

function factOf({ bot }: BotStanding): string {
  return `quota_warned:${bot.channel}:${bot.bot}`;
}
