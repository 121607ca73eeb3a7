import type { Deadline } from '../domain/deadline.ts';
import type { Obligation } from '../domain/obligation.ts';
import type { Period } from '../domain/period.ts';
import { sayReport } from './period.ts';
import type { RichText } from './rich-text.ts';
import { b, join, say } from './rich-text.ts';
import { sayDay, sayShortDay, sayWeekday } from './when.ts';

/** More lines than one message of the tightest app holds. */
const SHOWN = 20;

interface Entry {
  obligation: Obligation;
  period: Period;
  deadline: Deadline;
}

/** Every deadline of the next twelve months, one line each. */
export function sayTimetable(entries: readonly Entry[]): RichText {
  if (entries.length === 0) return say`Trong 12 tháng tới, kế hoạch chưa đặt ra hạn nộp báo cáo nào.`;
  const lines = entries.slice(0, SHOWN).map(sayLine);
  const more = entries.length > SHOWN ? say`… còn ${entries.length - SHOWN} hạn nữa.` : [];
  return join([say`${b('Hạn nộp báo cáo trong 12 tháng tới')}`, ...lines, more]);
}

/** Those of one period that was asked for. */
export function sayDeadlinesOf(entries: readonly Entry[]): RichText {
  return join([say`${b('Hạn nộp báo cáo')}`, ...entries.map(sayLine)]);
}

function sayLine({ obligation, period, deadline }: Entry): RichText {
  const day = `${deadline.word === 'before' ? 'trước' : 'chậm nhất'} ${sayDay(deadline.namedDay)}`;
  const last = `hết ${sayWeekday(deadline.lastGoodDay)} ${sayShortDay(deadline.lastGoodDay)}`;
  return say`• ${day} (${last}): ${sayReport(obligation, period)}`;
}
