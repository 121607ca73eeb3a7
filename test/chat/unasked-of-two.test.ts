import { expect, it } from 'vitest';
import { createBench } from '../support/bot-bench.ts';

it('of several reports the one that a colleague names is meant, by its period or by its kind', async () => {
  const bench = createBench({ start: '2026-12-02 09:00' });
  bench.join('liaison', 'HBG', { name: 'An' });
  const mai = bench.join('staff', 'HBG', { name: 'Mai' });
  await bench.tick();
  const said = async (text: string): Promise<string> => {
    await bench.type(mai, text);
    await bench.clock.advance(10_000);
    return bench.texts(mai).at(-1) ?? '';
  };
  expect(await said('hội nghị 3, người dự 90')).toContain('bot chưa giữ số liệu này');
  expect(await said('báo cáo năm: hội nghị 30, người dự 900')).toContain('bản nháp của Báo cáo năm 2026');
  expect(await said('tháng 12: hội nghị 3, người dự 90')).toContain('bản nháp của Báo cáo tháng 12/2026');
});
