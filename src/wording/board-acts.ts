import type { Acting } from './acting-dialog.ts';
import { say } from './rich-text.ts';

/** The words of what can be done at the board, beside those of the same deeds in chat. */
export const BOARD_ACTS = {
  reason: 'Lý do',
  reasonHint: 'Đơn vị đọc được lý do này, và nó được ghi vào nhật ký.',
  edit: 'Sửa lại, chưa làm gì',
  preview: 'Xem trước cho các đơn vị đã chọn',
  previewAll: (count: number) => `Xem trước cho cả ${count} đơn vị`,
  chooseUnits: say`Chưa chọn đơn vị nào.`,
  units: 'Đơn vị',
  noDay: say`Chưa có ngày hạn mới, hoặc ngày chưa đúng.`,
} as const;

export const ACT_PAGES: Readonly<Record<Acting, { title: string; way: string; until: string }>> = {
  extend: { title: 'Gia hạn', way: 'Gia hạn', until: 'Hạn mới: hết ngày' },
  waive: { title: 'Miễn báo cáo', way: 'Miễn báo cáo', until: '' },
  owe: { title: 'Bỏ miễn', way: 'Bỏ miễn', until: '' },
};

export const BOARD_REVIEW = {
  title: 'Chờ duyệt',
  ofRound: 'Duyệt báo cáo kỳ này',
  caption: 'Báo cáo chờ duyệt, báo cáo cần xem kỹ trước',
  head: ['Đơn vị', 'Cần xem', 'Báo cáo', 'Bản', 'Nhận lúc'],
  none: 'Không có báo cáo nào đang chờ duyệt.',
  accept: 'Duyệt',
  acceptOne: 'Duyệt bản này',
  harmless: (count: number) => `Duyệt ${count} báo cáo không có gì bất thường`,
  firsts: (count: number) => `Duyệt ${count} báo cáo đầu tiên của người mới`,
  old: 'Kỳ cũ chưa duyệt',
  oldHead: ['Kỳ', 'Số báo cáo'],
  giveBack: 'Trả lại để sửa',
  reopen: 'Mở lại để sửa',
  fields: 'Mục cần sửa',
  fieldsHint: 'Không chọn mục nào là trả lại cả báo cáo.',
} as const;

export const BOARD_REQUESTS = {
  title: 'Xin gia hạn, chờ trả lời',
  head: ['Đơn vị', 'Báo cáo', 'Xin đến', 'Hạn hiện nay'],
  asks: (until: string) =>
    `Đơn vị xin gia hạn ${until}. Lý do, nếu có nêu, đã gửi trong tin nhắn cho cán bộ điều phối.`,
  agree: (until: string) => `Gia hạn ${until}`,
  refuse: 'Không đồng ý gia hạn',
} as const;

export const BOARD_TASK = {
  content: 'Nội dung',
  head: (version: number, hasLast: boolean, hasPrevious: boolean): string[] => [
    'Mục',
    `Bản thứ ${version}`,
    ...(hasLast ? [`Bản thứ ${version - 1}`] : []),
    ...(hasPrevious ? ['Kỳ trước'] : []),
  ],
  none: 'Chưa nhận được bản nào.',
  state: 'Trạng thái',
  standing: 'Tình trạng',
  deadline: 'Hạn',
  received: 'Bản này nhận lúc',
  sender: 'Người gửi',
  receipt: 'Biên nhận',
  files: 'Tệp kèm',
  filesOf: (count: number, unit: string) => `${count} (gõ /lichsu ${unit} trong trò chuyện để lấy)`,
  look: 'Cần xem',
  unit: 'Trang của đơn vị',
  period: 'Trang của kỳ',
  nudge: 'Đôn đốc đơn vị này',
  paper: 'Nhập báo cáo giấy',
  calls: 'Ghi cuộc gọi',
} as const;

export const BOARD_NUDGE = {
  title: (report: string) => `Đôn đốc: ${report}`,
  way: 'Đôn đốc các đơn vị chưa nộp',
  words: 'Lời nhắn kèm theo (nếu cần)',
  again: 'Xem lại với lời nhắn này',
} as const;

export const BOARD_NOTICE = {
  way: 'Soạn thông báo',
  title: 'Soạn thông báo',
  audience: 'Gửi tới',
  chosen: 'Các đơn vị chọn bên dưới',
  units: 'Các đơn vị được chọn',
  openUnits: 'Chọn đơn vị',
  unitsHint: 'Chỉ dùng khi “Gửi tới” là “Các đơn vị chọn bên dưới”.',
  text: 'Nội dung',
  textHint: 'Không gửi nội dung mật. Tệp kèm thì gửi bằng /thongbao trong trò chuyện.',
  receipt: 'Xác nhận',
  receiptWanted: 'Xin người nhận bấm “Đã nhận”',
  sendAt: 'Hẹn gửi lúc (để trống là gửi ngay)',
  preview: 'Xem trước và xem người nhận',
  previewTitle: 'Thông báo sẽ gửi',
  noMoment: say`Giờ hẹn chưa đúng. Xin chọn lại ngày và giờ.`,
  stop: 'Dừng gửi',
  resend: 'Gửi lại cho người chưa nhận được',
} as const;

export const BOARD_TICKET_ACTS = {
  answer: 'Trả lời',
  answerHint: 'Bot gửi ngay tới người hỏi.',
  send: 'Gửi câu trả lời',
  anyway: 'Vẫn gửi thêm',
  take: 'Nhận xử lý',
  takeHint: 'Nhận xử lý vướng mắc này',
  close: 'Đóng vướng mắc',
  reason: 'Lý do đóng (người hỏi đọc được)',
} as const;

export const BOARD_CALLS = {
  title: 'Cần gọi điện',
  head: ['Đơn vị', 'Vì sao', 'Người báo cáo', 'Lần gọi trước', 'Ghi kết quả'],
  empty: 'Không có đơn vị nào phải gọi điện lúc này.',
  nobody: 'chưa có ai tham gia bot',
  form: 'Ghi cuộc gọi',
  unit: 'Đơn vị đã gọi',
  outcome: 'Kết quả',
  outcomes: { reached: 'Đã gọi được', 'no-answer': 'Không nghe máy' },
  promise: 'Hứa gửi lúc (nếu có)',
  promiseHint: 'Ví dụ: 17h, sáng mai, 9h ngày 20/11',
  note: 'Ghi lại',
  unread: (typed: string) => say`Chưa rõ “${typed}” là lúc nào. Xin ghi giờ và ngày, ví dụ 17h hoặc 9h sáng mai.`,
} as const;

export const BOARD_PAPER = {
  title: 'Nhập báo cáo giấy',
  document: 'Số, ký hiệu và ngày của văn bản',
  documentHint: 'Ví dụ: 125/BC-UBND ngày 16/11',
  received: 'Cơ quan nhận lúc',
  receivedHint: 'Đúng hạn hay muộn tính theo giờ này.',
  figures: 'Số liệu',
  figuresNow: 'Nhập bên dưới',
  figuresLater: 'Nhập sau (báo cáo vẫn tính là đã nhận)',
  figuresNone: 'Không phát sinh',
  preview: 'Xem trước khi ghi',
  noMoment: say`Giờ nhận chưa đúng. Xin chọn lại ngày và giờ.`,
} as const;
