import { fold } from './fold.ts';

const PUT_OFF =
  /^(?:(?:da|vang|thoi|the|em|e|chi|anh|toi|minh|xin|phep|ok|uh|u)[ ,]+)*(?:(?:de|luu lai|dang do|lat|lat nua|ti nua|ty nua|tam dung|cho ti|cho chut|doi ti|doi chut|hop da)[ ,]*)(?:(?:de|mai|chieu|toi|sang|lat|nua|sau|lam|tiep|gui|da|ti|chut|hop|em|e|toi|ban|nhe|nha|a|roi|viec|cai|xong)[ ,]*)*[.! ]*$/u;
const PERSONAL =
  /(?<!\p{L})(?:nam vien|nghi om|bi om|dang om|om qua|thong cam|xin loi|thai san|ban qua|ban lam|met qua|nho (?:chi|anh|em) thong cam)(?!\p{L})/u;

/** "Để mai", "chờ tí họp đã", "đang dở, lát làm tiếp": what is half done waits. */
export function isPutOff(text: string): boolean {
  const said = fold(text).trim();
  return said.length <= 60 && !/[\d:?]/u.test(said) && PUT_OFF.test(said);
}

/** "Em đang nằm viện, chị thông cảm": said to whoever reads, and nothing of the report. */
export function isPersonal(text: string): boolean {
  return text.length <= 160 && !/[\d\n]/u.test(text) && PERSONAL.test(fold(text));
}
