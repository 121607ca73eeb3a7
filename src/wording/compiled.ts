import type { CompiledRound, CompiledUnit } from '../domain/compiled-round.ts';
import type { FormField } from '../domain/report-form.ts';
import type { StandingNow, TaskOutcome, TaskState } from '../domain/task.ts';
import { BY_PLAN, isSucceeded, NOT_OWED } from '../domain/task.ts';
import { sayPeriodKey } from './period.ts';
import { sayStretch } from './restored.ts';
import { sayDay } from './when.ts';

/** How a unit stands in a round: the one word of tables, pictures and the board. */
export const STANDING_WORDS: Readonly<Record<StandingNow, string>> = {
  on_time: 'Đúng hạn',
  late: 'Muộn',
  unsettled: 'Chưa xác định',
  missing: 'Chưa nộp',
  open: 'Chưa đến hạn',
  waived: 'Miễn',
};

/** `Đúng hạn 14 · Muộn 0 · Chưa đến hạn 21 · trong đó 1 không phát sinh`: as the rows count, what none has left out. */
export function sayCounts(standings: readonly StandingNow[], nothing: number): string {
  const count = (one: StandingNow): number => standings.filter((standing) => standing === one).length;
  const isAllIn = count('open') + count('missing') === 0;
  return [
    ...(['on_time', 'late', 'unsettled', 'missing', 'open', 'waived'] as const)
      .filter((one) => one === 'on_time' || one === 'late' || count(one) > 0 || (one === 'missing' && isAllIn))
      .map((one) => `${STANDING_WORDS[one]} ${count(one)}`),
    // Said of whom: right behind the waived it would be read as theirs.
    ...(nothing === 0 ? [] : [`trong số đã nộp có ${nothing} ${NOTHING.toLowerCase()}`]),
  ].join(' · ');
}

/** A report of nothing, which is not one of zeros. */
export const NOTHING = 'Không phát sinh';

const STATE_WORDS: Readonly<Record<TaskState, string>> = {
  open: 'chờ nộp',
  submitted: 'đã nhận',
  accepted: 'đã duyệt',
  returned: 'đã trả lại, chờ sửa',
  waived: 'được miễn',
};

export function sayTaskState(state: TaskState): string {
  return STATE_WORDS[state];
}

const VIA_WORDS: Readonly<Record<string, string>> = {
  guided: 'từng câu hỏi',
  template: 'mẫu điền sẵn',
  line: 'một dòng',
  nothing: 'không phát sinh',
  file: 'tệp văn bản',
  paper: 'văn bản giấy',
  web: 'trang web',
  receipt: 'biên nhận sau khôi phục',
};

/** How a version came in. */
export function sayVia(via: string): string {
  return VIA_WORDS[via] ?? 'khác';
}

/** Why a task was waived or sent back: somebody's own words, or null. Those of a move that was undone since are no reason of anything. */
export function sayTaskReason(task: TaskOutcome & { stateReason: string | null }): string | null {
  const { state, stateReason } = task;
  if (isSucceeded(task)) return SUCCEEDED;
  return state === 'waived' || state === 'returned' ? sayReason(stateReason) : null;
}

/** Of what a unit had sent that is merged or ended: a successor's report took its place. */
const SUCCEEDED = 'đã sáp nhập hoặc kết thúc, đơn vị kế tục báo cáo thay';

const MARKS: Readonly<Record<string, string>> = {
  [NOT_OWED]: 'kế hoạch không yêu cầu',
  [BY_PLAN]: 'theo kế hoạch đang áp dụng',
};

/** A reason as it was kept: the house's own marks in words. */
export function sayReason(reason: string | null): string | null {
  if (reason === null || reason.trim() === '') return null;
  return MARKS[reason] ?? reason;
}

/** A whole number or one with a decimal, the way it is written here: `1.234`, `45,5`. Null: nobody gave it. */
export function sayFigure(value: number | null): string {
  if (value === null) return '–';
  const [whole = '0', decimal] = (Math.round(value * 10) / 10).toString().split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+(?!\d))/gu, '.');
  return decimal === undefined ? grouped : `${grouped},${decimal}`;
}

/** `+12`, `−3`, `0`: a change, with a real minus sign. */
export function sayChange(now: number | null, before: number | null): string {
  if (now === null || before === null) return '–';
  const change = Math.round((now - before) * 10) / 10;
  if (change === 0) return '0';
  return `${change > 0 ? '+' : '−'}${sayFigure(Math.abs(change))}`;
}

/** `tháng 11/2026 (15/10/2026 – 14/11/2026)`. */
export function sayPeriodWithWindow({ period }: Pick<CompiledRound, 'period'>): string {
  return `${sayPeriodKey(period.key)} (${sayDay(period.from)} – ${sayDay(period.to)})`;
}

/** `Huyện Bình Giang (bản 2)`: where a figure is from. */
export function saySource({ counted, shortName }: CompiledUnit): string {
  return counted === null ? shortName : `${shortName} (bản ${counted.version})`;
}

/** Of a waived unit that had sent something. */
export function sayNotCounted(versions: number): string {
  return `đã gửi ${versions} bản, không tính vào tổng`;
}

/** Of a unit that may have reported in the stretch that a restored database is without. */
const OPEN_AFTER_RESTORE = 'chưa xác định đúng hạn hay muộn, có thể đã nộp (hệ thống được khôi phục)';

/** How a unit stands where nothing else is said of it; what a restore leaves open is said with it. */
export function sayStandingAlone(
  { standing, isOpenAfterRestore }: CompiledUnit,
  round: Pick<CompiledRound, 'openStretch' | 'zone'>,
): string {
  const { openStretch, zone } = round;
  if (!isOpenAfterRestore || openStretch === null) return STANDING_WORDS[standing];
  const said = standing === 'unsettled' ? 'Chưa xác định đúng hạn hay muộn' : STANDING_WORDS[standing];
  return `${said} (hệ thống được khôi phục, có thể thiếu tin ${sayStretch({ ...openStretch, zone })})`;
}

/** What is to be said of a unit beside how it stands: extended until when, sent back, why. */
export function sayRemark(unit: CompiledUnit): string {
  const why = unit.extensionReason === null ? '' : `: ${unit.extensionReason}`;
  const parts = [
    unit.extended ? `gia hạn đến hết ${sayDay(unit.lastGoodDay)}${why}` : null,
    unit.isOpenAfterRestore ? OPEN_AFTER_RESTORE : null,
    unit.state === 'returned' ? sayTaskState('returned') : null,
    unit.reason,
    // What came is never hidden behind a waiver or an extension.
    unit.state === 'waived' && unit.versions.length > 0 ? sayNotCounted(unit.versions.length) : null,
  ];
  return parts.filter((part) => part !== null).join('; ');
}

/** A total that does not agree with the database: nothing is sent. */
export function sayTotalsMismatch(
  field: FormField,
  period: string,
  { computed, stored }: { computed: number | null; stored: number | null },
): string {
  return (
    `Chưa xuất được: tổng “${field.shortLabel}” của ${sayPeriodKey(period)} cộng từ báo cáo là ${sayFigure(computed)}, ` +
    `nhưng dữ liệu cho ${sayFigure(stored)}. Không có tệp nào được gửi. Xin báo người vận hành kiểm tra dữ liệu.`
  );
}
