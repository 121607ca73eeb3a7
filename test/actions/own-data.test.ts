import { expect, it } from 'vitest';
import { askAboutData } from '../../src/actions/own-data.ts';
import { CONSENT_VERSION } from '../../src/wording/consent.ts';
import { createBench } from '../support/bot-bench.ts';

const WORDS_CHANGED = 'Nội dung về dữ liệu cá nhân đã thay đổi';

it.each([
  ['2026-11-12 08:00', '2026-11-16'],
  // Friday, then a weekend; 24 November 2026 is a day off.
  ['2026-11-20 16:00', '2026-11-25'],
])('a request of %s is due on %s, two working days on', (start, dueOn) => {
  const bench = createBench({ start });
  const an = bench.join('liaison', 'HBG');
  const act = { person: an.person, at: bench.clock.now() };
  expect(askAboutData(bench.bot().desk, act, 'Xin sửa')).toMatchObject({ dueOn });
});

it('coordinators are told of a request and of its day, see that it is overdue, and the person gets the answer', async () => {
  const bench = createBench({ start: '2026-11-12 08:00' });
  const an = bench.join('liaison', 'HBG', { name: 'An' });
  const mai = bench.join('coordinator', null, { name: 'Mai' });
  await bench.type(an, '/toi yeucau Xin xoá số cũ');
  await bench.tick();
  expect(bench.texts(mai).at(-1)).toMatch(/số 1 của An[\s\S]*16\/11\/2026[\s\S]*Xin xoá số cũ/u);
  await bench.sleepTo('2026-11-17 08:00');
  await bench.type(mai, '/toi yeucau');
  expect(bench.texts(mai).at(-1)).toContain('ĐÃ QUÁ HẠN');
  await bench.type(mai, '/toi traloi 1 Đã xoá');
  await bench.tick();
  expect(bench.texts(an).at(-1)).toContain('Đã xoá');
  expect(bench.store.dataRequests.open()).toEqual([]);
});

it('the copy has what was sent before two became one, and comes as a file as well', async () => {
  const bench = createBench({ start: '2026-11-12 08:00' });
  const an = bench.join('liaison', 'HBG', { name: 'An', chat: 'addr-an' });
  const same = bench.join('liaison', 'HBG', { name: 'An hai' });
  await bench.tick();
  bench.submit(same, 'HBG', '2026-11');
  bench.store.merging.merge({ from: same.person, into: an.person, now: bench.clock.now() });
  await bench.type(an, '/toi bansao');
  await bench.clock.advance(3000);
  const all = an.channel.sent.filter(({ chat }) => chat === 'addr-an');
  const sent = all.slice(all.findIndex(({ text }) => text.includes('Họ tên: An')));
  expect(sent[0]?.text).toMatch(/Họ tên: An\n[\s\S]*addr-an[\s\S]*tháng 11\/2026[\s\S]*hoi_nghi=2; nguoi_du=120/u);
  expect(sent[1]?.message.file?.name).toBe('ban-sao-du-lieu.txt');
  expect(sent[1]?.message.file?.read().toString()).toBe(sent[0]?.text);
});

it('whoever agreed to older words is told once a week that they changed, and no more once they agree', async () => {
  const bench = createBench({ start: '2026-11-02 08:00' });
  const an = bench.join('liaison', 'HBG');
  await bench.tick();
  const ask = async () => {
    await bench.type(an, '/lichsu');
    return bench.texts(an).at(-1) ?? '';
  };
  expect(await ask()).not.toContain(WORDS_CHANGED);
  bench.store.people.agree(an.person, '2026-11', bench.clock.now());
  expect(await ask()).toContain(WORDS_CHANGED);
  expect(await ask()).not.toContain(WORDS_CHANGED);
  await bench.sleepTo('2026-11-09 09:00');
  // In the middle of something it does not interrupt.
  await bench.type(an, '/nop t11 hoi_nghi=2');
  expect(bench.texts(an).at(-1)).not.toContain(WORDS_CHANGED);
  await bench.type(an, '/huy');
  expect(bench.texts(an).at(-1)).toContain(WORDS_CHANGED);
  await bench.type(an, '/toi dongy');
  expect(bench.texts(an).at(-1)).toMatch(/Bên kiểm soát dữ liệu: UBND tỉnh[\s\S]*nước ngoài[\s\S]*khiếu nại/u);
  await bench.type(an, 'đồng ý');
  expect(bench.store.people.find(an.person)?.consentVersion).toBe(CONSENT_VERSION);
  await bench.sleepTo('2026-11-18 09:00');
  expect(await ask()).not.toContain(WORDS_CHANGED);
});
