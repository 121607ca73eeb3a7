import { expect, it } from 'vitest';
import { createBench } from '../support/bot-bench.ts';

it.each(['liaison', 'leader', 'staff', 'coordinator', 'admin'] as const)(
  'help for %s is one message on every app, and one command is explained with its example',
  async (role) => {
    const bench = createBench({ start: '2026-11-12 08:00' });
    const somebody = bench.join(role, role === 'coordinator' || role === 'admin' ? null : 'HBG');
    await bench.tick();
    const said = async (text: string): Promise<string[]> => {
      await bench.clock.advance(60_000);
      const before = bench.texts(somebody).length;
      await bench.type(somebody, text);
      return bench.texts(somebody).slice(before);
    };
    const help = await said('/trogiup');
    expect(help).toHaveLength(1);
    expect(help[0]?.length).toBeLessThanOrEqual(2000);
    expect(help[0]).toContain('/trogiup');
    expect((await said('/trogiup thông báo'))[0]).toMatch(
      role === 'coordinator' || role === 'admin' ? /^\/thongbao – .*$/u : /Các lệnh dùng được/u,
    );
    expect((await said('/trogiup /tonghop'))[0]).toMatch(
      /^\/tonghop – .*\n {3}ví dụ: \/tonghop t11$|Các lệnh dùng được/u,
    );
  },
);
