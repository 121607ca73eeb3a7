import type { FormField } from '../domain/report-form.ts';
import { sayReportShort } from './period.ts';
import type { RichText } from './rich-text.ts';
import { b, say } from './rich-text.ts';
import type { SpokenTask } from './spoken-task.ts';
import { quote } from './submit.ts';
import { sayDeadline } from './when.ts';

/** "Hạn ngày nào?" in the middle of a report. */
export function sayDeadlineAside({ obligation, period, deadline }: SpokenTask): RichText {
  return say`⏰ Hạn nộp báo cáo ${sayReportShort(obligation, period)}: ${b(sayDeadline(deadline))}.`;
}

/** "Mẫu ở đâu?": `isAbove`: it stands in the message before. */
export function sayFormAside(isAbove: boolean): RichText {
  return isAbove
    ? say`Mẫu ở ngay tin trên: chép, điền số rồi gửi lại. Cần tệp Excel thì gõ /bieumau.`
    : say`Đang nhập từng mục nên không cần mẫu. Muốn điền một lần thì gõ /bieumau để nhận tệp Excel.`;
}

/** The template was sent; it is not repeated. */
export function sayStillWaiting({ obligation, period, unit }: SpokenTask): RichText {
  return say`Bot vẫn chờ báo cáo ${sayReportShort(obligation, period)} của ${unit.shortName}: gửi mẫu đã điền hoặc số liệu, hoặc chọn:`;
}

/** The preview was sent; it is not repeated. */
export function sayStillPreviewed({ obligation, period }: SpokenTask): RichText {
  return say`Bản xem trước báo cáo ${sayReportShort(obligation, period)} ở trên vẫn chưa gửi:`;
}

/** "Gửi cả 2". */
export function sayEachByItself(): RichText {
  return say`Chưa gửi gì: mỗi báo cáo gửi riêng. Gửi bản này xong, gõ /nop để làm báo cáo còn lại.`;
}

/** What names another report, and was not to go there either. */
export function sayNotWritten(text: string): RichText {
  return say`Không ghi ${quote(text)} vào báo cáo nào.`;
}

/** Two names of what the form counts together: nothing goes over from one to the other. */
export function saySameField(field: FormField): RichText {
  return say`Cả hai đều tính chung trong mục “${field.shortLabel}”, nên số của mục này giữ nguyên.`;
}

/** How people take the buttons of the question whether figures go over to another report, in words. */
export const MOVE_WORDS = {
  move: ['chuyển', 'chuyển đi', 'chuyển sang', 'chuyển qua', 'chuyển sang đó', 'sang báo cáo đó', 'mở báo cáo đó'],
  stay: ['giữ như cũ', 'giữ nguyên', 'không chuyển', 'để nguyên'],
};
