import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { TASK_STATES } from '../../src/domain/task.ts';
import { roundTotals, sumReports } from '../../src/domain/totals.ts';
import { FORM, NOTHING_TO_REPORT, report } from './report-builder.ts';

describe('the sum of reports', () => {
  test('adds figures, money to the tenth, and leaves texts out', () => {
    const months = [
      report({ hoi_nghi: 3, kinh_phi: 0.1, ket_qua: 'Một' }),
      report({ hoi_nghi: 4, kinh_phi: 0.2, ket_qua: 'Hai' }),
      NOTHING_TO_REPORT,
    ];
    expect(sumReports(FORM, months)).toEqual(report({ hoi_nghi: 7, kinh_phi: 0.3 }));
  });

  test('keeps zero and "not given" apart', () => {
    expect(sumReports(FORM, [report({ hoi_nghi: 0 }), report({})])).toEqual(report({ hoi_nghi: 0 }));
  });

  test('has nothing to report only if there are reports and none has', () => {
    expect(sumReports(FORM, [NOTHING_TO_REPORT, NOTHING_TO_REPORT])).toEqual(NOTHING_TO_REPORT);
    expect(sumReports(FORM, [NOTHING_TO_REPORT, report({ tin_bai: 1 })])).toEqual(report({ tin_bai: 1 }));
    expect(sumReports(FORM, [])).toEqual(report({}));
  });

  test('is exact for any amounts, and the same in parts as at once', () => {
    const tenths = fc.array(fc.integer({ min: 0, max: 9_999_999 }), { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(tenths, tenths, (first, second) => {
        const of = (amounts: number[]) => amounts.map((amount) => report({ kinh_phi: amount / 10 }));
        const exact = [...first, ...second].reduce((sum, amount) => sum + amount, 0) / 10;
        const atOnce = sumReports(FORM, of([...first, ...second]));
        expect(atOnce).toEqual(report({ kinh_phi: exact }));
        expect(sumReports(FORM, [sumReports(FORM, of(first)), sumReports(FORM, of(second))])).toEqual(atOnce);
      }),
    );
  });
});

describe('the totals of a round', () => {
  test('count every task under one heading', () => {
    const tasks = [
      { state: 'open', timeliness: null },
      { state: 'submitted', timeliness: 'on_time' },
      { state: 'accepted', timeliness: 'late' },
      { state: 'returned', timeliness: 'on_time' },
      { state: 'waived', timeliness: null },
    ] as const;
    expect(roundTotals(tasks)).toEqual({ total: 5, onTime: 2, late: 1, unsettled: 0, missing: 1, waived: 1 });
    expect(roundTotals([])).toEqual({ total: 0, onTime: 0, late: 0, unsettled: 0, missing: 0, waived: 0 });
  });

  test('add up to the total, always', () => {
    const task = fc.record({
      state: fc.constantFrom(...TASK_STATES),
      timeliness: fc.constantFrom('on_time' as const, 'late' as const, null),
    });
    fc.assert(
      fc.property(fc.array(task), (tasks) => {
        const { total, onTime, late, missing, waived } = roundTotals(tasks);
        expect(onTime + late + missing + waived).toBe(total);
        expect(total).toBe(tasks.length);
      }),
    );
  });
});
