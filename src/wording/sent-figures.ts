import type { Instant } from '../domain/calendar.ts';
import type { ReportContent } from '../domain/report-form.ts';
import { sayReport } from './period.ts';
import type { RichText } from './rich-text.ts';
import { b, code, join, say } from './rich-text.ts';
import type { SpokenTask } from './spoken-task.ts';
import { sayContent } from './submit.ts';
import { sayExactMoment } from './when.ts';

export interface SentVersion {
  view: SpokenTask;
  latest: { version: number; receivedAt: Instant; report: ReportContent };
}

/** The figures of what was sent last. */
export function saySentFigures(sent: readonly SentVersion[], zone: string): RichText {
  const all = sent.map(({ view, latest }) => {
    const name = say`${b(sayReport(view.obligation, view.period))} – ${view.unit.shortName}`;
    const head = say`${name}: bản thứ ${latest.version}, nhận lúc ${sayExactMoment(latest.receivedAt, zone)}`;
    return join([head, sayContent(view.form, latest.report)]);
  });
  return join([...all, say`Các bản khác: gõ /lichsu; sửa số liệu: gõ ${code('/nop')} kèm kỳ báo cáo.`], '\n\n');
}

export function sayNothingSent(): RichText {
  return say`Bot chưa nhận bản báo cáo nào của đơn vị. Còn phải nộp: gõ /nhiemvu.`;
}
