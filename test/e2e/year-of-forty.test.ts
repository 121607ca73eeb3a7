import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeFolder } from '../support/bot-process.ts';
import { checkBooks, checkReminders } from './year/books.ts';
import { accept, chase, compare, extend, giveBack, keyIn, waive } from './year/desk.ts';
import { COORDINATOR, MERGED, mergeByPlan, nameOf, type Office, openOffice } from './year/office.ts';
import type { Figures } from './year/tally.ts';

const folder = makeFolder();
let office: Office;

beforeAll(async () => {
  office = await openOffice(folder.path);
});
afterAll(async () => {
  office.room.close();
  await office.bot.stop();
  folder.remove();
});

const MONTHS = Array.from({ length: 12 }, (_, at) => at + 1);
const two = (number: number): string => String(number).padStart(2, '0');
const periodOf = (month: number): string => `2026-${two(month)}`;
const dayIn = (month: number, day: number, time: string): string => `2026-${two(month)}-${two(day)}T${time}`;
const GONE = ['XLS', 'XTT'];
const AWAY = 'XAB';
const LEAVING = 'XBS';
const HALF = '2026-H1';

/** Everybody's figures differ, and have a decimal. */
function figuresOf(at: number, month: number): Figures {
  return {
    hoi_nghi: 1 + ((at * 3 + month) % 7),
    nguoi_du: 40 + ((at * 37 + month * 11) % 300),
    kinh_phi: ((at + month) % 9) + 0.5,
  };
}

/** How a unit behaves in a month; whoever has no liaison sends paper, or nothing. */
function habitOf(at: number, month: number): 'early' | 'last day' | 'late' | 'never' | 'nothing' {
  if ((at + 2 * month) % 19 === 0) return 'never';
  if ((at + month) % 17 === 0) return 'late';
  if ((at + month) % 13 === 0) return 'nothing';
  return (at + month) % 3 === 0 ? 'last day' : 'early';
}

/** Units that exist, by their place in the list, with somebody who reports. */
function reporters(): { unit: string; at: number }[] {
  const isGone = (unit: string): boolean => GONE.includes(unit) && office.chats.has(MERGED);
  return [...office.chats.keys()].map((unit, at) => ({ unit, at })).filter(({ unit }) => !isGone(unit));
}

/** Whose report is sent in another way this month. */
const held = new Set<string>();

async function sendAll(habit: string, month: number, period = periodOf(month)): Promise<void> {
  const due = reporters().filter(({ unit, at }) => {
    const entry = office.tally.entryOf(unit, period);
    return !held.has(unit) && habitOf(at, month) === habit && entry.firstAt === null && !entry.isWaived;
  });
  await Promise.all(
    due.map(({ unit, at }) => office.send(unit, period, habit === 'nothing' ? null : figuresOf(at, month))),
  );
}

/** What happens to somebody in particular in that month. */
async function special(month: number): Promise<void> {
  const { room, chats, tally } = office;
  const period = periodOf(month);
  const units = reporters();
  const pick = (offset: number): string => units[(month * 5 + offset) % units.length]?.unit ?? '';
  if (month % 4 === 2) {
    const [unit] = units.filter(
      ({ unit, at }) => habitOf(at, month) === 'late' && tally.entryOf(unit, period).firstAt === null,
    );
    if (unit !== undefined) await extend(office, unit.unit, period, `2026-${two(month)}-22`);
  }
  if (month % 3 === 0) {
    const unit = [0, 1, 2, 3].map(pick).find((one) => tally.entryOf(one, period).firstAt === null);
    if (unit !== undefined) await waive(office, unit, period);
  }
  if (month === 4) {
    await room.say(chats.get(AWAY) ?? '', 'Em nghỉ phép, chị Yến thay em từ 7/4 đến 12/4', /Ai thay\?/u);
    await room.press(chats.get(AWAY) ?? '', /Xã An Bình$/u, /Bot đã hỏi/u);
  }
  if (month === 5) {
    const leaver = chats.get(LEAVING) ?? '';
    await room.say(leaver, '/bangiao', /Bàn giao vai trò/u);
    const made = await room.press(leaver, /^Tạo mã bàn giao$/u, /\/batdau/u);
    await room.say('khach', /\/batdau \S+/u.exec(made.text)?.[0] ?? '', /đồng ý không/u);
    await room.press('khach', /^Đồng ý$/u, /đã tham gia với vai trò/u);
    chats.set(LEAVING, 'khach');
  }
}

/** A colleague agreed to stand in, and sends the report of the days in which the liaison is away. */
async function standIn(period: string): Promise<void> {
  const { room, chats } = office;
  const [own = '', colleague] = [chats.get(AWAY), 'chuyen-vien-xab'];
  await room.press(colleague, /^Đồng ý thay$/u, /Cảm ơn anh\/chị/u);
  await office.goTo(dayIn(4, 8, '09:00'));
  chats.set(AWAY, colleague);
  const receipt = await office.send(AWAY, period, figuresOf(3, 4));
  expect(receipt.text).toMatch(/Người gửi: .* thay /u);
  chats.set(AWAY, own);
  held.delete(AWAY);
}

async function merge(): Promise<void> {
  const { room, chats } = office;
  const [first = ''] = GONE;
  const period = '2026-07';
  await office.send(first, period, figuresOf(3, 7));
  await mergeByPlan(office, GONE, '2026-06-30', '2026-07-01');
  await office.goTo(dayIn(7, 7, '09:00'));
  await compare(office, period);
  const told = room.history().get(chats.get(first) ?? '');
  expect(told?.filter(({ text }) => text.includes('đã kết thúc hoạt động'))).toHaveLength(1);
  const made = await room.say(COORDINATOR, `/moi ${MERGED}`, /\/batdau/u);
  const chat = chats.get(first) ?? '';
  await room.say(chat, /\/batdau \S+/u.exec(made.text)?.[0] ?? '', /đồng ý không/u);
  await room.press(chat, /^Đồng ý$/u, /Đơn vị đang có/u);
  chats.set(MERGED, chat);
}

async function liveMonth(month: number): Promise<void> {
  const period = periodOf(month);
  await office.goTo(dayIn(month, 5, '09:00'));
  for (const unit of month === 4 ? [AWAY] : month === 7 ? GONE : []) held.add(unit);
  await sendAll('early', month);
  await special(month);
  await office.goTo(dayIn(month, 6, '09:30'));
  if (month === 7) await merge();
  if (month === 4) await standIn(period);
  await sendAll('nothing', month);
  if (month % 2 === 0) await keyIn(office, 'XDKH', period, dayIn(month, 5, '15:30'), figuresOf(40, month));
  if (month === 6) await liveLonger(HALF, 10, 15);
  if (month === 12) await liveLonger('2026', 10, 15);
  await office.goTo(dayIn(month, 16, '15:30'));
  await chase(office, period);
  await office.goTo(dayIn(month, 17, '23:59'));
  await sendAll('last day', month);
  await office.goTo(dayIn(month, 18, '00:00'));
  await compare(office, period);
  await office.goTo(dayIn(month, 20, '09:00'));
  await sendAll('late', month);
  if (month === 3) await keyIn(office, 'XTC', period, dayIn(month, 19, '08:05'), figuresOf(41, month));
  await review(month, period);
  await office.goTo(dayIn(month, 24, '10:00'));
  await compare(office, period);
}

/** A report is sent back and corrected; another one is accepted. The figures follow, timeliness does not. */
async function review(month: number, period: string): Promise<void> {
  const sent = reporters().filter(({ unit }) => office.tally.entryOf(unit, period).figures !== null);
  const returned = sent[(month * 7) % sent.length];
  const fine = sent[(month * 7 + 1) % sent.length];
  if (returned === undefined || fine === undefined) throw new Error(`nothing was sent for ${period}`);
  await giveBack(office, returned.unit, period);
  await compare(office, period);
  const before = office.tally.entryOf(returned.unit, period).figures ?? figuresOf(0, month);
  await office.send(returned.unit, period, { ...before, nguoi_du: before.nguoi_du + 7 });
  await accept(office, fine.unit, period);
}

/** The half-year's report and the year's: most in time, some late, one never; it begins with what the months add up to. */
async function liveLonger(period: string, day: number, late: number): Promise<void> {
  const month = period === HALF ? 6 : 12;
  await office.goTo(dayIn(month, day, '08:00'));
  const all = reporters();
  const last = period === HALF ? AWAY : MERGED;
  const form = await office.room.say(office.chats.get(last) ?? '', `/nop ${nameOf(period)}`, /#BC/u);
  const months = MONTHS.filter((one) => one <= month).map(periodOf);
  const sums = office.tally.monthsOf(last, months);
  expect(form.text).toContain(`(hoi_nghi): ${sums.hoi_nghi}`);
  expect(form.text.replaceAll('.', '')).toContain(`(nguoi_du): ${sums.nguoi_du}`);
  await office.room.say(office.chats.get(last) ?? '', '/huy', /Đã bỏ|Không có/u);
  const inTime = all.filter(({ at }) => at % 12 !== 5 && at % 15 !== 7);
  await Promise.all(inTime.map(({ unit, at }) => office.send(unit, period, figuresOf(at, 13))));
  await office.goTo(dayIn(month, late, '00:00'));
  await compare(office, period);
  await Promise.all(
    all.filter(({ at }) => at % 12 === 5).map(({ unit, at }) => office.send(unit, period, figuresOf(at, 14))),
  );
  await compare(office, period);
}

describe('a year of forty units, lived through over the room’s own interface', () => {
  it.each(MONTHS)('month %i adds up: in chat, as a table, as a workbook', async (month) => {
    await liveMonth(month);
  });

  it('reminded nobody of a report that was in, named the right deadline, and left no line out of the audit', async () => {
    checkReminders(office);
    office.room.close();
    await office.bot.stop();
    await checkBooks(office);
  });
});
