import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { smallPlanWith, writeSmallPlan } from '../support/small-plan.ts';

const SCRIPT = fileURLToPath(new URL('../../scripts/plan-check.ts', import.meta.url));

function planCheck(settings: Record<string, string>) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [SCRIPT], {
    env: { ...process.env, ...settings },
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

describe('npm run plan:check', () => {
  it('prints warnings and succeeds', () => {
    const { status, stdout } = planCheck({ PLAN_DIR: writeSmallPlan() });
    expect(status).toBe(0);
    expect(stdout).toContain('không có lỗi. 5 đơn vị, 2 chế độ báo cáo, lịch nghỉ các năm 2026, 2027.');
    expect(stdout).toContain('- Báo cáo 6 tháng, hạn vào tháng 6: sau ngày chốt số liệu');
  });

  it('prints every problem and fails', () => {
    const dir = writeSmallPlan({
      ...smallPlanWith('units.csv', 'chính,department', 'chính,sở'),
      ...smallPlanWith('reminders.json', '"08:30"', '"8h30"'),
    });
    const { status, stderr } = planCheck({ PLAN_DIR: dir });
    expect(status).toBe(1);
    expect(stderr).toContain('có 2 lỗi');
    expect(stderr).toContain('- units.csv, dòng 3, cột kind: giá trị không hợp lệ, chỉ nhận: department,');
    expect(stderr).toContain('- reminders.json, dòng 7, mục milestones.L.at: giờ phải ghi theo dạng giờ:phút');
  });

  it('fails on a time zone that does not exist', () => {
    const { status, stderr } = planCheck({ PLAN_DIR: writeSmallPlan(), TIME_ZONE: 'Asia/Hai_Duong' });
    expect(status).toBe(1);
    expect(stderr).toContain('TIME_ZONE');
  });
});
