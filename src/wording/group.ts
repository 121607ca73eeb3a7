import type { RichText } from './rich-text.ts';
import { b, code, say } from './rich-text.ts';

export function sayGroupNeedsLink(): RichText {
  return say`Nhóm này chưa gắn với đơn vị nào. Cán bộ đầu mối tạo mã bằng /moi trong tin nhắn riêng với bot, rồi gửi vào nhóm: ${code('/batdau MÃ')}`;
}

export function sayGroupLinked(unit: string): RichText {
  return say`Đã gắn nhóm này với ${b(unit)}. Gõ /nhiemvu (kèm tên bot) để xem báo cáo đơn vị còn phải nộp. Nộp báo cáo trong tin nhắn riêng với bot.`;
}

export function sayGroupHelp(unit: string): RichText {
  return say`Trong nhóm, bot chỉ trả lời /nhiemvu: báo cáo ${b(unit)} còn phải nộp. Việc khác, xin nhắn riêng cho bot.`;
}
