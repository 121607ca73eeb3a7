import { describe, expect, it } from 'vitest';
import { PLAN_RULES, type PlanProblem } from '../../src/domain/plan-problem.ts';
import type { RegimeWarning } from '../../src/domain/regime-warning.ts';
import { sayPlanProblem } from '../../src/wording/plan-problem.ts';
import { sayRegimeWarning } from '../../src/wording/regime-warning.ts';

const UNIT_LINE = { file: 'units.csv', line: 7, field: 'code' };
const JSON_LINE = { file: 'obligations.json', line: 9, field: 'thang.cutOff.day' };

describe('a problem of the plan is said with its place', () => {
  it.each<[PlanProblem, string]>([
    [
      { ...UNIT_LINE, code: 'duplicate', value: 'STC', firstLine: 3 },
      'units.csv, dòng 7, cột code: "STC" đã được dùng ở dòng 3, không được trùng.',
    ],
    [
      { ...JSON_LINE, code: 'out_of_range', minimum: null, maximum: 31 },
      'obligations.json, dòng 9, mục thang.cutOff.day: số quá lớn, nhiều nhất là 31.',
    ],
    [
      { ...JSON_LINE, code: 'out_of_range', minimum: 1, maximum: null },
      'obligations.json, dòng 9, mục thang.cutOff.day: số quá nhỏ, ít nhất là 1.',
    ],
    [
      { ...JSON_LINE, code: 'wrong_kind', expected: 'number' },
      'obligations.json, dòng 9, mục thang.cutOff.day: cần một số nguyên, không có ngoặc kép.',
    ],
    [
      { file: 'units.csv', line: null, field: null, code: 'no_file' },
      'units.csv: thiếu tệp này trong thư mục kế hoạch.',
    ],
    [
      { ...UNIT_LINE, code: 'overlapping_validity', unit: 'STC', otherLine: null },
      'units.csv, dòng 7, cột code: thời gian hiệu lực của đơn vị STC chồng lên một dòng khác của chính đơn vị đó.',
    ],
  ])('%j', (problem, sentence) => {
    expect(sayPlanProblem(problem)).toBe(sentence);
  });

  it.each(PLAN_RULES)('rule %s has a sentence of its own', (rule) => {
    expect(sayPlanProblem({ ...UNIT_LINE, code: 'breaks_rule', rule })).toMatch(/: \p{L}.{15,}\.$/u);
  });
});

describe('a warning about the regime', () => {
  it.each<[RegimeWarning, string]>([
    [
      { code: 'calendar_missing', years: [2028, 2029] },
      'Chưa khai lịch nghỉ năm 2028, 2029: tạm coi thứ Hai đến thứ Sáu là ngày làm việc, nên có thể nhắc vào ngày nghỉ lễ. Hãy bổ sung vào calendar.json.',
    ],
    [
      { code: 'unit_without_people', units: [{ code: 'STC', shortName: 'Sở Tài chính' }] },
      '1 đơn vị chưa có ai tham gia nên không nhắc được: Sở Tài chính (STC).',
    ],
    [
      {
        code: 'overlapping_validity',
        unit: 'STC',
        spans: [
          { from: '2025-03-01', to: '2025-06-30' },
          { from: '2025-06-30', to: null },
        ],
      },
      'Đơn vị STC có thời gian hiệu lực chồng nhau: 01/03/2025–30/06/2025 và 30/06/2025–nay.',
    ],
  ])('%j', (warning, sentence) => {
    expect(sayRegimeWarning(warning)).toBe(sentence);
  });

  it('says "chậm nhất" where the plan does', () => {
    const found = {
      period: '2026-05',
      windowTo: '2026-05-14',
      word: 'by',
      namedDay: '2026-05-17',
      lastGoodDay: '2026-05-17',
      lastWorkingDay: '2026-05-15',
    } as const;
    expect(
      sayRegimeWarning({ code: 'no_working_day_for_data', obligation: 'Báo cáo tháng', cases: [found] }),
    ).toContain(
      'tháng 5/2026 (số liệu đến hết 14/05, nộp chậm nhất 17/05/2026, ngày làm việc cuối cùng còn đúng hạn là thứ Sáu 15/05)',
    );
  });
});
