import { fold, lower } from './fold.ts';

/** With its marks where any are typed: "anh Huy nộp rồi" takes nothing back. */
const TAKES_BACK = /(?<!\S)(?:thu hồi|rút lại|rút về|rút|xoá|xóa|huỷ|hủy|gỡ bỏ)(?!\S)/u;
const UNMARKED = /(?<!\S)(?:thu hoi|rut lai|rut ve|rut|xoa|huy|go bo)(?!\S)/u;
const OF_REPORT =
  /(?<!\S)(?:bao cao|bc|ban (?:vua|da|nop|gui|sai)|vua nop|vua gui|da nop|da gui|nop nham|gui nham|nop|gui)(?!\S)/u;
const LONGEST = 80;

/** "Em nộp nhầm, xoá giúp em", "thu hồi lại báo cáo vừa nộp", "huỷ gửi": a report that is in is to be as if it were not. */
export function takesBack(text: string): boolean {
  const typed = lower(text)
    .replace(/[^\p{L}\p{N}?]+/gu, ' ')
    .trim();
  const said = fold(typed);
  if (said.length > LONGEST || /\d|\?|(?:khong|chua|sao)(?: a)?$/u.test(said) || !OF_REPORT.test(said)) return false;
  return typed === said ? UNMARKED.test(said) : TAKES_BACK.test(typed);
}
