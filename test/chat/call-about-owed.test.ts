import { expect, it } from 'vitest';
import { extendDeadlines } from '../../src/actions/extend-deadline.ts';
import { createBench } from '../support/bot-bench.ts';

async function scene(start: string) {
  const bench = createBench({ start });
  const tu = bench.join('coordinator', null, { name: 'Tú' });
  const an = bench.join('liaison', 'HBG', { name: 'An' });
  await bench.tick();
  const said = async (text: string): Promise<string> => {
    await bench.type(tu, text);
    await bench.clock.advance(20_000);
    return bench.texts(tu).at(-1) ?? '';
  };
  return { bench, tu, an, said };
}

it.each(['HBG đã gọi, hứa 17h', 'đã gọi Bình Giang, hẹn 17h', 'goi binh giang roi, ko nghe may'])(
  'a report that is still owed, with more time than the others had, is what was called about: %s',
  async (text) => {
    const { bench, tu, said } = await scene('2026-11-10 09:00');
    const { id, scheduleVersion } = bench.task('HBG', '2026-11');
    const order = { tasks: [id], until: '2026-12-01', reason: 'Mất điện', seen: { [id]: scheduleVersion } };
    expect(extendDeadlines(bench.bot().desk, { person: tu.person, at: bench.clock.now() }, order).ok).toBe(true);
    await bench.liveTo('2026-11-30 09:00');
    expect(await said(text)).toContain('Đã ghi: Huyện Bình Giang, Báo cáo tháng 11/2026');
  },
);

it('of a period that is not owed it is said which unit does not owe it, and what it owes', async () => {
  const { bench, an, said } = await scene('2026-12-02 09:00');
  bench.submit(an, 'HBG', '2026-12');
  expect(await said('HBG đã gọi, hứa 17h gửi báo cáo tháng 12')).toContain(
    'Chưa ghi cuộc gọi: Huyện Bình Giang không còn phải nộp báo cáo tháng 12/2026; còn phải nộp: Báo cáo năm 2026.',
  );
});

it('a unit that owes nothing is named', async () => {
  const { bench, an, said } = await scene('2026-11-10 09:00');
  bench.submit(an, 'HBG', '2026-11');
  expect(await said('HBG đã gọi, hứa 17h')).toContain('Huyện Bình Giang không còn báo cáo nào phải nộp.');
});
