import type { Ledger } from './ledger.ts';
import type { Account, Person } from './person.ts';
import type { Arrived } from './platform-bot.ts';
import type { Reading } from './reading.ts';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

export interface ClerkParts {
  units: readonly string[];
  ledger: Ledger;
  /** A version is about to be recorded in their name. */
  confirms(person: Person): void;
}

/** Keys in what came on paper: whose it is, number, date, when it came, the figures now or later; and at times by mistake. */
export function createClerk(person: Person, { units, ledger, confirms }: ClerkParts) {
  const { dice, timeline } = person;
  let documents = 0;

  /** Any minute of the last days counts, the last one before a cut-off too. */
  function receivedAt(): number {
    const now = timeline.now();
    const minute = now - dice.between(1, 3 * 24 * 60) * MINUTE;
    if (dice.chance(0.3)) return Math.ceil(minute / DAY) * DAY - 7 * HOUR - (dice.chance(0.5) ? MINUTE : 0);
    return minute - (minute % MINUTE);
  }

  return {
    begin(account: Account): void {
      documents += 1;
      const at = Math.min(receivedAt(), timeline.now() - MINUTE);
      const wall = new Date(at + 7 * HOUR).toISOString();
      const [year, month, day] = wall.slice(0, 10).split('-');
      const number = `${documents}/BC-${person.name.replace(/\D/gu, '')}`;
      ledger.holds(`${number} ngày ${day}/${month}/${year}`, at - (at % MINUTE));
      person.type(
        account,
        `/nopthay ${dice.pick(units)} ${number} ngày ${day}/${month}/${year} nhận ${wall.slice(11, 16)} ${day}/${month}/${year}`,
      );
    },
    read(account: Account, seen: Arrived, reading: Reading): void {
      const soon = dice.between(3, 60) * SECOND;
      if (reading.is === 'which-paper') person.later(soon, () => void person.choose(account, seen, /./u));
      if (reading.is === 'ask-figures')
        person.later(soon, () => {
          if (dice.chance(0.35) && person.choose(account, seen, /^(Nhập số liệu sau|Không phát sinh)$/u)) return;
          person.type(account, `hoi_nghi=${dice.between(0, 9)} nguoi_du=${dice.between(20, 999)} ket_qua=Theo văn bản`);
        });
      if (reading.is === 'paper-preview')
        person.later(soon, () => {
          if (dice.chance(0.1)) return void person.choose(account, seen, /^Bỏ, không ghi$/u);
          confirms(person);
          person.choose(account, seen, /^Ghi nhận báo cáo$/u);
        });
      if (reading.is === 'filed' && dice.chance(0.15))
        person.later(dice.between(5 * SECOND, 40 * MINUTE), () => void person.choose(account, seen, /^Hoàn tác$/u));
    },
  };
}
