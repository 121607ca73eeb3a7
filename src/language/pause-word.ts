import { readReply } from './choice-word.ts';
import { fold } from './fold.ts';

const WORDS = new Set(
  (
    'a da vang em e chi anh c thoi de cho doi khoan tu ti chut xiu lat lua mot 1 it luc da nhe nha a ad bot hop nghe dien thoai ban xong viec dang mai ngay sang chieu toi ' +
    'lam gui nop tinh sau nua tiep roi r ra giai quyet dau hom khac gio phut vay the ke xem lai co viec luu do tam dung hoi sep lanh dao thu truong giam doc xin y kien trinh duyet kiem tra chu tich so lieu voi vang chua huy truong phong pho chanh bi thu ky dung can dau'
  ).split(' '),
);
const WAITS =
  /^(?:(?:a|da|vang|em|e|chi|anh|thoi|oi) )*(?:cho|doi|khoan|tu tu|de (?:lat|ti|mai|sau|chieu|toi|hom khac|luc khac)|lat nua|ti nua|chut nua|dang (?:ban|hop|do)|luu lai|tam dung|hop da|ban (?:ti|chut|hop|qua)|de (?:em|e|toi|minh|chi|anh) (?:hoi|xin y kien|trinh|kiem tra|xem lai|hop)|(?:chua|khoan|dung|tam chua|chua can) (?:gui|nop)(?: voi| dau)?)(?: |$)/u;
const LONGEST = 60;

/** "Chờ tí họp đã", "thôi để mai làm", "lát nữa em gửi tiếp": somebody breaks off for a while, and says nothing else. */
export function isPausing(text: string): boolean {
  // "Đúng, gửi" is no "đừng gửi".
  if (/(?<!\p{L})(?:đúng|dung\s*,)/iu.test(text.normalize('NFC'))) return false;
  const said = fold(text)
    .replace(/[.,!…~]+/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
  return said.length <= LONGEST && WAITS.test(said) && said.split(' ').every((word) => WORDS.has(word));
}

/** The same, and no answer to what is asked; "chưa gửi đâu nhé" only holds back the sending, and says nothing to be wrong. */
export function holdsUp(text: string): boolean {
  return isPausing(text) && (readReply(text) === null || /(?<!\S)(?:gui|nop)(?!\S)/u.test(fold(text)));
}
