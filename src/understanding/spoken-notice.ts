import { readAudience } from '../language/desk/audience.ts';
import { capital, tidy } from '../language/fold.ts';
import { isQuestion } from '../language/question-form.ts';
import { spelled, wholeWords } from '../language/spelled.ts';
import { splitExcept } from './except.ts';
import type { Situation } from './meaning.ts';
import { namesReceivers, receiversAtFront } from './said-units.ts';
import { readMessage } from './spoken-message.ts';

const LEAD = `(?:(?:${spelled('em|bot|ơi|giúp|nhờ|hãy|chị|anh|tôi|mình|ok|rồi|giờ')})\\s+){0,4}`;
const NOTICE = new RegExp(
  `^${LEAD}(?:${spelled('gửi thông báo|ra thông báo|phát thông báo|soạn thông báo|viết thông báo|làm thông báo|soạn tin|thông báo|nhắn tin|nhắn|gửi tin nhắn|gửi tin')}(?:\\s+${spelled('cho|tới|đến')})?|${spelled('báo cho')}|(?:${spelled('nội dung')}\\s+)?${spelled('thông báo|tin')}\\s+${spelled('này|sau')}\\s+${spelled('gửi cho|gửi tới|gửi đến|gửi|cho')})\\s+`,
  'iu',
);
const AGAIN = new RegExp(`^${LEAD}${spelled('gửi lại')}\\s+(?:${spelled('thông báo|tin')})(?![\\p{L}\\p{N}])`, 'iu');
/** Between whom it is for and what is to be said. */
const AND_SAYS = new RegExp(
  `^(?:[,;:]\\s*|(?:${spelled('là|rằng|biết là|biết rằng|biết|nhé|như sau')})(?:\\s+|:\\s*))+`,
  'iu',
);
const INVITES = new RegExp(`^${LEAD}(${spelled('mời|kính mời')})\\s+`, 'iu');
const TO_COME = new RegExp(
  `^(?:${spelled('dự|họp|tham dự|tham gia|về dự|về họp|đến dự|lên họp')})(?![\\p{L}\\p{N}])`,
  'iu',
);
const ASKED_POLITELY = new RegExp(`(?:\\s+(?:${spelled('giúp|giúp chị|giúp em|giúp tôi|nhé|nha|với')}))+[.!]*$`, 'iu');
/** "Nhắn cho các sở ngày 20 có đoàn kiểm tra nhé", "mời các huyện dự họp": the words behind "/thongbao"; null where whom it is for does not stand first. */
export function readNotice(text: string, { units }: Pick<Situation, 'units'>): string | null {
  const typed = tidy(text).trim();
  if (AGAIN.test(typed)) return 'kết quả';
  if (asksNotTells(typed)) return null;
  const message = readMessage(typed, units);
  if (message !== null) return message;
  const told = wordsFirst(typed, units) ?? tellsThat(typed, units);
  if (told !== null) return `cho ${told.who}: ${capital(told.words)}`;
  const lead = NOTICE.exec(typed) ?? INVITES.exec(typed) ?? tellsThem(typed, units);
  if (lead === null) return null;
  const invitation = lead[1] ?? '';
  const rest = typed.slice(lead[0].length);
  const head = headIn(rest);
  // Where a colon ends whom it is for, no part of that is said to them.
  if (head !== null && readAudience(head).state === null && invitation === '') {
    const at = HOUR_OF_HEAD.exec(head);
    const who = at === null ? head : head.slice(0, at.index).trim();
    const words = capital(rest.slice(rest.indexOf(':') + 1).trim());
    if (!namesReceivers(who, units, 'some') && !isAudience(who, units)) return null;
    return at === null ? `cho ${who}: ${words}` : `cho ${who}: ${words.replace(/[.!]+$/u, '')}. Gửi ${at[1]}`;
  }
  const who = stateAtFront(rest) ?? receiversAtFront(rest, units);
  if (who === null) return null;
  const behind = rest.slice(who.length).trim();
  const words = behind.replace(AND_SAYS, '').replace(ASKED_POLITELY, '').trim();
  if (invitation !== '') return TO_COME.test(words) ? `cho ${who}: ${capital(invitation)} ${who} ${words}` : null;
  return words === '' ? who : `cho ${who}: ${capital(words)}`;
}

const POLITELY = new RegExp(`[\\s,]+(?:có\\s+)?${spelled('được không|được ko|được k')}(?=\\P{L}|$).*$`, 'iu');

/** A question without words to be passed on behind a colon begins no notice, whatever it speaks of. */
export function asksNotTells(text: string): boolean {
  return !/[:\n]/u.test(text) && isQuestion(text.replace(POLITELY, ''));
}

const A_NOTICE = `(?:${spelled('cái|các|những|lại')}\\s+)*${spelled('thông báo|tb')}(?:\\s+${spelled('số')})?(?:\\s+(\\d{1,9}))?`;
const STOPS = new RegExp(
  `^${LEAD}(?:${spelled('huỷ hẹn|hủy hẹn|huỷ|hủy|dừng|thu hồi|bỏ|rút')})\\s+${A_NOTICE}(?:\\s+(?:${spelled('đó|này|kia|vừa rồi|lúc nãy|đi|giúp|giúp chị|nhé|ạ|chị|em|hẹn')}))*[.!]*$`,
  'iu',
);
const WAITING = wholeWords(
  `${A_NOTICE}\\s+(?:.{0,12}\\s)?${spelled('đang hẹn|đã hẹn|hẹn giờ|chờ gửi|đang chờ|chưa gửi|sắp gửi')}`,
  'iu',
);
const RECEIVED = wholeWords(
  `(?:${spelled('kết quả')}\\s+${A_NOTICE}|${spelled('ai|những ai|đơn vị nào|bao nhiêu người')}\\s+(?:.{0,10}\\s)?${spelled('đọc|nhận|nhận được|xem')}\\s+(?:.{0,10}\\s)?${A_NOTICE})`,
  'iu',
);
/** "Thông báo đó ai nhận được rồi", "bao nhiêu người bấm đã nhận": how the last one ended. */
const RECEIVED_OF_IT = wholeWords(
  `${A_NOTICE}\\s+(?:${spelled('đó|này|kia|vừa rồi|lúc nãy|hôm qua|sáng nay|chiều qua')}\\s+)*(?:${spelled('thì|đã|có')}\\s+)*${spelled('ai|những ai|mấy người|bao nhiêu người|đơn vị nào|đến đâu|tới đâu|thế nào|gửi được chưa|tới chưa|đi chưa')}(?:\\s.*)?|${spelled('ai|những ai|mấy người|bao nhiêu người|mấy đơn vị|bao nhiêu đơn vị|đơn vị nào')}\\s+(?:${spelled('đã|chưa|có|mới|còn')}\\s+)*(?:${spelled('bấm|ấn|nhấn|xác nhận|báo')}\\s+)+${spelled('đã nhận|nhận|xác nhận|là đã nhận')}(?:\\s.*)?|${spelled('ai|những ai|mấy người|bao nhiêu người')}\\s+(?:${spelled('đã|chưa')}\\s+)*xác\\s+nhận(?:\\s.*)?`,
  'iu',
);
/** "Thông báo số 4 đến được bao nhiêu người rồi", "thông báo vừa rồi đến được mấy nơi": asked of one that went out. */
const OF_NOTICE = new RegExp(`^${LEAD}${A_NOTICE}(?![\\p{L}\\p{N}])`, 'iu');
const WENT_OUT = wholeWords(
  spelled('số|đó|kia|vừa rồi|lúc nãy|đến|tới|nhận|đọc|xem|xác nhận|gửi|đi|bao nhiêu người|mấy người|mấy nơi'),
  'iu',
);
const LONGEST_LOOK = 70;

/** "Huỷ cái thông báo đó đi", "thông báo số mấy đang chờ gửi", "ai đã đọc thông báo số 3": the words behind "/thongbao"; null where a notice is not looked at. */
export function readNoticeLook(text: string): string | null {
  const said = tidy(text).trim();
  if (said.length > LONGEST_LOOK || /[:\n]/u.test(said)) return null;
  const stops = STOPS.exec(said);
  if (stops !== null) return stops[1] === undefined ? 'dừng' : `dừng ${stops[1]}`;
  if (WAITING.test(said)) return 'danh sách';
  const received = RECEIVED.exec(said);
  if (received !== null) return `kết quả ${received[1] ?? received[2] ?? ''}`.trim();
  const ofIt = RECEIVED_OF_IT.exec(said);
  if (ofIt !== null) return `kết quả ${ofIt[1] ?? ''}`.trim();
  const asked = asksNotTells(said) ? OF_NOTICE.exec(said) : null;
  return asked !== null && WENT_OUT.test(said) ? `kết quả ${asked[1] ?? ''}`.trim() : null;
}

/** "Gửi cho Sở Nội vụ và Sở Tài chính: …", "báo Tứ Kỳ: …": plain verbs, where nothing but receivers stands before the colon. */
const TELLS = new RegExp(
  `^${LEAD}(?:${spelled('gửi riêng|nhắn riêng|gửi|báo|bảo|nói')})(?:\\s+${spelled('cho|tới|đến|với')})?\\s+`,
  'iu',
);

function tellsThem(typed: string, units: Situation['units']): RegExpExecArray | null {
  const lead = TELLS.exec(typed);
  const head = lead === null ? null : headIn(typed.slice(lead[0].length));
  return head !== null && (namesReceivers(head, units) || isAudience(head, units)) ? lead : null;
}

/** "Lãnh đạo các đơn vị chưa nộp": roles or a state, and nobody besides who is not known. */
function isAudience(text: string, units: Situation['units']): boolean {
  const { roles, state, units: left } = readAudience(splitExcept(text).whom);
  return (roles.length > 0 || state !== null) && (left === '' || namesReceivers(left, units));
}

const WORDS_FIRST = new RegExp(
  `^(\\S.{4,300}?)[,;.]\\s*${spelled('gửi|nhắn|báo')}\\s+${spelled('cho|tới|đến')}\\s+([^,;:]{3,80}?)[.!\\s]*$`,
  'iu',
);
/** They have something made first, or are nothing to be said. */
const MADE_FIRST = new RegExp(
  `^${LEAD}${spelled('soạn|viết|lập|làm|xuất|tạo|lấy|tải|in|cho|xem|file|tệp|báo cáo|bc|biểu mẫu|mẫu|số liệu|bảng|công văn|văn bản|duyệt|trả lại|gia hạn|miễn|nhắc|đôn đốc')}(?![\\p{L}])`,
  'iu',
);

/** "Cảm ơn mọi người đã nộp, gửi cho các đơn vị đã nộp tháng 11": what is to be said stands first. */
function wordsFirst(typed: string, units: Situation['units']): { who: string; words: string } | null {
  const found = typed.includes(':') || MADE_FIRST.test(typed) ? null : WORDS_FIRST.exec(typed);
  const [, words = '', who = ''] = found ?? [];
  return found !== null && (isAudience(who, units) || namesReceivers(who, units)) ? { who, words } : null;
}

const TELLS_THAT = new RegExp(
  `^${LEAD}${spelled('báo|bảo|nói với|nhắn')}\\s+(?:${spelled('cho|với|tới')}\\s+)?([^:]{2,60}?)\\s+${spelled('là|rằng')}\\s+(\\S.{3,})$`,
  'iu',
);

/** "Báo HBG là hạn vẫn giữ nguyên". */
function tellsThat(typed: string, units: Situation['units']): { who: string; words: string } | null {
  const [, who = '', words = ''] = TELLS_THAT.exec(typed) ?? [];
  return who !== '' && !words.includes('?') && namesReceivers(who, units) ? { who, words } : null;
}

/** "… các huyện lúc 16h chiều nay: …": when it is to go, and no part of the words. */
const HOUR_OF_HEAD = new RegExp(
  `\\s+(?:vào\\s+)?(lúc\\s+\\d{1,2}\\s*(?:h|giờ|g|:)\\s*\\d{0,2}(?:\\s+${spelled('sáng|chiều|tối|trưa')})?(?:\\s+${spelled('nay|mai|ngày mai|hôm nay')}|\\s+${spelled('thứ')}\\s+\\S+)?)$`,
  'iu',
);
const LONGEST_HEAD = 120;

function headIn(text: string): string | null {
  const head = new RegExp(`^([^:\\n]{2,${LONGEST_HEAD}}):(?!\\d)`, 'u').exec(text)?.[1];
  return head === undefined ? null : head.trim();
}

/** "Các đơn vị nộp muộn tháng 10: …": those alone, never all of them. */
function stateAtFront(text: string): string | null {
  const head = /^([^:\n]{4,80}):/u.exec(text)?.[1];
  return head !== undefined && readAudience(head).state !== null ? head : null;
}
