import type { Day } from '../domain/calendar.ts';
import type { Behind } from './contact.ts';
import { sayContact } from './contact.ts';
import type { Outgoing } from './message.ts';
import type { RichText } from './rich-text.ts';
import { join, say } from './rich-text.ts';
import { quote } from './submit.ts';
import { sayMoment, sayShortDay, sayWeekday } from './when.ts';

export function sayApology(): RichText {
  return say`Xin lỗi, bot gặp lỗi khi xử lý tin này nên chưa làm gì. Những gì đã gửi trước đó vẫn còn. Xin thử lại; nếu vẫn lỗi, xin báo cơ quan điều phối.`;
}

export function sayNeedsJoining(behind: Behind): RichText {
  return say`Anh/chị chưa tham gia. Gõ /batdau kèm mã mời, ví dụ: /batdau ABCD234567. ${sayContact(behind)}`;
}

export function sayStaleNumber(ofUnit: boolean): RichText {
  const next = ofUnit ? 'Gõ /nhiemvu để xem báo cáo phải nộp' : 'Gõ /tonghop để xem tình hình kỳ';
  return say`Số này không ứng với lựa chọn nào đang chờ, nên bot chưa làm gì. ${next}, /trogiup để xem các lệnh.`;
}

/** "Gửi đi" with nothing in hand: silence would be taken for sent. */
export function sayNothingToSend(): RichText {
  return say`Hiện không có báo cáo nào đang chờ gửi, nên bot chưa làm gì. Báo cáo đã nhận: gõ /lichsu; còn phải nộp: gõ /nhiemvu.`;
}

/** "Ok" behind what was not understood: silence would be taken for done. */
export function sayNothingDone(): RichText {
  return say`Tin trước bot chưa hiểu nên chưa ghi gì. Xin nhắn lại ngắn một việc, hoặc gõ /trogiup.`;
}

/** A question or a report of an earlier day, shown again before anything is done with it. */
export function sayLeftOver(day: Day): RichText {
  return say`Việc dưới đây còn lại từ ${sayWeekday(day)} ${sayShortDay(day)}, bot chưa làm gì:`;
}

/** A number that is none of the choices, in the middle of something; what is asked follows. */
export function sayChooseAgain(typed: string, ofReport: boolean): RichText {
  return ofReport
    ? say`Chưa rõ ${quote(typed)} là lựa chọn hay số liệu, nên bot chưa làm gì. Xin chọn lại, hoặc gõ số kèm tên mục, ví dụ: tin bài 12.`
    : say`${quote(typed)} không ứng với lựa chọn nào đang chờ, nên bot chưa làm gì. Xin chọn lại:`;
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
  if (filesIn === 'none') return say`Bot chưa đọc được loại tin này. Xin gõ chữ.`;
  return say`Bot không nhận được nội dung tin này, chỉ nhận được chữ và ảnh. Tin có đường dẫn (link) thì xin gõ lại phần chữ, bỏ đường dẫn.`;
}

/** Under it stands what is asked. */
export function saySticker(): RichText {
  return say`Nhãn dán không tính là câu trả lời, nên bot chưa làm gì. Xin gõ chữ hoặc số.`;
}

export function sayVoice(): RichText {
  return say`Bot chưa nghe được tin thoại. Xin gõ chữ, hoặc bấm hình micrô trên bàn phím rồi đọc để máy ghi thành chữ.`;
}

/** What was left unfinished is still there after another command. */
export function sayStillUnfinished(what: string, isReport: boolean): RichText {
  return isReport ? say`Vẫn giữ ${what}: gõ /nop để tiếp tục, /huy để bỏ.` : say`Vẫn giữ ${what}: gõ /huy để bỏ.`;
}

/** After a question beside it; its choices follow. */
export function sayStillWaits(what: string): RichText {
  return say`Vẫn giữ ${what}, xin chọn:`;
}

export function sayNoAnswer(): RichText {
  return say`Câu hỏi này bot chưa trả lời được, và chưa làm gì.`;
}

/** A question that nothing here answers; what is waited for follows. */
export function sayNoAnswerHere(): RichText {
  return say`${sayNoAnswer()} Việc đang chờ vẫn giữ (gõ “thôi” để bỏ):`;
}

/** Thanks where something is waited for. */
/** Thanks in the middle of a question, which is asked again below. */
export function sayWelcome(): RichText {
  return say`Dạ, không có gì ạ.`;
}

export function sayThanked(): RichText {
  return say`Dạ, không có gì ạ. Việc đang chờ vẫn giữ, xin chọn:`;
}

/** Something new took the place of what was unfinished. */
export function sayDropped(what: string, kept: 'report' | 'order' | 'none'): RichText {
  if (kept === 'order')
    return say`Đã cất ${what} để làm việc này, chưa thực hiện; trong 24 giờ, gõ /huy laylai để lấy lại.`;
  return kept === 'report'
    ? say`Đã cất ${what} để làm việc này; trong 24 giờ, gõ /huy laylai để lấy lại.`
    : say`Đã bỏ ${what} để làm việc này: việc đó chưa được thực hiện.`;
}

export interface Left {
  /** Its own name: "báo cáo tháng 11/2026 của Sở X đang nhập dở". */
  what: string;
  /** The version that was handed in before and stands; 0 = none. */
  standing: number;
  /** It can be fetched back for a day. */
  isKept: boolean;
}

/** What was half done was left. */
export function sayLeft({ what, standing, isKept }: Left): Outgoing {
  const rest = standing > 0 ? `Bản thứ ${standing} đã nộp vẫn giữ nguyên.` : 'Chưa có gì được gửi đi.';
  if (!isKept) return { text: say`Đã bỏ ${what}. ${rest}` };
  return {
    text: say`Đã bỏ ${what}. ${rest} Trong 24 giờ còn lấy lại được.`,
    choices: [
      [{ label: FETCH_BACK, value: '/huy laylai', means: { words: ['lay lai', 'lay lai bao cao', 'khoi phuc'] } }],
    ],
    answer: 'pick',
  };
}

/** What was broken off for something else, when that is done. */
export function sayAsideWaits(what: string): Outgoing {
  return {
    text: say`Đã cất ${what}; trong 24 giờ còn lấy lại được.`,
    choices: [
      [{ label: FETCH_BACK, value: '/huy laylai', means: { words: ['lay lai', 'khoi phuc', 'lam tiep', 'tiep tuc'] } }],
    ],
    answer: 'pick',
  };
}

const FETCH_BACK = 'Lấy lại';

/** There is nothing (any more) to be fetched back. */
export function sayNothingToFetch(): RichText {
  return say`Không còn việc nào để lấy lại: bot chỉ giữ việc đã bỏ trong 24 giờ.`;
}

/** What was set aside is in hand again; what it waits for follows. */
export function sayFetched(what: string): RichText {
  return say`Đã lấy lại ${what}.`;
}

export function sayNothingToLeave(): RichText {
  return say`Không có việc gì đang làm dở.`;
}

/** What was typed is no command: the likeliest ones are offered. `contact`: whom to ask, the second time in a row. */
export function sayNotUnderstood(
  likeliest: readonly { label: string; value: string }[],
  contact: RichText,
  isAsked = false,
): Outgoing {
  const why = isAsked ? say`Câu hỏi này bot chưa trả lời được.` : say`Bot chưa hiểu tin này.`;
  if (likeliest.length === 0) return { text: join([say`${why} Gõ /trogiup để xem các lệnh.`, contact], '\n\n') };
  return {
    text: join([contact, isAsked ? say`${why} Gần nhất có thể xem:` : say`${why} Có phải anh/chị muốn:`], '\n\n'),
    choices: likeliest.map((choice) => [choice]),
    answer: 'pick',
  };
}

/** The third time in a row the same offers help nobody: whom to ask, and how to leave word. */
export function sayStillPuzzled(contact: RichText, offers: readonly { label: string; value: string }[]): Outgoing {
  const text = join([
    say`Bot vẫn chưa hiểu. Xin nhắn ngắn một việc, ví dụ: “còn nợ gì”, “mai em gửi”, “xin gia hạn đến thứ Sáu”. Muốn hỏi cán bộ điều phối: gõ /vuongmac và câu hỏi.`,
    contact,
  ]);
  if (offers.length === 0) return { text };
  return { text, choices: offers.map((offer) => [offer]), answer: 'pick' };
}

/** `unfinished`: something is half typed, and stays so. */
export function sayTooLong(longest: number, unfinished: boolean): RichText {
  const kept = unfinished ? ' Những gì đang nhập dở vẫn còn.' : '';
  return say`Tin này dài quá ${longest.toLocaleString('vi-VN')} ký tự nên bot không đọc và chưa làm gì.${kept} Xin gửi lại ngắn gọn hơn.`;
}

export interface Enough {
  by: 'hour' | 'day' | 'month';
  until: number;
  /** Reports are taken still. */
  isWorkOpen: boolean;
  /** Something is half done, and stays so. */
  isKept: boolean;
}

/** A chat has had all the answers there are for a while. Said once. */
export function sayEnough({ by, until, isWorkOpen, isKept }: Enough, zone: string): RichText {
  if (by === 'month')
    return say`Hạn mức tin tháng này của bot sắp hết. Từ nay đến hết tháng, bot chỉ nhận báo cáo và nhắc ngày cuối; việc khác xin anh/chị liên hệ cơ quan điều phối.`;
  const span = by === 'hour' ? 'trong giờ này' : 'hôm nay';
  const rest = isWorkOpen
    ? 'Việc nộp báo cáo vẫn làm được bình thường; nhắc hạn vẫn đến.'
    : isKept
      ? 'Việc đang nhập dở vẫn được giữ nguyên để làm tiếp sau giờ đó; nhắc hạn vẫn đến.'
      : 'Nhắc hạn vẫn đến.';
  return say`Anh/chị và bot đã trao đổi rất nhiều ${span}, nên bot xin tạm nghỉ trả lời đến ${sayMoment(until, zone)}. ${rest}`;
}
