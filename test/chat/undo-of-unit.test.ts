import { expect, it } from 'vitest';
import { extendDeadlines } from '../../src/actions/extend-deadline.ts';
import { waiveTasks } from '../../src/actions/waive-tasks.ts';
import { asSeen } from '../support/as-seen.ts';
import { createBench } from '../support/bot-bench.ts';

async function scene(start = '2026-11-10 09:00') {
  const bench = createBench({ start });
  const tu = bench.join('coordinator', null, { name: 'Tú' });
  await bench.tick();
  const { desk } = bench.bot();
  const task = (unit: string) => bench.task(unit, '2026-11');
  const act = () => ({ person: tu.person, at: bench.clock.now() });
  const waive = (...units: string[]) =>
    waiveTasks(desk, act(), { ...asSeen(desk, ...units.map(task)), reason: 'Đang sáp nhập.' });
  const said = async (text: string): Promise<string> => {
    await bench.type(tu, text);
    await bench.clock.advance(10_000);
    return bench.texts(tu).at(-1) ?? '';
  };
  return { bench, desk, tu, task, act, waive, said };
}

it('of what was done about several units only that of the one that is named is taken back', async () => {
  const { bench, tu, task, waive, said } = await scene();
  waive('HBG', 'HCG', 'HGL');
  const asked = await said('hoàn tác việc miễn Cẩm Giàng');
  expect(asked).toContain('việc miễn đã làm cho Huyện Cẩm Giàng');
  expect(asked).toContain('phần của đơn vị khác sẽ giữ nguyên');
  await bench.press(tu, 'Hoàn tác việc miễn đã làm cho Huyện Cẩm Giàng');
  expect(['HBG', 'HCG', 'HGL'].map((unit) => task(unit).state)).toEqual(['waived', 'open', 'waived']);
});

it.each(['đồng ý', 'ok em', 'vâng', 'đúng rồi'])('%s to the question is its button', async (yes) => {
  const { task, waive, said } = await scene();
  waive('HBG', 'HCG');
  await said('hoàn tác việc miễn Cẩm Giàng');
  await said(yes);
  expect(['HBG', 'HCG'].map((unit) => task(unit).state)).toEqual(['waived', 'open']);
});

it.each([
  ['Hoàn tác cả năm 2026', ['waived', 'open']],
  ['Hoàn tác cả 2 báo cáo', ['open', 'open']],
])('of several reports of a unit each can be taken back alone, or all: %s', async (button, states) => {
  const { bench, desk, tu, act, said } = await scene('2026-12-02 09:00');
  const tasks = ['2026-12', '2026'].map((period) => bench.task('HBG', period));
  waiveTasks(desk, act(), { ...asSeen(desk, ...tasks), reason: 'Đang sáp nhập.' });
  expect(await said('hoàn tác miễn Bình Giang')).toContain('Anh/chị muốn hoàn tác báo cáo nào ạ?');
  await bench.press(tu, button);
  expect(['2026-12', '2026'].map((period) => bench.task('HBG', period).state)).toEqual(states);
});

it('what was not done last is not called the last', async () => {
  const { bench, desk, tu, task, act, waive, said } = await scene();
  waive('HBG');
  const { id, scheduleVersion } = task('HCG');
  extendDeadlines(desk, act(), {
    tasks: [id],
    until: '2026-11-20',
    reason: 'Mất điện.',
    seen: { [id]: scheduleVersion },
  });
  const asked = await said('hoàn tác việc miễn Bình Giang');
  expect(asked).toContain('Việc còn hoàn tác được của Huyện Bình Giang là việc miễn đã làm.');
  await bench.press(tu, 'Hoàn tác việc miễn đã làm');
  expect(task('HBG').state).toBe('open');
  expect(task('HCG').extended).toBe(1);
});

it.each([
  'hoan tac viec mien Kim Thanh',
  'Hoàn tác việc miễn huyện Kim Thành giúp chị',
  'thôi hoàn tác Kim Thành đi em',
  'undo kim thanh',
  'em oi hoan tac cho kim thanh nhe',
  '/hoantac Kim Thành',
  '/hoantac HKT',
])('of a unit of which there is nothing to take back that is said, and nothing is done: %s', async (text) => {
  const { task, waive, said } = await scene();
  waive('HBG');
  const asked = await said(text);
  expect(asked).toContain('Không có việc nào của Huyện Kim Thành còn hoàn tác được.');
  expect(asked).toContain('Việc gần nhất còn hoàn tác được là việc miễn đã làm cho Huyện Bình Giang');
  expect(task('HBG').state).toBe('waived');
});

it('of several that are named each is offered by itself, and whoever has nothing to be taken back is named; never what was done last for another', async () => {
  const { bench, tu, task, waive, said } = await scene();
  waive('HBG', 'HCG');
  waive('HTM');
  const asked = await said('hoàn tác việc miễn Bình Giang, Cẩm Giàng, Gia Lộc');
  expect(asked).toContain('Không còn việc nào hoàn tác được của Huyện Gia Lộc');
  await bench.press(tu, 'Hoàn tác việc miễn đã làm cho Huyện Cẩm Giàng');
  expect(['HBG', 'HCG', 'HTM'].map((unit) => task(unit).state)).toEqual(['waived', 'open', 'waived']);
});

it.each(['bỏ gia hạn gia lộc, kim thành', 'hoàn tác gia hạn Kim Thành, Gia Lộc'])(
  'an extension of units that are named is theirs, and no other one is offered: %s',
  async (words) => {
    const { bench, desk, tu, task, act, said } = await scene();
    for (const unit of ['HGL', 'TXKM'])
      extendDeadlines(desk, act(), { ...asSeen(desk, task(unit)), until: '2026-11-20', reason: 'Mất điện.' });
    expect(await said(words)).toContain('Không còn việc nào hoàn tác được của Huyện Kim Thành');
    await bench.press(tu, 'Hoàn tác việc gia hạn đã làm cho Huyện Gia Lộc');
    expect([task('HGL').extended, task('TXKM').extended]).toEqual([0, 1]);
  },
);
