import { fold } from '../language/fold.ts';
import { spelled } from '../language/spelled.ts';
import { HEARD, readSub } from './command-words.ts';
import type { KnownUnit } from './name-unit.ts';
import { unitIn } from './name-unit.ts';

export type TicketSub = keyof typeof HEARD.vuongmac.subs;

/** What stands behind "/vuongmac": a number to look at, something to do with one, or the words of a new one. */
export type TicketOrder =
  /** `isAsked`: only looked at; nothing is begun where there is none. */
  | { do: 'list'; isAsked: boolean }
  | { do: 'show'; id: number }
  | { do: TicketSub; id: number; rest: string }
  /** What a unit raised; an answer to what it asked; all of them are to be closed. */
  | { do: 'of'; unit: string }
  | { do: 'reply'; unit: string; rest: string }
  | { do: 'close-all' }
  | { do: 'raise'; text: string };

const NUMBER = /^(?:#|(?:số|so|vướng mắc số|vuong mac so)\s*)?(\d{1,9})(?![\p{L}\p{N}])[\s:.,-]*/iu;

/** As `readTicketReply` and `readTicketsOf` write them, a unit by its code. */
const OF_UNIT = /^cua ([A-Z][A-Z\d-]*)$/u;
const REPLY = /^traloi ([A-Z][A-Z\d-]*) (\S[\s\S]*)$/u;
const CLOSE_ALL = 'donghet';

const LEAD = `^(?:${spelled('em|bot|ơi|nhờ|giúp|chị|anh|rồi|thì')}\\s+)*`;
const ANSWER = `${spelled('trả lời|giải đáp|phản hồi')}\\s+(?:${spelled('cho')}\\s+)?`;
const TO_NUMBER = new RegExp(
  `${LEAD}${ANSWER}(?:${spelled('vướng mắc|câu hỏi|vm|phiếu|câu')}\\s+)?(?:${spelled('số')}|#)\\s*(\\d{1,9})(?:\\s*[:,-]+\\s*|\\s+${spelled('là|rằng')}?\\s*)(\\S[\\s\\S]*)$`,
  'iu',
);
const TO_UNIT = new RegExp(
  `${LEAD}${ANSWER}(?:${spelled('vướng mắc|câu hỏi|thắc mắc')}\\s+(?:${spelled('của')}\\s+)?)?(\\S[^:]{1,60}?)(?:\\s*:\\s*|\\s+${spelled('là|rằng')}\\s+)(\\S[\\s\\S]*)$`,
  'iu',
);
const CLOSES_ALL =
  /^(?:(?:em|bot|giup|chi|anh) )*dong (?:het|tat ca|toan bo|ca)(?: cac| nhung| moi)? ?(?:vuong mac|cau hoi|vm|thac mac)?(?: (?:di|lai|nhe|luon|giup))*$/u;

/** "Trả lời Gia Lộc: tính đến hết 14/12", "trả lời số 1: …", "đóng hết vướng mắc" of whoever answers them: the words behind "/vuongmac"; null for anything else. */
export function readTicketReply(text: string, { units }: { units: readonly KnownUnit[] }): string | null {
  const typed = text.trim();
  const [, number, words] = TO_NUMBER.exec(typed) ?? [];
  if (number !== undefined && words !== undefined) return `traloi ${number} ${words}`;
  if (CLOSES_ALL.test(fold(typed).replace(/[.!]+$/u, ''))) return CLOSE_ALL;
  const [, whom, answer] = TO_UNIT.exec(typed) ?? [];
  const unit = whom === undefined ? null : unitIn(whom, units);
  return unit === null || answer === undefined ? null : `traloi ${unit} ${answer}`;
}

const LONGEST_QUESTION = 100;
const RAISED =
  /^(?:(?:em|bot|cho|chi|anh|toi|giup) )*(?:tong hop|xem|liet ke|danh sach|ds)(?: cac| nhung)? (?:vuong mac|kho khan|kien nghi|cau hoi)\b|\b(?:vuong mac|kho khan|kien nghi|de xuat|thac mac|cau hoi)\b.*\b(?:gi|nao|khong|chua|the nao|ra sao)\b|\b(?:hoi|vuong|kien nghi|phan anh|de xuat) (?:gi|nhung gi)\b/u;

/** "Kim Thành có vướng mắc gì không", "Gia Lộc hỏi gì hôm nay": what one unit raised; null where none is named, or a period's reports are meant. */
export function readTicketsOf(text: string, { units }: { units: readonly KnownUnit[] }): string | null {
  if (text.length > LONGEST_QUESTION || /[\n:]/u.test(text) || !RAISED.test(fold(text))) return null;
  const unit = /\b(?:thang|ky|nam|quy) \d/u.test(fold(text)) ? null : unitIn(text, units);
  return unit === null ? null : `cua ${unit}`;
}

/** "Nhận thức của người dân…" begins like an order and is none: an order names a number. */
export function readTicketOrder(args: string): TicketOrder {
  const typed = args.trim();
  if (typed === '') return { do: 'list', isAsked: false };
  if (fold(typed) === 'danh sach') return { do: 'list', isAsked: true };
  const ofUnit = OF_UNIT.exec(typed);
  if (ofUnit?.[1] !== undefined) return { do: 'of', unit: ofUnit[1] };
  const reply = REPLY.exec(typed);
  if (reply?.[1] !== undefined && reply[2] !== undefined) return { do: 'reply', unit: reply[1], rest: reply[2] };
  if (typed === CLOSE_ALL) return { do: 'close-all' };
  const bare = NUMBER.exec(typed);
  if (bare !== null && bare[0].length === typed.length) return { do: 'show', id: Number(bare[1]) };
  const order = readSub(typed, HEARD.vuongmac.subs);
  const number = order === null ? null : NUMBER.exec(order.rest);
  if (order === null || number === null) return { do: 'raise', text: typed };
  return { do: order.sub, id: Number(number[1]), rest: order.rest.slice(number[0].length).trim() };
}

const SUBJECT = /(?<!\S)(?:vuong mac|vm|cau hoi|kien nghi|de xuat|thac mac)(?!\S)/u;
const ASKS_AFTER =
  /(?<!\S)(?:tra loi|giai dap|phan hoi|xu ly|giai quyet)(?!\S).*(?<!\S)(?:chua|k|ko|khong)(?!\S)|(?<!\S)(?:ai|nao|may|bao nhieu|cho|con)(?!\S).*(?<!\S)(?:tra loi|giai dap|phan hoi)(?!\S)|(?<!\S)(?:den dau|toi dau|the nao|ra sao)(?: roi)?(?!\S)|(?<!\S)con may (?:cai|vuong mac)(?!\S)/u;

/** "Vướng mắc của em có ai trả lời chưa", "có vướng mắc nào chưa trả lời không": what became of those that were raised. */
export function asksAfterTickets(text: string): boolean {
  const said = fold(text)
    .replace(/[.,!?…]+/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
  return said.length <= LONGEST_QUESTION && !text.includes('\n') && SUBJECT.test(said) && ASKS_AFTER.test(said);
}
