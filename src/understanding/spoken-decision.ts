import { readMissing } from '../language/desk/audience-words.ts';
import { OFFICIAL_WORDS } from '../language/desk/paper-words.ts';
import { fold, tidy } from '../language/fold.ts';
import { beforeReason, takeReason } from '../language/reason-word.ts';
import { spelled, wholeWords } from '../language/spelled.ts';
import { takeLaterDay } from '../language/time/later-day.ts';
import { readActingOrder } from './acting-order.ts';
import { splitExcept } from './except.ts';
import { looksLikeUnit } from './list-units.ts';
import type { Situation } from './meaning.ts';
import { unitIn, unitsIn } from './name-unit.ts';
import { speaksOf } from './order-stance.ts';
import { namesReceivers, readUnits } from './said-units.ts';
import { unitsInFront } from './units-in-front.ts';

export type Known = Pick<Situation, 'units' | 'reports' | 'today'>;

const EXTEND = wholeWords(
  `${spelled('gia hạn|lùi hạn|dời hạn|nới hạn|giãn hạn|đổi hạn|sửa hạn|chuyển hạn')}(?:\\s+${spelled('thêm')})?`,
  'iu',
);
/** "Đổi hạn của Sở Xây dựng thành 25/11". */
const MOVED_TO = new RegExp(
  `^(.*${spelled('đổi hạn|sửa hạn|chuyển hạn')}.*)\\s${spelled('thành|sang|lại thành|qua')}\\s+(?=(?:${spelled('hết|ngày|thứ|mai')}\\s*)*[\\d\\p{L}])`,
  'iu',
);
/** With a day beside it. */
const MORE_DAYS = wholeWords(
  `${spelled('thêm')}\\s+\\d{1,2}\\s+${spelled('ngày|tuần|hôm')}|${spelled('lùi')}(?=\\s+${spelled('đến|tới|sang|hạn|thêm')})`,
  'iu',
);
const NOT_OWED = wholeWords(
  `${spelled('khỏi nộp|khỏi phải nộp|khỏi báo cáo|không phải nộp|không cần nộp|được miễn')}|${spelled('không tính|ko tính|k tính|khỏi tính')}\\s`,
  'iu',
);
const WAIVE = wholeWords(spelled('miễn'), 'iu');
const OWE_AGAIN = new RegExp(
  `^(?:${spelled('em|bot|giúp|chị')}\\s+){0,3}${spelled('bỏ miễn|huỷ miễn|hủy miễn')}(?:\\s+|$)`,
  'iu',
);
const ACCEPT = wholeWords(spelled('duyệt|phê duyệt'), 'iu');
const SEND_BACK = wholeWords(spelled('trả lại|trả về|yêu cầu làm lại|làm lại|yêu cầu sửa|mở lại|yc làm lại'), 'iu');
const ALL_OF_THEM =
  /^(?:duyet|phe duyet)(?: (?:het|tat ca|luon|di|nhe|giup|chi|em|cac bao cao|bao cao|con lai))*[.!]?$/u;
const INSTEAD = wholeWords(
  spelled(
    'nhập thay|nộp thay|nhập hộ|nộp hộ|nhập giúp|nộp giúp|nhập giùm|vào sổ|nhập báo cáo giấy|nhập số liệu|nhập tiếp số liệu|bổ sung số liệu|điền số liệu|ghi số liệu',
  ),
  'iu',
);
const HANDED_IN = wholeWords(spelled('gửi|nộp|gởi|trình|chuyển|nhận'), 'iu');
const NOTHING = wholeWords(spelled('không phát sinh|ko phát sinh|k phát sinh'), 'iu');
const OFFICIAL = wholeWords(spelled(OFFICIAL_WORDS), 'iu');
/** The other side speaks of itself. */
const OWN = wholeWords(spelled('bên em|bên tôi|đơn vị em|đơn vị tôi|em gửi|em nộp'), 'iu');

/** "Không đồng ý cho Tứ Kỳ, hạn của tỉnh không lùi được": of whom, and why. */
const REFUSES = new RegExp(
  `^(?:${spelled('em|bot|thôi|chị')}\\s+)*${spelled('không đồng ý|không duyệt|từ chối|không chấp nhận')}(?:\\s+${spelled('đơn|đề nghị|yêu cầu')})?(?:\\s+${spelled('gia hạn|lùi hạn|xin gia hạn|xin lùi hạn|xin lùi|xin thêm|xin')})?(?:\\s+${spelled('cho|với|của')})?\\s+([^,;:]{2,60})(?:[,;:]\\s*(?:${spelled('vì|do|lý do')}\\s*:?\\s*)?(.*))?$`,
  'iu',
);

/** "Xin thêm 2 ngày", "đơn xin của Sở GD": what a unit asks for, and somebody grants. */
const ASKED_FOR = wholeWords(
  `${spelled('đơn xin|đề nghị|yêu cầu|xin')}\\s+(?:${spelled('phép|được|cho')}\\s+)?(?:${spelled('gia hạn|lùi hạn|lùi|dời hạn|hoãn|nộp muộn|nộp chậm')}|${spelled('thêm')}\\s+\\d)|${spelled('đơn xin|đơn gia hạn|đề nghị gia hạn')}`,
  'iu',
);
/** Around it: that it is granted. */
const GRANTED = new RegExp(
  `^(?:(?:${spelled('em|bot|chị|ok|ừ|vâng|thôi')})\\s+)*${spelled('duyệt|phê duyệt|đồng ý|chấp nhận')}(?:\\s+${spelled('cho')})?\\s+|[,;.]\\s*(?:${spelled('chị|em|tôi|ok|thì|thôi')}\\s+)*${spelled('duyệt|đồng ý|chấp nhận|ok|nhất trí|cho phép')}(?:\\s+${spelled('nhé|luôn|đi|em|cho họ|cho')})*[.!]*$`,
  'giu',
);
const REQUEST_WORDS = wholeWords(
  `${spelled('đơn xin|đơn|đề nghị|yêu cầu|xin')}(?:\\s+${spelled('phép|được|cho')})?(?:\\s+${spelled('gia hạn|lùi hạn|dời hạn')})?(?:\\s+${spelled('của')})?`,
  'giu',
);

/** "Gia hạn cho Chí Linh và Kinh Môn tới 20/11 vì bão", "cho Cẩm Giàng thêm 2 ngày nữa": the words behind "/giahan". */
export function readExtension(text: string, known: Known): string | null {
  const typed = oneLine(text);
  const refused = ABOUT_REPORT.test(typed) ? null : REFUSES.exec(typed);
  const unit = refused === null ? null : unitIn(beforeReason(refused[1] ?? ''), known.units);
  const why = refused?.[2] ?? takeReason(refused?.[1] ?? '')?.reason ?? '';
  if (unit !== null) return `không ${unit} ${why}`.trim();
  const isPlain = EXTEND.test(typed) || (MORE_DAYS.test(typed) && takeLaterDay(typed, known.today) !== null);
  const isAsked = ASKED_FOR.test(typed);
  if (!isPlain && !isAsked) return null;
  const moved = typed.replace(MOVED_TO, '$1 đến ');
  const granted = isAsked ? typed.replace(GRANTED, ' ').replace(REQUEST_WORDS, ' ') : moved;
  const told = asTold(granted, known) ?? granted;
  const order = withReason(told, known).replace(EXTEND, ' ').replace(/\s+/gu, ' ').trim();
  return namesUnits(order, known) ? order : null;
}

/** What is done about a report is no answer to a request for more time. */
const ABOUT_REPORT = new RegExp(
  `^(?:${spelled('em|bot|thôi|chị')}\\s+)*${spelled('không duyệt|từ chối|không chấp nhận')}\\s+(?:${spelled('bản')}\\s+)?${spelled('báo cáo|bc')}(?![\\p{L}])(?!.*${spelled('gia hạn|lùi hạn|xin lùi|muộn')})`,
  'iu',
);

const VERB = wholeWords(
  `(?:${spelled('nên|thì|vậy|cho|xin|em|bot|chị|giúp|họ|nó|bên đó|được')}\\s+)*(?:${spelled('gia hạn|lùi hạn|dời hạn|nới hạn|giãn hạn|lùi')}|${spelled('thêm')}(?=\\s+\\d))`,
  'iu',
);

/** "Thanh Hà và Tứ Kỳ mất điện, cho lùi đến hết thứ 5": units, what happened to them, and the order: said as it is elsewhere; null where it is not told so. */
function asTold(typed: string, known: Known): string | null {
  const verb = VERB.exec(typed);
  if (verb === null || verb.index === 0) return null;
  const before = typed.slice(0, verb.index).replace(/[\s,;.]+$/u, '');
  const behind = typed.slice(verb.index + verb[0].length).trim();
  const told = unitsInFront(before, known.units);
  if (told === null || unitsIn(`${told.behind} ${behind}`, known.units).length > 0 || takeReason(typed) !== null)
    return null;
  return `${told.who} ${/^\d/u.test(behind) ? 'thêm ' : ''}${behind} vì ${told.behind}`;
}

/** "Thanh tra tỉnh khỏi nộp tháng này, họ giải thể rồi": the words behind "/mien". */
export function readWaiver(text: string, known: Known): string | null {
  const typed = oneLine(text);
  const again = OWE_AGAIN.exec(typed);
  if (again !== null) return `bỏ miễn ${typed.slice(again[0].length)}`.trim();
  const isWaived = speaksOf(typed, 'mien');
  if (!NOT_OWED.test(typed) && !isWaived) return null;
  const { reason, obligations, period, who } = readActingOrder(withReason(typed, known), known);
  const report = obligations?.length === 1 ? (obligations[0] ?? '') : '';
  const said = readUnits(who, known.units);
  // "Báo HD với Đài PTTH": whoever is not known is named where it is carried out, never passed over.
  const isListed = said.codes.length > 0 && said.unknown.length > 0 && said.unknown.every(looksLikeUnit);
  const listed = isWaived && (isListed || namesReceivers(who, known.units)) ? who : null;
  const isOne = !isListed && splitExcept(typed).except === null && said.kinds.length === 0 && said.codes.length < 2;
  const named = isOne ? (unitIn(beforeReason(typed), known.units) ?? listed) : listed;
  if (named === null) return null;
  return [named, report, period ?? '', reason === null ? '' : `vì ${reason}`].filter((part) => part !== '').join(' ');
}

/** "Bc tháng 10 của công an ok rồi, duyệt đi", "trả lại báo cáo Sở Tài chính, thiếu kết quả": the words behind "/duyet". */
export function readReviewing(text: string, known: Known): string | null {
  const typed = oneLine(text);
  const isBack = SEND_BACK.test(typed) || ABOUT_REPORT.test(typed);
  if ((!isBack && !ACCEPT.test(typed)) || ASKED_FOR.test(typed)) return null;
  const { head, reason } = isBack ? whyOf(typed, known) : { head: beforeReason(typed), reason: null };
  const { whom, except } = splitExcept(head);
  const units = unitsIn(whom, known.units);
  // "Duyệt tất cả trừ Gia Lộc": said there that each stands by itself.
  if (except !== null && !isBack) return `tất cả trừ ${except}`;
  if (units.length === 0) return ALL_OF_THEM.test(fold(typed)) ? '' : null;
  const { period } = readActingOrder(head, known);
  const which = period === null ? units.join(', ') : `${units.join(', ')} ${period}`;
  if (!isBack) return which;
  return `${REOPENS.test(typed) ? 'mở lại' : 'trả lại'} ${which}${reason === null ? '' : `: ${reason}`}`;
}

const REOPENS = wholeWords(spelled('mở lại'), 'iu');

/** Whose report is to go back, and why: behind "vì", behind a colon, or in the clauses behind the unit's. */
function whyOf(typed: string, { units }: Known): { head: string; reason: string | null } {
  const given = takeReason(typed);
  if (given !== null && given.rest !== '') return { head: given.rest, reason: given.reason };
  const colon = /^([^:]{3,120}):(?!\d)\s*(\S.*)$/u.exec(typed);
  if (colon !== null) return { head: colon[1] ?? '', reason: colon[2] ?? null };
  const clauses = typed.split(/[,;]\s*(?=\S)/u);
  const first = clauses.findIndex((clause) => unitIn(clause, units) !== null);
  if (first < 0) return { head: typed, reason: null };
  const behind = clauses.slice(first + 1);
  const at = behind.findIndex((clause) => !namesReceivers(clause.replace(/^(?:và|va|cả|ca)\s+/iu, ''), units));
  const why = at < 0 ? [] : behind.slice(at).filter((clause) => !SEND_BACK.test(clause));
  if (why.join(' ').split(' ').length < 2) return { head: typed, reason: null };
  return { head: clauses.slice(0, first + 1 + at).join(', '), reason: why.join(', ') };
}

/** "Tứ Kỳ gửi báo cáo qua trục liên thông, 3 hội nghị 200 người": the words behind "/nopthay", the story in a line of its own. */
export function readPaper(text: string, known: Known): string | null {
  const typed = tidy(text).trim();
  const unit = unitIn(beforeReason(typed), known.units);
  if (unit === null || OWN.test(typed)) return null;
  const isFiled = HANDED_IN.test(typed) && OFFICIAL.test(typed);
  if (!INSTEAD.test(typed) && !isFiled && !NOTHING.test(typed)) return null;
  const { period } = readActingOrder(typed, known);
  return `${period === null ? unit : `${unit} ${period}`}\n${typed}`;
}

function namesUnits(order: string, known: Known): boolean {
  const { who } = readActingOrder(order, known);
  const said = readUnits(who, known.units);
  if (readMissing(splitExcept(who).whom) === '') return true;
  return who !== '' && said.unknown.length === 0 && said.kinds.length + said.codes.length > 0
    ? true
    : namesReceivers(who, known.units);
}

/** A clause behind the order that names no unit and no day tells why: "lùi hạn cho HBG 3 ngày, họ đang kiểm kê". */
function withReason(typed: string, { units, today }: Known): string {
  const at = typed.lastIndexOf(',');
  if (at < 0 || takeReason(typed) !== null) return typed;
  const clause = typed.slice(at + 1).trim();
  const isOrder = [EXTEND, WAIVE, ACCEPT, SEND_BACK, NOT_OWED].some((one) => one.test(clause));
  if (isOrder || unitIn(clause, units) !== null || takeLaterDay(clause, today) !== null) return typed;
  if (readUnits(clause, units).unknown.length === 0 || clause.split(' ').length < 2) return typed;
  return `${typed.slice(0, at)} vì ${clause}`;
}

function oneLine(text: string): string {
  return tidy(text).trim().replace(/\s+/gu, ' ');
}
