import { expect, it } from 'vitest';
import { createBench } from '../support/bot-bench.ts';

it.each([
  ['kinh phí là 1,5 triệu chứ ko phải 15 triệu đâu', 'đúng rồi'],
  ['cộng thêm 25 người dự nữa', 'ok'],
])('a yes keeps no figure against what was said just now: %s, %s', async (correction, yes) => {
  const bench = createBench({ start: '2026-11-16 09:00' });
  const an = bench.join('liaison', 'HBG', { name: 'An' });
  await bench.tick();
  const say = async (text: string): Promise<string> => {
    await bench.type(an, text);
    await bench.clock.advance(10_000);
    return bench.texts(an).at(-1) ?? '';
  };
  await say('hội nghị 3, người dự 300, kinh phí 15 triệu, kết quả: đã quán triệt');
  await say(correction);
  expect(await say(yes)).toContain('là số nào');
  await say('gửi');
  const values = bench.store.submissions.ofTask(bench.task('HBG', '2026-11').id).at(-1)?.report.values;
  expect(values === undefined || values.kinh_phi === 1.5 || values.nguoi_du === 325).toBe(true);
});
