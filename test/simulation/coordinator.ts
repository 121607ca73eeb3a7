import type { Account, Person } from './person.ts';
import type { Arrived } from './platform-bot.ts';
import type { Reading } from './reading.ts';

const SECOND = 1000;

/** Watches the round, chases those who are missing, and tells everybody things. */
export function createCoordinator(person: Person) {
  const { dice } = person;
  let notices = 0;
  return {
    /** One morning's or afternoon's work. `dayOfMonth` as on the wall. */
    work(account: Account, dayOfMonth: number): void {
      const nearCutOff = dayOfMonth >= 12 && dayOfMonth <= 24;
      if (nearCutOff && dice.chance(0.12)) return person.type(account, '/dondoc');
      if (dice.chance(0.012)) {
        notices += 1;
        return person.type(account, `/thongbao Thông báo số ${notices} của ${person.name}`);
      }
      if (dice.chance(0.02))
        return person.type(account, dice.pick(['/thongbao ketqua', '/thongbao guilai', '/bot', '/donvi']));
      if (dice.chance(nearCutOff ? 0.3 : 0.05)) person.type(account, '/tonghop');
    },
    read(account: Account, seen: Arrived, reading: Reading): void {
      const press = (label: RegExp): void =>
        person.later(dice.between(3, 60) * SECOND, () => void person.choose(account, seen, label));
      if (reading.is === 'nudge-preview') press(dice.chance(0.85) ? /^Nhắc \d+ người$/u : /^Bỏ, không nhắc$/u);
      if (reading.is === 'ask-audience') press(dice.chance(0.7) ? /^Tất cả đơn vị$/u : /^Đơn vị chưa nộp kỳ này$/u);
      if (reading.is === 'notice-preview') press(/^Gửi cho \d+ người$/u);
    },
  };
}

export type Coordinator = ReturnType<typeof createCoordinator>;
