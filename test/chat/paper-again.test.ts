import { expect, it } from 'vitest';
import { askOneOff } from '../../src/actions/ask-one-off.ts';
import { submitFor } from '../../src/actions/submit-for.ts';
import { at, createBench } from '../support/bot-bench.ts';

async function scene() {
  const bench = createBench({ start: '2026-11-16 09:00' });
  const tu = bench.join('coordinator', null, { name: 'Tú' });
  await bench.tick();
  await bench.liveTo('2026-11-18 09:00');
  const { desk } = bench.bot();
  const act = () => ({ person: tu.person, at: bench.clock.now() });
  const file = (task: number, report: Parameters<typeof submitFor>[2]['report'], receivedAt = at('2026-11-17 15:30')) =>
    submitFor(desk, act(), {
      task,
      document: '77/BC-UBND ngày 16/11/2026',
      receivedAt,
      report,
      attachments: [],
      over: 0,
    });
  const said = async (text: string): Promise<string> => {
    await bench.type(tu, text);
    await bench.clock.advance(10_000);
    return bench.texts(tu).at(-1) ?? '';
  };
  return { bench, desk, act, file, said };
}

it.each(['130/BC-UBND ngày 18/11', '130/BC-UBND ngày 18/11 2 hội nghị, kết quả: đã họp', 'số 130/BC-UBND'])(
  'another paper came at another moment, which is asked for: %s',
  async (paper) => {
    const { bench, file, said } = await scene();
    expect(file(bench.task('HBG', '2026-11').id, null).ok).toBe(true);
    const asked = await said(`/nopthay HBG 2026-11 ${paper}`);
    expect(asked).not.toMatch(/77\/BC-UBND|15:30/u);
    expect(asked).toMatch(/nhận .*(?:lúc nào|khi nào|giờ)|số.*ngày/iu);
  },
);

it('the figures of the paper that was recorded without them: its document and its moment stand', async () => {
  const { bench, file, said } = await scene();
  file(bench.task('HBG', '2026-11').id, null);
  const shown = await said('/nopthay HBG 2026-11\n2 hội nghị, 30 người dự, kết quả: đã họp');
  expect(shown).toMatch(/77\/BC-UBND/u);
  expect(shown).toMatch(/15:30/u);
});

it('the text of a report in words is never taken for the document', async () => {
  const { bench, desk, act, file, said } = await scene();
  const asked = askOneOff(desk, act(), {
    title: 'Báo cáo đột xuất về an toàn thông tin',
    form: 'tu_do',
    addressees: ['district'],
    units: ['HBG'],
    dueOn: '2026-11-20',
    word: 'by',
  });
  expect(asked.ok).toBe(true);
  const task = bench.store.tasks.ofUnit('HBG', 60).find(({ obligation }) => obligation !== 'thang');
  const form = desk.rules().forms.find(({ code }) => code === 'tu_do');
  const key = form?.fields[0]?.key ?? '';
  const filed = file(task?.id ?? 0, { nothingToReport: false, values: { [key]: 'Đã rà soát 12 hệ thống' } }, act().at);
  expect(filed).toMatchObject({ ok: true });
  expect(await said(`/nopthay ${task?.id}`)).toContain('Số, ký hiệu và ngày của văn bản?');
});
