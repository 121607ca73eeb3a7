import type { Instant } from '../domain/calendar.ts';
import type { TicketState } from '../domain/ticket.ts';
import type { Tone } from './board-page.ts';
import { sayMoment } from './when.ts';

/** The words of the board's pages beside the matrix. */
export const BOARD_UNIT = {
  people: 'Người phụ trách',
  peopleHead: ['Họ tên', 'Vai trò', 'Từ', 'Ứng dụng'],
  nobody: 'Chưa có ai tham gia.',
  reach: 'Liên lạc',
  reaches: { reachable: 'liên lạc được', nobody: 'chưa có đầu mối', blocked: 'không gửi tin tới được' },
  ended: 'Đã kết thúc',
  endedOn: (day: string, followers: readonly string[]) =>
    `hết ngày ${day}${followers.length === 0 ? '' : `; kế tục: ${followers.join(', ')}`}`,
  fails: 'không gửi tới được',
  noApp: 'chưa có ứng dụng nào',
  tasks: 'Các kỳ báo cáo',
  tasksHead: ['Báo cáo', 'Hạn', 'Tình trạng', 'Nhận lần đầu', 'Lý do, ghi chú'],
  noTasks: 'Đơn vị chưa có nhiệm vụ báo cáo nào.',
  versions: (report: string) => `Các bản đã nộp: ${report}`,
  versionHead: ['Bản', 'Nhận lúc', 'Cách nộp', 'Nội dung hoặc chỗ thay đổi', 'Biên nhận'],
  nothing: 'Không phát sinh',
  unchanged: 'Không thay đổi so với bản trước',
  change: (label: string, before: string, now: string) => `${label}: ${before} → ${now}`,
  value: (label: string, value: string) => `${label}: ${value}`,
  blank: 'để trống',
  promised: (until: string) => `hẹn gửi trước ${until}`,
  deliveries: 'Tin nhắc đã gửi gần đây',
  deliveryHead: ['Lúc', 'Báo cáo', 'Tới', 'Qua', 'Kết quả'],
  noDeliveries: 'Chưa có tin nhắc nào.',
  audit: 'Nhật ký gần đây',
  auditHead: ['Lúc', 'Việc', 'Người làm', 'Lý do'],
  noAudit: 'Chưa có việc nào được ghi.',
  theBot: 'bot hoặc người vận hành',
} as const;

export const BOARD_PERIOD = {
  caption: 'Số liệu theo đơn vị',
  unit: 'Đơn vị',
  standing: 'Tình trạng',
  restored: 'Khôi phục',
  reason: 'Lý do, ghi chú',
  extended: (day: string) => `gia hạn ${day}`,
  nothing: 'không phát sinh',
  sum: 'Tổng cộng',
  given: 'Số đơn vị có số liệu',
  before: (period: string) => `Kỳ trước (${period})`,
  texts: 'Nội dung bằng lời',
  textHead: ['Đơn vị', 'Nội dung'],
  noTexts: 'Chưa có đơn vị nào ghi mục này.',
  deadline: 'Hạn',
  none: (count: number) => `${count} đơn vị ghi không có.`,
  empty: 'Chưa có đơn vị nào trong kỳ này.',
} as const;

export const BOARD_NOTICES = {
  title: 'Thông báo',
  head: ['Số', 'Lúc', 'Nội dung', 'Người gửi', 'Đã đến', 'Đang gửi', 'Không đến', 'Đã nhận'],
  empty: 'Chưa có thông báo nào.',
  one: (id: number) => `Thông báo số ${id}`,
  results: 'Kết quả theo từng người',
  resultHead: ['Người nhận', 'Đơn vị', 'Kết quả', 'Xác nhận'],
  noResults: 'Chưa gửi tới ai.',
  waits: (at: string) => `hẹn gửi ${at}`,
  stopped: 'đã dừng',
  confirmed: 'đã nhận',
} as const;

export const BOARD_TICKETS = {
  title: 'Vướng mắc',
  open: 'Đang chờ trả lời',
  head: ['Số', 'Đơn vị', 'Người nêu', 'Nội dung', 'Chờ (ngày làm việc)', 'Người giải đáp'],
  empty: 'Không có vướng mắc nào đang chờ.',
  one: (id: number) => `Vướng mắc số ${id}`,
  lineHead: ['Lúc', 'Người', 'Nội dung'],
  states: { open: 'chờ trả lời', answered: 'đã trả lời', closed: 'đã đóng' } satisfies Readonly<
    Record<TicketState, string>
  >,
  state: 'Tình trạng',
} as const;

export const BOARD_UNDELIVERED = {
  title: 'Tin chưa đến',
  caption: 'Tin chưa đến, hoặc chưa rõ đã đến, trong bảy ngày qua',
  head: ['Lúc', 'Loại', 'Người nhận', 'Đơn vị', 'Vì sao'],
  empty: 'Bảy ngày qua mọi tin đều đến nơi hoặc đang gửi.',
  again: 'Gửi lại các tin này',
  units: 'Đơn vị chưa liên lạc được qua bot',
  unitHead: ['Đơn vị', 'Vì sao'],
  allReached: 'Mọi đơn vị đều liên lạc được.',
  unreachable: 'Kênh không gửi tới được',
  chatHead: ['Người', 'Ứng dụng', 'Từ lúc'],
  allWork: 'Mọi kênh của người dùng đều gửi tới được.',
} as const;

export const BOARD_HEALTH = {
  title: 'Tình trạng bot',
  head: ['Bot', 'Tình trạng', 'Số người', 'Tin tháng này', 'Dự báo cả tháng'],
  empty: 'Đang diễn tập, chưa nối bot nào.',
  well: 'tốt',
  unwell: 'đang có trục trặc',
  of: (value: string, most: string) => `${value}/${most}`,
  copies: 'Bản sao dữ liệu',
  audit: 'Nhật ký',
  auditHead: 'Mã kiểm',
} as const;

const COPY_BEHIND_MS = 60_000;
/** A backup is made every night: one that is older was left out. */
const BACKUP_OLD_MS = 36 * 3600_000;

/** How far the copies are behind, and what was put back from one: to which moment, and when. */
export function sayCopies(
  copies: {
    lagMs: number | null;
    drilledAt: Instant | null;
    backedUpAt: Instant | null;
    restoredAt: Instant | null;
    restoredUpTo: Instant | null;
  },
  now: Instant,
  zone: string,
): { name: string; value: string; tone?: Tone }[] {
  const { lagMs, drilledAt, backedUpAt, restoredAt, restoredUpTo } = copies;
  const never = (at: Instant | null): string => (at === null ? 'chưa có' : sayMoment(at, zone));
  const isOld = backedUpAt === null || now - backedUpAt > BACKUP_OLD_MS;
  const lag =
    lagMs === null
      ? [{ name: 'Bản sao liên tục', value: 'không dùng' }]
      : [
          {
            name: 'Bản sao liên tục',
            value:
              lagMs < COPY_BEHIND_MS ? 'đầy đủ' : `chậm ${Math.round(lagMs / 60_000)} phút, nhờ báo người vận hành`,
            tone: lagMs < COPY_BEHIND_MS ? ('good' as const) : ('missing' as const),
          },
          { name: 'Thử khôi phục gần nhất', value: never(drilledAt) },
        ];
  const restored =
    restoredAt === null
      ? 'chưa lần nào'
      : `${sayMoment(restoredAt, zone)}${restoredUpTo === null ? '' : `, lấy lại được đến ${sayMoment(restoredUpTo, zone)}`}`;
  return [
    ...lag,
    { name: 'Bản sao lưu gần nhất', value: never(backedUpAt), tone: isOld ? 'late' : 'good' },
    { name: 'Khôi phục gần nhất', value: restored },
  ];
}

/** What is done to a unit's report or a unit's people, as the audit calls it. */
const DEEDS: Readonly<Record<string, string>> = {
  submit: 'nộp báo cáo',
  accept: 'duyệt',
  return: 'trả lại',
  reopen: 'mở lại để sửa',
  waive: 'miễn nộp',
  'owe-again': 'bỏ miễn nộp',
  'undo-waive': 'hoàn tác việc miễn',
  'undo-owe-again': 'hoàn tác việc bỏ miễn',
  extend: 'gia hạn',
  'undo-extend': 'hoàn tác việc gia hạn',
  'undo-call': 'hoàn tác việc ghi cuộc gọi',
  promise: 'hẹn giờ gửi',
  'open-again': 'mở lại theo kế hoạch',
  'pass-on': 'giữ lại cho đến khi đơn vị kế thừa báo cáo',
  'change-unit': 'kế hoạch thay đổi đơn vị (tên, loại, thời hạn, đơn vị kế tục)',
  'give-way': 'nhường cho báo cáo của đơn vị kế thừa',
  'stand-again': 'báo cáo được tính lại',
  'undo-accept': 'hoàn tác việc duyệt',
  'undo-return': 'hoàn tác việc trả lại',
  'submit-for': 'nhập thay báo cáo giấy',
  reschedule: 'đổi hạn theo kế hoạch',
  'take-in-receipt': 'nhập lại theo biên nhận',
  'undo-submit-for': 'hoàn tác việc nhập thay',
  call: 'gọi điện cho đơn vị',
  'ask-extension': 'đơn vị xin gia hạn',
  'refuse-extension': 'không đồng ý gia hạn',
  'withdraw-extension': 'đơn vị rút đề nghị gia hạn',
  'claim-lost': 'báo đã nộp trong lúc dữ liệu bị mất',
  assign: 'giao việc trong đơn vị',
  'take-back': 'lấy lại việc đã giao',
  'answer-assignment': 'trả lời việc được giao',
  snooze: 'xin nhắc lại sau',
  'drop-snooze': 'bỏ lần nhắc lại',
  'ask-submit-for': 'báo đã gửi văn bản, nhờ nhập thay',
  join: 'có người tham gia',
  invite: 'tạo mã mời',
  'choose-unit': 'vào đơn vị tại cuộc họp',
  'decide-liaison': 'quyết định về đầu mối thứ hai',
  'link-group': 'gắn nhóm trò chuyện',
};

export function sayDeed(action: string): string {
  return DEEDS[action] ?? 'việc khác';
}

/** What became of a message. */
export function sayOutcome(state: string): string | null {
  const words: Readonly<Record<string, string>> = {
    queued: 'đang chờ gửi',
    sending: 'đang gửi',
    accepted: 'đã đến',
    cleared: 'không cần nữa',
    superseded: 'đã gộp vào tin sau',
  };
  return words[state] ?? null;
}

export function sayMomentOr(at: Instant | null, zone: string): string {
  return at === null ? '–' : sayMoment(at, zone);
}
