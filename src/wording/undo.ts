import type { Outgoing } from './message.ts';
import { sayReportShort } from './period.ts';
import type { RichText } from './rich-text.ts';
import { join, say } from './rich-text.ts';
import type { SpokenTask } from './spoken-task.ts';
import { sayTime } from './when.ts';

/** The way back from what was just done: its number, and until when. */
export interface UndoOffer {
  id: number;
  until: number;
  zone: string;
}

/** An answer with "Hoàn tác" under it, after whatever else may be chosen there. */
export function withUndo(message: Outgoing | RichText, { id, until, zone }: UndoOffer): Outgoing {
  const { text, choices = [], ...rest } = 'text' in message ? message : { text: message };
  return {
    answer: 'pick',
    ...rest,
    text: join([text, say`Lỡ tay? Chọn “${UNDO}” trước ${sayTime(until, zone)}.`], '\n\n'),
    choices: [...choices, [{ label: UNDO, value: `/hoantac ${id}`, means: { words: ['undo', 'lỡ tay', 'làm lại'] } }]],
  };
}

const UNDO = 'Hoàn tác';
/** A yes to "muốn hoàn tác việc này ạ?". */
const MEANT = ['đồng ý', 'ok', 'có', 'vâng', 'ừ', 'đúng', 'được', 'đúng rồi'];

/** What can be taken back, as it is called in the middle of something else. */
const DONE: Readonly<Record<string, string>> = {
  extend: 'việc gia hạn đã làm',
  waive: 'việc miễn đã làm',
  'owe-again': 'việc bỏ miễn đã làm',
  accept: 'việc duyệt đã làm',
  return: 'việc trả lại đã làm',
  'submit-for': 'việc nhập thay đã làm',
  call: 'việc ghi cuộc gọi',
  'send-compiled': 'việc ghi báo cáo tổng hợp đã gửi',
};

/** `việc trả lại đã làm`. */
export function sayDone(kind: string): string {
  return DONE[kind] ?? 'việc đã làm';
}

/** "Hoàn tác" long after what it would take back: whether that is meant. `not`: the unit that was named, of which there is nothing. */
export function sayUndoThat(
  done: { id: number; kind: string },
  units: readonly string[],
  not: string | null,
): Outgoing {
  const of = units.length === 0 ? '' : ` cho ${units.length > FEW ? `${units.length} đơn vị` : units.join(', ')}`;
  const none = not === null ? '' : `Không có việc nào của ${not} còn hoàn tác được. `;
  return {
    text: say`${none}Việc gần nhất còn hoàn tác được là ${sayDone(done.kind)}${of}. Anh/chị muốn hoàn tác việc này ạ?`,
    choices: [[{ label: `${UNDO} ${sayDone(done.kind)}`, value: `/hoantac ${done.id}`, means: { words: MEANT } }]],
    answer: 'pick',
  };
}

/** "Hoàn tác gia hạn Bình Giang": of what was done about several units that of the one. */
export function sayUndoOf(
  { id, kind, isLatest, others }: { id: number; kind: string; isLatest: boolean; others: number },
  unit: string,
  reports: readonly SpokenTask[],
): Outgoing {
  const lead = isLatest ? 'Việc gần nhất còn hoàn tác được là' : `Việc còn hoàn tác được của ${unit} là`;
  const of = isLatest || others > 0 ? ` cho ${unit}` : '';
  const apart = others > 0 ? ` và ${others} báo cáo của đơn vị khác; phần của đơn vị khác sẽ giữ nguyên` : '';
  const isOne = reports.length === 1;
  const what = (view: SpokenTask): string =>
    isOne ? `${sayDone(kind)}${others > 0 ? ` cho ${unit}` : ''}` : sayReportShort(view.obligation, view.period);
  const each = reports.map((view) => ({ label: `${UNDO} ${what(view)}`, value: `/hoantac ${id} ${view.task.id}` }));
  const whole = {
    label: `${UNDO} ${isOne ? sayDone(kind) : `cả ${reports.length} báo cáo`}`,
    value: `/hoantac ${id}`,
  };
  const choices = others > 0 ? each : isOne ? [whole] : [...each, whole];
  return {
    text: say`${lead} ${sayDone(kind)}${of}${apart}. Anh/chị muốn hoàn tác ${isOne ? 'việc này' : 'báo cáo nào'} ạ?`,
    choices: choices.map((choice) => [choices.length > 1 ? choice : { ...choice, means: { words: MEANT } }]),
    answer: 'pick',
  };
}

/** "Hoàn tác gia hạn Kim Thành, Thanh Hà": each by a button of its own; `not`: of whom nothing can be taken back. */
export function sayUndoEach(
  found: readonly { id: number; kind: string; unit: string; task: number }[],
  not: readonly string[],
): Outgoing {
  const none = not.length === 0 ? [] : say`Không còn việc nào hoàn tác được của ${not.join(', ')}.`;
  if (found.length === 0) return { text: none };
  return {
    text: join([say`Anh/chị muốn hoàn tác việc của đơn vị nào ạ?`, none]),
    choices: found.map(({ id, kind, unit, task }) => [
      { label: `${UNDO} ${sayDone(kind)} cho ${unit}`, value: `/hoantac ${id} ${task}` },
    ]),
    answer: 'pick',
  };
}

const FEW = 6;

/** "À nhầm, …" right after something was done; `anew`: it, as it was meant. */
export function sayRethink(
  { id, kind }: { id: number; kind: string },
  units: readonly string[],
  anew: { order: string; value: string } | null,
): Outgoing {
  const of = units.length === 0 ? '' : ` cho ${units.length > FEW ? `${units.length} đơn vị` : units.join(', ')}`;
  const what = anew === null ? 'hoàn tác việc này' : `hoàn tác rồi làm lại là “${anew.order}”`;
  const again = anew === null ? [] : [[{ label: 'Hoàn tác và làm lại', value: anew.value, means: { words: MEANT } }]];
  const alone = anew === null ? { means: { words: MEANT } } : {};
  return {
    text: say`Bot chưa đổi gì: ${sayDone(kind)}${of} vẫn giữ nguyên. Anh/chị muốn ${what} ạ?`,
    choices: [...again, [{ label: `${UNDO} ${sayDone(kind)}`, value: `/hoantac ${id}`, ...alone }]],
    answer: 'pick',
  };
}

/** "Hoàn tác" in the middle of something: which of the two is meant? `done`: number and kind of what was done before; null = nothing. */
export function sayUndoWhich(what: string, done: { id: number; kind: string } | null): Outgoing {
  const before =
    done === null ? [] : [[{ label: `${UNDO} ${sayDone(done.kind)} trước đó`, value: `/hoantac ${done.id}` }]];
  return {
    text: say`Anh/chị đang có ${what}, bot chưa thực hiện. ${done === null ? 'Anh/chị muốn bỏ hay làm tiếp ạ?' : 'Hoàn tác việc nào ạ?'}`,
    choices: [
      [{ label: 'Bỏ việc đang làm dở', value: '/huy', means: { words: ['bỏ', 'bỏ việc này'] } }],
      ...before,
      [{ label: 'Làm tiếp', value: '/hoantac lamtiep', means: { words: ['tiếp tục', 'không', 'thôi'] } }],
    ],
    answer: 'pick',
  };
}
