import type { FormField } from '../../domain/report-form.ts';
import { foldInPlace, lower, tidy } from '../fold.ts';
import { spelled, wholeWords } from '../spelled.ts';
import type { FieldNames } from './field-names.ts';

/** What is longer tells something. */
const FEW = 12;

const WHO = spelled(
  'em|e|mình|tôi|chị|anh|sếp|lãnh đạo|thủ trưởng|giám đốc|chủ tịch|trưởng phòng|chánh văn phòng|phòng|văn phòng|bên|ban|cô|chú|bác|bạn|cháu|đồng chí|đ/c|đc|cơ sở|chuyên viên|kế toán|ý kiến|số liệu|ký|duyệt',
);
const LATER = spelled('sau|mai|ngày mai|chiều|chiều nay|tối|tối nay|lát|lát nữa|tí|tí nữa|chút nữa|hôm sau|tuần sau');
const WRITES = spelled(
  'bổ sung|ghi|viết|gửi|báo|nhập|nộp|điền|làm|thêm|nói|gõ|soạn|sửa|xem|xem lại|kiểm tra|bổ xung|hoàn thiện|tổng hợp|cập nhật|tính|up',
);
const HOLDS = spelled(
  'cầm|giữ|viết|sửa|soạn|gõ|duyệt|trình|trình ký|trình duyệt|xem|xem lại|đọc|làm|làm dở|viết dở|dở|chốt|ký|tổng hợp|hoàn thiện|nghĩ|gom|rà|rà soát|tìm|chờ|đợi|kiểm tra',
);
const COURTESY = spelled(
  'nhé|nha|ạ|a|đã|em|e|chị|anh|bot|ad|thôi|lại|nốt|dở|rồi|mà|nữa|đấy|đó|cơ|luôn|giúp|cho|vậy|thế|nhen|cảm ơn|cám ơn|tks|thanks|nhiều',
);
const ENDS = `(?:\\s+${COURTESY})*(?=\\s*(?:[,;.!…]|$))`;
const PAPER = spelled(
  'file|tệp|văn bản|công văn|giấy|bản giấy|bản cứng|báo cáo|báo cáo giấy|mail|email|đính kèm|phụ lục|bản word|word|excel|ảnh|hình|zalo|máy|máy cơ quan|usb|trục',
);

/** Who holds it, who writes it, that it comes later, or where it stands: said of a text of the report, and no content of it. */
const TALK = new RegExp(
  [
    // "Có rồi, sếp đang cầm", "xong rồi", "gửi hôm qua rồi".
    `^(?:${spelled('đã|cũng|thì|đây')}\\s+)*${spelled('có|có sẵn|xong|đủ|viết|viết xong|soạn|soạn xong|làm xong|gửi|nộp|duyệt')}\\s+${spelled('rồi|r|sẵn rồi')}(?!\\s+\\p{L}+\\s+\\p{L}+\\s+\\p{L}+\\s+\\p{L}+\\s+\\p{L})`,
    // "Chưa có, mai em gửi", "chưa viết", "chưa kịp".
    `^(?:${spelled('vẫn|hiện|giờ|thì|còn')}\\s+)*${spelled('chưa')}\\s+${spelled('có|viết|xong|ghi|soạn|duyệt|chốt|kịp|gõ|ra|biết|rõ|nghĩ ra|tổng hợp|tổng hợp xong|viết xong|làm xong|nhận được')}${ENDS}`,
    // "Sếp đang cầm", "chị Hoa đang viết", "đang tổng hợp".
    `^(?:\\p{L}+\\s+){0,6}?${spelled('đang|còn đang|vẫn đang|sẽ|chưa|còn')}\\s+${HOLDS}${ENDS}`,
    `^(?:\\p{L}+\\s+){0,4}?${spelled('đang chờ|đang đợi|chờ|đợi|còn chờ|còn đợi|đang hỏi')}\\s+${WHO}(?!\\p{L})`,
    `^(?:\\p{L}+\\s+){0,2}?${spelled('sếp|lãnh đạo|thủ trưởng|giám đốc|chủ tịch')}\\s+${spelled('cầm|giữ|chưa|đang|bảo|dặn|ký rồi|duyệt rồi|đi họp|đi công tác|đi vắng')}(?!\\p{L})`,
    // "Để em bổ sung sau", "em gửi sau nhé", "mai ghi".
    `^${spelled('để|cứ để|thôi để')}\\s+(?:${WHO}|${LATER}|${spelled('trống|đó|đấy|đã|đây')})(?!\\p{L})`,
    `^(?:\\p{L}+\\s+){0,4}?${WRITES}(?:\\s+${spelled('vào|cho|lại|thêm|tiếp')})?\\s+${LATER}${ENDS}`,
    `^(?:\\p{L}+\\s+){0,2}?${LATER}\\s+(?:${WHO}\\s+)?(?:${spelled('sẽ|mới')}\\s+)?${WRITES}${ENDS}`,
    // "Ở trong file đính kèm", "như trong văn bản", "lấy ở báo cáo giấy nhé".
    `^(?:${spelled('có|đã|em|e|mình|gửi|ghi|thì|xem|lấy|nằm|nêu|để|chị|anh|xin|hết')}\\s+){0,4}${spelled('ở|trong|theo|như|kèm|xem|giống|qua|bằng|trên')}\\s+(?:\\p{L}+\\s+){0,2}${PAPER}(?:\\s+${spelled('rồi|đính kèm|kèm theo|ấy|kia|riêng|gửi|em|chị|hôm qua|sáng nay|cơ quan|kèm')}|\\s+${COURTESY})*\\s*[.!…]*$`,
  ].join('|'),
  'u',
);

/** Whether a text says of what is to be written only who has it, when it comes or where it stands: "sếp đang cầm", "để em bổ sung sau", "ở trong file". */
export function isTalkOfText(text: string): boolean {
  const said = lower(tidy(text))
    .replace(/[“”"'()]+/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
  return said !== '' && said.split(' ').length <= FEW && !said.includes('\n') && TALK.test(said);
}

const CHANGES_LATER = wholeWords(spelled('sửa|bổ sung|cập nhật|chỉnh|thêm|xem lại'));

/** "Mai sửa sau nhé, cảm ơn em": a change is promised, and nothing asked. */
export function promisesChange(text: string): boolean {
  return (
    isTalkOfText(text) && !/\d/u.test(text) && CHANGES_LATER.test(lower(text)) && !/(?:chưa|chua|sếp|sep)/iu.test(text)
  );
}

/** The text of the form of which that is said; null where anything else is told. */
export function textTalkedOf(names: FieldNames, text: string): FormField | null {
  const field = fieldTalkedOf(names, text);
  return field?.kind === 'text' ? field : null;
}

/** The field of which that is said, its name in front: "kết quả để em bổ sung sau"; null where anything else is told. */
export function fieldTalkedOf(names: FieldNames, text: string): FormField | null {
  const said = tidy(text).trim();
  const folded = foldInPlace(said);
  const from = LEAD.exec(folded)?.[0].length ?? 0;
  const [best] = names.fields
    .flatMap((field) => names.namesOf(field).map((name) => ({ field, to: endOf(folded, from, name) })))
    .toSorted((a, b) => b.to - a.to);
  if (best === undefined || best.to === 0) return null;
  return isTalkOfText(said.slice(best.to).replace(JOINS, '')) ? best.field : null;
}

/** Whether a text is talk of the report by itself, or of one of its texts. */
export function isTalk(names: FieldNames, text: string): boolean {
  return isTalkOfText(text) || textTalkedOf(names, text) !== null;
}

const LEAD = /^(?:(?:con|a|da|vang|the|thi|em|phan|muc|cai|noi dung) )*/u;
const JOINS = /^\s*(?::|(?:thì|thi|là|la)\s)?\s*/iu;

/** Where the name ends that stands there; 0 where it does not. */
function endOf(folded: string, from: number, name: string): number {
  const to = from + name.length;
  return folded.startsWith(name, from) && !/[\p{L}\p{N}]/u.test(folded.charAt(to)) ? to : 0;
}
