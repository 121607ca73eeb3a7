import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { isWorkingDay } from '../../src/domain/calendar.ts';
import { deadlineOf } from '../../src/domain/deadline.ts';
import { periodOf } from '../../src/domain/period.ts';
import { calendarRange, checkRegime } from '../../src/plan/check-regime.ts';
import { readPlan } from '../../src/plan/read-plan.ts';
import { buildTemplate } from '../../src/reports/word/template.ts';
import { sayRegimeWarning } from '../../src/wording/regime-warning.ts';
import { paragraphsOf } from '../reports/unzip.ts';

const read = readPlan(fileURLToPath(new URL('../../data/plan', import.meta.url)), 'Asia/Ho_Chi_Minh');
if ('problems' in read) throw new Error(JSON.stringify(read.problems, null, 2));
const { plan } = read;

describe('the real plan', () => {
  it('ships the built-in template of the compiled report, for the office to change', async () => {
    const shipped = readFileSync(fileURLToPath(new URL('../../data/plan/bao-cao.docx', import.meta.url)));
    expect(paragraphsOf(shipped)).toEqual(paragraphsOf(await buildTemplate()));
  });

  it('has the units of section IV, one of them compiling', () => {
    const count = (source: string) => plan.units.filter((unit) => unit.source === source).length;
    expect(plan.units.filter((unit) => unit.compiles).map((unit) => unit.code)).toEqual(['SKHCN']);
    expect([count('IV.1'), count('IV.2'), count('IV.3'), count('IV.5'), count('IV.6'), count('IV.7')]).toEqual([
      1, 1, 1, 12, 2, 1,
    ]);
    expect(new Set(plan.units.map((unit) => unit.shortName)).size).toBe(plan.units.length);
  });

  it('marks every unit that the text does not name as an assumption, and leaves its own number open', () => {
    const inferred = plan.units.filter((unit) => ['IV.4', 'IV.5'].includes(unit.source));
    expect(inferred.every((unit) => unit.assumption.includes('điều phối cần xác nhận'))).toBe(true);
    expect([plan.document.number, plan.document.issuedOn]).toEqual(['', null]);
  });

  it.each([
    ['thang', '2026-11', '2026-10-15', '2026-11-14', '2026-11-18'],
    ['thang', '2025-03', '2025-02-15', '2025-03-14', '2025-03-18'],
    ['sau_thang', '2026-H1', '2025-12-15', '2026-06-14', '2026-06-15'],
    ['nam', '2026', '2025-12-15', '2026-12-14', '2026-12-15'],
  ])('%s %s covers %s to %s and is due before %s', (code, key, from, to, legalDay) => {
    const obligation = plan.obligations.find((candidate) => candidate.code === code)!;
    const period = periodOf(obligation, key)!;
    expect(period.window).toEqual({ from, to });
    expect(deadlineOf(obligation, period, plan.calendar)).toMatchObject({ legalDay, word: 'before', shifted: false });
  });

  it('starts in March 2025 and asks for the first half-year only', () => {
    const [monthly, halfYearly] = plan.obligations;
    expect(periodOf(monthly!, '2025-02')).toBeNull();
    expect(periodOf(halfYearly!, '2026-H2')).toBeNull();
  });

  it('asks for the twelve figures and texts, only the results being required', () => {
    const [form] = plan.forms;
    expect(form!.fields.map((field) => `${field.key}:${field.kind}`)).toEqual([
      'hoi_nghi:count',
      'nguoi_du:count',
      'tin_bai:count',
      'phat_thanh:count',
      'cong_ttdt:count',
      'mang_xa_hoi:count',
      'truc_quan:count',
      'kinh_phi:money',
      'ket_qua:text',
      'vuong_mac:text',
      'kien_nghi:text',
      'van_ban:text',
    ]);
    expect(form!.fields.filter((field) => field.required).map((field) => field.key)).toEqual(['ket_qua']);
  });

  it('repeats an unknown send on the last day, never an early one', () => {
    const repeated = plan.policy.milestones.filter((rule) => rule.repeatIfUnknown).map((rule) => rule.key);
    expect(plan.policy.milestones.map((rule) => rule.key)).toEqual(['L-5', 'L-2', 'L', 'L-15h', 'T+1', 'T+3', 'T+5']);
    expect(repeated).toEqual(['L', 'L-15h', 'T+5']);
  });

  it.each([
    ['2025-04-26', true],
    ['2025-05-02', false],
    ['2026-01-10', true],
    ['2026-02-13', true],
    ['2026-02-16', false],
    ['2026-02-23', true],
    ['2026-04-27', false],
    ['2026-08-22', true],
    ['2026-08-31', false],
    ['2026-11-24', false],
    ['2027-05-03', false],
  ])('%s is a working day: %s', (day, worked) => {
    expect(isWorkingDay(plan.calendar, day)).toBe(worked);
  });

  it('is warned about February 2026, June and December of its own accord', () => {
    expect(checkRegime(plan, calendarRange(plan)).map(sayRegimeWarning)).toEqual([
      'Báo cáo tháng, hạn vào tháng 2: sau ngày chốt số liệu đến hết hạn nộp không có ngày làm việc nào. Các kỳ: tháng 2/2026 (số liệu đến hết 14/02, nộp trước 18/02/2026, ngày làm việc cuối cùng còn đúng hạn là thứ Sáu 13/02). Nên thống nhất chốt số liệu sớm hoặc gia hạn.',
      'Báo cáo tháng, kỳ tháng 2/2026: hạn trước 18/02/2026 rơi vào đợt nghỉ 14/02–22/02/2026 (Tết Bính Ngọ). Ngày làm việc cuối cùng còn đúng hạn là thứ Sáu 13/02/2026. Nên báo sớm cho các đơn vị hoặc gia hạn.',
      'Báo cáo tháng, kỳ tháng 4/2027: hạn trước 18/04/2027 rơi vào đợt nghỉ 16/04–18/04/2027 (Giỗ Tổ Hùng Vương). Ngày làm việc cuối cùng còn đúng hạn là thứ Năm 15/04/2027. Nên báo sớm cho các đơn vị hoặc gia hạn.',
      expect.stringMatching(
        /^Báo cáo 6 tháng, hạn vào tháng 6: .*6 tháng đầu năm 2025.*6 tháng đầu năm 2026.*6 tháng đầu năm 2027/,
      ),
      expect.stringMatching(/^Báo cáo năm, hạn vào tháng 12: .*năm 2025.*năm 2026.*năm 2027/),
      expect.stringContaining('Lịch nghỉ năm 2027 mới là tạm tính'),
      expect.stringContaining('Chưa khai người liên hệ'),
    ]);
  });
});
