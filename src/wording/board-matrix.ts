import type { Day, Instant } from '../domain/calendar.ts';
import {
  isSucceeded,
  STANDINGS,
  type StandingNow,
  standingAt,
  standingOf,
  type TaskState,
  type Timeliness,
} from '../domain/task.ts';
import type { BoardBlock, BoardCell, BoardFilter, BoardPage, Tone } from './board-page.ts';
import { STANDING_WORDS } from './compiled.ts';
import { PICTURE } from './picture.ts';
import { sayShortDay } from './when.ts';

/** What a cell of the matrix is about. */
export interface MatrixTask {
  state: TaskState;
  timeliness: Timeliness | null;
  cutOffAt: Instant;
  lastGoodDay: Day;
  extended: number;
  stateReason: string | null;
}

/** How a cell counts: as its own words and the filter have it. */
export type MatrixCount = 'onTime' | 'late' | 'unsettled' | 'overdue' | 'waiting' | 'waived';

export interface MatrixView {
  columns: readonly { label: string; to: string; counts: Readonly<Record<MatrixCount, number>> }[];
  /** `to` null: whoever looks has no pages of units. */
  rows: readonly { name: string; to: string | null; missing: number; tasks: readonly (MatrixTask | null)[] }[];
  /** How many units there are without the filter. */
  all: number;
  filters: readonly BoardFilter[];
  madeAt: string;
}

const STANDING_TONES: Readonly<Record<StandingNow, Tone>> = {
  on_time: 'good',
  late: 'late',
  unsettled: 'waiting',
  missing: 'missing',
  open: 'waiting',
  waived: 'waived',
};

const ON_TIME = STANDING_WORDS[STANDINGS[0]];

const NO_TASK: BoardCell = { text: '–' };

/** How one unit stands in one round. "Waived", "extended" and "returned" are said beside what came, never instead of it. */
export function sayMatrixCell(task: MatrixTask | null, now: Instant): BoardCell {
  if (task === null) return NO_TASK;
  const { tone, word } = wordOf(task, now);
  const remarks = [
    task.state === 'waived' && task.timeliness !== null ? `đã nộp ${word.toLowerCase()}` : '',
    task.state === 'returned' ? 'đã trả lại' : '',
    task.extended === 1 ? `gia hạn ${sayShortDay(task.lastGoodDay)}` : '',
  ].filter((one) => one !== '');
  // Nobody waived what a successor's report took the place of.
  const head = isSucceeded(task) ? 'Đơn vị kế tục báo cáo' : task.state === 'waived' ? STANDING_WORDS.waived : word;
  return { text: [head, ...remarks].join(', '), tone };
}

function wordOf(task: MatrixTask, now: Instant): { tone: Tone; word: string } {
  if (task.state === 'waived') return { tone: 'waived', word: STANDING_WORDS[standingOf({ ...task, state: 'open' })] };
  const standing = standingAt(task, now);
  return { tone: STANDING_TONES[standing], word: STANDING_WORDS[standing] };
}

/** Units against periods. */
export function sayMatrix(view: MatrixView, now: Instant): BoardPage {
  const { columns, rows } = view;
  const isOpen = columns.some(({ counts }) => counts.unsettled > 0);
  return {
    title: MATRIX.title,
    blocks: [
      { is: 'filters', label: MATRIX.filter, submit: MATRIX.submit, clear: MATRIX.clear, filters: view.filters },
      LEGEND,
      { is: 'said', text: [MATRIX.count(rows.length, view.all, view.madeAt)] },
      {
        is: 'table',
        caption: MATRIX.caption,
        isMatrix: true,
        head: [
          { text: PICTURE.unit },
          ...columns.map(({ label, to }) => ({ text: label, to })),
          { text: MATRIX.missing, isNumber: true },
        ],
        rows: rows.map((row) => [
          row.to === null ? { text: row.name } : { text: row.name, to: row.to },
          ...row.tasks.map((task) => sayMatrixCell(task, now)),
          { text: String(row.missing), isNumber: true },
        ]),
        foot: SUMS.filter(([, key]) => key !== 'unsettled' || isOpen).map(([name, key]) => [
          { text: name },
          ...columns.map(({ counts }) => ({ text: String(counts[key]), isNumber: true })),
          { text: '' },
        ]),
        empty: MATRIX.empty,
      },
    ],
  };
}

/** Sent after the deadline, and a restore may have lost one in time. */
const UNSETTLED = 'Gửi sau hạn, chưa xác định đúng hạn hay muộn (hệ thống được khôi phục)';
const OVERDUE = `${STANDING_WORDS.missing} (đã quá hạn)`;

const SUMS: readonly [string, MatrixCount][] = [
  [ON_TIME, 'onTime'],
  [STANDING_WORDS.late, 'late'],
  [UNSETTLED, 'unsettled'],
  [OVERDUE, 'overdue'],
  [STANDING_WORDS.open, 'waiting'],
  [STANDING_WORDS.waived, 'waived'],
];

const MATRIX = {
  title: 'Tình hình nộp báo cáo',
  caption: 'Tình hình nộp báo cáo theo đơn vị và kỳ, kỳ mới nhất trước',
  filter: 'Lọc và sắp xếp',
  submit: 'Xem',
  clear: 'Bỏ lọc',
  missing: 'Số kỳ chưa nộp',
  empty: 'Không có đơn vị nào khớp điều kiện lọc.',
  count: (shown: number, all: number, at: string) =>
    `${shown === all ? `${all} đơn vị` : `${shown} trong ${all} đơn vị`}, lúc ${at}`,
} as const;

const LEGEND: BoardBlock = {
  is: 'legend',
  label: 'Chú giải',
  items: [
    { tone: 'good', text: ON_TIME },
    { tone: 'late', text: STANDING_WORDS.late },
    { tone: 'missing', text: OVERDUE },
    { tone: 'waiting', text: STANDING_WORDS.open },
    { tone: 'waived', text: `${STANDING_WORDS.waived} (ghi kèm nếu đã nộp)` },
  ],
};

/** The names of the filters in the address, and their words. */
export const MATRIX_FILTERS = {
  obligation: { name: 'che-do', label: 'Chế độ báo cáo', all: 'Tất cả' },
  periods: { name: 'so-ky', label: 'Số kỳ' },
  search: { name: 'tim', label: 'Tìm đơn vị (tên hoặc mã)' },
  kind: { name: 'khoi', label: 'Khối', all: 'Tất cả' },
  standing: {
    name: 'tinh-trang',
    label: (period: string) => `Tình trạng ở kỳ ${period}`,
    all: 'Tất cả',
    options: {
      missing: 'Chưa đến hạn, chưa nộp',
      overdue: 'Chưa nộp (đã quá hạn)',
      late: STANDING_WORDS.late,
      unsettled: UNSETTLED,
      on_time: ON_TIME,
      returned: 'Đã trả lại, chờ sửa',
      waived: STANDING_WORDS.waived,
    },
  },
  sort: {
    name: 'sap-xep',
    label: 'Sắp xếp',
    options: { unit: 'Theo khối, theo tên', missing: 'Nhiều kỳ chưa nộp trước' },
  },
} as const;
