import { fold } from './fold.ts';
import { isQuestion } from './question-form.ts';

const SENDS =
  /(?<!\S)(?:gui|chot|nop)(?: (?:di|luon|ngay|giup|ho|nhe|nha|a|em|e|chi|anh|bot|duoc|duoc roi|roi|thoi|not|bao cao|bc|len|cho))*$/u;
/** What may stand before it: approval, and that it was looked through. */
const BEFORE = new Set(
  (
    'thong nhat nhat tri dong y ok oke duyet roi r xong kiem tra xem ra soat sua lai em e chi anh sep thu truong lanh dao giam doc da thi cong san dung chuan u um uhm vang a ' +
    'the vay thoi la duoc dc het ca day du luon bao cao bc ban nay toi minh nhe cu tot qua on roi ky so lieu hoan thanh'
  ).split(' '),
);
const LONGEST = 10;

/** "Thống nhất gửi", "kiểm tra xong rồi, gửi giúp em": before a preview, that it may go. */
export function saysSend(text: string): boolean {
  const said = plainOf(text);
  const found = SENDS.exec(said);
  if (found === null || /[\d?]/u.test(text) || said.split(' ').length > LONGEST) return false;
  // "Đừng gửi" folds like "đúng, gửi".
  if (/(?<!\S)dung(?!\S)/u.test(said) && !/đúng/iu.test(text.normalize('NFC'))) return false;
  const before = said.slice(0, found.index).split(' ');
  return before.every((word) => word === '' || BEFORE.has(word)) && !/(?<!\S)(?:da|moi) (?:gui|nop)(?!\S)/u.test(said);
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
