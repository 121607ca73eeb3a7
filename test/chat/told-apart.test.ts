import { expect, it } from 'vitest';
import { createBench } from '../support/bot-bench.ts';

/** With December's report in hand on 2 December. */
async function said(...texts: readonly string[]): Promise<string> {
  const bench = createBench({ start: '2026-12-02 09:00' });
  const an = bench.join('liaison', 'HBG', { name: 'An' });
  await bench.tick();
  for (const text of texts) {
    await bench.type(an, text);
    await bench.clock.advance(20_000);
  }
  return bench.texts(an).at(-1) ?? '';
}

const SHOWN = 'nộp T12 hội nghị 3, kết quả: Đã họp';

it.each([
  ['nộp T12', 'tháng này 4 hội nghị, cả năm 48 hội nghị', '4', '«cả năm 48 hội nghị»'],
  ['nộp T12', 'thang nay 4 hoi nghi, ca nam 48 hoi nghi', '4', '«ca nam 48 hoi nghi»'],
  ['nộp T12', 'năm nay hội nghị 50 tháng này 4', '4', '«năm nay hội nghị 50»'],
  [SHOWN, 'tháng này 4 hội nghị, cả năm 48 hội nghị', '4', '«cả năm 48 hội nghị»'],
  [SHOWN, 'hội nghị 5, còn năm thì 48 cuộc', '5', '«còn năm thì 48 cuộc»'],
  [SHOWN, 'sửa hội nghị 6 nhé, cả năm là 48 hội nghị', '6', '«cả năm là 48 hội nghị»'],
])('after «%s» of «%s» only this report’s part is written, and the other is named', async (begun, text, own, other) => {
  const answer = await said(begun, text);
  expect(answer).toMatch(new RegExp(`Hội nghị, tập huấn(?::| ) ?${own}\\b`, 'u'));
  expect(answer).toContain(other);
});

it.each(['không phát sinh, nhưng năm thì có 3 hội nghị', 'ko phát sinh, nhưng năm thì có 3 hội nghị'])(
  'nothing to report is said of this one, whatever the year has: %s',
  async (text) => {
    const answer = await said('nộp T12', text);
    expect(answer).toContain('không phát sinh trong kỳ');
    expect(answer).toContain('«nhưng năm thì có 3 hội nghị»');
  },
);

it.each(['nhưng năm thì có 3 hội nghị', 'cả năm là 48 hội nghị nhé', 'à mà cả năm 48 hội nghị'])(
  'what is of another report alone is asked about, and written into neither: %s',
  async (text) => {
    expect(await said(SHOWN, text)).toMatch(/^Đang nhập báo cáo tháng 12\/2026\. Mở báo cáo cả năm 2026/u);
  },
);
