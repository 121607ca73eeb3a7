import type { ReportContent } from '../domain/report-form.ts';
import { sayEach, sayTask } from './acting.ts';
import type { Outgoing } from './message.ts';
import { sayGiven } from './review.ts';
import type { RichText } from './rich-text.ts';
import { b, join, say } from './rich-text.ts';
import type { SpokenTask } from './spoken-task.ts';

/** To the units: nothing is left to do. */
export function sayAcceptedToUnit(views: readonly SpokenTask[], by: string): RichText {
  return join([say`✅ ${b('Báo cáo đã được duyệt')}`, ...sayEach(views), say`Người duyệt: ${by}.`]);
}

export interface SpokenReturn {
  view: SpokenTask;
  reason: string;
  by: string;
  fields: readonly string[];
  values: ReportContent['values'];
}

/** To the unit: why it came back, and that the next message may be the correction itself. */
export function sayReturnedToUnit({ view, reason, by, fields, values }: SpokenReturn): Outgoing {
  const { form } = view;
  const [first] = fields;
  const asked = form.fields.filter(({ key }) => fields.includes(key));
  const isOne = asked.length === 1;
  const example = asked.map(({ shortLabel }) => `${shortLabel}: …`).join('; ');
  return {
    text: join(
      [
        join([
          say`↩️ ${b('Báo cáo cần sửa')}: ${sayTask(view)}`,
          say`Lý do: ${reason}. Người quyết định: ${by}.`,
          ...asked.map(
            (field) =>
              say`• ${field.shortLabel}: ${values[field.key] === undefined ? 'đang' : 'đã nộp'} ${b(sayGiven(values[field.key]))}`,
          ),
        ]),
        first === undefined
          ? say`Xin gửi lại bản đã sửa. Thời điểm tính đúng hạn không đổi.`
          : say`Xin gửi lại ${isOne ? 'giá trị đúng của mục này' : `các mục này (${example})`} ngay dưới đây; các mục khác giữ nguyên. Thời điểm tính đúng hạn không đổi.`,
      ],
      '\n\n',
    ),
    choices: [[{ label: 'Sửa báo cáo', value: `/nop ${view.task.id}` }]],
    answer: 'pick',
  };
}

/** To the units: an acceptance was taken back. */
export function sayReviewAgainToUnit(views: readonly SpokenTask[], by: string): RichText {
  return join([say`🔔 Báo cáo được xem lại, chưa coi là đã duyệt (${by}):`, ...sayEach(views)]);
}

export function sayAcceptanceUndone(views: readonly SpokenTask[], kept: number): RichText {
  return join([
    say`${b('Đã hoàn tác việc duyệt')}: các báo cáo này lại chờ duyệt.`,
    ...sayEach(views),
    kept === 0 ? [] : say`Còn ${kept} báo cáo giữ nguyên vì sau đó đã có thay đổi khác.`,
  ]);
}

export function sayReturnUndone(view: SpokenTask): RichText {
  return say`${b('Việc trả lại đã được rút')}: ${sayTask(view)} không phải sửa.`;
}

/** Above the questions of a correction. */
export function sayToCorrect(view: SpokenTask): RichText {
  const reason = view.task.stateReason ?? '';
  return say`${b('Sửa báo cáo được trả lại')}: ${sayTask(view)}${reason === '' ? '' : `\nLý do: ${reason}`}\nChỉ hỏi lại các mục cần sửa; các mục khác giữ nguyên.`;
}
