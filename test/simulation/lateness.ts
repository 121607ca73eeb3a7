import { inWords, type Journal } from './journal.ts';
import type { Machine } from './machine.ts';
import type { PlatformBot } from './platform-bot.ts';
import type { Timeline } from './timeline.ts';

const SECOND = 1000;
const MINUTE = 60 * SECOND;

/** How late each kind of message may come when nothing is in its way; the promise of RELIABILITY.md, in figures of the simulation's own. */
export const BOUNDS = { reminder: 5 * MINUTE, answer: 30 * SECOND } as const;
/** The same once what was in its way is over: the longest pause between two tries, and a little. */
export const RECOVERED_WITHIN = 15 * MINUTE;
/** The update and its answer are written together. */
const SAME_TRANSACTION = SECOND;
export const LATE = 'I18 nothing is late without a reason';
/** How the count of messages that were late for a reason begins; the reason follows. */
export const LATE_FOR = 'late, excused: ';

export type Punctual = keyof typeof BOUNDS;

/** Something outside of the bot that holds a message up until a moment (true time). */
export interface Hindrance {
  why: string;
  until: number;
}

export interface LatenessParts {
  timeline: Timeline;
  journal: Journal;
  machine: () => Machine;
}

/** I18: holds what comes late against what was in its way, by true time and by what the platforms saw alone. */
export function createLateness({ timeline, journal, machine }: LatenessParts) {
  /** By chat: the updates that were handed over and whose answers no platform has taken yet, oldest first, by when that was. */
  const unanswered = new Map<string, Map<string, number>>();
  /** By bot and by chat: until when the last call that failed there is a reason to be late. */
  const troubles = new Map<string, number>();

  const chatOf = ({ label }: PlatformBot, address: string): string => `${label}:${address}`;

  /** What holds up a message to that chat, each with the moment at which that is, or was, over. */
  function hindrances(platform: PlatformBot, address: string): Hindrance[] {
    const now = timeline.now();
    const never = Number.POSITIVE_INFINITY;
    return [
      { why: 'the machine was not well', until: machine().wellSince() ?? never },
      { why: 'the platform was not well', until: platform.weather.fairSince(now) ?? never },
      { why: 'a call to the bot failed', until: troubles.get(platform.label) ?? 0 },
      { why: 'a call about the chat failed', until: troubles.get(chatOf(platform, address)) ?? 0 },
    ];
  }

  return {
    hindrances,
    /** A call failed: for that chat, or for all of that bot's (null) when it has to wait. */
    fails(platform: PlatformBot, address: string | null, waitMs: number): void {
      const key = address === null ? platform.label : chatOf(platform, address);
      troubles.set(key, Math.max(troubles.get(key) ?? 0, timeline.now() + waitMs));
    },
    /** A message that was due then is taken now: in time, late for a reason, or late. */
    judge(kind: Punctual, due: number, said: string, inItsWay: readonly Hindrance[]): void {
      const now = timeline.now();
      const [last = { why: 'nothing', until: 0 }] = inItsWay.toSorted((a, b) => b.until - a.until);
      const isClear = last.until <= due - RECOVERED_WITHIN;
      if (isClear) journal.measure(`lateness: ${kind}`, now - due);
      if (now - due <= BOUNDS[kind]) return journal.count(`${kind}: in time`);
      const bound = isClear ? BOUNDS[kind] : RECOVERED_WITHIN;
      if (now - Math.max(due, last.until) <= bound && !isClear) return journal.count(`${kind}: ${LATE_FOR}${last.why}`);
      journal.count(`${kind}: late`);
      const why = isClear ? 'nothing was in its way' : `${last.why} until ${inWords(last.until)}`;
      journal.breach(
        LATE,
        `${said} was due ${inWords(due)} and comes ${((now - due) / SECOND).toFixed(1)} s later: ${why}`,
      );
    },
    /** A member's update is handed over for the first time. */
    hands(platform: PlatformBot, address: string, key: string): void {
      const chat = chatOf(platform, address);
      unanswered.set(chat, (unanswered.get(chat) ?? new Map()).set(key, timeline.now()));
    },
    /** An answer that was decided then (bot time) is taken for the first time. */
    answers(platform: PlatformBot, address: string, row: { id: number; queued_at: number }): void {
      const waiting = unanswered.get(chatOf(platform, address));
      for (const [key, at] of waiting ?? []) {
        // What died with the process before it was stored is answered when it is said again.
        const actedAt = machine().eye().actedOn(platform.name, platform.bot, key);
        if (actedAt === null) continue;
        if (actedAt > row.queued_at + SAME_TRANSACTION) return;
        waiting?.delete(key);
        // Its own answer went to another app, or was left in doubt.
        if (actedAt < row.queued_at - SAME_TRANSACTION) continue;
        return this.judge('answer', at, `answer ${row.id} to ${key}`, hindrances(platform, address));
      }
    },
    /** Nobody waits for an answer there any more: of who is no member not everything is answered. */
    forget(platform: PlatformBot, address: string): void {
      unanswered.delete(chatOf(platform, address));
    },
    restored(): void {
      unanswered.clear();
    },
  };
}

export type Lateness = ReturnType<typeof createLateness>;
