import type { Account, Person } from './person.ts';
import type { Arrived } from './platform-bot.ts';
import type { Reading } from './reading.ts';

const MINUTE = 60_000;

/** Joins with a code from the operator; asks for another one when it has gone wrong, and again when no answer comes. */
export function joinWith(person: Person, account: Account, askCode: () => string | null, tries = 12): void {
  if (person.joinedAt !== null || tries === 0) return;
  const code = askCode();
  if (code !== null) person.type(account, person.dice.chance(0.3) ? code : `/batdau ${code}`);
  const wait = code === null ? 30 * MINUTE : MINUTE * person.dice.between(60, 600);
  person.later(wait, () => joinWith(person, account, askCode, tries - 1));
}

/** Reads what has to do with joining and leaving; true when it was that. */
export function readJoining(person: Person, account: Account, seen: Arrived, reading: Reading): boolean {
  if (reading.is === 'consent') {
    person.later(person.dice.between(5, 120) * 1000, () => {
      if (person.joinedAt === null) person.choose(account, seen, /^Đồng ý$/u);
    });
    return true;
  }
  if (reading.is === 'link-code') {
    const other = person.accounts.find((one) => one !== account);
    if (other !== undefined)
      person.later(person.dice.between(10, 200) * 1000, () => person.type(other, `/batdau ${reading.code}`));
    return true;
  }
  if (reading.is === 'link-question') {
    person.later(person.dice.between(10, 300) * 1000, () => person.choose(account, seen, /^Đúng là tôi, liên kết$/u));
    return true;
  }
  if (reading.is === 'withdraw') {
    person.later(person.dice.between(5, 60) * 1000, () => person.choose(account, seen, /^Rút lại đồng ý$/u));
    return true;
  }
  return false;
}
