import type { WorkingCalendar } from '../domain/calendar.ts';
import { isProvisional } from '../domain/calendar.ts';
import type { RoundTotals } from '../domain/totals.ts';
import type { Unit } from '../domain/unit.ts';
import type { Outgoing } from './message.ts';
import { sayPeriodShort, sayReport } from './period.ts';
import { sayTimeLeft } from './reminder.ts';
import type { RichText } from './rich-text.ts';
import { b, join, say } from './rich-text.ts';
import type { SpokenTask } from './spoken-task.ts';
import { sayDeadline } from './when.ts';

export interface RoundView {
  example: SpokenTask;
  totals: RoundTotals;
  units: readonly {
    unit: Unit;
    standing: 'on_time' | 'late' | 'missing' | 'waived';
    overdue: boolean;
    reach: 'reachable' | 'nobody' | 'blocked';
  }[];
}

export interface RoundContext {
  calendar: WorkingCalendar;
  now: number;
  /** Other rounds that can be looked at. */
  others: readonly string[];
}

/** The round at a glance: the buckets sum to all; who is missing is told apart from who could not be reached. */
export function sayRound(round: RoundView, { calendar, now, others }: RoundContext): Outgoing {
  const { example, totals } = round;
  const missing = round.units.filter((one) => one.standing === 'missing');
  const late = round.units.filter((one) => one.standing === 'late');
  const owing = totals.total - totals.waived;
  const text = join(
    [
      join([
        say`📊 ${b(sayReport(example.obligation, example.period))}`,
        say`Hạn ${sayDeadline(example.deadline)}`,
        say`${now >= example.deadline.cutOffAt ? 'Đã qua hạn.' : sayTimeLeft(example, calendar, now)}`,
      ]),
      join([
        say`✅ Đúng hạn: ${b(String(totals.onTime))}`,
        say`🔶 Nộp muộn: ${b(String(totals.late))}`,
        say`⬜ Chưa nộp: ${b(String(totals.missing))}`,
        say`Cộng: ${b(`${owing} đơn vị`)}${totals.waived === 0 ? '' : ` (ngoài ra miễn ${totals.waived})`}`,
      ]),
      sayNames(
        'Chưa nộp',
        missing.filter((one) => one.reach === 'reachable'),
      ),
      sayNames(
        'Chưa nộp, chưa có ai tham gia bot',
        missing.filter((one) => one.reach === 'nobody'),
      ),
      sayNames(
        'Chưa nộp, không gửi tin tới được',
        missing.filter((one) => one.reach === 'blocked'),
      ),
      sayNames('Nộp muộn', late),
      isProvisional(calendar, example.deadline.lastGoodDay)
        ? say`Lịch nghỉ năm ${example.deadline.lastGoodDay.slice(0, 4)} mới là tạm tính; ngày nhắc có thể xê dịch.`
        : [],
    ],
    '\n\n',
  );
  const chase =
    totals.missing > 0 ? [[{ label: 'Đôn đốc đơn vị chưa nộp', value: `/dondoc ${example.period.key}` }]] : [];
  const look = others.map((key) => [{ label: `Xem ${sayPeriodShort(key)}`, value: `/tonghop ${key}` }]);
  return { text, choices: [...chase, ...look], answer: 'pick' };
}

function sayNames(title: string, units: readonly { unit: Unit }[]): RichText {
  if (units.length === 0) return [];
  return say`${b(`${title} (${units.length})`)}: ${units.map((one) => one.unit.shortName).join(', ')}.`;
}

export function sayNoRound(typed: string): RichText {
  return typed.trim() === ''
    ? say`Chưa có kỳ báo cáo nào được mở.`
    : say`Không có kỳ báo cáo “${typed.trim()}” đã mở. Ví dụ: /tonghop t11, /tonghop 6 tháng, /tonghop năm 2026`;
}
