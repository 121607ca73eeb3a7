import { readXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import { applyPlan } from '../../src/actions/apply-plan.ts';
import { askAboutEnded } from '../../src/actions/ask-about-ended.ts';
import { compileRound } from '../../src/actions/compile-round.ts';
import { extendDeadlines } from '../../src/actions/extend-deadline.ts';
import { openTasks } from '../../src/actions/open-tasks.ts';
import { pressUndo } from '../../src/actions/press-undo.ts';
import { acceptReports } from '../../src/actions/review-report.ts';
import { roundStatus } from '../../src/actions/round-status.ts';
import { submitFor } from '../../src/actions/submit-for.ts';
import { boardMatrix } from '../../src/board/matrix.ts';
import { boardPeriod } from '../../src/board/period-page.ts';
import { boardUnit } from '../../src/board/unit-page.ts';
import type { Unit } from '../../src/domain/unit.ts';
import { timelinessTable } from '../../src/reports/word/tables.ts';
import { writeWorkbook } from '../../src/reports/workbook/workbook.ts';
import { WORKBOOK } from '../../src/wording/workbook.ts';
import { type Bench, createBench, FROZEN_PLAN } from '../support/bot-bench.ts';
import { newUnit, planWith } from './plans.ts';

const PARTS = ['HBG', 'HCG', 'HGL'];

function ends(unit: Unit, successors: Unit['successors']): Unit {
  return { ...unit, validTo: '2025-06-30', successors };
}

/** Parts of three districts are one unit from 1/7/2025, the other parts another. */
const IN_PARTS = planWith({
  units: (units) => [
    ...units.map((unit) =>
      PARTS.includes(unit.code)
        ? ends(unit, [
            { code: 'MOI', share: 'part' },
            { code: 'KHAC', share: 'part' },
          ])
        : unit,
    ),
    newUnit('MOI', '2025-07-01'),
    newUnit('KHAC', '2025-07-01'),
  ],
});

/** Two districts become one as a whole. */
const AS_WHOLE = planWith({
  units: (units) => [
    ...units.map((unit) => (['HBG', 'HCG'].includes(unit.code) ? ends(unit, [{ code: 'MOI', share: 'whole' }]) : unit)),
    newUnit('MOI', '2025-07-01'),
  ],
});

/** One district goes in part to a new one, in part to one that exists already. */
const PARTED = planWith({
  units: (units) => [
    ...units.map((unit) =>
      unit.code === 'HBG'
        ? ends(unit, [
            { code: 'MOI', share: 'part' },
            { code: 'HCG', share: 'part' },
          ])
        : unit,
    ),
    newUnit('MOI', '2025-07-01'),
  ],
});

/** One district goes into another that exists already. */
const ABSORBED = planWith({
  units: (units) => units.map((unit) => (unit.code === 'HBG' ? ends(unit, [{ code: 'HCG', share: 'whole' }]) : unit)),
});

/** A Friday. */
function scene(start = '2025-07-04 09:00') {
  const bench = createBench({ start });
  const { store } = bench;
  const an = bench.join('liaison', 'HBG', { name: 'An' });
  const tu = bench.join('coordinator', null, { name: 'Tú' });
  openTasks(bench.bot().desk, bench.clock.now());
  const apply = async (plan: typeof IN_PARTS) => {
    applyPlan(store, plan, bench.clock.now());
    await bench.tick();
  };
  const lines = (unit: string) => {
    const { id } = bench.task(unit, '2025-07');
    return store.audit.entries().flatMap(({ subject, action }) => (subject === `task:${id}` ? action : []));
  };
  const told = (who: typeof an, words: string) => bench.texts(who).filter((text) => text.includes(words));
  return { bench, store, an, tu, apply, lines, told };
}

const report = (hoi_nghi: number) => ({ nothingToReport: false, values: { hoi_nghi, ket_qua: 'Đã họp' } });
const totalOf = ({ bot, clock }: Bench) =>
  compileRound(bot().desk, 'thang', '2025-07', clock.now())?.totals.hoi_nghi?.value;
const standing = ({ bot, clock }: Bench, unit: string) =>
  roundStatus(bot().desk, 'thang', '2025-07', clock.now())?.units.find((one) => one.unit.code === unit)?.standing;

describe('a merger that is applied after its date, with the old unit’s report in', () => {
  it('counts that report until a successor reports, and never both; the audit and the history have all of it', async () => {
    const { bench, store, an, tu, apply, lines } = scene();
    bench.submit(an, 'HBG', '2025-07', report(3));
    const { id } = bench.task('HBG', '2025-07');
    acceptReports(bench.bot().desk, { person: tu.person, at: bench.clock.now() }, [{ task: id, version: 1 }]);
    await apply(IN_PARTS);
    expect(totalOf(bench)).toBe(3);
    expect([standing(bench, 'HBG'), standing(bench, 'HCG'), standing(bench, 'MOI')]).toEqual([
      'on_time',
      undefined,
      'missing',
    ]);
    const moi = bench.join('liaison', 'MOI', { name: 'Mới' });
    bench.submit(moi, 'MOI', '2025-07', report(5));
    expect(totalOf(bench)).toBe(5);
    const round = roundStatus(bench.bot().desk, 'thang', '2025-07', bench.clock.now());
    const owing = store.units.owingOn('2025-07-17');
    expect(round?.units.map(({ unit }) => unit.code).toSorted()).toEqual(owing.map(({ code }) => code).toSorted());
    expect([standing(bench, 'HBG'), standing(bench, 'MOI'), standing(bench, 'KHAC')]).toEqual([
      undefined,
      'on_time',
      'missing',
    ]);
    expect(lines('HBG')).toEqual(['submit', 'accept', 'pass-on', 'give-way']);
    await bench.type(moi, '/lichsu');
    expect(bench.texts(moi).at(-1)).toContain(store.submissions.latestOf(id)?.receipt);
    const page = boardPeriod(bench.bot().desk, { obligation: 'thang', period: '2025-07' }, bench.clock.now(), {
      isViewOnly: false,
    });
    expect(JSON.stringify(page)).toContain(`Đúng hạn 1 · Muộn 0 · Chưa đến hạn ${owing.length - 1}"`);
  });

  it('stays in sight with its receipts: at the board, among the versions, in the annex; no round counts it', async () => {
    const { bench, an, apply } = scene();
    bench.submit(an, 'HBG', '2025-07', report(3));
    await apply(AS_WHOLE);
    bench.submit(bench.join('liaison', 'MOI', { name: 'Mai' }), 'MOI', '2025-07', report(5));
    const { desk } = bench.bot();
    const now = bench.clock.now();
    const round = compileRound(desk, 'thang', '2025-07', now);
    if (round === null) throw new Error('no round');
    expect(round.units.map(({ code }) => code)).not.toContain('HBG');
    const annex = timelinessTable(round)?.rows.map((row) => row.join('|')) ?? [];
    expect(annex.at(-1)).toMatch(/Bình Giang\|–\|.*đơn vị kế tục báo cáo thay; đã gửi 1 bản, không tính vào tổng$/u);
    const workbook = await readXlsx(await writeWorkbook(round));
    const versions = workbook.sheets.find(({ name }) => name === 'Các bản')?.rows ?? [];
    expect(versions.find((row) => row[1] === 'HBG')).toEqual(expect.arrayContaining([WORKBOOK.no, 3]));
    const matrix = JSON.stringify(boardMatrix(desk, {}, now, { isViewOnly: false }));
    expect(matrix).toContain('Đơn vị kế tục báo cáo, đã nộp đúng hạn');
    const unit = JSON.stringify(boardUnit(desk, 'HBG', now));
    expect(unit).toContain('hết ngày 30/06/2025; kế tục: MOI');
    expect(unit).not.toContain('kế hoạch không yêu cầu');
    // Rounds later it is found by those who search it, and counts as nothing.
    await bench.liveTo('2026-06-20 09:00');
    const search = JSON.stringify(
      boardMatrix(desk, { tim: 'binh giang', 'so-ky': '6' }, bench.clock.now(), { isViewOnly: false }),
    );
    expect(search).toContain('unit/HBG');
  });

  it('applied twice changes nothing, and everybody is told once', async () => {
    const { bench, an, tu, apply, lines, told } = scene();
    bench.submit(an, 'HBG', '2025-07', report(3));
    await apply(IN_PARTS);
    await apply(IN_PARTS);
    expect(askAboutEnded(bench.bot().desk, bench.clock.now())).toBe(0);
    await bench.liveTo('2025-07-08 09:00');
    expect(lines('HBG')).toEqual(['submit', 'pass-on']);
    expect(told(an, 'đã kết thúc hoạt động')).toHaveLength(1);
    expect(told(an, 'đã kết thúc hoạt động')[0]).toContain('Đã nhận báo cáo tháng 7/2025');
    expect(told(tu, 'đã kết thúc hoạt động')).toHaveLength(1);
    expect(told(tu, 'đã kết thúc hoạt động')[0]).toContain('Đã gửi báo cáo tháng 7/2025');
  });

  it('begins the report of what was merged as a whole with what its parts sent, for the year too', async () => {
    const { bench, an, apply } = scene('2025-05-05 09:00');
    bench.submit(an, 'HBG', '2025-05', report(10));
    await bench.liveTo('2025-07-04 09:00');
    const binh = bench.join('liaison', 'HCG', { name: 'Bình' });
    bench.submit(an, 'HBG', '2025-07', report(3));
    bench.submit(binh, 'HCG', '2025-07', report(4));
    await apply(AS_WHOLE);
    expect(totalOf(bench)).toBe(7);
    const moi = bench.join('liaison', 'MOI', { name: 'Mới' });
    await bench.type(moi, '/nop');
    expect(bench.texts(moi).at(-1)).toMatch(/Mẫu đã cộng sẵn số liệu .*Bình Giang.*[\s\S]*: 7$/mu);
    await bench.type(moi, 'nộp T7 kết quả=Đã họp');
    await bench.liveTo('2025-07-04 09:01');
    expect(bench.texts(moi).at(-1)).toContain('Bản này thay cho bản');
    await bench.press(moi, 'Gửi báo cáo');
    expect(totalOf(bench)).toBe(7);
    await bench.liveTo('2025-12-02 09:00');
    await bench.type(moi, '/nop năm 2025');
    await bench.liveTo('2025-12-02 09:01');
    const form = bench.texts(moi).at(-1) ?? '';
    // Ten of May, and seven of July once.
    expect(form).toMatch(/: 17$/mu);
  });

  it('goes on counting beside the report of a unit that existed already, until that one sends another version', async () => {
    const { bench, an, apply, told } = scene();
    const binh = bench.join('liaison', 'HCG', { name: 'Bình' });
    bench.submit(an, 'HBG', '2025-07', report(3));
    bench.submit(binh, 'HCG', '2025-07', report(4));
    await apply(ABSORBED);
    expect(totalOf(bench)).toBe(7);
    expect(told(binh, 'được cộng cùng nhau')).toHaveLength(1);
    bench.submit(binh, 'HCG', '2025-07', report(8));
    expect(totalOf(bench)).toBe(8);
  });

  it('that went to two, one of which had reported before: when the other reports, who has to add the part is told', async () => {
    const { bench, an, tu, apply, told } = scene();
    const cam = bench.join('liaison', 'HCG', { name: 'Cẩm' });
    bench.submit(cam, 'HCG', '2025-07', report(4));
    bench.submit(an, 'HBG', '2025-07', report(3));
    await apply(PARTED);
    expect(totalOf(bench)).toBe(7);
    bench.submit(bench.join('liaison', 'MOI', { name: 'Mới' }), 'MOI', '2025-07', report(5));
    await bench.clock.advance(60_000);
    expect(totalOf(bench)).toBe(9);
    const words = 'nếu chưa có trong bản Huyện Cẩm Giàng đã nộp, xin Huyện Cẩm Giàng gửi bản sửa';
    expect([told(cam, words), told(tu, words), told(an, words)].map(({ length }) => length)).toEqual([1, 1, 0]);
  });

  it('counts again when the successor’s only report was keyed in by mistake', async () => {
    const { bench, an, tu, apply, lines } = scene();
    bench.submit(an, 'HBG', '2025-07', report(3));
    await apply(AS_WHOLE);
    const act = { person: tu.person, at: bench.clock.now() };
    const { desk } = bench.bot();
    const paper = { document: '1/BC', receivedAt: act.at, report: report(9), attachments: [], over: 0 };
    const keyed = submitFor(desk, act, { task: bench.task('MOI', '2025-07').id, ...paper });
    expect(totalOf(bench)).toBe(9);
    if (!keyed.ok) throw new Error(keyed.problem.problem);
    pressUndo(desk, act, keyed.value.undo.id);
    expect(totalOf(bench)).toBe(3);
    expect(lines('HBG')).toEqual(['submit', 'pass-on', 'give-way', 'stand-again']);
  });

  it('counts as if nothing had been when the plan takes the merger back', async () => {
    const { bench, an, apply, lines } = scene();
    bench.submit(an, 'HBG', '2025-07', report(3));
    await apply(AS_WHOLE);
    await apply(FROZEN_PLAN);
    expect(standing(bench, 'HBG')).toBe('on_time');
    expect(bench.task('HCG', '2025-07').state).toBe('open');
    expect(lines('HBG')).toEqual(['submit', 'pass-on']);
    bench.submit(an, 'HBG', '2025-07', report(4));
    expect(totalOf(bench)).toBe(4);
  });
});

describe('a merger that is applied after its date, with nothing in', () => {
  it('stops the reminders of the old unit, and refuses what is half typed with the words that were typed', async () => {
    const { bench, store, an, apply, told } = scene();
    await bench.type(an, 'nộp T7 hội nghị=3 kết quả=Đã họp dân');
    await apply(IN_PARTS);
    expect(store.milestones.plannedOf(bench.task('HBG', '2025-07').id)).toEqual([]);
    expect(told(an, 'Không phải nộp nữa')).toHaveLength(1);
    await bench.press(an, 'Gửi báo cáo');
    expect(bench.texts(an).at(-1)).toMatch(/nay do MOI, KHAC nộp[\s\S]*Đã họp dân/u);
    expect(store.submissions.latestOf(bench.task('HBG', '2025-07').id)).toBeNull();
    await bench.liveTo('2025-07-17 16:00');
    expect(told(an, 'tháng 7/2025').some((text) => text.includes('còn') && text.includes('/nop'))).toBe(false);
  });

  it('tells the coordinators of an extension that the successor does not have', async () => {
    const { bench, tu, apply, told } = scene();
    const { id, scheduleVersion } = bench.task('HBG', '2025-07');
    const act = { person: tu.person, at: bench.clock.now() };
    const order = { tasks: [id], until: '2025-07-25', reason: 'bão', seen: { [id]: scheduleVersion } };
    expect(extendDeadlines(bench.bot().desk, act, order).ok).toBe(true);
    await apply(IN_PARTS);
    expect(bench.task('HBG', '2025-07').stateReason).toBe('not-owed');
    expect(bench.task('MOI', '2025-07').lastGoodDay).toBe('2025-07-17');
    expect(told(tu, 'không tự chuyển sang đơn vị kế tục')).toHaveLength(1);
  });
});

describe('a merger that is applied', () => {
  it('before its date is told on the day after the last one, and the next round is asked of the successors', async () => {
    const { bench, store, an, apply, told } = scene('2025-06-19 09:00');
    await apply(IN_PARTS);
    expect(told(an, 'đã kết thúc hoạt động')).toEqual([]);
    await bench.liveTo('2025-07-01 09:00');
    expect(told(an, 'đã kết thúc hoạt động')).toHaveLength(1);
    const july = store.tasks.ofRound('thang', '2025-07').map(({ unit }) => unit);
    expect(july).toEqual(expect.arrayContaining(['MOI', 'KHAC']));
    expect(july.filter((unit) => PARTS.includes(unit))).toEqual([]);
  });

  it('on the day itself opens the round for the successors alone', async () => {
    const { bench, store, apply } = scene('2025-07-01 08:00');
    await apply(IN_PARTS);
    const owed = store.tasks.ofRound('thang', '2025-07').filter(({ state }) => state !== 'waived');
    expect(owed.map(({ unit }) => unit).toSorted()).toEqual(
      store.units
        .owingOn('2025-07-17')
        .map(({ code }) => code)
        .toSorted(),
    );
    expect(standing(bench, 'HBG')).toBeUndefined();
  });

  it('after the cut-off leaves that round as it was: whoever was asked answers for it', async () => {
    const { bench, store, an, tu, apply, told } = scene();
    bench.submit(an, 'HBG', '2025-07', report(3));
    await bench.liveTo('2025-07-25 09:00');
    const before = JSON.stringify(store.tasks.ofRound('thang', '2025-07'));
    await apply(IN_PARTS);
    expect(JSON.stringify(store.tasks.ofRound('thang', '2025-07'))).toBe(before);
    expect([standing(bench, 'HBG'), standing(bench, 'HCG'), standing(bench, 'MOI')]).toEqual([
      'on_time',
      'missing',
      undefined,
    ]);
    expect(told(tu, 'đã kết thúc hoạt động')).toHaveLength(1);
    await bench.liveTo('2025-08-01 09:00');
    const august = store.tasks.ofRound('thang', '2025-08').map(({ unit }) => unit);
    expect(august.filter((unit) => PARTS.includes(unit))).toEqual([]);
  });
});
