import { config as loadEnvFile } from 'dotenv';
import { IANAZone } from 'luxon';
import { calendarRange, checkRegime } from '../src/plan/check-regime.ts';
import { readPlan } from '../src/plan/read-plan.ts';
import { sayPlanProblem } from '../src/wording/plan-problem.ts';
import { sayRegimeWarning } from '../src/wording/regime-warning.ts';

loadEnvFile({ quiet: true });
process.exitCode = checkPlan(process.env.PLAN_DIR || 'data/plan', process.env.TIME_ZONE || 'Asia/Ho_Chi_Minh');

/** Prints what is wrong with the plan's folder, or else what to watch out for. `people` adds units that nobody joined. */
function checkPlan(dir: string, zone: string, people?: (unit: string) => number): 0 | 1 {
  if (!IANAZone.isValidZone(zone)) {
    console.error(`TIME_ZONE: không có múi giờ "${zone}"; ví dụ đúng: Asia/Ho_Chi_Minh.`);
    return 1;
  }
  const read = readPlan(dir, zone);
  if ('problems' in read) {
    console.error(`Kế hoạch ở ${dir} có ${read.problems.length} lỗi:`);
    for (const problem of read.problems) console.error(`- ${sayPlanProblem(problem)}`);
    return 1;
  }
  const { plan } = read;
  const years = plan.calendarYears.map(({ year }) => year).join(', ');
  console.log(
    `Kế hoạch ${plan.document.code} ở ${dir}: không có lỗi. ` +
      `${plan.units.length} đơn vị, ${plan.obligations.length} chế độ báo cáo, lịch nghỉ các năm ${years}.`,
  );
  const warnings = checkRegime(plan, { ...calendarRange(plan), ...(people === undefined ? {} : { people }) });
  if (warnings.length > 0) console.log(`Có ${warnings.length} điều cần lưu ý:`);
  for (const warning of warnings) console.log(`- ${sayRegimeWarning(warning)}`);
  return 0;
}
