import { expect, it } from 'vitest';
import { createBench } from '../support/bot-bench.ts';

const TEMPLATE = '#BC thang 2026-12 HCG\nHội nghị (hoi_nghi): 3\nKết quả nổi bật (ket_qua): Đã làm';
const PATHS: readonly (readonly [path: string, said: readonly string[]])[] = [
  ['its code behind /nop', ['/nop HCG t12 hội nghị=3 kết quả=Đã làm']],
  ['its code in small letters', ['nop hcg t12 hoi nghi 3 ket qua da lam']],
  ['its name', ['/nop huyện Cẩm Giàng t12 hội nghị=3 kết quả=Đã làm']],
  ['a sentence', ['nộp báo cáo tháng 12 cho huyen cam giang']],
  ['its template', [TEMPLATE]],
  ['its template in the middle of an own report', ['/nop t12', TEMPLATE]],
  ['its template at a question', ['/nop t12', 'trả lời từng câu', TEMPLATE]],
  ['its template over a preview', ['/nop t12 hội nghị=1 kết quả=Tốt', TEMPLATE]],
  ['its name before the figures of an own report', ['/nop t12', 'Cẩm Giàng, hội nghị: 3, người dự: 250']],
  ['its name at the menu of reports', ['/nop', 'cẩm giàng']],
  ['/tep', ['/tep HCG']],
  ['/hen', ['/hen HCG 17h']],
  ['/lichsu', ['/lichsu HCG']],
  ['/visao', ['/visao HCG']],
  ['/nhiemvu', ['/nhiemvu Cẩm Giàng']],
];

it.each(PATHS)('a unit of others is refused and noted, named by %s', async (_path, said) => {
  const bench = createBench({ start: '2026-12-07 09:00' });
  const an = bench.join('liaison', 'HBG', { name: 'An' });
  bench.join('liaison', 'HCG', { name: 'Dung' });
  await bench.tick();
  for (const text of said) {
    await bench.type(an, text);
    await bench.clock.advance(5000);
  }
  expect(bench.texts(an).at(-1)).toMatch(/không (?:nộp thay|xem được|phải đơn vị của anh\/chị).*/u);
  const refused = bench.store.audit.entries().filter(({ action }) => action === 'refused');
  expect(refused).toMatchObject([{ person: an.person, subject: expect.stringMatching(/^not-.* unit:HCG$/u) }]);
  await bench.type(an, 'gửi đi');
  const sent = ['HBG', 'HCG'].flatMap((unit) => bench.store.tasks.ofUnit(unit, 60));
  expect(sent.filter(({ id }) => bench.store.submissions.latestOf(id)?.report.values.hoi_nghi === 3)).toEqual([]);
});

it('words about another unit inside a text are nobody else’s report', async () => {
  const bench = createBench({ start: '2026-12-07 09:00' });
  const an = bench.join('liaison', 'HBG', { name: 'An' });
  await bench.tick();
  await bench.type(an, '/nop t12 hội nghị=3 kết quả=Phối hợp với huyện Cẩm Giàng mở 3 hội nghị');
  await bench.type(an, 'gửi đi');
  expect(bench.texts(an).at(-1)).toContain('Đã nhận báo cáo');
});
