import { expect, it } from 'vitest';
import { dayOf } from '../../src/domain/calendar.ts';
import { createBench, ZONE } from '../support/bot-bench.ts';

async function scene() {
  const bench = createBench({ start: '2026-11-13 09:00' });
  const tu = bench.join('coordinator', null, { name: 'Tú' });
  const an = bench.join('liaison', 'HBG', { name: 'An' });
  await bench.tick();
  const said = async (text: string): Promise<string[]> => {
    const before = bench.texts(tu).length;
    await bench.type(tu, text);
    await bench.clock.advance(10_000);
    return bench.texts(tu).slice(before);
  };
  const read = (): string[] =>
    bench.store.audit.entries().flatMap(({ action, subject }) => (action === 'read' ? [subject ?? ''] : []));
  return { bench, tu, an, said, read };
}

it('each of several questions leaves its line in the audit, as if it had been asked alone', async () => {
  const { said, read } = await scene();
  await said('Bình Giang nộp chưa, đầu mối là ai?');
  expect(read()).toEqual(['hoiviec', 'donvi']);
});

it('what was not understood before is forgotten after several that were', async () => {
  const { bench, tu, said } = await scene();
  await said('qwer asdf zxcv');
  const chat = bench.store.chats.ofPerson(tu.person)[0]?.id ?? 0;
  await said('Bình Giang nộp chưa, đầu mối là ai?');
  expect(bench.store.dialogs.unpuzzle(chat)).toBe(false);
});

it('what is in hand is neither lost nor told of twice, also where the list of what awaits review is asked for first', async () => {
  const { bench, an, said } = await scene();
  bench.submit(an, 'HBG', '2026-11', { nothingToReport: false, values: { hoi_nghi: 3, ket_qua: 'x' } });
  await said('thông báo cho Bình Giang: mai họp lúc 8h');
  const beside = (await said('Bình Giang nộp chưa, đầu mối là ai?')).join('\n');
  expect(beside.match(/Vẫn giữ thông báo đang soạn/gu)).toHaveLength(1);
  const over = (await said('có báo cáo nào chờ duyệt không, ai chưa nộp?')).join('\n');
  expect(over).toContain('chưa nộp 34/35 đơn vị');
  expect(over).toContain('Huyện Bình Giang');
  expect((await said('/huy laylai')).join('\n')).toContain('Mai họp lúc 8h');
});

it('whoever has had all the answers of an hour gets none for several at once either', async () => {
  const { bench, tu, said } = await scene();
  const chat = bench.store.chats.ofPerson(tu.person)[0]?.id ?? 0;
  const now = bench.clock.now();
  for (let at = 0; at < 300; at++) bench.store.traffic.wrote(chat, Math.floor(now / 3600_000), dayOf(now, ZONE));
  bench.store.traffic.answered(chat, 300);
  const [told, ...more] = await said('Bình Giang nộp chưa, đầu mối là ai?');
  expect(told).toContain('nên bot xin tạm nghỉ trả lời đến');
  expect(more).toEqual([]);
  expect(await said('Bình Giang nộp chưa, đầu mối là ai?')).toEqual([]);
});
