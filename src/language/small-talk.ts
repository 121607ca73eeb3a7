import { fold } from './fold.ts';
import { isSigh } from './sigh-word.ts';

const POLITE_WORDS = new Set(
  (
    'da vang thua em toi minh don vi xin kinh chao gui bao cao bc a anh chi cac bot so lieu cua ben thang nay ky nhe nhieu duoi day la noi dung ' +
    'phan hoi hoan thanh cam on tran trong thank thanks tks ban bo phan tong hop phep duoc nhu sau cho quy co quan ca nha oi voi'
  ).split(' '),
);
const GREETINGS = /(?<!\S)(?:chao|gui|cam on|tran trong|thanks?|tks|kinh)(?!\S)/;
const PARTICLES = /^(?:(?:da|vang|a|em|nhe|nha|oi)(?: |$))+$/;
/** What stands in our own message beside the template; people copy all of it. */
const HINTS = /^(?:chep doan duoi day|dien so sau dau hai cham|tra loi bang so|tra loi \d+ de chon)/;
const CLOSING = /^khong gui noi dung mat qua kenh nay/;

/** A line of courtesy that says nothing about the report: "Dạ em gửi báo cáo ạ", "Em cảm ơn". One that names a period is not. */
export function isCourtesy(line: string): boolean {
  const said = fold(line)
    .replace(/[.,;:!()"“”\p{Extended_Pictographic}-]+/gu, ' ')
    .trim();
  if (said === '' || said.length > 100) return false;
  return (
    isSigh(line) ||
    PARTICLES.test(said) ||
    (GREETINGS.test(said) && said.split(/\s+/).every((word) => POLITE_WORDS.has(word)))
  );
}

const ACKNOWLEDGED =
  /^(?:(?:ok|oke|oki|okie|okay|okela|u|uh|um|uhm|da|vang|duoc|dc|da ro|ro|nhat tri|dong y|tot|tot qua|tuyet voi|hay qua|yes|yep|xin cam on|cam on|thanks?|thank you|tks|tk|hihi|haha)(?: |$))+$/;
const AROUND_THANKS = new Set(
  'thua em e anh chi c ban bot ad oi a ah ak nhe nha nhieu nhiu rat lam roi cac minh toi'.split(' '),
);
const SYMBOLS = /(?:[.,;:!~()^\p{Extended_Pictographic}]|\ufe0f|[\u{1f3fb}-\u{1f3ff}])+/gu;

/** "Ok", "dạ vâng ạ", "cảm ơn em nhiều", a thumb: said out of courtesy, to be answered by nothing. Where something was asked it is an answer. */
export function isAcknowledgement(text: string): boolean {
  const folded = fold(text).replace(SYMBOLS, ' ').replace(/\s+/g, ' ').trim();
  if (folded.length > 60) return false;
  if (folded === '') return /\p{Extended_Pictographic}/u.test(text);
  if (HEARD_YOU.test(folded) && !ASKS_BACK.test(text)) return true;
  const words = folded.split(' ').filter((word) => !AROUND_THANKS.has(word));
  return ACKNOWLEDGED.test(words.join(' '));
}

/** "Em nhận được rồi ạ", "dạ tôi nắm rồi": told by the one who read. "Bot nhận được rồi à" asks. */
const HEARD_YOU =
  /^(?:(?:da|vang|ok|oke|u|a|thua chi|thua anh) )*(?:em|e|toi|minh|chi|anh)(?: cung)?(?: da)? (?:nhan|nam|xem|doc|biet|hieu|tiep thu)(?: duoc| ro)?(?: (?:thong tin|tin|tin nhan|thong bao|noi dung))?(?: roi)?(?: (?:a|ah|ak|nhe|nha|chi|anh|em|bot))*$/;
const ASKS_BACK = /(?<!\p{L})(?:à|chưa|chua)(?!\p{L})|\?/iu;

/** "Đồng ý", "ok đồng ý em": agreed to something. */
export function saysAgreed(text: string): boolean {
  return /(?<!\S)(?:dong y|nhat tri|chap thuan)(?!\S)/u.test(fold(text)) && text.length < 40;
}

const THANKS_FIRST =
  /^(?:(?:da|vang|a|thua|ok|oke|em|anh|chi|minh|toi|bot|ban|xin|rat|oi|the|u|uh|good)[ ,]+)*(?:cam on|thanks|thank you|tks|chuc)(?!\S*\p{L})/u;

/** Thanks or wishes with other words behind them: "em cảm ơn chị nhiều, chúc chị ngày vui". They may still ask for something besides. */
export function beginsWithThanks(text: string): boolean {
  const folded = fold(text);
  return text.length <= 160 && THANKS_FIRST.test(folded) && !NO_THANKS.test(folded);
}

/** Thanks, and nothing else that a report could hold. */
export function saysThanks(text: string): boolean {
  return beginsWithThanks(text) || (isAcknowledgement(text) && /(?<!\S)(?:cam on|thanks?|tks)(?!\S)/u.test(fold(text)));
}

/** "Cảm ơn gì, nhắc lắm", "cảm ơn nhưng em chưa nộp được": what matters stands behind. */
const NO_THANKS =
  /(?<!\S)(?:(?:cam on|thanks|tks) (?:gi|cai gi|chi ma)|nhung|chua|tuy nhien|co dieu|cam on ma)(?!\S*\p{L})/u;

/** A line of our own instructions, copied along with the template. */
export function isOwnHint(line: string): boolean {
  return HINTS.test(fold(line));
}

/** The line of ours that stands below the template: only choices follow it. */
export function isOwnClosing(line: string): boolean {
  return CLOSING.test(fold(line));
}

const PERSONAL =
  /(?<!\p{L})(?:nam vien|nghi om|bi om|dang om|om qua|thong cam|xin loi|thai san|ban qua|ban lam|met qua|nho (?:chi|anh|em) thong cam)(?!\p{L})/u;

/** "Em đang nằm viện, chị thông cảm": said to whoever reads, and nothing of the report. */
export function isPersonal(text: string): boolean {
  return text.length <= 160 && !/[\d\n]/u.test(text) && PERSONAL.test(fold(text));
}
