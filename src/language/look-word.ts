import { fold } from './fold.ts';

/** "Xem lại cho c cái", "kiểm tra lại giúp", "đọc lại hộ", "tổng lại nhé". */
const LOOKS =
  /^(?:(?:da|vang|em|e|anh|chi|cho|toi|tui|minh|bot|oi|a|the|muon|xin) )*(?:xem lai|xem|gui lai|mo lai|hien lai|doc lai|cho xem lai|hien|mo|kiem tra lai|kiem tra|ra lai|ra soat lai|doc|tong lai|soat lai|nhin lai)(?: (?:cai|ban|bao cao|bc|giup|ho|cho|em|e|anh|chi|c|bac|nhe|nha|a|di|luon|nao|ti|chut|voi|xem|truoc|toi|minh|do|nay|da|lan nua|lan cuoi|mot luot|1 luot|so lieu|so|toan bo|ban do|nhu the nao|vua|gui|nhap|go|roi))*[.! ]*$/u;

/** "Xem lại cái", "gửi lại giúp em": what was typed is to be shown once more. */
export function wantsToLook(text: string): boolean {
  return text.length <= 60 && LOOKS.test(fold(text));
}
