import { fold } from './fold.ts';
import { isQuestion } from './question-form.ts';
import { withoutSighs } from './sigh-word.ts';

/** What asks, in a word, for the report in hand to be handed in. */
export const HAND_IN = 'nộp';

const SENDS =
  /(?<!\S)(?:gui|chot|nop|chuyen(?= (?:luon|ngay|nhanh|le|len)(?!\S)))(?: (?:di|luon|ngay|lien|som|gap|nhanh|le|giup|ho|gium|dum|voi|cai|nao|nhe|nha|a|em|e|chi|anh|co|chu|sep|tui|toi|minh|d\/c|dc|dong chi|bot|duoc|roi|thoi|not|bao cao|bc|len|cho|kip|han|keo (?:muon|tre|het han|qua han)|ban nay|ban moi|ban dung|ban sua(?: nay)?|ban da sua|cai nay))*$/u;
/** What may stand before it: approval, and that it was looked through. */
const BEFORE = new Set(
  (
    'thong nhat nhat tri dong y ok oke duyet roi r xong kiem tra xem ra soat sua lai em e chi anh sep thu truong lanh dao giam doc da thi cong san dung chuan u um uhm vang a ' +
    'the vay thoi la duoc dc het ca day du luon bao cao bc ban nay toi minh nhe cu tot qua on roi ky so lieu hoan thanh thong cho gui bam giup'
  ).split(' '),
);
/** "Chuyển", "chuyển luôn": where it is asked whether something goes over. */
export function saysMove(text: string): boolean {
  return /^(?:(?:da|vang|ok|oke|u|uh|um|dung|roi|the|thi|em|e|chi|anh|cu) )*chuyen(?: (?:di|luon|ngay|giup|ho|nhe|nha|a|em|qua|sang|het|do|cho))*$/u.test(
    plainOf(text),
  );
}

/** "Đề nghị gửi giúp". */
const PROPOSES = /(?<!\S)de nghi(?: (?:bot|em|anh|chi|ad|cho))? (?=(?:gui|nop|chot)(?!\S))/u;
const LONGEST = 10;

/** "Thống nhất gửi", "kiểm tra xong rồi, gửi giúp em": before a preview, that it may go. */
export function saysSend(text: string): boolean {
  const said = withoutSighs(plainOf(text)).replace(PROPOSES, '');
  // The length first: the pattern is tried behind every word.
  if (/\?/u.test(text) || /\d/u.test(said) || said.split(' ').length > LONGEST) return false;
  const found = SENDS.exec(said);
  if (found === null) return false;
  // "Đừng gửi" folds like "đúng, gửi".
  if (/(?<!\S)dung(?!\S)/u.test(said) && !/đúng/iu.test(text.normalize('NFC'))) return false;
  const before = said.slice(0, found.index).split(' ');
  // "Chờ em gửi" folds like "cho em gửi".
  if (
    before.includes('cho') &&
    !/(?<!\p{L})cho(?!\p{L})(?=.*[^\p{ASCII}])|[^\p{ASCII}].*(?<!\p{L})cho(?!\p{L})/u.test(
      text.normalize('NFC').toLowerCase(),
    )
  )
    return false;
  return before.every((word) => word === '' || BEFORE.has(word)) && !/(?<!\S)(?:da|moi) (?:gui|nop)(?!\S)/u.test(said);
}

const LAST_PART = /[,;.\n][^,;.\n]{2,60}[.!\s]*$/u;

/** A report without the order that ends it: "…, kết quả tốt, gửi gấp". Nothing of it is content. */
export function withoutOrder(text: string): string {
  const last = LAST_PART.exec(text.slice(-70));
  const order = last?.[0].slice(1).trim() ?? '';
  return last !== null && order !== '' && saysSend(order) ? text.slice(0, text.length - last[0].length) : text;
}

const AGAIN =
  /^(?:(?:da|vang|ok|u|uh|um|roi|the|vay|thi|em|e|chi|anh|cu|a) )*(?:gui|nop) lai(?: (?:di|luon|ngay|giup|ho|nhe|nha|a|em|e|chi|anh|bot|bao cao|bc|ban nay|ban sua|ban dung|ban moi))*$/u;

/** "Gửi lại": of a correction that it may go. */
export function saysSendAgain(text: string): boolean {
  return AGAIN.test(plainOf(text));
}

const SENDS_ALL =
  /^(?:(?:da|vang|ok|u|uh|roi|the|vay|thi|em|e|chi|anh|cu|a|cho) )*(?:gui|nop|chot)(?: (?:luon|het|di))* (?:ca|tat ca)(?: (?:2|hai|3|ba|may|cac))?(?: (?:bao cao|bc|cai|ban|thang|ky))*(?: (?:luon|di|nhe|nha|a|giup|ho|em|e|chi|anh|bot|roi|ngay))*$/u;

/** "Gửi cả 2", "nộp tất cả luôn": more than the one report in hand. */
export function saysSendAll(text: string): boolean {
  return text.length <= 60 && SENDS_ALL.test(plainOf(text));
}

const APPROVED =
  /(?<!\S)(?:sep|lanh dao|thu truong|giam doc|chu tich|truong phong|anh|chi|chanh van phong)(?: (?:em|minh|ben em|don vi))? (?:(?:vua|da|bao|noi|keu|bao la) )*(?:ok|oke|oki|dong y|duyet|nhat tri|dc|duoc|thong nhat|ky|cho gui)(?: (?:roi|r|a|em|nhe|gui|day|het))*$/u;

/** "Rồi, sếp bảo ok": somebody else agrees; whether it may go is not said in so many words. */
export function saysApproved(text: string): boolean {
  return text.length <= 60 && APPROVED.test(plainOf(text));
}

/** Words to the bot, which belong into no report. */
const TO_BOT =
  /^(?:(?:da|vang|em|e|chi|anh|a|bot|oi|the|ma|ok|u|uh|o) )*(?:thoi|chua|bo|huy|de|nhac|gui|nop|sua|xem|cho|nho|sao|ua|lay|dung|mo|in|cam on|xin loi|khoan|hoi|sep|chot|giup|duyet|tra|nhu|giong|y nhu|lam lai|quay lai|con|the nao|khong|ko|nham|kiem tra|chi tiet|ai|bao gio|khi nao|them|cong|tru|giam|tang|bot|gap)(?!\S)|(?<!\S)(?:cong them|tang them|thanh \d)/u;
const SHORTEST = 5;

/** A sentence before a preview that tells something, and may be meant for one of the report's texts. */
export function mayBeText(text: string): boolean {
  const said = plainOf(text);
  if (text.length > 600 || isQuestion(text) || said.split(' ').length < SHORTEST) return false;
  return !TO_BOT.test(said) && !/(?<!\S)(?:khong|ko|chua|nhi|ha|sao|the nao|bot)$/u.test(said);
}

function plainOf(text: string): string {
  return fold(text)
    .replace(/[.,;:!?~“”"'()]+/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
}
