import type { Role } from '../../src/domain/access.ts';
import { type Coordinator, createCoordinator } from './coordinator.ts';
import { joinWith, readJoining } from './joining.ts';
import type { Journal } from './journal.ts';
import type { Ledger } from './ledger.ts';
import { createLiaison, type Liaison, type Surroundings } from './liaison.ts';
import { type Account, createPerson, type Person, type Temper } from './person.ts';
import type { Arrived, PlatformBot } from './platform-bot.ts';
import { type Reading, read } from './reading.ts';
import type { Dice } from './seeded-random.ts';
import type { Timeline } from './timeline.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

export interface CrowdParts {
  timeline: Timeline;
  journal: Journal;
  dice: Dice;
  platforms: readonly PlatformBot[];
  units: readonly string[];
  start: number;
  end: number;
  world: Surroundings;
  ledger: Ledger;
  /** A fresh invitation from the operator's shell; null while the machine is down. */
  invite(role: Role, unit: string | null): string | null;
  /** Whether a chat already leads to a person. */
  isLinked(account: Account): boolean;
  /** Somebody reads something. */
  onRead(person: Person, account: Account, seen: Arrived, reading: Reading): void;
}

/** The bot asks every few hours of a working day whether a blocked chat takes messages again. */
const LEARNT_WITHIN_MS = DAY;

const TEMPERS: readonly Temper[] = [
  'early',
  'early',
  'early',
  'prompt',
  'prompt',
  'ordinary',
  'ordinary',
  'ordinary',
  'slow',
  'overdue',
  'never',
];

/** Everybody: each unit's liaison, some leaders, the coordinators, and who comes and goes. */
export function createCrowd(parts: CrowdParts) {
  const { timeline, journal, dice, platforms, start, end } = parts;
  const people: Person[] = [];
  const byAddress = new Map<string, { person: Person; account: Account }>();
  const minds = new Map<Person, Liaison | Coordinator>();
  let names = 0;
  const zeal = dice.chance(0.3) ? 6 : 1;

  function accountOn(platform: PlatformBot, name: string): Account {
    return { platform, address: `${platform.name === 'zalo' ? 'z' : 't'}-${name}` };
  }

  /** Zalo bots serve fifty people each; whoever finds no room is on Telegram. */
  function platformFor(wantsZalo: boolean): PlatformBot {
    const room = platforms.find(
      (one) =>
        one.name === 'zalo' &&
        people.filter((person) => person.accounts.some(({ platform }) => platform === one)).length < 45,
    );
    const telegram = platforms.find((one) => one.name === 'telegram');
    const chosen = wantsZalo ? (room ?? telegram) : telegram;
    if (chosen === undefined) throw new Error('no platform');
    return chosen;
  }

  function add(role: Role, unit: string | null, joinsAt: number): Person {
    names += 1;
    const name = `Người ${names}`;
    const wantsZalo = dice.chance(0.6);
    const accounts = [accountOn(platformFor(wantsZalo), name)];
    if (dice.chance(0.25)) {
      const other = platformFor(!wantsZalo);
      if (other !== accounts[0]?.platform) accounts.push(accountOn(other, name));
    }
    const person = createPerson({
      name,
      role,
      unit,
      temper: dice.pick(TEMPERS),
      accounts,
      timeline,
      journal,
      dice: dice.fork(name),
    });
    people.push(person);
    for (const account of accounts) byAddress.set(`${account.platform.label}:${account.address}`, { person, account });
    minds.set(
      person,
      unit === null
        ? createCoordinator(person, { ...parts, confirms: parts.world.confirms })
        : createLiaison(person, parts.world),
    );
    const [first] = accounts;
    if (first !== undefined) timeline.at(joinsAt, () => joinWith(person, first, () => parts.invite(role, unit)));
    live(person, joinsAt);
    return person;
  }

  /** What they do of their own accord, planned day by day. */
  function live(person: Person, from: number): void {
    const own = person.dice;
    const mind = minds.get(person);
    const days = own.between(2, 5);
    const nextDay = (at: number): void => {
      if (at >= end) return;
      timeline.at(at, () => {
        if (person.leftAt !== null) return;
        nextDay(at + DAY);
        if (person.joinedAt !== null && mind !== undefined) act(person, mind, days);
      });
    };
    nextDay(from + DAY - ((from + 7 * HOUR) % DAY) + own.between(6 * HOUR, 17 * HOUR));
  }

  function act(person: Person, mind: Liaison | Coordinator, days: number): void {
    const own = person.dice;
    const wall = new Date(timeline.now() + 7 * HOUR);
    const account = own.chance(0.8) ? person.accounts[0] : person.accounts.at(-1);
    if (account === undefined) return;
    person.later(own.between(0, 6 * HOUR), () => {
      if (account.platform.blocked.has(account.address) || account.platform.gone.has(account.address)) return;
      if ('work' in mind) return workAll(person, mind, account, wall.getUTCDate());
      // The eager ones look by themselves once a task can be open; anybody may ask anything on any day.
      const isEager = person.temper === 'early' && wall.getUTCDate() >= days && wall.getUTCDate() <= days + 6;
      if (own.chance(isEager ? 0.3 : 0.012)) mind.startUnasked(account);
    });
    if (person.accounts.length > 1 && own.chance(0.05)) person.later(own.between(1, 60) * MINUTE, () => addApp(person));
    if ('goAway' in mind && person.role === 'liaison' && own.chance(0.01)) {
      const colleague = people.find(
        (one) => one !== person && one.unit === person.unit && one.role !== 'staff' && isThere(one),
      );
      if (colleague !== undefined) mind.goAway(account, colleague.name);
    }
    if (own.chance(0.0012)) block(person, account);
    if (own.chance(0.0003) && person.unit !== null) handOver(person, person.unit);
  }

  const isThere = ({ joinedAt, leftAt }: Person): boolean => joinedAt !== null && leftAt === null;

  /** In some provinces the coordinators are at it all day. */
  function workAll(person: Person, mind: Coordinator, account: Account, dayOfMonth: number): void {
    for (let turn = 0; turn < zeal; turn++)
      person.later(turn * person.dice.between(20, 120) * MINUTE, () => mind.work(account, dayOfMonth));
  }

  function addApp(person: Person): void {
    const linked = person.accounts.find(parts.isLinked);
    if (linked !== undefined && !person.accounts.every(parts.isLinked)) person.type(linked, '/toi lienket');
  }

  function block(person: Person, account: Account): void {
    journal.count('people: blocks the bot');
    journal.note(`${person.name} blocks ${account.platform.label}`);
    account.platform.blocked.add(account.address);
    noteUnreachable(person);
    person.later(person.dice.spread(12 * DAY), () => {
      account.platform.blocked.delete(account.address);
      noteUnreachable(person, LEARNT_WITHIN_MS);
    });
  }

  function noteUnreachable(person: Person, forMs = 0): void {
    person.unreachableAt = timeline.now() + forMs;
  }

  /** Somebody else takes over: the old one takes consent back, or the telephone is simply gone. */
  function handOver(person: Person, unit: string): void {
    journal.count('people: hand over');
    const successor = add(person.role, unit, timeline.now() + person.dice.between(1, 3) * DAY);
    journal.note(`${person.name} hands ${unit} over to ${successor.name}`);
    const [first] = person.accounts;
    if (first !== undefined && person.dice.chance(0.6)) {
      person.type(first, '/toi rut');
      person.later(2 * HOUR, () => leave(person));
    } else {
      for (const { platform, address } of person.accounts) platform.gone.add(address);
      leave(person);
    }
  }

  function leave(person: Person): void {
    person.leftAt = timeline.now();
  }

  for (const role of ['admin', 'coordinator', 'coordinator'] as const)
    add(role, null, start + dice.between(1, 120) * MINUTE);
  for (const unit of parts.units) {
    if (dice.chance(0.03)) continue;
    add('liaison', unit, start + dice.between(1, 3 * 24 * 60) * MINUTE);
    if (dice.chance(0.3)) add('leader', unit, start + dice.between(1, 5 * 24 * 60) * MINUTE);
    if (dice.chance(0.08)) add('liaison', unit, start + dice.between(1, 60) * DAY);
  }

  return {
    people,
    /** Somebody who will report for a unit that is new. */
    addLiaison: (unit: string, joinsAt: number): void => void add('liaison', unit, joinsAt),
    /** Somebody of a unit who will do nothing but write and write. */
    addFlooder(platform: PlatformBot, joinsAt: number): Person {
      names += 1;
      const name = `Người ${names}`;
      const account = accountOn(platform, name);
      const unit = parts.units[0] ?? null;
      const own = { name, role: 'staff', unit, temper: 'never' } as const;
      const person = createPerson({ ...own, accounts: [account], timeline, journal, dice: dice.fork(name) });
      people.push(person);
      byAddress.set(`${platform.label}:${account.address}`, { person, account });
      platform.floodedBy.add(account.address);
      timeline.at(joinsAt, () => joinWith(person, account, () => parts.invite('staff', unit)));
      return person;
    },
    /** A message appears on somebody's telephone. */
    arrives(seen: Arrived): void {
      const found = byAddress.get(`${seen.platform.label}:${seen.address}`);
      if (found === undefined) return;
      const { person, account } = found;
      person.lastRead.set(account, seen);
      const reading = read(seen);
      parts.onRead(person, account, seen, reading);
      if (person.leftAt !== null || readJoining(person, account, seen, reading)) return;
      minds.get(person)?.read(account, seen, reading);
    },
  };
}

export type Crowd = ReturnType<typeof createCrowd>;
