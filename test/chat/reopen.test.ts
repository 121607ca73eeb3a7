import { expect, it } from 'vitest';
import { createBench } from '../support/bot-bench.ts';

it.each([
  '/duyet trả lại HBG 2026-11',
  'mở lại báo cáo tháng 11 của Bình Giang',
  'trả lại báo cáo tháng 11 Bình Giang',
])('a report that was accepted is opened again by words, by whoever accepted it: %s', async (order) => {
  const bench = createBench({ start: '2026-11-16 09:00' });
  const an = bench.join('liaison', 'HBG', { name: 'An' });
  const tu = bench.join('coordinator', null, { name: 'Tú' });
  await bench.tick();
  bench.submit(an, 'HBG', '2026-11');
  const say = async (text: string): Promise<string> => {
    await bench.type(tu, text);
    await bench.clock.advance(10_000);
    return bench.texts(tu).at(-1) ?? '';
  };
  await say('/duyet HBG 2026-11');
  await bench.press(tu, 'Duyệt');
  expect(bench.task('HBG', '2026-11').state).toBe('accepted');
  const asked = await say(order);
  if (!asked.includes('Sai ở mục nào')) throw new Error(asked);
  await say('hội nghị');
  await say('vì chưa khớp văn bản');
  expect(bench.task('HBG', '2026-11')).toMatchObject({ state: 'returned', objected: '["hoi_nghi"]' });
});
