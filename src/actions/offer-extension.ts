import type { Instant } from '../domain/calendar.ts';
import { addWorkingDays, dayOf } from '../domain/calendar.ts';
import { DEAF_MS, isSettled, LOOKED_BACK_MS, touchesCutOff } from '../domain/deafness.ts';
import type { Result } from '../domain/problem.ts';
import { no } from '../domain/problem.ts';
import { nextSendingMoment } from '../domain/sending-hours.ts';
import { isOutstanding } from '../domain/task.ts';
import type { DeafInterval, DeafOffer } from '../store/deafness.ts';
import type { Task } from '../store/tasks.ts';
import { sayDeafEvidence, sayDeafOffer } from '../wording/deafness.ts';
import type { TasksChanged } from './decide-tasks.ts';
import { viewsOf } from './decide-tasks.ts';
import type { Act, Desk } from './desk.ts';
import { botOf } from './desk.ts';
import { extendDeadlines } from './extend-deadline.ts';
import { audienceOf } from './fire-reminders.ts';
import { openRounds } from './round-status.ts';
import { tellCoordinators } from './tell.ts';

/**
 * Asks the coordinators, once for each cut-off that a deaf bot touched, whether the units that could not reach it get more time.
 * Where nobody was kept from reporting nothing is said. How many were asked about.
 */
export function offerExtensions(desk: Desk, now: Instant): number {
  const { deafness, tasks } = desk.store;
  const intervals = deafness.since(now - LOOKED_BACK_MS);
  // On almost every beat there is no more to do.
  if (intervals.length === 0) return 0;
  let offers = 0;
  for (const round of openRounds(desk, now)) {
    const { obligation, period } = round;
    // Stretches of deafness are looked at on every beat for days after: the tasks themselves only when one touches a cut-off.
    for (const cutOffAt of tasks.cutOffs(round, now - LOOKED_BACK_MS - 1, now)) {
      const touching = intervals.filter((interval) => touchesCutOff(interval, cutOffAt, now));
      if (touching.length === 0 || !isSettled(touching, cutOffAt, now)) continue;
      if (deafness.isOffered(obligation, period, cutOffAt)) continue;
      const mine = tasks.ofRound(obligation, period).filter((task) => task.cutOffAt === cutOffAt);
      if (offerOne(desk, mine, touching, now)) offers += 1;
    }
  }
  return offers;
}

function offerOne(desk: Desk, round: readonly Task[], touching: readonly DeafInterval[], now: Instant): boolean {
  const { store, zone } = desk;
  const { policy, calendar } = desk.rules();
  const [first] = round;
  if (first === undefined) return false;
  const kept = round.filter((task) => wasMissed(task) && couldNotReach(desk, task, touching));
  const { obligation, period, cutOffAt } = first;
  const until = addWorkingDays(calendar, dayOf(nextSendingMoment(policy, calendar, now), zone), 1);
  const evidence = sayDeafEvidence(spokenIntervals(desk, touching, now), zone);
  const seen = Object.fromEntries(kept.map(({ id, scheduleVersion }) => [id, scheduleVersion]));
  return store.transact(() => {
    const doneAt = kept.length === 0 ? now : null;
    const offer = { obligation, period, cutOffAt, evidence, seen, until, offeredAt: now, doneAt };
    const id = store.deafness.offer(offer);
    if (kept.length === 0) return false;
    tellCoordinators(desk, sayDeafOffer({ id, views: viewsOf(desk, kept), evidence, until }), now);
    return true;
  });
}

/** Whether nothing had come of it at its cut-off. */
function wasMissed({ state, timeliness }: Task): boolean {
  return timeliness === null ? isOutstanding(state) : timeliness === 'late' && state !== 'waived';
}

/** Whether all who report for the unit have chats with deaf bots alone; a unit without anybody was kept from nothing. */
function couldNotReach(desk: Desk, { unit }: Task, touching: readonly DeafInterval[]): boolean {
  const chats = audienceOf(desk, unit, ['liaison', 'leader']).flatMap(({ person }) =>
    desk.store.chats.ofPerson(person).filter((chat) => chat.state === 'active' && botOf(desk, chat) !== undefined),
  );
  const isDeaf = (chat: { channel: string; bot: string }): boolean =>
    touching.some(({ channel, bot }) => channel === chat.channel && bot === chat.bot);
  return chats.length > 0 && chats.every(isDeaf);
}

/** The same stretch of several bots is said once, and all bots of an app by its name. */
function spokenIntervals(desk: Desk, intervals: readonly DeafInterval[], now: Instant) {
  const stretches = new Map<string, { from: Instant; to: Instant; bots: DeafInterval[] }>();
  for (const interval of joined(intervals, now)) {
    const { to } = interval;
    const key = `${Math.floor(interval.from / MINUTE_MS)}-${Math.floor(to / MINUTE_MS)}`;
    const stretch = stretches.get(key) ?? { from: interval.from, to, bots: [] };
    stretches.set(key, { ...stretch, bots: [...stretch.bots, interval] });
  }
  return [...stretches.values()].map(({ from, to, bots }) => ({ from, to, names: nameBots(desk, bots) }));
}

const MINUTE_MS = 60_000;

/** Stretches of one bot with next to nothing between them are one: a platform that was dark, then the process died. */
function joined(intervals: readonly DeafInterval[], now: Instant) {
  const whole: (DeafInterval & { to: Instant })[] = [];
  for (const interval of [...intervals].sort((a, b) => a.from - b.from)) {
    const to = interval.to ?? now;
    const before = whole.findLast(({ channel, bot }) => channel === interval.channel && bot === interval.bot);
    if (before !== undefined && interval.from - before.to < DEAF_MS) before.to = Math.max(before.to, to);
    else whole.push({ ...interval, to });
  }
  return whole;
}

function nameBots({ bots: all, titleOf }: Desk, deaf: readonly DeafInterval[]): string[] {
  const has = (channel: string, bot: string): boolean => deaf.some((one) => one.channel === channel && one.bot === bot);
  const channels = [...new Set(deaf.map(({ channel }) => channel))];
  return channels.flatMap((channel) => {
    const own = all.filter((one) => one.channel === channel);
    if (own.every(({ bot }) => has(channel, bot))) return [titleOf(channel)];
    return own.filter(({ bot }) => has(channel, bot)).map(({ title }) => title);
  });
}

/**
 * Extends for exactly the units that were asked about, as far as nothing was decided about them since, with the evidence as the
 * reason. Once, whoever presses. After the offered day it is the next working day.
 */
export function acceptOffer(desk: Desk, act: Act, id: number): Result<TasksChanged> | { ok: false; doneAt: Instant } {
  const { store, zone } = desk;
  return store.transact(() => {
    const offer = store.deafness.findOffer(id);
    if (offer === null) return no({ problem: 'nothing-to-change' });
    if (offer.doneAt !== null) return { ok: false, doneAt: offer.doneAt };
    const extended = extendDeadlines(desk, act, {
      tasks: Object.keys(offer.seen).map(Number),
      seen: offer.seen,
      until: dayInForce(desk, offer, dayOf(act.at, zone)),
      reason: offer.evidence,
    });
    if (extended.ok) store.deafness.finish(id, act.at);
    return extended;
  });
}

function dayInForce(desk: Desk, { until }: DeafOffer, today: string): string {
  return until >= today ? until : addWorkingDays(desk.rules().calendar, today, 1);
}
