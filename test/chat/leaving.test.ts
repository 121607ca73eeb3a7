import { expect, it } from 'vitest';
import { createBench } from '../support/bot-bench.ts';

it.each(['/giahan', '/mien', '/thongbao', '/dondoc'])(
  '"bo" where %s asks for whom leaves it, and means nobody',
  async (command) => {
    const bench = createBench({ start: '2026-11-10 08:00' });
    const binh = bench.join('coordinator');
    bench.join('liaison', 'HBG');
    await bench.tick();
    await bench.type(binh, command);
    await bench.clock.advance(30_000);
    await bench.type(binh, 'bo');
    await bench.clock.advance(30_000);
    expect(bench.texts(binh).at(-1)).toMatch(/^Đã bỏ/u);
    await bench.type(binh, '/huy');
    await bench.clock.advance(30_000);
    expect(bench.texts(binh).at(-1)).toContain('Không có việc gì đang làm dở');
  },
);
