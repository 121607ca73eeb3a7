import type { WorkingCalendar } from '../domain/calendar.ts';
import { isProvisional } from '../domain/calendar.ts';
import type { RoundTotals } from '../domain/totals.ts';
import type { Unit } from '../domain/unit.ts';
import type { Outgoing } from './message.ts';
import { sayReport, sayReportFirst, sayReportShort } from './period.ts';
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

/** A round as it is said: of which report, in which period. */
export type SpokenRound = Pick<SpokenTask, 'obligation' | 'period'>;

export interface RoundContext {
  calendar: WorkingCalendar;
  now: number;
  /** Other rounds that can be looked at. */
  others: readonly SpokenRound[];
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
        'Chưa nộp, chưa có đầu mối tham gia bot',
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
    totals.missing > 0 ? [[{ label: 'Đôn đốc đơn vị chưa nộp', value: `/dondoc ${orderOf(example)}` }]] : [];
  const look = others.map((round) => [
    { label: `Xem ${sayReportShort(round.obligation, round.period)}`, value: `/tonghop ${orderOf(round)}` },
  ]);
  return { text, choices: [...chase, ...look], answer: 'pick' };
}

function sayNames(title: string, units: readonly { unit: Unit }[]): RichText {
  if (units.length === 0) return [];
  return say`${b(`${title} (${units.length})`)}: ${units.map((one) => one.unit.shortName).join(', ')}.`;
}

/** Several rounds fit what was typed; `command` goes on with one of them. */
export function sayWhichRound(rounds: readonly SpokenRound[], command: string): Outgoing {
  return {
    text: say`${b('Ý anh/chị là báo cáo nào?')}`,
    choices: rounds.map((round) => [
      { label: sayReportFirst(round.obligation, round.period), value: `${command} ${orderOf(round)}` },
    ]),
    answer: 'pick',
  };
}

/** Words that name the round without doubt, for the value of a button. */
function orderOf({ obligation, period }: SpokenRound): string {
  return `${obligation.code} ${period.key}`;
}
