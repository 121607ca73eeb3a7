import type { RichText } from './rich-text.ts';
import { code, say } from './rich-text.ts';

/** What was said, by the names that understanding gives it. */
export type SaidRemark = 'chao' | 'buc' | 'om' | 'suco' | 'mat' | 'xinloi';

/**
 * A courteous line for what people say among people. `owed`: how many reports their unit owes; `staff` = they report for none but do their part,
 * `none` = they look after all units.
 */
export function sayRemark(remark: SaidRemark, owed: number | 'staff' | 'none'): RichText {
  const state =
    owed === 'none'
      ? say`Xem tình hình kỳ này: gõ /tonghop; các lệnh: /trogiup.`
      : owed === 'staff'
        ? say`Xem việc của mình: gõ /nhiemvu; các lệnh: /trogiup.`
        : owed === 0
          ? say`Đơn vị không còn báo cáo nào phải nộp.`
          : say`Đơn vị còn ${String(owed)} báo cáo phải nộp: gõ /nhiemvu để xem, /nop để nộp.`;
  if (remark === 'chao') return say`Chào anh/chị, đây là bot nhắc hạn và nhận báo cáo của tỉnh. ${state}`;
  if (remark === 'buc')
    return say`Mong anh/chị thông cảm: bot chỉ nhắc khi báo cáo chưa về, và thôi ngay khi nhận được. Muốn nhắc vào giờ khác: gõ ${code('/nhac giờ 14h')}; muốn hẹn giờ gửi: nhắn “mai em gửi”.`;
  if (remark === 'mat')
    return say`Đúng vậy: nội dung mật không gửi qua bot, xin gửi theo đường văn bản mật. Phần số liệu không mật nộp tại đây, hoặc nhắn “đã gửi công văn” để nhờ cơ quan điều phối ghi nhận.`;
  if (owed === 'staff' && remark !== 'xinloi')
    return say`Dạ, mong anh/chị thu xếp được. Phần việc được giao mà không kịp thì xin báo cán bộ đầu mối của đơn vị. ${state}`;
  if (typeof owed === 'string') return say`Dạ, không sao ạ. ${state}`;
  if (remark === 'om')
    return say`Chúc anh/chị sớm ổn. Cần thêm thời gian thì nhắn “xin gia hạn” kèm ngày và lý do; nhờ người làm thay: gõ /thaythe hoặc /giao.`;
  if (remark === 'suco')
    return say`Dạ, bot hiểu. Báo cáo gửi muộn bot vẫn nhận; nếu sợ không kịp, nhắn “xin gia hạn” kèm ngày và lý do. ${state}`;
  return say`Dạ, không sao ạ. ${state}`;
}
