import { sayReport } from './period.ts';
import type { RichText } from './rich-text.ts';
import { b, join, say } from './rich-text.ts';
import type { SpokenTask } from './spoken-task.ts';
import { sayDeadline, sayMoment } from './when.ts';

export interface NudgePreview {
  view: SpokenTask;
  /** Units with people who can be written to. */
  names: readonly string[];
  people: number;
  /** Units whose people have joined, and no message gets to any of them. */
  shutOut: readonly string[];
  withoutPeople: readonly string[];
  /** When it arrives, where that is not now. */
  arrival: { at: number; isLate: boolean; zone: string } | null;
}

/** Who would be chased, before anybody is. */
export function sayNudgePreview({ view, names, people, shutOut, withoutPeople, arrival }: NudgePreview): RichText {
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
        : say`Chưa có đầu mối tham gia bot, phải gọi điện (${withoutPeople.length}): ${withoutPeople.join(', ')}.`,
      people === 0 ? say`Không có ai để nhắc qua bot.` : sayArrival(people, arrival),
    ],
    '\n\n',
  );
}

/** Outside the sending hours a nudge waits: whoever sends it has to know that before, not after. */
function sayArrival(people: number, arrival: NudgePreview['arrival']): RichText {
  if (arrival === null) return say`Tin nhắc sẽ gửi tới ${people} người.`;
  const when = b(sayMoment(arrival.at, arrival.zone));
  return arrival.isLate
    ? say`Đang ngoài giờ gửi tin: tin nhắc tới ${people} người sẽ đến lúc ${when}, ${b('sau hạn')}. Cần kịp hạn thì xin gọi điện.`
    : say`Đang ngoài giờ gửi tin: tin nhắc tới ${people} người sẽ đến lúc ${when}.`;
}

export function sayNudgeDone(count: number, now: boolean): RichText {
  return now
    ? say`Đang gửi tin đôn đốc tới ${count} người. Đơn vị nộp trước khi tin đi sẽ không bị nhắc.`
    : say`Đang ngoài giờ gửi tin. Tin đôn đốc cho ${count} người sẽ đi vào đầu giờ ngày làm việc tới; đơn vị nộp trước sẽ không bị nhắc.`;
}
