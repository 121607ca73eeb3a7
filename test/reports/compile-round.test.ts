import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it, onTestFinished } from 'vitest';
import { TotalsMismatch } from '../../src/actions/check-totals.ts';
import { compileRound } from '../../src/actions/compile-round.ts';
import { groupTexts } from '../../src/reports/group-texts.ts';
import { sayComparedNotes } from '../../src/wording/draft.ts';
import { at, type Bench, createBench } from '../support/bot-bench.ts';
import { makeRound, makeTwoMonths, reportOf } from './rounds.ts';

const NOW = at('2026-11-20 09:00');

function compiled(bench: Bench, obligation: string, period: string) {
  const round = compileRound(bench.bot().desk, obligation, period, NOW);
  if (round === null) throw new Error('the round is not there');
  return round;
}

function november(): { bench: Bench; round: ReturnType<typeof compiled> } {
  const bench = createBench({ start: '2026-09-20 08:00' });
  makeTwoMonths(bench);
  return { bench, round: compiled(bench, 'thang', '2026-11') };
}

/** Every unit reported two meetings in each month of the half-year. */
function afterSixMonths(): Bench {
  const bench = createBench({ start: '2026-09-20 08:00' });
  for (const month of ['2026-01', '2026-02', '2026-03', '2026-04', '2026-05', '2026-06'])
    makeRound(bench, {
      obligation: 'thang',
      period: month,
      report: () => ({ nothingToReport: false, values: { hoi_nghi: 2, ket_qua: 'x' } }),
    });
  return bench;
}

describe('a compiled round', () => {
  it('adds up the newest version of every unit once, and tells the units that gave a figure', () => {
    const { round } = november();
    const counted = round.units.flatMap((unit) => (unit.counted === null ? [] : [unit.counted.report.values.hoi_nghi]));
    const numbers = counted.filter((value) => typeof value === 'number');
    expect(round.totals.hoi_nghi).toEqual({ value: numbers.reduce((sum, one) => sum + one, 0), given: numbers.length });
    // 99 stood in the version that was corrected.
    expect(numbers).not.toContain(99);
    expect(round.units.find((unit) => unit.code === 'HCG')?.versions).toHaveLength(2);
  });

  it('leaves out what was sent back and says so, and keeps that it was on time', () => {
    const unit = november().round.units.find((one) => one.code === 'HGL');
    expect(unit).toMatchObject({
      standing: 'on_time',
      state: 'returned',
      counted: null,
      reason: 'Số liệu kinh phí chưa khớp',
    });
    expect(unit?.versions).toHaveLength(1);
  });

  it('tells missing, waived and "nothing to report" apart', () => {
    const { round } = november();
    const of = (code: string) => round.units.find((unit) => unit.code === code);
    expect(of('SYT')).toMatchObject({ standing: 'missing', counted: null });
    expect(of('HTK')).toMatchObject({ standing: 'waived', reason: 'Đơn vị đang sắp xếp lại tổ chức' });
    expect(of('STP')?.counted?.report).toEqual({ nothingToReport: true, values: {} });
  });

  it('compares with the round before; there is nothing of a year ago', () => {
    const { round } = november();
    expect(round.before?.period).toBe('2026-10');
    expect(round.before?.totals.hoi_nghi?.given).toBe(35);
    expect(round.yearBefore).toBeNull();
  });

  it('compares with the same period a year ago', () => {
    const bench = createBench({ start: '2026-09-20 08:00' });
    makeRound(bench, { obligation: 'thang', period: '2025-11' });
    makeRound(bench, { obligation: 'thang', period: '2026-11' });
    const round = compiled(bench, 'thang', '2026-11');
    expect(round.yearBefore).toMatchObject({ period: '2025-11' });
  });

  it('of a half-year takes what units confirmed and says where it is not the sum of their months', () => {
    const bench = afterSixMonths();
    makeRound(bench, {
      obligation: 'sau_thang',
      period: '2026-H1',
      report: (unit) => ({ nothingToReport: false, values: { hoi_nghi: unit === 'HBG' ? 15 : 12, ket_qua: 'x' } }),
    });
    const round = compiled(bench, 'sau_thang', '2026-H1');
    expect(round.totals.hoi_nghi?.value).toBe(12 * 34 + 15);
    expect(round.months?.totals.hoi_nghi?.value).toBe(12 * 35);
    expect(round.months?.differences).toEqual([{ unit: 'HBG', key: 'hoi_nghi', own: 15, months: 12 }]);
    expect(round.months?.empty).toEqual([]);
  });

  it('lists a unit whose months were nothing, and one that left out what its months gave', () => {
    const bench = createBench({ start: '2026-09-20 08:00' });
    const nothing = { nothingToReport: true, values: {} };
    const two = { nothingToReport: false, values: { hoi_nghi: 2, ket_qua: 'x' } };
    makeRound(bench, { obligation: 'thang', period: '2026-05', report: (unit) => (unit === 'HBG' ? nothing : two) });
    makeRound(bench, {
      obligation: 'sau_thang',
      period: '2026-H1',
      report: (unit) =>
        ({
          HBG: { nothingToReport: false, values: { hoi_nghi: 25, ket_qua: 'x' } },
          HCG: nothing,
          HGL: { nothingToReport: false, values: { ket_qua: 'x' } },
          SCT: two,
        })[unit] ?? null,
    });
    expect(
      compiled(bench, 'sau_thang', '2026-H1').months?.differences.toSorted((a, b) => (a.unit < b.unit ? -1 : 1)),
    ).toEqual([
      { unit: 'HBG', key: 'hoi_nghi', own: 25, months: 0 },
      { unit: 'HCG', key: 'hoi_nghi', own: 0, months: 2 },
      { unit: 'HGL', key: 'hoi_nghi', own: null, months: 2 },
    ]);
  });

  it('of a half-year sets beside the few that sent it their own months alone', () => {
    const bench = afterSixMonths();
    makeRound(bench, {
      obligation: 'sau_thang',
      period: '2026-H1',
      report: (unit) =>
        ['HBG', 'HCG', 'SCT'].includes(unit)
          ? { nothingToReport: false, values: { hoi_nghi: 15, ket_qua: 'x' } }
          : null,
    });
    const round = compiled(bench, 'sau_thang', '2026-H1');
    expect(round.totals.hoi_nghi?.value).toBe(45);
    expect(round.months?.totals.hoi_nghi?.value).toBe(36);
    expect(sayComparedNotes(round)).toContain(
      'Kỳ này mới có 3/35 báo cáo; cột “Cộng các tháng” chỉ cộng báo cáo tháng của 3 đơn vị đã gửi báo cáo kỳ này.',
    );
  });

  it('groups the same words once, however they are written, and counts who has none', () => {
    const { groups, none } = groupTexts(november().round.units, 'vuong_mac');
    const money = groups.filter((group) => /hạn hẹp/u.test(group.text));
    expect(money).toHaveLength(1);
    expect(money[0]?.units.length).toBeGreaterThan(5);
    expect(none).toBeGreaterThan(0);
    expect(groups.map(({ text }) => text)).not.toContain('ko có');
  });

  it('of a round that was never opened is nothing', () => {
    expect(compileRound(november().bench.bot().desk, 'thang', '2031-01', NOW)).toBeNull();
  });

  it('is not given out when SQL adds up otherwise', () => {
    const dir = mkdtempSync(join(tmpdir(), 'totals-'));
    onTestFinished(() => rmSync(dir, { recursive: true }));
    const path = join(dir, 'bot.sqlite');
    const bench = createBench({ start: '2026-09-20 08:00', path });
    makeRound(bench, { obligation: 'thang', period: '2026-11', report: (unit) => reportOf(unit, '2026-11') });
    const outside = new Database(path);
    // A value that stands twice: readers of JSON take one of them, and who adds up both would hand out another total.
    outside.prepare("UPDATE submission SET content = replace(content, '{', '{\"hoi_nghi\":1000,') WHERE id = 1").run();
    outside.close();
    expect(() => compiled(bench, 'thang', '2026-11')).toThrow(TotalsMismatch);
  });
});
