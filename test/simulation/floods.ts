import type { Crowd } from './crowd.ts';
import { keptKey } from './eye.ts';
import type { Journal } from './journal.ts';
import type { Machine } from './machine.ts';
import type { Person } from './person.ts';
import type { PlatformBot } from './platform-bot.ts';
import type { Dice } from './seeded-random.ts';
import type { Timeline } from './timeline.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const ZONE_MS = 7 * HOUR;
/** The days of a month on which a flood hurts most: the last good days are still to come. */
const HURTS = { from: 10, until: 15 } as const;
const STRANGERS = 40;
/** More than a person may send in a day, and in a report. */
const FILES = 100;
const FILES_A_DAY = 60;
const MOST_WORDS = 1800;
/** How long somebody's update may wait to be acted on while all is well. */
const WAITS_MS = 10 * MINUTE;

/** What a platform allows; many units use up a good part of it by themselves. */
const ALLOWED = 3000;
const MANY_UNITS = 25;

/** The month's allowance of the bot that is flooded: ample for so many units and for coordinators at their desk, and little enough to be flooded by some hundred messages. */
export function floodedAllowance(units: number): number {
  return units > MANY_UNITS ? ALLOWED : 900 + 50 * units;
}

export const OTHERS_SUFFER = 'I15 a flood is nobody else’s trouble';

export interface FloodParts {
  timeline: Timeline;
  journal: Journal;
  machine: Machine;
  dice: Dice;
  crowd: Crowd;
  /** The Zalo bot that strangers and a member write to, and the Telegram bot that gets the files. */
  counted: PlatformBot;
  /** What the Zalo bot may send in a month. */
  allowance: number;
  free: PlatformBot;
  start: number;
  end: number;
}

/** One flood of strangers, one of a member's words and one of a member's files, each on a day before a cut-off. */
export function planFloods(parts: FloodParts): void {
  const { timeline, journal, machine, dice, crowd, counted, free } = parts;
  /** Updates of those who flood: theirs alone may wait. */
  const theirs = new Set<string>();

  function flood(what: string, lasts: number, count: number, write: (index: number) => string): void {
    const at = pickDay();
    if (at === null) return;
    timeline.at(at, () => {
      journal.count(`flood: ${what}`);
      journal.note(`a flood of ${what} begins`);
    });
    for (let index = 0; index < count; index += 1)
      timeline.at(at + (index * lasts) / count, () => {
        theirs.add(keptKey(write(index)));
      });
    for (let look = at; look < at + lasts + HOUR; look += 10 * MINUTE) timeline.at(look, checkWaiting);
  }

  /** Between six and ten in the morning of a day that hurts; null where the world is too short. */
  function pickDay(): number | null {
    const days: number[] = [];
    for (let day = parts.start + 5 * DAY; day < parts.end; day += DAY) {
      const date = new Date(day + ZONE_MS).getUTCDate();
      if (date >= HURTS.from && date <= HURTS.until) days.push(day);
    }
    return days.length === 0 ? null : dice.pick(days) + dice.between(6 * 60, 10 * 60) * MINUTE;
  }

  /** I15: while all is well, nobody waits because somebody else writes and writes. */
  function checkWaiting(): void {
    const well = machine.wellSince();
    if (well === null || timeline.now() - well < 2 * WAITS_MS) return;
    for (const { key, received_at } of machine.eye().waiting()) {
      if (!theirs.has(key) && machine.now() - received_at > WAITS_MS)
        journal.breach(OTHERS_SUFFER, `update ${key} has waited for ${machine.now() - received_at} ms during a flood`);
    }
  }

  function write(person: Person, text: string, picture?: string): string {
    const [account] = person.accounts;
    if (account === undefined) throw new Error('somebody without a telephone');
    person.typedAt = timeline.now();
    return account.platform.enqueueUpdate(account.address, person.name, text, false, picture);
  }

  const talker = crowd.addFlooder(counted, parts.start + dice.between(1, 12) * HOUR);
  const sender = crowd.addFlooder(free, parts.start + dice.between(1, 12) * HOUR);
  flood('strangers', 6 * HOUR, STRANGERS * 6, (index) => {
    const address = `z-lạ-${index % STRANGERS}`;
    counted.floodedBy.add(address);
    return counted.enqueueUpdate(address, 'Người lạ', dice.pick(['hi', 'bot ơi', 'ABCDEFGHJK', '2']), false);
  });
  flood('words', 10 * HOUR, Math.min(MOST_WORDS, 1.2 * parts.allowance), () =>
    write(talker, dice.pick(['/trogiup', '/toi', 'hi', 'alo alo'])),
  );
  let files = 0;
  flood('files', 2 * HOUR, FILES, () => {
    files += 1;
    if (files === FILES) timeline.at(timeline.now() + HOUR, checkFiles);
    return write(sender, '', `tep-thua-${files}.jpg`);
  });

  function checkFiles(): void {
    const [account] = sender.accounts;
    const chat = account === undefined ? null : machine.eye().chatOf(free.name, free.bot, account.address);
    const kept = chat === null ? 0 : machine.eye().filesFrom(chat.id, machine.now() - DAY);
    journal.count('flood: files that were kept', kept);
    if (kept > FILES_A_DAY) journal.breach(OTHERS_SUFFER, `${kept} files of one person in a day`);
  }
}
