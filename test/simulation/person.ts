import type { Role } from '../../src/domain/access.ts';
import { parseOrdinal } from '../../src/language/choice-word.ts';
import type { Journal } from './journal.ts';
import type { Arrived, PlatformBot } from './platform-bot.ts';
import type { Dice } from './seeded-random.ts';
import type { Timeline } from './timeline.ts';

export interface Account {
  platform: PlatformBot;
  address: string;
}

/** How somebody deals with reminders: minutes, hours, days, or not at all. */
export const TEMPERS = ['early', 'prompt', 'ordinary', 'slow', 'overdue', 'never'] as const;
export type Temper = (typeof TEMPERS)[number];

export interface PersonParts {
  name: string;
  role: Role;
  unit: string | null;
  temper: Temper;
  accounts: Account[];
  timeline: Timeline;
  journal: Journal;
  dice: Dice;
}

/** Somebody with a telephone: reads what arrives and answers what was read, one thing at a time. */
export interface Person extends PersonParts {
  /** When they joined (true time); null while they have not. */
  joinedAt: number | null;
  leftAt: number | null;
  /** True time of their last message to the bot. */
  typedAt: number;
  /** What they read last in each chat. */
  lastRead: Map<Account, Arrived>;
  /** Last true time at which they could not be written to. */
  unreachableAt: number;
  /** Types into a chat. */
  type(account: Account, text: string, atOnce?: boolean): void;
  /** Presses, or types the number of, a choice of a message they see. */
  choose(account: Account, seen: Arrived, label: RegExp, atOnce?: boolean): boolean;
  sendPicture(account: Account, name: string): void;
  /** Does something after that many ms, unless they have left. */
  later(ms: number, act: () => void): void;
}

export function createPerson(parts: PersonParts): Person {
  const { timeline, dice, journal } = parts;

  function say(account: Account, text: string, picked: boolean, atOnce: boolean, picture?: string): void {
    person.typedAt = timeline.now();
    // Whoever writes to a bot they had blocked has let it in again.
    account.platform.blocked.delete(account.address);
    journal.note(
      `${parts.name} ${picked ? 'presses' : 'types'} ${JSON.stringify(picture ?? text.slice(0, 60))} in ${account.platform.label}`,
    );
    const send = (): void => void account.platform.enqueueUpdate(account.address, parts.name, text, picked, picture);
    if (atOnce) send();
    else timeline.at(timeline.now() + dice.between(30, 400), send);
  }

  const person: Person = {
    ...parts,
    joinedAt: null,
    leftAt: null,
    typedAt: 0,
    unreachableAt: 0,
    lastRead: new Map(),
    type(account, text, atOnce = false) {
      say(account, text, false, atOnce);
    },
    choose(account, seen, label, atOnce = false) {
      const choice = seen.choices.find((one) => label.test(one.label));
      if (choice === undefined) return false;
      if (account.platform.capabilities.buttons) say(account, choice.value, true, atOnce);
      // A number means the message read last; whoever means an older one has to say it in words.
      else if (dice.chance(0.2) || person.lastRead.get(account) !== seen) say(account, choice.label, false, atOnce);
      else say(account, numberOf(seen, choice.label) ?? choice.label, false, atOnce);
      return true;
    },
    sendPicture(account, name) {
      say(account, '', false, false, name);
    },
    later(ms, act) {
      timeline.at(timeline.now() + ms, () => {
        if (person.leftAt === null) act();
      });
    },
  };
  return person;
}

/** The number a person reads in front of a choice; null when it has none ("Có thể gõ: ..."). */
function numberOf(seen: Arrived, label: string): string | null {
  const line = seen.text.split('\n').find((one) => one.endsWith(`. ${label}`) || one === `Trả lời 1 để chọn: ${label}`);
  if (line === undefined) return null;
  const number = line.startsWith('Trả lời') ? '1' : (/^(\d+)\./u.exec(line)?.[1] ?? null);
  return number === null || parseOrdinal(number) === null ? null : number;
}
