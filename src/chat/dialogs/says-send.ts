import type { TaskView } from '../../actions/task-view.ts';
import { saysSend } from '../../language/review-reply.ts';
import type { Turn } from '../turn.ts';
import { readNamed } from '../which.ts';

/** "Gửi", also of the report in hand by its name: "gửi báo cáo năm". */
export function saysSendThis(turn: Turn, view: TaskView, text: string): boolean {
  if (saysSend(text)) return true;
  const { period, unit, rest } = readNamed(turn, text);
  return period === view.period.key && (unit === null || unit === view.unit.code) && saysSend(rest);
}
