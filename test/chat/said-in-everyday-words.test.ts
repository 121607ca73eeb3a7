import { expect, it } from 'vitest';
import { createBench } from '../support/bot-bench.ts';

async function scene() {
  const bench = createBench({ start: '2026-11-16 09:00' });
  const an = bench.join('liaison', 'HBG', { name: 'An' });
  await bench.tick();
  const say = async (text: string): Promise<string> => {
    await bench.type(an, text);
    await bench.clock.advance(10_000);
    return bench.texts(an).at(-1) ?? '';
  };
  const versions = () => bench.store.submissions.ofTask(bench.task('HBG', '2026-11').id);
  return { bench, say, versions };
}

const REPORT = 'hội nghị 2, người dự 88, kết quả: đã quán triệt nghị quyết';

it.each([
  'oke chuyển luôn',
  'đúng rồi gửi nhanh đi',
  'ok gui di em met qua',
  'đề nghị gửi giúp',
  'gửi đ/c',
  'chết, gửi đi',
  '16h50 rồi trời ơi, gửi luôn',
])('at a preview with nothing open it goes by %s', async (words) => {
  const { say, versions } = await scene();
  expect(await say(REPORT)).toContain('Xem lại trước khi gửi');
  await say(words);
  expect(versions().map(({ report }) => report.values)).toMatchObject([{ hoi_nghi: 2, nguoi_du: 88 }]);
});

it.each(['chờ em gửi', 'cho em gui', 'gửi sau nhé', 'hội nghị 3 gửi đi', 'khoan gửi'])(
  'and by no words that wait, doubt or change: %s',
  async (words) => {
    const { say, versions } = await scene();
    await say(REPORT);
    await say(words);
    expect(versions()).toEqual([]);
  },
);

it.each(['kì này bọn mình k có j hết trơn á', 'HBG ko phát sinh tháng này, cho qua nhé', 'chẳng làm gì cả tháng này'])(
  'nothing to report is heard, and shown before it goes: %s',
  async (words) => {
    const { say, versions } = await scene();
    expect(await say(words)).toContain('hông phát sinh');
    expect(versions()).toEqual([]);
  },
);

it('haste before figures is no part of them', async () => {
  const { say } = await scene();
  expect(await say('sắp hết giờ rồi, HBG gửi gấp: hn 2, dự 88')).toContain('Hội nghị, tập huấn 2; Lượt người dự 88');
});
