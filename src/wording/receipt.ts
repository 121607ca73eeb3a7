import type { Timeliness } from '../domain/task.ts';
import { sayReport } from './period.ts';
import { sayStanding } from './restored.ts';
import type { RichText } from './rich-text.ts';
import { b, code, join, say } from './rich-text.ts';
import type { SpokenTask } from './spoken-task.ts';
import { sayExactMoment } from './when.ts';

export interface ReceiptFacts {
  view: SpokenTask;
  version: number;
  receivedAt: number;
  timeliness: Timeliness;
  receipt: string;
  attachments: number;
  /** "Hoa thay An"; null: whoever sent it stands in for nobody. */
  inPlaceOf: string | null;
  remaining: number;
  zone: string;
}

/** What the person keeps as proof. */
export function sayReceipt(facts: ReceiptFacts): RichText {
  const { view, version, timeliness } = facts;
  const standing = sayStanding(view, timeliness);
  const note = version === 1 ? '' : ' (tính theo bản hợp lệ đầu tiên)';
  return join(
    [
      say`✅ ${b('Đã nhận báo cáo')}`,
      join([
        say`${sayReport(view.obligation, view.period)} – ${view.unit.name}`,
        say`Bản thứ ${version}, nhận lúc ${sayExactMoment(facts.receivedAt, facts.zone)}`,
        say`Ghi nhận: ${b(standing)}${note}`,
        facts.inPlaceOf === null ? [] : say`Người gửi: ${facts.inPlaceOf}`,
        facts.attachments === 0 ? [] : say`Tệp kèm: ${facts.attachments}`,
        say`Mã biên nhận: ${code(facts.receipt)}`,
      ]),
      join([
        say`Cần sửa, gõ /nop ${String(view.task.id)}.`,
        facts.remaining === 0 ? [] : say`Đơn vị còn ${facts.remaining} nhiệm vụ chưa nộp: gõ /nhiemvu.`,
      ]),
    ],
    '\n\n',
  );
}
