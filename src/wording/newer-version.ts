import type { FieldChange } from '../domain/report-changes.ts';
import type { ReportContent } from '../domain/report-form.ts';
import type { Timeliness } from '../domain/task.ts';
import { sayReport } from './period.ts';
import { sayStanding } from './restored.ts';
import type { RichText } from './rich-text.ts';
import { b, join, say } from './rich-text.ts';
import type { SpokenTask } from './spoken-task.ts';
import { sayNumber } from './submit.ts';
import { sayMoment } from './when.ts';

/** A version that what is about to be sent did not start from, or that is somebody else's. */
export interface NewerVersion {
  version: number;
  receivedAt: number;
  /** Null: the person's own. */
  sender: string | null;
  before: ReportContent;
  after: ReportContent;
  changes: readonly FieldChange[];
  /** Sending was asked for, and held. */
  isHeld: boolean;
}

const SHOWN = 12;

/** Whose version would be replaced, when it came, and what would change by it. */
export function sayNewerVersion(newer: NewerVersion, zone: string): RichText {
  const { version, receivedAt, sender, isHeld } = newer;
  const held = isHeld ? say`Bản này chưa gửi. ` : [];
  const whose = sender ?? 'anh/chị';
  return join([
    say`⚠️ ${held}${b(`Đã có bản thứ ${version}`)}: ${whose} gửi lúc ${sayMoment(receivedAt, zone)}. Nếu gửi, bản dưới đây sẽ thay bản đó.`,
    ...sayChanges(newer),
  ]);
}

function sayChanges({ before, after, changes }: NewerVersion): RichText[] {
  if (before.nothingToReport !== after.nothingToReport)
    return [
      after.nothingToReport
        ? say`Bản đó có số liệu; bản này ghi không phát sinh.`
        : say`Bản đó ghi không phát sinh; bản này có số liệu.`,
    ];
  if (changes.length === 0) return [say`Hai bản giống nhau về nội dung.`];
  const rest = changes.length - SHOWN;
  return [
    say`Mục sẽ thay đổi (bản đó → bản này):`,
    ...changes
      .slice(0, SHOWN)
      .map((one) => say`• ${one.field.shortLabel}: ${sayShort(one.before)} → ${b(sayShort(one.after))}`),
    ...(rest > 0 ? [say`… còn ${rest} mục.`] : []),
  ];
}

function sayShort(value: number | string | undefined): string {
  if (value === undefined || value === '') return '(để trống)';
  if (typeof value === 'number') return sayNumber(value);
  return value.length > 60 ? `“${value.slice(0, 57)}…”` : `“${value}”`;
}

/** To the others who report for the unit: one of them sent it, so nobody sends it twice. */
export function sayColleagueSent(facts: {
  view: SpokenTask;
  sender: string;
  version: number;
  receivedAt: number;
  timeliness: Timeliness;
  zone: string;
}): RichText {
  const { view, sender, version, timeliness } = facts;
  const standing = sayStanding(view, timeliness);
  const report = sayReport(view.obligation, view.period).replace(/^B/u, 'b');
  const what = `${report} của ${view.unit.shortName}`;
  return say`✅ ${sender} đã nộp ${what}: bản thứ ${version}, lúc ${sayMoment(facts.receivedAt, facts.zone)}, ${standing}. Cần sửa, gõ /nop ${view.task.id}.`;
}
