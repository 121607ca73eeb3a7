import type { Day } from '../domain/calendar.ts';
import type { ReportForm } from '../domain/report-form.ts';
import type { RichText } from './rich-text.ts';
import { b, join, say } from './rich-text.ts';
import { sayDay, sayWeekday } from './when.ts';

/** The form for words alone. */
export const FREE_FORM_WORDS: Omit<ReportForm, 'code'> = {
  title: 'Báo cáo bằng lời',
  fields: [
    {
      key: 'noi_dung',
      label: 'Nhờ anh/chị nêu nội dung báo cáo.',
      shortLabel: 'Nội dung báo cáo',
      kind: 'text',
      required: true,
      maxLength: 3000,
      source: '-',
      aliases: ['noi dung', 'noi dung bao cao'],
    },
    {
      key: 'van_ban',
      label: 'Nếu đã gửi văn bản chính thức, nhờ anh/chị ghi số, ký hiệu và ngày của văn bản.',
      shortLabel: 'Văn bản chính thức',
      kind: 'text',
      role: 'document',
      required: false,
      maxLength: 200,
      source: '-',
      aliases: ['van ban', 'so van ban', 'cong van', 'so cong van'],
    },
  ],
};

/** What imposes it, for "vì sao tôi bị nhắc?". */
export function sayOneOffBasis(issuer: string, askedOn: Day): string {
  return `Yêu cầu báo cáo đột xuất của ${issuer} ngày ${sayDay(askedOn)}`;
}

export const ONE_OFF_WORDS = {
  what: 'yêu cầu báo cáo đột xuất đang soạn',
  askTitle: say`${b('Tên báo cáo đột xuất là gì?')}\nVí dụ: Báo cáo đột xuất về an toàn thông tin`,
  askForm: say`${b('Đơn vị báo cáo theo mẫu nào?')}`,
  free: 'Bằng lời',
  askWho: say`${b('Đơn vị nào phải báo cáo?')}\nChọn dưới đây, hoặc gõ mã, tên các đơn vị cách nhau bằng dấu phẩy.`,
  all: 'Tất cả đơn vị',
  many: (count: number): string => `${count} đơn vị`,
  wholeDay: say`Hạn nộp tính trọn ngày, không theo giờ.`,
  forWhom: say`Đã đổi đơn vị phải báo cáo.`,
  askDue: (units: readonly string[]): RichText =>
    say`${b('Hạn nộp khi nào?')} Đơn vị: ${units.join(', ')}.\nVí dụ: 20/11, trước 20/11, thứ Sáu, mai`,
  noDay: (typed: string) => say`Chưa rõ “${typed}” là ngày nào. Xin gõ ngày, ví dụ: 20/11`,
  send: 'Gửi yêu cầu',
  changeDue: 'Sửa hạn nộp',
  changeWho: 'Sửa đơn vị',
  drop: 'Bỏ, không gửi',
  notYet: say`Chưa gửi cho ai. Anh/chị sửa hạn nộp, sửa đơn vị, bỏ hẳn, hay gửi như dưới đây?`,
  askReason: (title: string) => say`Rút “${title}”: nhờ anh/chị nêu lý do (ghi vào nhật ký).`,
  none: say`Không có báo cáo đột xuất nào đang mở. Gõ /dotxuat để yêu cầu một báo cáo.`,
  list: say`${b('Báo cáo đột xuất đang mở')}`,
  withdraw: (title: string) => `Rút: ${title}`,
} as const;

export interface OneOffView {
  title: string;
  /** Title of the form. */
  form: string;
  dueOn: Day;
  word: 'before' | 'by';
  /** Short names of the units, as many as are shown; `more` is how many others. */
  units: readonly string[];
  more: number;
  /** How many of them have nobody who can be told. */
  alone: number;
}

export function sayOneOffPreview(view: OneOffView): RichText {
  const more = view.more === 0 ? '' : ` và ${view.more} đơn vị khác`;
  return join(
    [
      say`${b('Xem lại yêu cầu báo cáo đột xuất')}`,
      join([
        say`• Tên: ${b(view.title)}`,
        say`• Mẫu: ${view.form}`,
        say`• Hạn: ${sayDue(view)}`,
        say`• Đơn vị phải nộp (${view.units.length + view.more}): ${view.units.join(', ')}${more}`,
        view.alone === 0 ? [] : say`• Chưa có ai tham gia bot: ${view.alone} đơn vị, phải báo cách khác`,
      ]),
    ],
    '\n\n',
  );
}

export function sayOneOffAsked(asked: {
  title: string;
  units: number;
  people: number;
  alone: number;
  command: string;
}): RichText {
  const alone = asked.alone === 0 ? '' : `; ${asked.alone} đơn vị chưa có ai trên bot, phải báo cách khác`;
  return say`Đã gửi yêu cầu “${asked.title}” tới ${asked.people} người của ${asked.units - asked.alone} đơn vị${alone}. Theo dõi: gõ ${asked.command}; rút lại: gõ /dotxuat danhsach.`;
}

export function sayOneOffWithdrawn(title: string): RichText {
  return say`Đã rút “${title}”. Không đơn vị nào còn phải nộp, bot thôi nhắc.`;
}

/** What of a request was understood from what was typed in one go. */
export function sayOneOffTaken(
  name: string,
  units: readonly string[],
  due: Pick<OneOffView, 'dueOn' | 'word'> | null,
): RichText {
  return join([
    say`• Tên: ${name}`,
    units.length === 0 ? [] : say`• Đơn vị: ${units.join(', ')}`,
    due === null ? [] : say`• Hạn: ${sayDue(due)}`,
  ]);
}

function sayDue({ dueOn, word }: Pick<OneOffView, 'dueOn' | 'word'>): string {
  return `${word === 'before' ? 'trước' : 'chậm nhất hết'} ${sayWeekday(dueOn)} ${sayDay(dueOn)}`;
}
