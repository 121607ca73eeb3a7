import { describe, expect, it } from 'vitest';
import { endRoles } from '../../src/actions/end-access.ts';
import { orderPrint } from '../../src/actions/print.ts';
import { createPrinter } from '../../src/reports/printer.ts';
import { plain } from '../../src/wording/rich-text.ts';
import { QUIET } from '../bench/scene.ts';
import { type Bench, createBench, type Member } from '../support/bot-bench.ts';
import { makeTwoMonths } from './rounds.ts';

function benchWithRound(): { bench: Bench; tu: Member } {
  const bench = createBench({ start: '2026-11-20 09:00' });
  makeTwoMonths(bench);
  return { bench, tu: bench.join('coordinator', null, { name: 'Lê Anh Tú' }) };
}

function filesTo(bench: Bench, member: Member) {
  const channel = bench.channels[0];
  return (channel?.sent ?? [])
    .filter((one) => one.chat === member.chat && one.message.file !== undefined)
    .map(({ message }) => message);
}

describe('files that are asked for in chat', () => {
  it('come after the answer, each with what is in it', async () => {
    const { bench, tu } = benchWithRound();
    await bench.type(tu, '/xuat t11 word');
    await bench.type(tu, 'xuất tháng 10 excel');
    const [word, excel] = filesTo(bench, tu);
    expect(word?.file?.name).toBe('thang-2026-11-du-thao.docx');
    expect(plain(word?.text ?? [])).toContain('tổng hợp 30 báo cáo; 3 đơn vị chưa nộp, 1 báo cáo đang chờ sửa');
    expect(excel?.file?.name).toBe('thang-2026-10.xlsx');
    expect(bench.store.printJobs.next()).toBeNull();
  });

  it('are made after the next start when the process died, and once', async () => {
    const { bench, tu } = benchWithRound();
    const chat = bench.store.chats.ofPerson(tu.person)[0]?.id ?? 0;
    const order = { print: 'round', obligation: 'thang', period: '2026-11', format: 'csv' } as const;
    // Committed, and dead before anything was made.
    orderPrint(bench.bot().desk, { person: tu.person, at: bench.clock.now() }, chat, [order, order]);
    expect(filesTo(bench, tu)).toEqual([]);
    await bench.crashAndRestart();
    expect(filesTo(bench, tu).map(({ file }) => file?.name)).toEqual(['thang-2026-11.csv']);
  });

  it('are refused to whoever may not have them, by command and by the action', async () => {
    const { bench } = benchWithRound();
    const an = bench.join('liaison', 'HBG', { name: 'An' });
    await bench.type(an, '/xuat t11 word');
    expect(bench.texts(an).at(-1)).toContain('ngoài quyền');
    const order = { print: 'calendar', year: 2026 } as const;
    expect(orderPrint(bench.bot().desk, { person: an.person, at: 0 }, 1, [order])).toMatchObject({ ok: false });
    expect(bench.store.printJobs.next()).toBeNull();
  });

  it('do not go to somebody whose role ended meanwhile', async () => {
    const { bench, tu } = benchWithRound();
    const lan = bench.join('admin', null, { name: 'Lan' });
    const chat = bench.store.chats.ofPerson(tu.person)[0]?.id ?? 0;
    const order = { print: 'round', obligation: 'thang', period: '2026-11', format: 'csv' } as const;
    orderPrint(bench.bot().desk, { person: tu.person, at: bench.clock.now() }, chat, [order]);
    endRoles(
      bench.bot().desk,
      { person: lan.person, at: bench.clock.now() },
      { person: tu.person, roles: null, reason: 'nghỉ' },
    );
    await bench.crashAndRestart();
    expect(filesTo(bench, tu)).toEqual([]);
    expect(bench.store.printJobs.next()).toBeNull();
  });

  it('are given up with a word after three deaths', async () => {
    const { bench, tu } = benchWithRound();
    const chat = bench.store.chats.ofPerson(tu.person)[0]?.id ?? 0;
    const order = { print: 'round', obligation: 'thang', period: '2026-11', format: 'csv' } as const;
    orderPrint(bench.bot().desk, { person: tu.person, at: bench.clock.now() }, chat, [order]);
    for (let death = 0; death < 3; death++) bench.store.printJobs.begin(bench.store.printJobs.next()?.id ?? 0);
    await bench.crashAndRestart();
    expect(filesTo(bench, tu)).toEqual([]);
    expect(bench.texts(tu).at(-1)).toContain('Chưa lập được tệp');
  });

  it('are said to take longer than usual, once, where they do', async () => {
    const { bench, tu } = benchWithRound();
    const chat = bench.store.chats.ofPerson(tu.person)[0]?.id ?? 0;
    const order = { print: 'round', obligation: 'thang', period: '2026-11', format: 'csv' } as const;
    const { desk } = bench.bot();
    orderPrint(desk, { person: tu.person, at: bench.clock.now() }, chat, [order]);
    // Whatever is waited for is over at once.
    const clock = { now: bench.clock.now, wire: bench.clock.wire, after: hastily };
    const printer = createPrinter({
      desk,
      clock,
      log: QUIET,
      templateOf: () => null,
      onPrinted: () => void bench.bot().wake(),
    });
    printer.start();
    await printer.whenIdle();
    await printer.stop();
    await bench.liveTo('2026-11-20 09:05');
    const said = bench.texts(tu).filter((text) => text.includes('lâu hơn thường lệ'));
    expect(said).toHaveLength(1);
  });
});

/** Runs at once what waits for some seconds, never what waits for minutes: the limit of a file that hangs. */
function hastily(ms: number, run: () => void): () => void {
  if (ms < 60_000) setImmediate(run);
  return () => {};
}
