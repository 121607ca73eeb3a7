import type { Outgoing } from './message.ts';
import type { RichText } from './rich-text.ts';
import { say } from './rich-text.ts';

export function sayApology(): RichText {
  return say`Xin lỗi, bot gặp lỗi khi xử lý tin này nên chưa làm gì. Những gì đã gửi trước đó vẫn còn. Xin thử lại; nếu vẫn lỗi, xin báo cơ quan điều phối.`;
}

export function sayNeedsJoining(): RichText {
  return say`Anh/chị chưa tham gia. Gõ /batdau kèm mã mời, ví dụ: /batdau ABCD234567`;
}

/** `unfinished`: something is half typed, and stays so. */
export function sayTooLong(longest: number, unfinished: boolean): RichText {
  const kept = unfinished ? ' Những gì đang nhập dở vẫn còn.' : '';
  return say`Tin này dài quá ${longest.toLocaleString('vi-VN')} ký tự nên bot không đọc và chưa làm gì.${kept} Xin gửi lại ngắn gọn hơn.`;
}

export function sayStaleNumber(ofUnit: boolean): RichText {
  const next = ofUnit ? 'Gõ /nhiemvu để xem báo cáo phải nộp' : 'Gõ /tonghop để xem tình hình kỳ';
  return say`Số này không ứng với lựa chọn nào đang chờ, nên bot chưa làm gì. ${next}, /trogiup để xem các lệnh.`;
}

/** A number that is none of the choices, in the middle of something; what is asked follows. */
export function sayChooseAgain(): RichText {
  return say`Số vừa gõ không ứng với lựa chọn nào đang chờ, nên bot chưa làm gì. Xin chọn lại:`;
}

/** `idle`: somebody of a unit who is in the middle of nothing, perhaps after pressing twice. */
export function sayStaleChoice(idle: boolean): RichText {
  return idle
    ? say`Lựa chọn này đã cũ nên bot không làm gì thêm. Báo cáo bot đã nhận: gõ /lichsu; còn phải nộp: gõ /nhiemvu.`
    : say`Lựa chọn này đã cũ nên bot không làm gì thêm.`;
}

/** `filesIn`: what people can send from within this app. */
export function sayUnsupported(filesIn: 'all' | 'pictures' | 'none'): RichText {
  if (filesIn === 'all')
    return say`Bot chưa đọc được loại tin này. Xin gõ chữ, hoặc gửi tệp pdf, docx, xlsx, ảnh jpg, png.`;
  return say`Bot chưa đọc được loại tin này. Xin gõ chữ${filesIn === 'none' ? '' : ' hoặc gửi ảnh'}.`;
}

/** What was left unfinished is still there after another command. */
export function sayStillUnfinished(what: string, isReport: boolean): RichText {
  return isReport ? say`Vẫn giữ ${what}: gõ /nop để tiếp tục, /huy để bỏ.` : say`Vẫn giữ ${what}: gõ /huy để bỏ.`;
}

/** Something new took the place of what was unfinished. */
export function sayDropped(what: string): RichText {
  return say`Đã bỏ ${what} để làm việc này.`;
}

/** What was unfinished was left, by `/huy`. `what`: in the dialog's own words, where it has some. */
export function sayLeft(what: string | null): RichText {
  return say`Đã bỏ ${what ?? 'việc đang làm dở'}. Chưa có gì được gửi đi.`;
}

export function sayNothingToLeave(): RichText {
  return say`Không có việc gì đang làm dở.`;
}

/** What was typed is no command: the likeliest ones are offered. */
export function sayNotUnderstood(likeliest: readonly { label: string; value: string }[]): Outgoing {
  if (likeliest.length === 0) return { text: say`Bot chưa hiểu tin này. Gõ /trogiup để xem các lệnh.` };
  return {
    text: say`Bot chưa hiểu tin này. Có phải anh/chị muốn:`,
    choices: likeliest.map((choice) => [choice]),
    answer: 'pick',
  };
}
