import { expect, it } from 'vitest';
import { createBench } from '../support/bot-bench.ts';

it('a text of more than 20,000 characters is answered, not read, and what is in hand is kept', async () => {
  const bench = createBench({ start: '2026-12-02 08:00' });
  const an = bench.join('liaison', 'HBG');
  await bench.tick();
  const long = `/nop hoi_nghi=3 ${'a '.repeat(10_000)}`;
  await bench.type(an, long);
  expect(bench.texts(an).at(-1)).toBe(
    'Tin này dài quá 20.000 ký tự nên bot không đọc và chưa làm gì. Xin gửi lại ngắn gọn hơn.',
  );
  await bench.type(an, '/nop t12 hoi_nghi=3 ket_qua="xong"');
  await bench.type(an, long);
  expect(bench.texts(an).at(-1)).toContain('bot không đọc và chưa làm gì. Những gì đang nhập dở vẫn còn.');
  await bench.type(an, 'gửi');
  await bench.liveTo('2026-12-02 08:05');
  expect(bench.texts(an).at(-1)).toContain('Đã nhận');
});

it('a notice that is too long is told so before whom it is for, and who was named stays', async () => {
  const bench = createBench({ start: '2026-12-02 08:00' });
  const an = bench.join('liaison', 'HBG');
  const binh = bench.join('coordinator');
  await bench.tick();
  await bench.type(binh, `/thongbao cho HBG: Kính gửi ${'a '.repeat(800)}`);
  expect(bench.texts(binh).at(-1)).toContain('Nội dung dài quá 1500 ký tự. Xin rút gọn rồi gửi lại.');
  await bench.type(binh, 'Mời các đơn vị dự giao ban sáng thứ Hai');
  expect(bench.texts(binh).at(-1)).toContain('Gửi tới 1 người');
  await bench.type(binh, 'gửi');
  await bench.liveTo('2026-12-02 08:05');
  expect(bench.texts(an).at(-1)).toContain('giao ban sáng thứ Hai');
});

it('a field that is too long is told how long it may be', async () => {
  const bench = createBench({ start: '2026-12-02 08:00' });
  const an = bench.join('liaison', 'HBG');
  await bench.tick();
  await bench.type(an, `/nop t12 hội nghị: 3\nKết quả nổi bật: ${'a '.repeat(800)}`);
  expect(bench.texts(an).at(-1)).toContain('dài quá 1.500 ký tự; xin rút gọn.');
});
