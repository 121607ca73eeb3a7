import { type ClerkParts, createClerk } from './clerk.ts';
import type { Account, Person } from './person.ts';
import type { Arrived } from './platform-bot.ts';
import type { Reading } from './reading.ts';
import { createReviewer } from './reviewer.ts';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
/** A decision that no answer came for is let go. */
const PATIENCE = 30 * MINUTE;

const REASONS = ['mất mạng 2 ngày', 'mưa lũ lớn', 'cán bộ phụ trách ốm', 'đang sắp xếp bộ máy', 'nhầm'] as const;
const DAYS = [
  'thêm 1 ngày làm việc',
  'thêm 2 ngày làm việc',
  'thêm 5 ngày làm việc',
  'thêm 3 ngày',
  'thêm 1 tuần',
] as const;

/** Watches the round, chases those who are missing, tells everybody things, and decides: more time, none owed, back again. */
export function createCoordinator(person: Person, parts: ClerkParts) {
  const { units, ledger } = parts;
  const { dice, timeline } = person;
  const reviewer = createReviewer(person, units, ledger);
  const clerk = createClerk(person, parts);
  let notices = 0;
  /** Until when they are in the middle of a decision, and ask for nothing else. */
  let busyUntil = 0;
  /** Units they have waived lately, by name. */
  let waived: string[] = [];

  /** Types a decision: in one go, or so that the bot has to ask for the rest. */
  function decide(account: Account, command: '/giahan' | '/mien' | '/mien bo'): void {
    busyUntil = timeline.now() + PATIENCE;
    const isWhole = dice.chance(0.7);
    if (!isWhole && dice.chance(0.5)) return person.type(account, command);
    const reason = isWhole ? ` vì ${dice.pick(REASONS)}` : '';
    const day = command === '/giahan' ? ` ${dice.pick(DAYS)}` : '';
    person.type(account, `${command} ${whom(command)}${day}${reason}`);
  }

  function whom(command: string): string {
    if (command === '/mien bo' && waived.length > 0) return dice.pick(waived);
    if (command === '/giahan' && dice.chance(0.15)) return dice.pick(['tất cả', 'chưa nộp']);
    const count = dice.chance(0.75) ? 1 : dice.between(2, 3);
    return [...new Set(Array.from({ length: count }, () => dice.pick(units)))].join(', ');
  }

  function answer(account: Account, seen: Arrived, reading: Reading): void {
    const soon = dice.between(3, 60) * SECOND;
    const press = (label: RegExp): void => person.later(soon, () => void person.choose(account, seen, label));
    // Typed into the question that is open by then, which at times is another one than was read.
    const type = (text: string): void =>
      person.later(soon, () => {
        ledger.says(account, text);
        person.type(account, text);
      });
    if (reading.is === 'which-round') return press(/./u);
    if (reading.is === 'ask-units') return type(whom('/giahan'));
    if (reading.is === 'ask-day') return type(dice.pick(DAYS));
    if (reading.is === 'ask-reason') return type(dice.pick(REASONS));
    if (reading.is === 'deaf-offer' && dice.chance(0.5)) return press(/^Gia hạn \d+ đơn vị$/u);
    if (reading.is === 'please-extend') return answerRequest(account, seen);
    if (reading.is === 'acting-preview') {
      if (dice.chance(0.1)) return press(/^Bỏ, không làm$/u);
      person.later(soon, () => {
        ledger.confirms(account, seen);
        person.choose(account, seen, /^(Gia hạn cho|Miễn cho|Bỏ miễn) \d+ đơn vị$/u);
      });
    }
    if (reading.is !== 'acted') return;
    busyUntil = 0;
    const names = /^✅ Đã miễn [^:]*: (.*)\.$/mu.exec(seen.text)?.[1];
    if (names !== undefined) waived = names.split(', ');
    // Second thoughts, at times too late.
    if (dice.chance(0.2))
      person.later(dice.between(5 * SECOND, 40 * MINUTE), () => void person.choose(account, seen, /^Hoàn tác$/u));
  }

  /** A unit asks for more time: yes, no with a reason, or a colleague will see to it. */
  function answerRequest(account: Account, seen: Arrived): void {
    const id = /\/giahan khong (\d+)/u.exec(seen.text)?.[1] ?? '';
    const isYes = dice.chance(0.6);
    if (!isYes && dice.chance(0.5)) return;
    person.later(dice.between(1, 120) * MINUTE, () => {
      if (isYes) person.choose(account, seen, /^Gia hạn đến hết /u);
      else person.type(account, `/giahan khong ${id} sắp họp tổng kết`);
    });
  }

  return {
    /** One morning's or afternoon's work. `dayOfMonth` as on the wall. */
    work(account: Account, dayOfMonth: number): void {
      if (timeline.now() < busyUntil) return;
      const nearCutOff = dayOfMonth >= 12 && dayOfMonth <= 24;
      if (nearCutOff && dice.chance(0.05)) return decide(account, '/giahan');
      if (nearCutOff && dice.chance(0.01)) return decide(account, '/mien');
      if (nearCutOff && waived.length > 0 && dice.chance(0.08)) return decide(account, '/mien bo');
      if (dice.chance(nearCutOff ? 0.15 : 0.02)) return reviewer.begin(account);
      if (nearCutOff && dice.chance(0.05)) return clerk.begin(account);
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
      answer(account, seen, reading);
      reviewer.read(account, seen, reading);
      clerk.read(account, seen, reading);
    },
  };
}

export type Coordinator = ReturnType<typeof createCoordinator>;
