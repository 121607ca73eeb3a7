import { expect, it } from 'vitest';
import { createBench } from '../support/bot-bench.ts';

/** What the bot says to `/thongbao …` of a coordinator, with a unit's people of all three roles there. */
async function said(text: string): Promise<string> {
  const bench = createBench({ start: '2026-11-16 09:00' });
  bench.join('liaison', 'HBG', { name: 'An' });
  bench.join('liaison', 'HCG', { name: 'Cẩm' });
  bench.join('leader', 'STC', { name: 'Lý' });
  bench.join('staff', 'HBG', { name: 'Mai' });
  const tu = bench.join('coordinator', null, { name: 'Tú' });
  await bench.tick();
  await bench.type(tu, text);
  await bench.clock.advance(10_000);
  return bench.texts(tu).at(-1) ?? '';
}

const ASKS_WORDS = 'Gõ nội dung thông báo';

it.each([
  '/thongbao lãnh đạo',
  '/thongbao lãnh đạo các sở',
  '/thongbao chuyên viên',
  '/thongbao chưa nộp',
  '/thongbao các huyện chưa nộp tháng 11',
  '/thongbao các đơn vị chưa nộp báo cáo tháng 11',
  '/thongbao đầu mối HBG, HCG',
])('whom a notice is for is never its words: %s', async (text) => {
  expect(await said(text)).toContain(ASKS_WORDS);
});

it('a list with one unknown unit is a list', async () => {
  const text = await said('/thongbao HBG, HCG, KHONGCO');
  expect(text).toContain('KHONGCO');
  expect(text).not.toContain(ASKS_WORDS);
  expect(text).toContain('Gửi thông báo cho ai?');
});

it.each(['/thongbao Chưa nộp thì nộp ngay nhé', '/thongbao Lãnh đạo Sở họp lúc 8h ngày mai'])(
  'words that only begin like that are words: %s',
  async (text) => {
    expect(await said(text)).toContain('Gửi thông báo cho ai?');
  },
);

it.each(['/thongbao HBG, HCG, họp 8h sáng mai', '/thongbao các huyện, sắp hết hạn rồi, xin gửi sớm'])(
  'a clause behind the receivers is its words: %s',
  async (text) => {
    const preview = await said(text);
    expect(preview).toContain(text.split(', ').slice(-2).join(', ').replace('HCG, ', ''));
    expect(preview).toContain('2 người');
  },
);
