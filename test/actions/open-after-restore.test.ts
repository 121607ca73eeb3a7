import { describe, expect, it } from 'vitest';
import { compileRound } from '../../src/actions/compile-round.ts';
import { lateHabits } from '../../src/actions/late-habits.ts';
import { roundStatus } from '../../src/actions/round-status.ts';
import { noteLookedAt } from '../../src/actions/tell-restored.ts';
import { boardMatrix } from '../../src/board/matrix.ts';
import { boardPeriod } from '../../src/board/period-page.ts';
import { roundPicture } from '../../src/reports/picture-data.ts';
import { fillTemplate } from '../../src/reports/word/fill.ts';
import { writeTable } from '../../src/reports/workbook/csv.ts';
import { sayExported } from '../../src/wording/export.ts';
import { plain } from '../../src/wording/rich-text.ts';
import { paragraphsOf } from '../reports/unzip.ts';
import type { Bench } from '../support/bot-bench.ts';
import { at, createBench } from '../support/bot-bench.ts';
import { loseReport } from '../support/lost-report.ts';

const CALLED_LATE = /(?<!hay )\bmuộn(?! 0| \()/iu;
const STRETCH = /có thể thiếu tin từ 20:00(:00)? ngày 17\/11\/2026/u;

/** HBG reports in time; the evening is lost; it reports again after the deadline, and nobody has looked. */
async function sentAgain() {
  const bench = createBench({ start: '2026-11-17 20:30' });
  const mai = bench.join('coordinator');
  const an = bench.join('liaison', 'HBG');
  await bench.tick();
  const report = async () => {
    await bench.type(an, '/nop t11 hoi_nghi=3 nguoi_du=250 ket_qua=Xong');
    await bench.clock.advance(3000);
    await bench.press(an, 'Gửi báo cáo');
    await bench.clock.advance(3000);
  };
  await report();
  loseReport(bench, 'HBG 2026-11');
  await bench.sleepTo('2026-11-18 07:40');
  await bench.restore(at('2026-11-17 20:00'));
  await report();
  const ask = async (text: string) => {
    await bench.type(mai, text);
    await bench.clock.advance(3000);
    return bench.texts(mai).at(-1) ?? '';
  };
  const tell = async (text: string) => {
    await bench.type(an, text);
    await bench.clock.advance(3000);
    return bench.texts(an).at(-1) ?? '';
  };
  return { bench, mai, ask, tell };
}

async function views(bench: Bench) {
  const { desk } = bench.bot();
  const now = bench.clock.now();
  const round = compileRound(desk, 'thang', '2026-11', now);
  if (round === null) throw new Error('no round');
  const matrix = boardMatrix(desk, new Map() as never, now, { isViewOnly: false });
  return {
    round,
    csv: writeTable(round).toString('utf8'),
    word: paragraphsOf(await fillTemplate(null, round)).join('\n'),
    said: plain(sayExported(round, 'word')),
    picture: roundPicture(desk, 'thang', '2026-11', now),
    page: JSON.stringify(boardPeriod(desk, { obligation: 'thang', period: '2026-11' }, now, { isViewOnly: false })),
    matrix,
    status: roundStatus(desk, 'thang', '2026-11', now),
    habits: lateHabits(desk, 'thang', now).units,
  };
}

describe('until a coordinator has looked what a restore lost', () => {
  it('nobody who may have reported is called late in any view, and each says what is open', async () => {
    const { bench, ask, tell } = await sentAgain();
    expect(bench.task('HBG', '2026-11').timeliness, 'what is stored').toBe('late');
    const { round, csv, word, said, picture, page, matrix, status, habits } = await views(bench);
    expect(round.units.filter(({ standing }) => standing === 'late')).toEqual([]);
    expect(csv.split('\n').find((row) => row.startsWith('HBG'))).toMatch(STRETCH);
    expect(csv).not.toMatch(CALLED_LATE);
    expect(word).toMatch(/0 đơn vị nộp muộn, 1 đơn vị chưa xác định đúng hạn hay muộn/u);
    expect(word).toMatch(STRETCH);
    expect(said).toMatch(STRETCH);
    expect(picture?.counts).toMatch(/Muộn 0 · Chưa xác định 1/u);
    expect(picture?.madeAt).toMatch(STRETCH);
    expect(page).toMatch(STRETCH);
    expect(JSON.stringify(matrix)).toMatch(/Chưa xác định/u);
    expect(habits).toEqual([]);
    const { totals } = status ?? {};
    if (totals === undefined) throw new Error('no status');
    expect(totals).toMatchObject({ late: 0, unsettled: 1 });
    expect(totals.onTime + totals.late + totals.unsettled + totals.missing + totals.waived).toBe(totals.total);
    const summary = await ask('/tonghop t11');
    expect(summary).toMatch(/Nộp muộn: 0/u);
    expect(summary).toMatch(/chưa xác định đúng hạn hay muộn: 1/iu);
    expect(summary).toMatch(/chưa xác định đúng hạn hay muộn \(1\): Huyện Bình Giang/u);
    expect(summary).toMatch(STRETCH);
    expect(await ask('đơn vị nào nộp muộn tháng 11')).toMatch(STRETCH);
    expect(await tell('/lichsu')).not.toMatch(CALLED_LATE);
    expect(await tell('đã nhận báo cáo t11 của tôi chưa')).not.toMatch(CALLED_LATE);
  });

  it('and as stored once somebody has looked', async () => {
    const { bench, mai, ask } = await sentAgain();
    noteLookedAt(bench.bot().desk, { person: mai.person, at: bench.clock.now() }, null);
    const { round, csv, status } = await views(bench);
    expect(round.openStretch).toBeNull();
    expect(csv).toMatch(/HBG,[^\n]*,Muộn,/u);
    expect(status?.totals).toMatchObject({ late: 1, unsettled: 0 });
    expect(await ask('/tonghop t11')).toMatch(/Nộp muộn: 1/u);
  });

  it('what was late before the stretch, and for a deadline before it, is late', async () => {
    const { bench } = await sentAgain();
    const desk = bench.bot().desk;
    const task = bench.task('HCG', '2026-11');
    desk.store.tasks.stampFirst(task.id, 'late', at('2026-11-17 19:00'));
    expect(desk.store.tasks.find(task.id)?.unsettled).toBe(0);
  });
});
