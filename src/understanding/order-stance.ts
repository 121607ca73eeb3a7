import { readReply } from '../language/choice-word.ts';
import { lower } from '../language/fold.ts';
import { isPausing } from '../language/pause-word.ts';
import { takeReason } from '../language/reason-word.ts';
import { spelled, wholeWords } from '../language/spelled.ts';

/**
 * How a sentence stands to the order it names: it gives it, holds it back ("đừng nhắc vội", "thôi để mai tính"), or asks, doubts or
 * tells about it ("có nên nhắc không nhỉ", "ai bảo gia hạn thế", "sếp bảo miễn mà chưa có văn bản").
 */
export type OrderStance = 'given' | 'held' | 'asked';

/** The verbs of every order that has an effect on others, by the command that carries it out. */
const VERBS = {
  dondoc: spelled('đôn đốc|nhắc nhở|nhắc|giục|thúc giục|thúc|hối thúc|réo'),
  thongbao: spelled('thông báo|nhắn tin|nhắn|gửi tin|gửi thông báo|ra thông báo'),
  duyet: spelled('duyệt|phê duyệt|trả lại|trả về|mở lại|chấp nhận'),
  giahan: spelled(
    'gia hạn|đổi hạn|sửa hạn|chuyển hạn|xin lùi|lùi đến|lùi tới|lùi sang|lùi hạn|dời hạn|nới hạn|giãn hạn|hoãn(?! tác)|thêm \\d{1,2} ngày|thêm \\d{1,2} hôm|thêm \\d{1,2} tuần',
  ),
  mien: spelled('miễn'),
  nopthay: spelled('nhập thay|nộp thay|nhập hộ|nộp hộ|nhập giúp|nộp giúp|vào sổ'),
  xingiahan: spelled('gia hạn|lùi hạn|dời hạn|hoãn(?! tác)'),
  daguivanban: spelled('gửi|gởi|ký|phát hành|ban hành|chuyển'),
  giao: spelled('giao|phân công'),
};
type Guarded = keyof typeof VERBS;

const GUARDED: readonly string[] = Object.keys(VERBS);

/** What those who do not give orders to others say politely as a question: "gia hạn được không ạ". */
const ASKED_BY_UNITS: readonly string[] = ['xingiahan', 'daguivanban', 'giao'];

const SHORT = [
  [wholeWords('k|ko|kh|hok|hông|hong|kg|khg', 'gu'), 'không'],
  [wholeWords('ch|chg', 'gu'), 'chưa'],
  [wholeWords('đc|dc|đk', 'gu'), 'được'],
  [wholeWords('bc|b\\/c', 'gu'), 'báo cáo'],
] as const;
/** They have a verb's sound and none of its meaning. */
const HOMOGRAPHS = wholeWords(
  `${spelled('nội dung|miễn phí|miễn bàn|miễn sao|miễn là|miễn cưỡng|miễn chê|miễn dịch|miễn nhiệm|miễn thứ|xuất toán|duyệt binh|nhắc tới|nhắc đến')}|thanh\\s+mi[eệẹ]n`,
  'gu',
);
/** They sound like an order's words where they are typed without marks. What is read in the sentence besides keeps them: "Sở Xây dựng". */
const SOUND_ALIKE = wholeWords(
  [
    spelled('xây dựng|sử dụng|áp dụng|ứng dụng|đúng hạn|đúng giờ|đúng ngày|đúng kỳ'),
    spelled('thực hiện|thực tế|thực trạng|thực chất|thực sự|nhận thức|kết thúc|chính thức|hình thức|ý thức|kiến thức'),
    spelled('hoàn thành|hoàn toàn|hoàn thiện|hoàn cảnh|miền núi|miền bắc|miền nam|miền trung|ca nhạc|âm nhạc'),
    spelled('nhận được|nhận bản|nhận báo cáo|nhận công văn|nhận giấy|đã nhận|chưa nhận|xác nhận|tiếp nhận|ghi nhận'),
    spelled('người nhận|công nhận|cá nhân|nhân dân|nhân viên|nhân sự'),
  ].join('|'),
  'gu',
);
const BETWEEN = `(?:${spelled('cần|phải|được|có|vội|nên|cho|ai|gì|em|chị|anh|bot|tôi|mình|đã|muốn|bị|ra|gửi')}\\s+){0,3}`;
/** "Chớ" with its mark alone: without it "cho lùi đến thứ 5" grants. */
const NEVER = `(?:chớ|${spelled('đừng|không|khoan|khoan hãy|khoan đã|ngừng|dừng|khỏi|thôi đừng|thôi không|thôi khỏi|tạm dừng')})`;
/** What was granted is taken back elsewhere, and never granted by it. */
const TAKES_BACK = spelled('huỷ|hủy|rút|rút lại|thu hồi|bỏ|hoàn tác|lấy lại');
/** "Em gia hạn nhầm HCG, lấy lại giúp": what was done by mistake is not done again. */
const BY_MISTAKE = wholeWords(spelled('nhầm|lỡ tay|lấy lại|trả hạn|về hạn cũ|trả lại hạn'));
const NOT_YET = spelled('chưa');
const TAKEN_BACK = wholeWords(
  [
    spelled(
      'thôi để|thôi kệ|thôi khoan|thôi khỏi|thôi không|để mai tính|để sau tính|để sau|tính sau|để tính|để xem đã',
    ),
    spelled('từ từ|từ từ đã|chưa vội|khoan đã|khoan hẵng|dừng lại|thôi đừng|bỏ đi|cứ để đấy|cứ để đó|kệ đi|để nghĩ đã'),
    `,\\s*${spelled('để chị xem|để em xem|để anh xem|để tôi xem|để xem|để mai')}`,
    spelled('gì nhỉ'),
  ].join('|'),
);
const HELD_AT_ONCE = new RegExp(`^${spelled('khoan|từ từ|dừng')}(?![\\p{L}\\p{N}])`, 'u');
/** "Vội" with its mark alone: "nhac giup chi voi" asks for it. */
const IN_NO_HURRY = new RegExp(`\\s(?:vội(?:\\s(?:nhé|em))?|${spelled('đã nhé')})[\\s.!]*$`, 'u');

const TAIL = `(?:\\s+${spelled('em|chị|anh|bot|ạ|nhỉ|thế|rồi|vậy|đấy|hả|ad|nữa')})*[\\s?.!]*$`;
const POLITE = new RegExp(`${spelled('được không|được chứ|được chăng|nhé|nha|giúp không')}${TAIL}`, 'u');
const ENDS_ASKING = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${spelled('không|chưa|nhỉ')}|à|hả|đúng\\s+không|phải\\s+không)${TAIL}|\\?[\\s.!]*$`,
  'u',
);
const WONDERS = wholeWords(
  `nhỉ|${spelled('có nên|có phải|có cần|hay là|liệu có|liệu rằng|nên hay không|đúng không|phải không')}`,
);
const HEARSAY = wholeWords(
  `${spelled('lẽ ra|đáng lẽ|đáng ra|nghe nói|nghe đâu|hình như|có vẻ|chắc là|không biết|ai bảo|ai cho|ai bấm|ai nói')}|${spelled('bảo|nói')}\\s.*${spelled('nhưng|mà chưa|mà không')}`,
);
/** "Sở Y tế xin miễn, chị không đồng ý": who asks is refused. */
const REFUSED = wholeWords(`${spelled('không|chưa|ko')}\\s+${spelled('đồng ý|chấp nhận|nhất trí|cho đâu|cho phép')}`);
const COMPLAINS = wholeWords(`mãi|${spelled('nhiều quá|nhiều thế|quá trời|bị chửi|suốt ngày|liên tục thế')}`);
const QUESTION = spelled(
  'vì sao|tại sao|sao|ai|những ai|khi nào|bao giờ|lúc nào|hôm nào|mấy giờ|đơn vị nào|những đơn vị nào|huyện nào|sở nào|xã nào|bao nhiêu|thế nào|ra sao|cách nào|làm sao|chỗ nào|cách|nói gì',
);
const ASKS_FIRST = new RegExp(
  `^(?:${spelled('bot|ơi|em|thế|vậy|à|cho|chị|anh|hỏi|muốn|hôm nay|hôm qua|hướng dẫn')}\\s+){0,4}${QUESTION}(?![\\p{L}\\p{N}])`,
  'u',
);
const ASKS_WHY = new RegExp(
  `^(?:${spelled('bot|ơi|em|thế|vậy|à')}\\s+){0,3}${spelled('vì sao|tại sao|sao')}(?![\\p{L}\\p{N}])`,
  'u',
);
const ASKS_LAST = new RegExp(
  `(?<![\\p{L}\\p{N}])${spelled('nói gì|thế nào|ra sao|chỗ nào|bao giờ|khi nào|lúc nào|ngày nào|hôm nào|là ai|bao nhiêu|đến đâu')}${TAIL}`,
  'u',
);
const ASKS_WHEN = wholeWords(spelled('ngày nào|khi nào|bao giờ|lúc nào|hôm nào|mấy giờ|vì sao|tại sao|khác nhau'));
/** "Nhắc lại cho chị xem những ai": the one who says it wants to be told. */
const TO_BE_TOLD = `(?:\\s+${spelled('lại|giúp')})?\\s+cho\\s+${spelled('chị|tôi|anh|em|mình')}\\s+${spelled('xem|biết|nghe')}`;
const HAS_BEEN = `${spelled('đã|đã được|hôm qua')}\\s+`;

/** How the sentence stands to that command's order. Pure; looks at the order alone, not at its reason or at words that are to be passed on. */
export function stanceOf(text: string, command: string): OrderStance {
  if (!(command in VERBS)) return 'given';
  const verb = VERBS[command as Guarded];
  const said = orderIn(text);
  const isUnits = ASKED_BY_UNITS.includes(command);
  // "Sao bot không nhắc": why not is no order to stop.
  if (!isUnits && ASKS_WHY.test(said)) return 'asked';
  if (isHeld(said, verb)) return 'held';
  if (isUnits) return 'given';
  return isAsked(said, verb) ? 'asked' : 'given';
}

/** "Huỷ gia hạn HCG", "em gia hạn nhầm": what was decided is to be as before. */
export function takesBack(text: string): boolean {
  const said = orderIn(text);
  return wholeWords(TAKES_BACK).test(said) || BY_MISTAKE.test(said);
}

/** Whether a sentence takes back, at the question whether to do it, what any order has begun. */
export function holdsBack(text: string): boolean {
  const said = orderIn(text);
  const isShort = said.length <= LONGEST_SECOND_THOUGHT && !/\d/u.test(said);
  if (isShort && (HELD_AT_ONCE.test(said) || IN_NO_HURRY.test(said) || TAKEN_BACK.test(said))) return true;
  return GUARDED.some((command) => isHeld(said, VERBS[command as Guarded]));
}

const LONGEST_SECOND_THOUGHT = 60;

/** "Khoan", "khoan đã em", "từ từ", "để xem lại đã": it only stops to think, and says nothing of what is open. */
export function stopsToThink(text: string): boolean {
  if (readReply(text) === 'no' && PUTS_OFF.test(lower(text))) return true;
  return HELD_AT_ONCE.test(lower(text).replace(LEAD, '')) || isPausing(text);
}

const PUTS_OFF = /^(?:để|de)\s|\s(?:đã|da)[.!\s]*$/u;

const TO_OTHERS = Object.entries(VERBS)
  .filter(([command]) => !ASKED_BY_UNITS.includes(command))
  .map(([command, verb]) => ({ command, verb: wholeWords(verb) }));

/** Which order a sentence speaks of: the first whose verb stands in it. */
export function orderSpokenOf(text: string): string | null {
  const said = orderIn(text);
  const found = TO_OTHERS.map(({ command, verb }) => ({ command, at: said.search(verb) }))
    .filter(({ at }) => at >= 0)
    .sort((a, b) => a.at - b.at);
  return found[0]?.command ?? null;
}

const LEAD = new RegExp(`^(?:${spelled('thôi|à|em|bot|ơi|cho|giúp|nhờ|chị|anh|rồi')}[\\s,]+)*`, 'u');

/** Whether a sentence speaks of that order, given or not. */
export function speaksOf(text: string, command: Guarded): boolean {
  return wholeWords(VERBS[command]).test(orderIn(text));
}

/** Which order a sentence gives from its first word on: what is told of an order, or a reason that mentions one, begins otherwise. */
export function orderBegunBy(text: string): string | null {
  const order = orderSpokenOf(text);
  if (order === null || stanceOf(text, order) !== 'given') return null;
  const said = orderIn(text).replace(LEAD, '');
  return said.search(wholeWords(VERBS[order as Guarded])) === 0 ? order : null;
}

const LOOKS = new RegExp(`^${spelled('xem|mở|giao')}(?!\\s+${spelled('lại')}(?!\\p{L}))(?!\\p{L})`, 'u');
const UNDOES = new RegExp(`^${spelled('hoàn tác|lấy lại|rút lại')}(?!\\p{L})`, 'u');

/** "Xem Xã 016", "lùi hạn Gia Lộc đến 20/11" where a reason is asked for: an order to the bot, which the unit must not read as the reason. "Xem lại số hội nghị" is one. */
export function isOrderNotReason(text: string, namesUnit: boolean): boolean {
  const said = lower(text).replace(LEAD, '');
  return UNDOES.test(said) || (namesUnit && (LOOKS.test(said) || orderBegunBy(text) !== null));
}

/** The text without words that only sound like an order's: "miễn phí", "Thanh Miện". */
function withoutHomographs(text: string): string {
  return lower(text).replace(HOMOGRAPHS, ' ').replace(/\s+/gu, ' ').trim();
}

/** An order is carried out only where it is given: never where it is denied, put off, asked about or told of. */
export function isHeldBack(text: string, command: string): boolean {
  return stanceOf(text, command) !== 'given';
}

/** Without what only sounds like an order; the text as it was typed where nothing does. */
export function meantOf(text: string): string {
  const meant = withoutHomographs(text);
  return meant === lower(text) ? text : meant;
}

/** The sentence up to a reason or the words to be passed on. */
function orderIn(text: string): string {
  const [head = ''] = text.split(/[:\n“"]/u, 1);
  const whole = head.trim().split(/\s+/u).length > 2 ? head : text;
  const given = takeReason(whole);
  const isWhy = given === null || /^\s*(?:sao|đâu|dau|gì|gi)(?![\p{L}\p{N}])/iu.test(given.reason) || given.rest === '';
  const plain = SHORT.reduce((words, [short, long]) => words.replace(short, long), lower(isWhy ? whole : given.rest));
  return withoutHomographs(plain).replace(SOUND_ALIKE, ' ');
}

function isHeld(said: string, verb: string): boolean {
  if (HELD_AT_ONCE.test(said) || IN_NO_HURRY.test(said) || TAKEN_BACK.test(said)) return wholeWords(verb).test(said);
  const all = said.match(wholeWords(verb, 'gu'))?.length ?? 0;
  if (all === 0) return false;
  const first = said.search(wholeWords(verb));
  const isExtension = verb === VERBS.giahan;
  const isGranted = isExtension || verb === VERBS.mien;
  if (isGranted && REFUSED.test(said)) return true;
  if (isExtension && BY_MISTAKE.test(said)) return true;
  const never = said.search(wholeWords(`(?:${NEVER}${isExtension ? `|${TAKES_BACK}` : ''})\\s+${BETWEEN}${verb}`));
  // What stands behind an order that was given is an exception of it: "nhắc các huyện, đừng nhắc HBG".
  if (never >= 0 && never < first) return true;
  if (COUNTS.test(said)) return false;
  return (said.match(wholeWords(`${NOT_YET}\\s+${BETWEEN}${verb}`, 'gu'))?.length ?? 0) === all;
}

/** "Còn mấy báo cáo chưa duyệt", "đơn vị nào chưa được gia hạn": it asks which, and holds nothing back. */
const COUNTS = wholeWords(
  spelled('còn mấy|còn bao nhiêu|bao nhiêu|mấy báo cáo|mấy đơn vị|nào chưa|ai chưa|báo cáo chưa'),
);

function isAsked(said: string, verb: string): boolean {
  if (WONDERS.test(said) || HEARSAY.test(said) || COMPLAINS.test(said)) return true;
  if (wholeWords(`${verb}${TO_BE_TOLD}`).test(said)) return true;
  if (ASKS_FIRST.test(said) || ASKS_LAST.test(said) || ASKS_WHEN.test(said)) return true;
  if (POLITE.test(said)) return false;
  if (ENDS_ASKING.test(said)) return true;
  // What was done is no order.
  return wholeWords(`${HAS_BEEN}${verb}`).test(said);
}

/** "Nhắc Kim Thành nộp tháng 12, đừng nhắc báo cáo năm": a report that is left out, where another one is named. */
export const NOT_THAT = new RegExp(
  `[,;.]?\\s*(?:${spelled('nhưng|mà|còn')}\\s+)?${spelled('đừng|không|khỏi|chưa')}\\s+${spelled('nhắc|đôn đốc')}\\s+(?:${spelled('báo cáo|bc')}\\s+)?(?:${spelled('tháng')}\\s*\\d{1,2}|${spelled('năm|quý|6 tháng')})(?:\\s+20\\d\\d)?[\\s.!]*$`,
  'iu',
);
