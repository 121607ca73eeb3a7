import type { RichText } from './rich-text.ts';
import { b, code, say } from './rich-text.ts';
import { quote } from './submit.ts';

/** The short words of dialogs: their buttons, what is said when they are left, and `what`, their name in "Đã bỏ …". */
export const WITHDRAW_WORDS = {
  what: 'việc rút lại đồng ý chưa xong',
  ask: say`Rút lại đồng ý thì bot xoá họ tên và liên kết với kênh này, anh/chị không nhận nhắc hạn nữa. Báo cáo đã nộp thuộc về đơn vị và được giữ lại. Anh/chị muốn rút lại?`,
  yes: 'Rút lại đồng ý',
  no: 'Giữ nguyên',
  /** A second question, to the only administrator. */
  askLastAdmin: say`⚠️ ${b('Anh/chị là quản trị viên duy nhất')}. Rút lại đồng ý thì bot không còn ai có quyền quản trị: không ai mời hay kết thúc được vai trò quản trị, cho đến khi người vận hành máy chủ chạy ${code('npm run invite -- --role admin')}. Nên mời người thay trước: ${code('/moi quantri')}. Vẫn rút lại ngay?`,
  yesLastAdmin: 'Vẫn rút lại',
  kept: say`Đã giữ nguyên. Anh/chị vẫn nhận nhắc hạn như trước.`,
  done: say`Đã rút lại đồng ý. Họ tên và liên kết với kênh này đã được xoá; báo cáo đã nộp thuộc về đơn vị và được giữ lại. Muốn dùng lại, xin mã mời mới.`,
} as const;

export const JOIN_WORDS = {
  what: 'việc tham gia chưa xong',
  yes: 'Đồng ý',
  no: 'Không đồng ý',
  nameless: 'Chưa rõ tên',
} as const;

export const MERGE_WORDS = { what: 'việc liên kết ứng dụng chưa xong', yes: 'Gộp lại', no: 'Không gộp' } as const;

export const NUDGE_WORDS = {
  noneLapsed: say`Không có đơn vị nào đã hẹn mà quá giờ hẹn. Chưa nhắc ai.`,
  what: 'việc đôn đốc chưa gửi',
  nobody: say`Kỳ này không còn đơn vị nào chưa nộp. Không có ai phải nhắc.`,
  noneOfThem: say`Các đơn vị này không còn ai chưa nộp trong kỳ. Không có ai phải nhắc.`,
  send: (people: number) => `Nhắc ${people} người`,
  atOnce: (people: number) => `Gửi ngay cho ${people} người`,
  everybody: (units: number) => `Nhắc cả ${units} đơn vị chừa ra`,
  addWords: 'Thêm lời nhắn',
  askWords: say`Gõ lời nhắn kèm theo, ví dụ: Đề nghị gửi trước 17h để Sở kịp tổng hợp.`,
  drop: 'Bỏ, không nhắc',
  ownName: say`Tin đôn đốc luôn ký tên người bấm gửi, chưa đổi được tên ký.`,
  dropped: say`Đã bỏ. Chưa nhắc ai.`,
  wordsTooLong: (limit: number) => say`Lời nhắn dài quá ${String(limit)} ký tự, xin rút gọn.`,
  callNotNoted: (names: string): RichText =>
    say`Cuộc gọi chưa được ghi vào danh sách cần gọi; muốn ghi, xin nhắn sau: “${names} đã gọi”.`,
  leftMeanwhile: say`Chưa nhắc ai: từ lúc anh/chị xem, đơn vị vừa hẹn nộp hoặc vừa có người đôn đốc.`,
  overtaken: say`Không còn ai phải nhắc: vừa có người khác đôn đốc, hoặc các đơn vị đã nộp. Gõ /dondoc để xem lại.`,
  noNudge: say`Chưa có lần đôn đốc nào như vậy. Gõ /dondoc để đôn đốc.`,
} as const;

export const ANNOUNCE_WORDS = {
  what: 'thông báo đang soạn',
  askUnits: say`Gõ mã các đơn vị, cách nhau bằng dấu phẩy, ví dụ: HBG, HCG (xem mã bằng /donvi).`,
  unknownUnits: (words: readonly string[]) =>
    say`Chưa rõ đơn vị: ${words.join(', ') || 'chưa có mã nào'}. Xin gõ mã hoặc tên đơn vị, ví dụ: HBG, HCG (xem mã bằng /donvi).`,
  /** The others are gone on with. */
  leftUnknown: (words: readonly string[]) => say`⚠️ Chưa rõ đơn vị: ${words.join(', ')}, nên chưa tính vào.`,
  /** Nothing in it looks like one. */
  noUnits: (typed: string) =>
    say`Chưa thấy tên đơn vị nào trong ${quote(typed)}. Xin gõ mã hoặc tên, ví dụ: HBG, Cẩm Giàng (xem mã bằng /donvi).`,
  all: 'Tất cả đơn vị',
  missing: 'Đơn vị chưa nộp kỳ này',
  missingOf: (report: string) => `Đơn vị chưa nộp ${report}`,
  units: 'Chọn từng đơn vị theo mã',
  send: (people: number) => `Gửi cho ${people} người`,
  sendLater: (people: number) => `Hẹn gửi cho ${people} người`,
  change: 'Sửa nội dung',
  drop: 'Bỏ, không gửi',
  notYet: say`Chưa gửi cho ai. Anh/chị sửa nội dung, bỏ hẳn, hay gửi như dưới đây?`,
  result: 'Xem kết quả gửi',
} as const;

/** What was typed is neither yes nor no; the question follows. */
export function sayYesOrNo(typed: string): RichText {
  return say`Chưa rõ ${quote(typed)} là đồng ý hay không. Xin chọn:`;
}

/** What was typed fits none of the choices; they follow. */
export function sayNoneFits(typed: string): RichText {
  return say`Chưa rõ ${quote(typed)} là lựa chọn nào. Xin chọn lại:`;
}

/** What was typed fits several of the choices; those follow. */
export function saySeveralFit(typed: string): RichText {
  return say`${quote(typed)} có thể là mấy lựa chọn dưới đây. Ý anh/chị là:`;
}

/** Something half done was written by another release and cannot be read. */
export function sayDialogLost(): RichText {
  return say`Việc đang làm dở từ phiên bản trước không mở lại được. Xin làm lại từ đầu; những gì đã gửi vẫn còn.`;
}
