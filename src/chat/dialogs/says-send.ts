import type { TaskView } from '../../actions/task-view.ts';
import { deniesIt, meansOther } from '../../language/change/other-report.ts';
import { saysSend } from '../../language/review-reply.ts';
import { isOnlyAround } from '../../language/wish-words.ts';
import type { Turn } from '../turn.ts';
import { readMeant, readNamed } from '../which.ts';

/** "Gửi", also of the report in hand by its name: "gửi báo cáo năm". */
export function saysSendThis(turn: Turn, view: TaskView, text: string): boolean {
  if (saysSend(text)) return true;
  const { period, unit, rest } = readNamed(turn, text);
  return period === view.period.key && (unit === null || unit === view.unit.code) && saysSend(rest);
}

/** The report in hand by its name, and nothing else: it is in hand. */
export function namesThis(turn: Turn, view: TaskView, text: string): boolean {
  const { period, unit, rest } = readMeant(turn, text);
  const isBare = isOnlyAround(rest) || (meansOther(rest) && !deniesIt(rest));
  return period === view.period.key && (unit === null || unit === view.unit.code) && isBare;
}

/** "Không phải tháng 10": the report in hand is said not to be the one, and no other is named. */
export function deniesThis(turn: Turn, view: TaskView, text: string): boolean {
  const { period, rest } = readMeant(turn, text);
  return period === view.period.key && deniesIt(rest);
}

/** The period, the unit or both of the report in hand, and no other words: the head of what was typed. */
export function namesOnlyThis(turn: Turn, view: TaskView, line: string): boolean {
  const { period, unit, rest } = readNamed(turn, line);
  const isThis = (period ?? view.period.key) === view.period.key && (unit ?? view.unit.code) === view.unit.code;
  return isThis && (period !== null || unit !== null) && isOnlyAround(rest);
}
