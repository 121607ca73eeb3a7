import type { Ledger } from './ledger.ts';
import type { Account, Person } from './person.ts';
import type { Arrived } from './platform-bot.ts';
import type { Reading } from './reading.ts';

const SECOND = 1000;
const MINUTE = 60 * SECOND;

const WRONG = ['số liệu chưa khớp văn bản', 'thiếu số', 'sai so với lời văn'] as const;
const FIELDS = ['hội nghị', 'người dự', 'hội nghị, kinh phí', 'mạng xã hội', 'cả báo cáo'] as const;

/** Goes through what waits: the harmless at one tap, the rest one by one; sends back, opens again, and thinks again. */
export function createReviewer(person: Person, units: readonly string[], ledger: Ledger) {
  const { dice } = person;
  /** Reports they look at in one sitting. */
  let left = 0;

  function say(account: Account, text: string): void {
    ledger.says(account, text);
    person.type(account, text);
  }

  function decide(account: Account, seen: Arrived): void {
    const reason = dice.pick(WRONG);
    if (dice.chance(0.12)) return say(account, `trả lại ${dice.pick(FIELDS)} vì ${reason}`);
    if (dice.chance(0.6) && person.choose(account, seen, /^Duyệt$/u)) return;
    if (dice.chance(0.35) && person.choose(account, seen, /^(Trả lại|Mở lại) để sửa$/u)) return;
    left -= 1;
    if (left > 0) person.choose(account, seen, /^Về danh sách chờ duyệt$/u);
  }

  function pickOne(account: Account, seen: Arrived): void {
    if (dice.chance(0.6) && person.choose(account, seen, /^Duyệt \d+ báo cáo (còn lại|của người mới)$/u)) return;
    left -= 1;
    const named = seen.choices.filter(({ label }) => label.startsWith('Xem '));
    if (left > 0 && named.length > 0) {
      const { label } = dice.pick(named);
      person.choose(account, seen, new RegExp(`^${label}$`, 'u'));
    }
  }

  function whenDone(account: Account, seen: Arrived): void {
    if (dice.chance(0.15))
      return person.later(dice.between(5 * SECOND, 40 * MINUTE), () => {
        person.choose(account, seen, /^Hoàn tác$/u);
      });
    left -= 1;
    if (left > 0) person.later(dice.between(3, 60) * SECOND, () => void person.choose(account, seen, /^Duyệt tiếp$/u));
  }

  return {
    begin(account: Account): void {
      left = dice.between(2, 6);
      person.type(account, dice.chance(0.6) ? '/duyet' : `/duyet ${dice.pick(units)}`);
    },
    read(account: Account, seen: Arrived, reading: Reading): void {
      const soon = dice.between(3, 60) * SECOND;
      if (reading.is === 'review-queue') person.later(soon, () => pickOne(account, seen));
      if (reading.is === 'review-report') person.later(soon, () => decide(account, seen));
      if (reading.is === 'ask-fields') person.later(soon, () => say(account, dice.pick(FIELDS)));
      if (reading.is === 'ask-why') person.later(soon, () => say(account, dice.pick(WRONG)));
      if (reading.is === 'accepted' || reading.is === 'returned') whenDone(account, seen);
    },
  };
}
