import type { FormField } from '../domain/report-form.ts';
import { sayFigure } from './compiled.ts';
import { sayPeriodKey, sayReport } from './period.ts';
import type { RichText } from './rich-text.ts';
import { b, join, say } from './rich-text.ts';
import type { FiguresAnswer, SomeFigures } from './round-answer.ts';
import { figureIn, sayBasis } from './round-answer.ts';
import type { SpokenTask } from './spoken-task.ts';

interface Standings {
  onTime: readonly string[];
  late: readonly string[];
  /** Sent after the deadline, where a restore may have lost one in time. */
  unsettled: readonly string[];
  missing: readonly string[];
  waived: readonly string[];
}

/** Of so few each is named. */
const FEW = 6;

/** On time, late and missing of some units, which add up to those that owe the report. */
export function sayState(example: SpokenTask, whose: string, standings: Standings): RichText {
  const { onTime, late, unsettled, missing, waived } = standings;
  const owing = onTime.length + late.length + unsettled.length + missing.length;
  const share = (names: readonly string[]): string =>
    owing === 0 ? '0' : `${names.length}/${owing} (${Math.round((names.length * 100) / owing)}%)`;
  return join([
    say`${b(`${sayReport(example.obligation, example.period)}, ${whose}`)}`,
    say`• Đúng hạn: ${b(share(onTime))}${onTime.length === 0 || owing > FEW ? '' : `: ${onTime.join(', ')}`}`,
    say`• Nộp muộn: ${share(late)}${late.length === 0 ? '' : `: ${late.join(', ')}`}`,
    unsettled.length === 0
      ? []
      : say`• Gửi sau hạn, chưa xác định đúng hạn hay muộn (hệ thống được khôi phục: /khoiphuc): ${share(unsettled)}: ${unsettled.join(', ')}`,
    say`• Chưa nộp: ${share(missing)}${missing.length === 0 ? '' : `: ${missing.join(', ')}`}`,
    waived.length === 0 ? [] : say`• Được miễn: ${waived.join(', ')}`,
  ]);
}

/** One figure of all of a year's periods so far, each with what it rests on, and their sum. */
export function sayRunning(field: FormField, whose: string, rounds: readonly SomeFigures[]): RichText {
  const sum = rounds.reduce((all, { totals }) => all + (figureIn(totals, field) ?? 0), 0);
  return join([
    say`🔢 ${b(`${field.shortLabel}, cộng các kỳ đã mở, ${whose}: ${sayFigure(sum)}`)}`,
    ...rounds.map(
      (round) => say`• ${sayPeriodKey(round.period)}: ${sayFigure(figureIn(round.totals, field))} (${sayBasis(round)})`,
    ),
  ]);
}

/** What units wrote, as much as fits. */
export function sayTexts(
  field: FormField,
  answer: SomeFigures & { whose: string },
  told: readonly { name: string; text: string }[],
): RichText {
  const head = say`📝 ${b(`${field.shortLabel}, ${sayPeriodKey(answer.period)}, ${answer.whose}`)} (theo báo cáo của ${sayBasis(answer)})`;
  if (told.length === 0) return join([head, say`Không báo cáo nào ghi mục này.`]);
  const more = told.length - TOLD_SHOWN;
  return join([
    head,
    ...told
      .slice(0, TOLD_SHOWN)
      .map(
        ({ name, text }) => say`• ${name}: ${text.length > TOLD_LENGTH ? `${text.slice(0, TOLD_LENGTH - 1)}…` : text}`,
      ),
    more > 0 ? say`… và còn ${more} đơn vị, xem đủ trong tệp Excel.` : [],
  ]);
}

const TOLD_SHOWN = 12;
const TOLD_LENGTH = 160;

/** A figure for each unit that gave one. */
export function sayAverage(field: FormField, totals: SomeFigures['totals']): RichText {
  const { value, given } = totals[field.key] ?? { value: null, given: 0 };
  if (value === null || given === 0) return [];
  const mean = Math.round((value * 10) / given) / 10;
  return say`Trung bình mỗi đơn vị có số: ${b(sayFigure(mean))} (${given} đơn vị).`;
}

const BOUNDS = {
  over: { strict: (value: string) => `trên ${value}`, itself: (value: string) => `từ ${value} trở lên` },
  under: { strict: (value: string) => `dưới ${value}`, itself: (value: string) => `không quá ${value}` },
} as const;

/** One figure of each unit, or of those above or below a limit. */
export function sayEach(
  answer: FiguresAnswer,
  field: FormField,
  limit: { is: 'over' | 'under'; value: number; isItselfToo: boolean } | null,
  each: readonly { name: string; value: number }[],
): RichText {
  const bound =
    limit === null ? '' : ` ${BOUNDS[limit.is][limit.isItselfToo ? 'itself' : 'strict'](sayFigure(limit.value))}`;
  const head = say`🔢 ${b(`${field.shortLabel}${bound}, ${sayPeriodKey(answer.period)}, ${answer.whose}`)} (theo báo cáo của ${sayBasis(answer)})`;
  if (each.length === 0) return join([head, say`Không có đơn vị nào.`]);
  const sum = each.reduce((all, { value }) => all + value, 0);
  return join([
    head,
    ...each.map(({ name, value }) => say`• ${name}: ${b(sayFigure(value))}`),
    limit === null ? say`Cộng: ${b(sayFigure(Math.round(sum * 10) / 10))}` : [],
  ]);
}
