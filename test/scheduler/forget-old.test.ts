import { expect, it } from 'vitest';
import { RETENTION } from '../../src/domain/retention.ts';
import { sayRetention } from '../../src/wording/retention.ts';
import { plain } from '../../src/wording/rich-text.ts';
import { createBench } from '../support/bot-bench.ts';

const DAY = 24 * 3600_000;

it('shows every row of the table, with its days and its source', () => {
  const lines = plain(sayRetention())
    .split('\n')
    .filter((line) => line.startsWith('•'));
  expect(lines).toHaveLength(Object.keys(RETENTION).length);
  for (const line of lines) expect(line).toMatch(/: (\d+ ngày|5 năm|thuộc về đơn vị, bot không tự xoá)$/u);
});

it('old audit entries go, and the chain is checkable before, after and again; a byte changed in what is left shows', async () => {
  const bench = createBench({ start: '2026-11-10 08:00' });
  const { audit } = bench.store;
  const fiveYears = RETENTION.audit.days * DAY;
  const now = bench.clock.now();
  for (let i = 0; i < 5; i++) audit.add(now, null, 'old', `unit:${i}`);
  for (let i = 0; i < 3; i++) audit.add(now + 10 * DAY, null, 'newer', `unit:${i}`);
  expect(audit.forgetBefore(now, now)).toBe(0);
  expect(audit.forgetBefore(now + 1, now + fiveYears)).toBeGreaterThanOrEqual(5);
  expect(audit.entries().map(({ action }) => action)).toEqual(['newer', 'newer', 'newer', 'forget-audit']);
  expect(audit.check()).toMatchObject({ entries: 4, broken: null });
  expect(audit.forgetBefore(now + 11 * DAY, now + fiveYears + DAY)).toBe(3);
  expect(audit.check()).toMatchObject({ entries: 2, broken: null });
});

it('what became of messages goes after its time, what waits stays', async () => {
  const bench = createBench({ start: '2026-11-09 08:00' });
  const an = bench.join('liaison', 'HBG');
  await bench.liveTo('2026-11-10 09:00');
  expect(bench.store.reminders.lastOf(an.person)).toHaveLength(1);
  await bench.sleepTo('2027-10-30 09:00');
  const messages = () => bench.store.counts.messages().reduce((sum, { count }) => sum + count, 0);
  const before = messages();
  expect(bench.store.reminders.lastOf(an.person).at(-1)?.decidedAt).toBeLessThan(bench.clock.now() - 350 * DAY);
  await bench.sleepTo('2027-12-20 09:00');
  const kept = bench.store.reminders.lastOf(an.person).map(({ decidedAt }) => decidedAt);
  expect(Math.min(...kept)).toBeGreaterThan(bench.clock.now() - RETENTION.messages.days * DAY);
  expect(before).toBeGreaterThan(0);
});

it('whoever has had no role for a year is forgotten; whoever has one is not', async () => {
  const bench = createBench({ start: '2026-11-09 08:00' });
  const gone = bench.join('liaison', 'HBG', { name: 'Đã Nghỉ', chat: 'addr-gone' });
  const here = bench.join('liaison', 'HCG', { name: 'Còn Đây', chat: 'addr-here' });
  bench.store.people.leave(gone.person, 'liaison', 'HBG', bench.clock.now());
  await bench.sleepTo('2027-11-01 09:00');
  expect(bench.store.people.find(gone.person)?.name).toBe('Đã Nghỉ');
  await bench.sleepTo('2027-11-12 09:00');
  expect(bench.store.people.find(gone.person)?.name).toBe('');
  expect(bench.store.people.find(here.person)?.name).toBe('Còn Đây');
  expect(bench.store.chats.onChannel('telegram').map(({ address }) => address)).toEqual(['left:1', 'addr-here']);
});

it("a stranger's chat is forgotten after a month of silence; half a report after three", async () => {
  const bench = createBench({ start: '2026-11-09 08:00' });
  const an = bench.join('liaison', 'HBG', { chat: 'addr-an' });
  await bench.tick();
  await bench.channels[0]?.type('addr-stranger', 'xin chào', 'Khách');
  await bench.type(an, '/nop t11 hoi_nghi=2');
  const addresses = () => bench.store.chats.onChannel('telegram').map(({ address }) => address);
  await bench.sleepTo('2026-12-05 09:00');
  expect(addresses()).toContain('addr-stranger');
  await bench.sleepTo('2026-12-12 09:00');
  expect(addresses()).not.toContain('addr-stranger');
  const chat = bench.store.chats.ofPerson(an.person)[0]?.id ?? 0;
  expect(bench.store.dialogs.read(chat)?.kind).not.toBe('');
  await bench.sleepTo('2027-02-12 09:00');
  expect(bench.store.dialogs.read(chat)).toMatchObject({ kind: '', content: 'null' });
});
