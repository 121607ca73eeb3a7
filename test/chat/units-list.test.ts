import { expect, it } from 'vitest';
import { createBench } from '../support/bot-bench.ts';

async function scene() {
  const bench = createBench({ start: '2026-11-10 09:00' });
  const tu = bench.join('coordinator', null, { name: 'Tú' });
  await bench.tick();
  const said = async (text: string): Promise<string> => {
    const before = bench.texts(tu).length;
    await bench.type(tu, text);
    await bench.clock.advance(20_000);
    return bench.texts(tu).slice(before).join('\n---\n');
  };
  return { bench, tu, said };
}

it.each([
  '/donvi HBG, HCG, HGL, HKT, HTK, HTHA, HNG',
  '/donvi huyện Bình Giang, Cẩm Giàng, Gia Lộc, Kim Thành, Tứ Kỳ, Thanh Hà, Ninh Giang',
])('of more units than are shown the others are named: %s', async (text) => {
  const { bench, tu, said } = await scene();
  const answer = await said(text);
  expect(answer).toContain('Còn 2 đơn vị nữa:');
  for (const unit of ['Bình Giang', 'Cẩm Giàng', 'Gia Lộc', 'Kim Thành', 'Tứ Kỳ', 'Thanh Hà', 'Ninh Giang'])
    expect(answer).toContain(unit);
  await bench.press(tu, 'Xem Huyện Tứ Kỳ');
  expect(bench.texts(tu).at(-1)).toContain('(HTK)');
});

it('as many as are shown have nothing below them', async () => {
  const { said } = await scene();
  expect(await said('/donvi HBG, HCG, HGL, HKT, HTK')).not.toContain('đơn vị nữa');
});

it('of more people of a name than are shown it is said how many more there are', async () => {
  const { bench, said } = await scene();
  for (const unit of ['HBG', 'HCG', 'HGL', 'HKT', 'HTK', 'HTHA', 'HNG'])
    bench.join('liaison', unit, { name: `Lan ${unit}` });
  expect(await said('/donvi ai Lan')).toContain('… và 2 vai trò khác của người tên “Lan”');
});
