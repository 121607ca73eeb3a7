import type { PlatformBot } from './platform-bot.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** How long reading a preview is nobody's fault, and how long a platform holds a press: the promise, in figures of our own. */
const READING = 15 * MINUTE;

/** One update as its platform handed it over. */
export interface Handed {
  key: string;
  /** Bot time. */
  at: number;
  /** True time. */
  trueAt: number;
  text: string;
  /** What the platform stamped it with; a press has no stamp. */
  stamp: number | null;
}

/** What is known of whoever sent a report: their updates in one chat, in the order they were handed over. */
export interface Sender {
  platform: PlatformBot;
  handed: readonly Handed[];
}

/** A text counts from its stamp, where a platform can have held it that long and it is not of the future. */
function momentOf({ at, stamp }: Handed): number {
  return stamp !== null && stamp <= at && at - stamp <= DAY ? stamp : at;
}

/** A preview that came too late to be read before the cut-off, because its text had to wait: a "gửi" counts without that wait. */
function keptWaiting(before: readonly Handed[], own: number, cutOff: number): number[] {
  return before.flatMap((text) => {
    const moment = momentOf(text);
    const isTheWait = moment < cutOff && text.at > cutOff - READING && own - (text.at - moment) < cutOff;
    return isTheWait ? [moment] : [];
  });
}

interface Judged {
  task: number;
  cutOff: number;
  /** The first version decides whether it is on time. */
  isFirst: boolean;
  /** When the update that confirmed it was received, as the bot says. */
  receivedAt: number;
  wasDown(from: number, until: number): boolean;
}

/** The moments from which a report confirmed then may count; none: nothing was handed over then. */
export function momentsFor({ platform, handed }: Sender, judged: Judged): number[] {
  const { receivedAt, cutOff, isFirst } = judged;
  return handed
    .filter(({ at }) => at === receivedAt)
    .flatMap((one) => {
      const before = handed.filter((other) => other.trueAt <= one.trueAt && other.key !== one.key);
      if (one.stamp !== null) {
        const own = momentOf(one);
        return isFirst && own >= cutOff ? [own, ...keptWaiting(before, own, cutOff)] : [own];
      }
      if (!isFirst || receivedAt < cutOff) return [receivedAt];
      const last = before.at(-1);
      // The figures, their preview, the press: reading took no quarter of an hour.
      const isRead = last?.stamp != null && last.text.startsWith(`/nop ${judged.task} `);
      if (isRead && momentOf(last) < cutOff && receivedAt - momentOf(last) <= READING) return [momentOf(last)];
      const [from, until] = [one.trueAt - HOUR - MINUTE, one.trueAt + DAY];
      const heardAll = !judged.wasDown(from, until) && !platform.weather.hadIn(from, until, 1);
      const bound = heardAll ? READING : DAY;
      // A preview of "không phát sinh" may have come by a press alone: then our receipt of that press is all there is.
      const inTime = before.map(momentOf);
      return [receivedAt, ...inTime.filter((moment) => moment < cutOff && receivedAt - moment <= bound)];
    });
}
