import { sayReport } from './period.ts';
import type { RichText } from './rich-text.ts';
import { b, join, say } from './rich-text.ts';
import type { SpokenTask } from './spoken-task.ts';
import { sayDeadline } from './when.ts';

/** As many units as a decision names; the rest is counted. */
const NAMED = 12;

/** To the units: they need not report, why, and who says so (null: to whoever decided it). */
export function sayWaived(views: readonly SpokenTask[], reason: string, by: string | null): RichText {
  return join([
    say`✅ ${b('Được miễn báo cáo')}`,
    ...sayEach(views),
    say`Lý do: ${reason}.${by === null ? '' : ` Người quyết định: ${by}.`} Bot thôi nhắc.`,
  ]);
}

/** To the units: a waiver was taken back. */
export function sayOwedAgain(views: readonly SpokenTask[], reason: string, by: string): RichText {
  return join([
    say`🔔 ${b('Không còn được miễn, xin nộp báo cáo')}`,
    ...views
      .slice(0, NAMED)
      .map((view) => say`• ${sayTask(view)}, hạn ${sayDeadline(view.deadline)}: gõ /nop ${String(view.task.id)}`),
    sayMore(views.length),
    say`${reason === '' ? '' : `Lý do: ${reason}. `}Người quyết định: ${by}.`,
  ]);
}

/** What taking back a waiver did; `kept`: how many of them stay waived since others went on from it. */
export function sayUnwaived(views: readonly SpokenTask[], kept: number): RichText {
  return join([
    say`${b('Đã hoàn tác việc miễn')}: các báo cáo này lại phải nộp, lịch nhắc được lập lại.`,
    ...sayEach(views),
    kept === 0 ? [] : say`Còn ${kept} báo cáo giữ nguyên vì sau đó đã có thay đổi khác.`,
  ]);
}

/** The reports a decision is about, a line each; many are counted. */
export function sayEach(views: readonly SpokenTask[]): RichText[] {
  return [...views.slice(0, NAMED).map((view) => say`• ${sayTask(view)}`), sayMore(views.length)];
}

function sayMore(count: number): RichText {
  return count > NAMED ? say`… và ${count - NAMED} báo cáo khác.` : [];
}

/** `Báo cáo tháng 11/2026 – Huyện Bình Giang`. */
export function sayTask({ obligation, period, unit }: SpokenTask): string {
  return `${sayReport(obligation, period)} – ${unit.shortName}`;
}
