import type { PaceLimits } from '../channels/card.ts';

interface Bucket {
  tokens: number;
  at: number;
}

const FORGET_AFTER = 2000;
/** Answers after which the quickest of them says how long the way is at least. */
const TRUSTED_ANSWERS = 60;

/** After a 429 the bot sends a quarter slower; each quiet minute gives a tenth of its pace back. */
const SLOWER = 0.75;
const SLOWEST = 0.2;
const RECOVERED_A_MINUTE = 0.1;
/** A 429 mostly means the one chat, for hours at times; everybody waits for a moment only, until a second chat is told so as well. */
const ONE_CHAT_MS = 30_000;
/** What a platform asks of the whole bot beyond that is no answer to "too fast". */
const LONGEST_PAUSE_MS = 24 * 3600_000;

/** Token buckets of one bot: one for all it sends, one a chat. Times are wire time in ms. */
export function createPace(limits: PaceLimits) {
  const whole: Bucket = { tokens: limits.bot.burst, at: 0 };
  const chats = new Map<number, Bucket>();
  const { most } = limits.bot;
  let recent: { takenAt: number; heardAt: number; isHeard: boolean }[] = [];
  let quickest = Number.POSITIVE_INFINITY;
  let answers = 0;
  let pausedUntil = 0;
  let flooded = { chat: -1, until: 0 };
  let slowness = { share: 1, at: 0 };

  /** The share of the stated pace the bot keeps to, after what the platform has taught it. */
  function shareAt(wire: number): number {
    return Math.min(1, slowness.share + (Math.max(0, wire - slowness.at) / 60_000) * RECOVERED_A_MINUTE);
  }

  /** Milliseconds until this bot may write to anybody. */
  function untilFree(wire: number): number {
    const bot = { ...limits.bot, perSecond: limits.bot.perSecond * shareAt(wire) };
    refill(whole, bot, wire);
    return Math.max(0, pausedUntil - wire, waitFor(whole, bot), waitForMost(wire));
  }

  /** Not trusted before the first lines stand and the platform has shown how quick it can be. */
  function quickestWay(): number {
    return answers < TRUSTED_ANSWERS ? 0 : quickest;
  }

  /** A message counts on the platform when it gets there: no later than its answer came, less the quickest way there and back. */
  function waitForMost(wire: number): number {
    if (most === undefined) return 0;
    const counted = recent
      .map(({ heardAt }) => heardAt - quickestWay())
      .filter((at) => at <= wire && at > wire - most.withinMs)
      .sort((a, b) => a - b);
    const oldest = counted[counted.length - most.messages];
    return oldest === undefined ? 0 : oldest + most.withinMs - wire;
  }

  /** Milliseconds until this chat may be written to; 0 takes the tokens and means now. */
  function take(chat: number, isGroup: boolean, wire: number): number {
    if (pausedUntil > wire) return pausedUntil - wire;
    const limit = isGroup ? limits.groupChat : limits.privateChat;
    const own = chats.get(chat) ?? { tokens: limit.burst, at: wire };
    refill(own, limit, wire);
    const wait = Math.max(waitFor(own, limit), untilFree(wire));
    if (wait > 0) return wait;
    own.tokens -= 1;
    whole.tokens -= 1;
    if (most !== undefined) {
      recent = recent.filter(({ heardAt }) => Math.abs(wire - heardAt) < 2 * most.withinMs);
      recent.push({ takenAt: wire, heardAt: wire + quickestWay(), isHeard: false });
    }
    chats.set(chat, own);
    if (chats.size > FORGET_AFTER) forgetFull(wire);
    return 0;
  }

  function forgetFull(wire: number): void {
    for (const [chat, bucket] of chats) if (wire - bucket.at > 60_000) chats.delete(chat);
  }

  return {
    take,
    untilFree,
    /** The platform answered what was taken then, well or not. */
    heard(takenAt: number, wire: number): void {
      if (wire < takenAt) return;
      quickest = Math.min(quickest, wire - takenAt);
      answers += 1;
      const message = recent.find((one) => one.takenAt === takenAt && !one.isHeard);
      if (message !== undefined) Object.assign(message, { heardAt: wire, isHeard: true });
    },
    /** The platform said "too fast" of a message to that chat, which is silent until then by itself: a pause, and a slower pace for a while. */
    throttled(wire: number, until: number, chat: number): void {
      const isSecond = flooded.chat !== chat && flooded.until > wire;
      if (!isSecond || until > flooded.until) flooded = { chat, until };
      pausedUntil = Math.max(pausedUntil, Math.min(until, wire + (isSecond ? LONGEST_PAUSE_MS : ONE_CHAT_MS)));
      slowness = { share: Math.max(SLOWEST, shareAt(wire) * SLOWER), at: wire };
    },
    isPaused: (wire: number): boolean => pausedUntil > wire,
  };
}

export type Pace = ReturnType<typeof createPace>;

function refill(bucket: Bucket, limit: { perSecond: number; burst: number }, wire: number): void {
  const elapsed = Math.max(0, wire - bucket.at);
  bucket.tokens = Math.min(limit.burst, bucket.tokens + (elapsed * limit.perSecond) / 1000);
  bucket.at = wire;
}

function waitFor(bucket: Bucket, limit: { perSecond: number }): number {
  return bucket.tokens >= 1 ? 0 : Math.ceil(((1 - bucket.tokens) * 1000) / limit.perSecond);
}
