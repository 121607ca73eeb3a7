import { expect, it } from 'vitest';
import { createBench, type Member } from '../support/bot-bench.ts';

async function scene() {
  const bench = createBench({ start: '2026-11-16 09:00' });
  const an = bench.join('liaison', 'HBG', { name: 'An' });
  const tu = bench.join('coordinator', null, { name: 'Tú' });
  const binh = bench.join('coordinator', null, { name: 'Bình' });
  await bench.tick();
  const settle = () => bench.clock.advance(10_000);
  const type = async (who: Member, text: string) => {
    await bench.type(who, text);
    await settle();
  };
  const press = async (who: Member, label: string) => {
    await bench.press(who, label);
    await settle();
  };
  const chases = () => bench.texts(an).filter((text) => /(?<!không )đôn đốc/u.test(text)).length;
  return { bench, an, tu, binh, type, press, chases };
}

it('two coordinators who chase the same unit chase it once, and the second is told', async () => {
  const { bench, tu, binh, type, press, chases } = await scene();
  await type(tu, '/dondoc HBG');
  await type(binh, '/dondoc HBG');
  await press(tu, 'Nhắc 1 người');
  await press(binh, 'Nhắc 1 người');
  expect(chases()).toBe(1);
  expect(bench.texts(binh).at(-1)).toContain('Chưa nhắc ai: từ lúc anh/chị xem');
});

it('who has promised since the preview is not chased by its button', async () => {
  const { bench, an, tu, type, press, chases } = await scene();
  await type(tu, '/dondoc HBG');
  await type(an, 'mai em nộp');
  await press(tu, 'Nhắc 1 người');
  expect(chases()).toBe(0);
  expect(bench.texts(tu).at(-1)).toContain('Chưa nhắc ai: từ lúc anh/chị xem');
});

it.each(['trừ Bình Giang ra, vừa gọi điện rồi', 'bỏ Bình Giang, họ vừa gọi bảo đang gửi'])(
  'who is left out because of a call is left out: %s',
  async (words) => {
    const { bench, tu, type, chases } = await scene();
    bench.join('liaison', 'HCG', { name: 'Cẩm' });
    await type(tu, '/dondoc HBG, HCG');
    await type(tu, words);
    expect(bench.texts(tu).at(-1)).toContain('Cuộc gọi chưa được ghi');
    await type(tu, 'ok');
    expect(chases()).toBe(0);
  },
);
