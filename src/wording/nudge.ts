import { sayReport } from './period.ts';
import type { RichText } from './rich-text.ts';
import { b, join, say } from './rich-text.ts';
import type { TaskView } from './task-view.ts';
import { sayDeadline } from './when.ts';

export interface NudgePreview {
  view: TaskView;
  names: readonly string[];
  people: number;
  withoutPeople: readonly string[];
}

/** Who would be chased, before anybody is. */
export function sayNudgePreview({ view, names, people, withoutPeople }: NudgePreview): RichText {
  return join(
    [
      join([say`${b(`Đôn đốc ${sayReport(view.obligation, view.period)}`)}`, say`Hạn ${sayDeadline(view.deadline)}`]),
      say`${b(`${names.length} đơn vị chưa nộp`)}: ${names.join(', ')}.`,
      withoutPeople.length === 0 ? [] : say`Chưa có ai tham gia, phải gọi điện: ${withoutPeople.join(', ')}.`,
      people === 0 ? say`Không có ai để nhắc qua bot.` : say`Tin nhắc sẽ gửi tới ${people} người.`,
    ],
    '\n\n',
  );
}

export function sayNudgeDone(count: number, now: boolean): RichText {
  return now
    ? say`Đã đưa tin đôn đốc vào hàng gửi cho ${count} người. Đơn vị nộp trước khi tin đi sẽ không bị nhắc.`
    : say`Đang ngoài giờ gửi tin. Tin đôn đốc cho ${count} người sẽ đi vào đầu giờ ngày làm việc tới; đơn vị nộp trước sẽ không bị nhắc.`;
}
