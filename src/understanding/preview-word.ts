import { capital, fold, foldInPlace, tidy } from '../language/fold.ts';
import { spelled } from '../language/spelled.ts';
import type { KnownUnit } from './name-unit.ts';
import { unitsIn } from './name-unit.ts';
import { orderBegunBy } from './order-stance.ts';

/** What somebody wants of a message that is shown before it goes out, in words instead of with a button. */
export type PreviewWord =
  /** The words are added at the end, or stand in the place of those there were. */
  | { do: 'add' | 'rewrite'; words: string }
  /** One part of the words is another. */
  | { do: 'replace'; from: string; to: string }
  /** For others; no words: they are asked for. */
  | { do: 'audience'; words: string }
  | { do: 'edit' | 'receipt' | 'no-receipt' | 'now' }
  | { do: 'list' }
  | { do: 'time'; words: string };

const LONGEST = 600;
const ASKS = `^(?:${spelled('à|ừ|ờ|em|bot|ơi|cho|chị|anh|tôi|mình|giúp|nhờ|xin|thì|thôi|và|được|ok|oke|vâng|dạ|đồng ý|khoan|rồi|nhưng|mà|nhầm')}[\\s,]+)*`;
const WORDS = spelled('lời nhắn|lời|câu|ý|dòng|nội dung|ghi chú|chữ|thông tin');
/** Some of them begin another word: "thêm câu lạc bộ", "them chu tich xa". */
const NO_WORDS = `(?!${spelled('chủ tịch|câu lạc bộ|y tế|y sĩ|đồng chí|lợi ích')}(?!\\p{L}))`;
const BESIDE = `(?:\\s+${spelled('này|sau|là|rằng|vào|cuối|nữa|giúp|nhé|như sau|thành|lại')})*`;
const ADD = spelled('thêm|ghi thêm|viết thêm|bổ sung|nhắn thêm|kèm|kèm theo');
const ADDS = new RegExp(`${ASKS}${ADD}(?:\\s+${WORDS})?${BESIDE}\\s*:\\s*(\\S[\\s\\S]*)$`, 'iu');
const ADDS_BARE = new RegExp(`${ASKS}${ADD}\\s+${NO_WORDS}${WORDS}${BESIDE}\\s+(\\S[\\s\\S]{3,})$`, 'iu');
const CHANGE = `${spelled('sửa|đổi|thay|viết|soạn')}(?:\\s+${spelled('lại')})?`;
const REWRITES = new RegExp(
  `${ASKS}(?:${CHANGE}(?:\\s+${WORDS})?|${WORDS}(?:\\s+${spelled('mới|đúng')})?)${BESIDE}\\s*:\\s*(\\S[\\s\\S]*)$`,
  'iu',
);
const EDITS = new RegExp(`${ASKS}${CHANGE}\\s+${WORDS}(?:\\s+${spelled('đi|nhé|lại|giúp|em|ạ')})*[.!]*$`, 'iu');
const PART = '([^,;:]{1,60}?)';
const NOT_BUT = new RegExp(
  `${ASKS}(?:\\S+\\s+){0,3}?(\\S+(?:\\s\\S+)?)\\s+${spelled('chứ|mới đúng')}[\\s,]*${spelled('không phải|ko phải|k phải|không|ko')}\\s+(?:${spelled('là|phải|lúc')}\\s+)*${PART}[.!]*$`,
  'iu',
);
const BUT_NOT = new RegExp(
  `${ASKS}${spelled('không phải|ko phải|không')}\\s+(?:${spelled('là|lúc')}\\s+)*${PART}[\\s,]+${spelled('mà|phải')}\\s+(?:${spelled('là|lúc')}\\s+)*${PART}[.!]*$`,
  'iu',
);
/** "Sang mai" without marks is tomorrow morning. */
const FROM_TO = new RegExp(
  `${ASKS}${spelled('sửa|đổi|thay|chuyển|dời')}\\s+(?:${spelled('lại|chữ|từ|giờ|ngày')}\\s+)*${PART}\\s+(?:${spelled('thành|bằng')}|sang(?!\\s+(?:nay|mai|kia|som)))\\s+${PART}[.!]*$`,
  'iu',
);
const LISTS =
  /^(?:(?:a|em|bot|oi|cho|chi|anh|toi|minh|xem|giup|thu) )*(?:xem|liet ke|danh sach|ds|gui cho|gom|co|nhung|cho biet)(?: \S+){0,3} (?:nguoi nhan|ai nhan|nhung ai|gom ai|ai)\b|^(?:(?:em|bot|oi|cho|chi|toi) )*(?:danh sach|ds|xem) (?:nguoi nhan|gui)|\bai (?:se )?nhan\b|\bgui (?:cho|toi|den) (?:nhung )?ai\b|\b(?:may|bao nhieu) nguoi nhan\b/u;
const AUDIENCE = new RegExp(
  `${ASKS}(?:${spelled('đổi|sửa|thay')}(?:\\s+${spelled('lại')})?\\s+${spelled('người nhận|đối tượng|nơi nhận')}|${spelled('gửi cho|gửi lại cho')})${BESIDE}(?:\\s*:\\s*|\\s+)?(.*)$`,
  'iu',
);
const NO_RECEIPT = /\b(?:khong|khoi|bo|thoi)(?: \S+){0,3} (?:xac nhan|bam da nhan|da nhan)\b/u;
const RECEIPT = /\b(?:xin|can|yeu cau|them|bat|kem|co)(?: \S+){0,3} (?:xac nhan|da nhan|bao nhan)\b/u;
const NOW =
  /^(?:(?:em|a|thoi) )*(?:gui ngay,? khong hen|khong hen(?: gio)?(?: nua)?|bo hen(?: gio)?|huy hen(?: gio)?)(?: (?:nua|di|nhe|gui luon|gui ngay))*$/u;
const TIME = new RegExp(
  `${ASKS}${spelled('đổi|chuyển|dời|lùi|hẹn')}(?:\\s+${spelled('giờ|gửi|lại|ngày')})*\\s+${spelled('thành|sang|đến|vào|lúc')}\\s+(.{2,40})$`,
  'iu',
);

/** Reads "thêm lời: …", "sửa nội dung: …", "17h chứ không phải 16h", "cho xem người nhận"; null where anything else is said. */
export function readPreviewWord(text: string): PreviewWord | null {
  const typed = tidy(text).trim();
  if (typed.length > LONGEST) return null;
  const adds = (ADDS.exec(typed) ?? ADDS_BARE.exec(typed))?.[1];
  if (adds !== undefined) return { do: 'add', words: capital(adds.trim()) };
  const rewrites = REWRITES.exec(typed)?.[1];
  if (rewrites !== undefined) return { do: 'rewrite', words: capital(rewrites.trim()) };
  if (EDITS.test(typed)) return { do: 'edit' };
  const said = fold(typed)
    .replace(/[.,!?"“”]+/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
  if (NO_RECEIPT.test(said)) return { do: 'no-receipt' };
  if (RECEIPT.test(said)) return { do: 'receipt' };
  if (NOW.test(said)) return { do: 'now' };
  if (LISTS.test(said)) return { do: 'list' };
  const replaced = readReplaced(typed);
  if (replaced !== null) return replaced;
  const audience = AUDIENCE.exec(typed)?.[1];
  if (audience !== undefined) return { do: 'audience', words: audience.trim() };
  const time = TIME.exec(typed)?.[1];
  return time === undefined ? null : { do: 'time', words: time.trim() };
}

function readReplaced(typed: string): PreviewWord | null {
  const notBut = NOT_BUT.exec(typed);
  if (notBut?.[1] !== undefined && notBut[2] !== undefined)
    return { do: 'replace', from: notBut[2], to: lastOf(notBut[1], notBut[2]) };
  const butNot = BUT_NOT.exec(typed) ?? FROM_TO.exec(typed);
  if (butNot?.[1] !== undefined && butNot[2] !== undefined) return { do: 'replace', from: butNot[1], to: butNot[2] };
  return null;
}

/** Of the words before "chứ không phải" as many as were said behind it. */
function lastOf(words: string, like: string): string {
  return words.split(/\s+/u).slice(-like.trim().split(/\s+/u).length).join(' ');
}

/** The words with one part of them changed, whatever its case and marks; null where that part does not stand in them, or more than once. */
export function replacedIn(text: string, from: string, to: string): string | null {
  const [where, what] = [foldInPlace(text), foldInPlace(from)];
  const found = [...where.matchAll(new RegExp(`(?<![\\p{L}\\p{N}])${escaped(what)}(?![\\p{L}\\p{N}])`, 'gu'))];
  const [only, another] = found;
  if (only === undefined || another !== undefined) return null;
  return `${text.slice(0, only.index)}${to}${text.slice(only.index + only[0].length)}`;
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&');

const LONGEST_ORDER = 300;
const THEN = /[.;,!\n]+\s*(?=\S)/gu;
const LEAD = new RegExp(
  `^(?:${spelled('rồi|và|xong|xong thì|sau đó|đồng thời|nhớ|em|bot|giúp|nhờ|tiện|cho')}\\s+)*`,
  'iu',
);

/** A clause of what is to be sent on that gives the bot an order about a unit, from its verb on: "… Gia hạn Đài PTTH đến 20/12 vì hỏng máy"; null where there is none. */
export function orderBehind(text: string, units: readonly KnownUnit[]): { at: number; order: string } | null {
  for (const then of text.matchAll(THEN)) {
    const from = then.index + then[0].length;
    // A comma stands at every few letters of a long list: no more is looked at behind each than an order is long.
    const clause =
      text
        .slice(from, from + LONGEST_ORDER)
        .replace(LEAD, '')
        .split(/[.;\n]/u, 1)[0] ?? '';
    const given = orderBegunBy(clause);
    if (given !== null && given !== 'thongbao' && unitsIn(clause, units).length > 0)
      return { at: then.index, order: text.slice(from).replace(LEAD, '').trim() };
  }
  return null;
}
