import { sayReport } from './period.ts';
import type { RichText } from './rich-text.ts';
import { b, join, say } from './rich-text.ts';
import type { SpokenTask } from './spoken-task.ts';
import { sayDeadline } from './when.ts';

export interface NudgePreview {
  view: SpokenTask;
  /** Units with people who can be written to. */
  names: readonly string[];
  people: number;
  /** Units whose people have joined, and no message gets to any of them. */
  shutOut: readonly string[];
  withoutPeople: readonly string[];
}

/** Who would be chased, before anybody is. */
export function sayNudgePreview({ view, names, people, shutOut, withoutPeople }: NudgePreview): RichText {
  return join(
    [
      join([say`${b(`Đôn đốc: ${sayReport(view.obligation, view.period)}`)}`, say`Hạn ${sayDeadline(view.deadline)}`]),
      say`${b(`${names.length + shutOut.length + withoutPeople.length} đơn vị chưa nộp`)}.`,
      names.length === 0 ? [] : say`Nhắc qua bot (${names.length}): ${names.join(', ')}.`,
      shutOut.length === 0
        ? []
        : say`Không gửi tin tới được, phải gọi điện (${shutOut.length}): ${shutOut.join(', ')}.`,
      withoutPeople.length === 0
        ? []
        : say`Chưa có ai tham gia bot, phải gọi điện (${withoutPeople.length}): ${withoutPeople.join(', ')}.`,
      people === 0 ? say`Không có ai để nhắc qua bot.` : say`Tin nhắc sẽ gửi tới ${people} người.`,
    ],
    '\n\n',
  );
}

export function sayNudgeDone(count: number, now: boolean): RichText {
  return now
    ? say`Đang gửi tin đôn đốc tới ${count} người. Đơn vị nộp trước khi tin đi sẽ không bị nhắc.`
    : say`Đang ngoài giờ gửi tin. Tin đôn đốc cho ${count} người sẽ đi vào đầu giờ ngày làm việc tới; đơn vị nộp trước sẽ không bị nhắc.`;
}
