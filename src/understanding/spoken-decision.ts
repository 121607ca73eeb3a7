import { fold, tidy } from '../language/fold.ts';
import { takeLaterDay } from '../language/later-day.ts';
import { OFFICIAL_WORDS } from '../language/paper-words.ts';
import { takeReason } from '../language/reason-word.ts';
import { spelled, wholeWords } from '../language/spelled.ts';
import { readActingOrder } from './acting-order.ts';
import { splitExcept } from './except.ts';
import type { Situation } from './meaning.ts';
import { unitIn } from './name-unit.ts';
import { namesReceivers, readUnits } from './said-units.ts';

type Known = Pick<Situation, 'units' | 'reports' | 'today'>;

const EXTEND = wholeWords(`${spelled('gia hạn|lùi hạn|dời hạn|nới hạn|giãn hạn')}(?:\\s+${spelled('thêm')})?`, 'iu');
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
  `^(?:${spelled('em|bot|giúp|chị')}\\s+){0,3}${spelled('bỏ miễn|huỷ miễn|hủy miễn')}\\s+`,
  'iu',
);
const ACCEPT = wholeWords(spelled('duyệt|phê duyệt'), 'iu');
const SEND_BACK = wholeWords(spelled('trả lại|trả về|yêu cầu làm lại|làm lại|yêu cầu sửa|mở lại|yc làm lại'), 'iu');
const ALL_OF_THEM =
  /^(?:duyet|phe duyet)(?: (?:het|tat ca|luon|di|nhe|giup|chi|em|cac bao cao|bao cao|con lai))*[.!]?$/u;
const INSTEAD = wholeWords(
  spelled('nhập thay|nộp thay|nhập hộ|nộp hộ|nhập giúp|nộp giúp|nhập giùm|vào sổ|nhập báo cáo giấy'),
  'iu',
);
const HANDED_IN = wholeWords(spelled('gửi|nộp|gởi|trình|chuyển'), 'iu');
const NOTHING = wholeWords(spelled('không phát sinh|ko phát sinh|k phát sinh'), 'iu');
const OFFICIAL = wholeWords(spelled(OFFICIAL_WORDS), 'iu');
/** The other side speaks of itself. */
const OWN = wholeWords(spelled('bên em|bên tôi|đơn vị em|đơn vị tôi|em gửi|em nộp'), 'iu');

/** "Không đồng ý cho Tứ Kỳ, hạn của tỉnh không lùi được": of whom, and why. */
const REFUSES = new RegExp(
  `^(?:${spelled('em|bot|thôi|chị')}\\s+)*${spelled('không đồng ý|không duyệt|từ chối|không chấp nhận')}(?:\\s+${spelled('gia hạn|lùi hạn|xin gia hạn')})?(?:\\s+${spelled('cho|với|của')})?\\s+([^,;:]{2,60})(?:[,;:]\\s*(?:${spelled('vì|do|lý do')}\\s*:?\\s*)?(.*))?$`,
  'iu',
);

/** "Gia hạn cho Chí Linh và Kinh Môn tới 20/11 vì bão", "cho Cẩm Giàng thêm 2 ngày nữa": the words behind "/giahan". */
export function readExtension(text: string, known: Known): string | null {
  const typed = oneLine(text);
  const refused = REFUSES.exec(typed);
  const unit = refused === null ? null : unitIn(refused[1] ?? '', known.units);
  if (unit !== null) return `không ${unit} ${refused?.[2] ?? ''}`.trim();
  const isPlain = EXTEND.test(typed) || (MORE_DAYS.test(typed) && takeLaterDay(typed, known.today) !== null);
  if (!isPlain) return null;
  const order = withReason(typed, known).replace(EXTEND, ' ').replace(/\s+/gu, ' ').trim();
  return namesUnits(order, known) ? order : null;
}

/** "Thanh tra tỉnh khỏi nộp tháng này, họ giải thể rồi": the words behind "/mien". */
export function readWaiver(text: string, known: Known): string | null {
  const typed = oneLine(text);
  const again = OWE_AGAIN.exec(typed);
  if (again !== null) return `bỏ miễn ${typed.slice(again[0].length)}`;
  if (!NOT_OWED.test(typed) && !WAIVE.test(typed)) return null;
  const { reason, period, who } = orderIn(withReason(typed, known), known);
  const listed = WAIVE.test(typed) && namesReceivers(who, known.units) ? who : null;
  const said = readUnits(who, known.units);
  const isOne = splitExcept(typed).except === null && said.kinds.length === 0 && said.codes.length < 2;
  const named = isOne ? (unitIn(typed, known.units) ?? listed) : listed;
  if (named === null) return null;
  return [named, period ?? '', reason === null ? '' : `vì ${reason}`].filter((part) => part !== '').join(' ');
}

/** "Bc tháng 10 của công an ok rồi, duyệt đi", "trả lại báo cáo Sở Tài chính, thiếu kết quả": the words behind "/duyet". */
export function readReviewing(text: string, known: Known): string | null {
  const typed = oneLine(text);
  const isBack = SEND_BACK.test(typed);
  if (!isBack && !ACCEPT.test(typed)) return null;
  const { whom, except } = splitExcept(typed);
  // "Duyệt tất cả trừ Gia Lộc": the list, where each stands by itself.
  if (except !== null && !isBack) return '';
  const unit = unitIn(whom, known.units);
  if (unit === null) return ALL_OF_THEM.test(fold(typed)) ? '' : null;
  const { period, reason } = orderIn(withReason(typed, known), known);
  const which = period === null ? unit : `${unit} ${period}`;
  if (!isBack) return which;
  return `trả lại ${which}${reason === null ? '' : `: ${reason}`}`;
}

/** "Tứ Kỳ gửi báo cáo qua trục liên thông, 3 hội nghị 200 người": the words behind "/nopthay", the story in a line of its own. */
export function readPaper(text: string, known: Known): string | null {
  const typed = tidy(text).trim();
  const unit = unitIn(typed, known.units);
  if (unit === null || OWN.test(typed)) return null;
  const isFiled = HANDED_IN.test(typed) && OFFICIAL.test(typed);
  if (!INSTEAD.test(typed) && !isFiled && !NOTHING.test(typed)) return null;
  const { period } = orderIn(typed, known);
  return `${period === null ? unit : `${unit} ${period}`}\n${typed}`;
}

function orderIn(typed: string, { today, reports }: Known) {
  return readActingOrder(typed, { today, reports, ownUnits: [], units: [] });
}

function namesUnits(order: string, known: Known): boolean {
  const { who } = orderIn(order, known);
  const said = readUnits(who, known.units);
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
