import { isYes, readReply } from '../language/choice-word.ts';
import { isOnlyCourteous } from '../language/courtesy.ts';
import { fold, lower } from '../language/fold.ts';
import { spelled, wholeWords } from '../language/spelled.ts';
import type { Situation } from './meaning.ts';
import type { KnownUnit } from './name-unit.ts';
import { unitsIn } from './name-unit.ts';

/** The verb of the act that is open, by the command that carries it out: a yes may repeat it. Not what changes one: "đổi hạn", "trả lại". */
const VERBS: Readonly<Record<string, string>> = {
  dondoc: 'đôn đốc|nhắc nhở|nhắc|giục|gửi tin nhắc|gửi nhắc|gửi',
  thongbao: 'gửi thông báo|ra thông báo|phát thông báo|thông báo|gửi tin nhắn|gửi tin|nhắn tin|nhắn|phát|báo|gửi',
  duyet: 'phê duyệt|duyệt|thông qua',
  giahan: 'cho gia hạn|gia hạn|cho lùi hạn|lùi hạn|cho lùi|nới hạn|giãn hạn',
  mien: 'cho miễn|miễn',
  nopthay: 'nhập thay|nhập hộ|nộp thay|nộp hộ|nhập vào|nhập|ghi nhận|ghi vào sổ|ghi vào|ghi|vào sổ|lưu|nộp',
  dotxuat: 'gửi yêu cầu|ra yêu cầu|yêu cầu|phát hành|giao|gửi',
};
/** What it is done to, where that is only pointed at. */
const POINTED_AT = `(?:(?:${spelled('các|mấy')}\\s+)?${spelled('báo cáo|bc|bản|thông báo|tin|việc|đơn vị|cái')}\\s+)?${spelled('này|đó|ấy')}|${spelled('báo cáo|bc|như trên|như thế|như vậy')}`;
/** "Nhắc rồi" tells of it, "ghi lại", "gửi cho chị" want another one. */
const ANOTHER = spelled('rồi|chưa|xong|lại|cho');
const MORE = wholeWords(spelled('hết|tất cả|toàn bộ|cả|thêm'));
const LONGEST = 60;

/**
 * A yes with the act's own verb, or the verb alone: "ừ nhắc đi", "đồng ý miễn", "duyệt luôn nhé". Any other word in it (a unit, a day, a
 * number, "không") makes it none.
 */
export function agreesTo(text: string, about: string | null): boolean {
  const verbs = about === null ? undefined : VERBS[about];
  const typed = lower(text).replace(/[.,!;…]+/gu, ' ');
  if (verbs === undefined || typed.length > LONGEST || /[\d?:]/u.test(typed)) return false;
  const verb = wholeWords(`${spelled(verbs)}(?:\\s+(?:${POINTED_AT}))?(?!\\s+${ANOTHER}(?![\\p{L}]))`).exec(typed);
  // "Nhắc hết" may be more than is shown.
  if (verb === null || MORE.test(typed)) return false;
  const rest = `${typed.slice(0, verb.index)} ${typed.slice(verb.index + verb[0].length)}`
    .replace(wholeWords(POINTED_AT), ' ')
    .trim();
  return isYes(rest) || isOnlyCourteous(rest);
}

/** What a round or a report is asked, and no message that is about to go out. */
const OF_REPORTS = /\b(?:nop|chua|muon|tre|dung han|qua han|du|tham gia|tham du|cho duyet|bao cao|ket qua|hoi nghi)\b/u;
const ASKS_WHOM =
  /\b(?:(?:gui|nhac|bao|nhan|mien|toi|den|cho|gom|co|nhung|la)(?: (?:cho|toi|den|tin|nhung|cac|co))* (?:ai|(?:nhung )?nguoi nao|(?:nhung |cac )?don vi nao)|(?:ai|nguoi nao|don vi nao)(?: (?:se|duoc|dang|la|nguoi|deu))* nhan|danh sach(?: nguoi)? nhan|nguoi nhan(?: la)? ai)\b/u;
const ASKS_HOW_MANY =
  /\b(?:bao nhieu|may)(?: (?:nguoi|don vi|dau moi|tin|cho|noi|huyen|so))(?: (?:nhan|duoc|se|gui|nhac|mien|gia han|tin|the|vay|day|do|a|em|nhi|thi|ha|co|bi))*$/u;
const WHEN = '(?:hom nao|ngay nao|ngay may|bao gio|khi nao|luc nao|may gio|(?:la )?ngay bao nhieu|hom may)';
const ASKS_WHEN = new RegExp(
  `\\b(?:han (?:moi|cu|sau|la)|(?:gui|nhac|gia han|lui) ?(?:vao|luc|den|toi)?|den|toi)(?: (?:la|se|den|toi|vao|het|thi))* ${WHEN}\\b|${WHEN}(?: (?:thi|se|moi))* (?:gui|nhac|toi han|het han)\\b`,
  'u',
);

/** "Còn bao nhiêu người nhận?", "tin này gửi cho ai", "tới ai rồi", "thế hạn mới là hôm nào": asked of the preview of an act, which answers it. */
export function asksOfPreview(text: string, about: string | null, units: readonly KnownUnit[]): 'whom' | 'when' | null {
  if (about === null || VERBS[about] === undefined) return null;
  const said = fold(text)
    .replace(/[.,!?"“”…]+/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
  if (said.length > LONGEST || unitsIn(text, units).length > 0) return null;
  if (about === 'giahan' && ASKS_WHEN.test(said)) return /\b(?:nop|bao cao)\b/u.test(said) ? null : 'when';
  const isOfDecisions =
    (about !== 'giahan' && /\bgia han\b/u.test(said)) || (about !== 'mien' && /\bmien\b/u.test(said));
  if (isOfDecisions || OF_REPORTS.test(said)) return null;
  if (ASKS_WHOM.test(said) || ASKS_HOW_MANY.test(said)) return 'whom';
  return ASKS_WHEN.test(said) ? 'when' : null;
}

const HESITATES = new RegExp(
  `^(?:${spelled('à|ơ|ấy|khoan đã|khoan|dừng lại|dừng|từ từ|chờ đã|em|bot|ơi|mà')}\\s+)+`,
  'u',
);
const THIS = `(?:${spelled('việc|cái|vụ|lệnh|thông báo|yêu cầu|cái việc|chuyện')}\\s+)?${spelled('này|đó|ấy|kia|đang làm|đang dở')}`;
const COURTEOUS = `(?:\\s+${spelled('đi|nhé|nha|luôn|ạ|em|vậy|đã|hẳn|thôi|tính|làm|giúp|chị|anh|hết')})*`;
const LATER = `(?:${spelled('thôi|cứ')}\\s+)*${spelled('để|tính|làm')}\\s+(?:${spelled('đến|tới')}\\s+)?${spelled('sau|mai|lúc khác|hôm khác|khi khác|bữa khác|hôm sau|ngày mai|chiều|tuần sau')}`;
const DROPS = spelled('bỏ|huỷ|hủy|thôi|dẹp|xoá|xóa|ngừng');

/** "Thôi để sau", "khoan, thôi không duyệt nữa", "dừng, việc này bỏ": the act that is open is left, and nothing else is said. */
export function leavesOpen(text: string, about: string | null): boolean {
  const verbs = about === null ? undefined : VERBS[about];
  const typed = lower(text)
    .replace(/[.,!;…]+/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
  if (verbs === undefined || typed.length > LONGEST || /[\d?:]/u.test(typed)) return false;
  const rest = typed.replace(HESITATES, '');
  if (rest !== typed && readReply(rest) === 'cancel') return true;
  const never = `(?:${spelled('thôi')}\\s+)?${spelled('không|ko|khỏi|đừng|chẳng')}\\s+(?:${spelled('cần|phải')}\\s+)?${spelled(`${verbs}|làm|gửi`)}(?:\\s+(?:${POINTED_AT}))?\\s+${spelled('nữa')}`;
  return new RegExp(
    `^(?:${LATER}|${never}|${THIS}\\s+(?:${spelled('thì|cứ|thôi')}\\s+)?${DROPS}|(?:${spelled('thôi')}\\s+)?${DROPS}\\s+${THIS})${COURTEOUS}$`,
    'u',
  ).test(rest);
}

/** Of what is said to a preview that waits: an answer to it, or that it is left. */
export function saidOfOpen(text: string, { awaits, about, units }: Situation): 'answer' | 'leave' | null {
  if (awaits !== null && leavesOpen(text, about)) return 'leave';
  if (awaits !== 'choice') return null;
  return agreesTo(text, about) || asksOfPreview(text, about, units) !== null ? 'answer' : null;
}
