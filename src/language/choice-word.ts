import { fold, lower } from './fold.ts';
import { readNumberWords } from './number/number-words.ts';
import { isNothingToReport } from './report/nothing-to-report.ts';

export const REPLIES = ['yes', 'no', 'back', 'skip', 'cancel', 'nothing'] as const;
/** What a short answer means, whatever was asked. */
export type Reply = (typeof REPLIES)[number];

const SPELLED: Readonly<Record<Exclude<Reply, 'nothing'>, string>> = {
  yes:
    'có|có chứ|ok|oke|okê|okay|okie|okela|oki|okk|ô kê|ừ|ừm|uh|uhm|ừ đúng|vâng|vâng đúng|vâng ok|dạ|dạ vâng|dạ có|dạ đúng|được|được rồi|đc|đc rồi|' +
    'đồng ý|nhất trí|chấp nhận|đúng|đúng rồi|đúng vậy|đúng thế|đúng rồi đấy|đúng rồi đó|chính xác|chuẩn|chuẩn rồi|phải|phải rồi|chắc chắn|xác nhận|xác nhận gửi|' +
    'làm đi|làm luôn|làm luôn đi|làm giúp|cứ làm đi|tiến hành|tiến hành đi|chuyển đi|ghi nhận|ghi nhận đi|ghi đi|ghi vào|ghi vào đi|ghi luôn|ghi vào mục này|ghi vào đấy|gửi|gửi đi|gửi luôn|gửi ngay|gửi báo cáo|gửi bc|nộp|nộp đi|nộp luôn|nộp báo cáo|chốt|chốt luôn|duyệt|hoàn tất|xong|xong rồi|' +
    'tiếp tục|làm tiếp|yes|y|yep|yeah|confirm|send|submit|👍|✅|👌|🆗|✔',
  no:
    'không|khong|ko|k|kh|hông|hong|hok|không ạ|không có|ko có|không phải|không đúng|không gửi|không nộp|không đồng ý|chưa|chưa đúng|chưa gửi|' +
    'đùa thôi|đùa tí|đùa tí thôi|nói đùa|nói đùa thôi|đùa đấy|đùa mà|chưa được|chưa phải|sai|sai rồi|nhầm|nhầm rồi|đừng|đừng gửi|đừng nộp|khoan|khoan đã|từ từ|từ từ đã|để xem lại|để xem lại đã|xem lại đã|để kiểm tra lại|để xem lại số liệu|xem lại số liệu|xem lại số liệu đã|kiểm tra lại số liệu|để rà lại|rà lại số liệu|kiểm tra lại đã|đợi chút|đợi tí|chờ chút|chờ tí|không cần|no|nope|n|👎|❌|✖',
  back:
    'quay lại|trở lại|trở về|lùi|lùi lại|lùi một bước|quay về|về trước|câu trước|câu trên|trước đó|quay lại câu trước|sửa|sửa lại|' +
    'sửa câu trước|sửa câu trên|nhập lại|làm lại câu trước|back|previous|⬅|◀|🔙',
  skip:
    'giữ nguyên|để nguyên|như cũ|bỏ qua|bỏ qua câu này|bỏ câu này|để sau|để sau nhé|để trống|lát nữa|tính sau|điền sau|nhập sau|tiếp|tiếp tục|tiếp theo|câu tiếp|' +
    'câu tiếp theo|câu sau|chuyển câu|qua câu|qua|chưa có số liệu|chưa rõ|không rõ|không biết|chịu|chịu không biết|chịu thôi|thế thôi|vậy thôi|chỉ thế thôi|chỉ vậy thôi|có thế thôi|thế là hết|hết rồi|không có gì thêm|không có gì nữa|không còn gì|không còn gì nữa|không thêm gì|không thêm gì nữa|không có gì khác|không có thêm gì|thế là đủ|skip|next|pass|⏭',
  cancel:
    'thôi|hỏi thôi|chỉ hỏi thôi|thôi chỉ hỏi thôi|thôi không hỏi nữa|không hỏi nữa|thôi không cần nữa|bỏ không gửi|bỏ không làm|bỏ không nhắc|thôi không|thôi không gửi|thôi không gửi nữa|thôi đừng gửi|thôi đừng gửi nữa|thôi đừng nộp|thôi đừng nộp nữa|thôi không nộp nữa|thôi không làm nữa|thôi không cần|thôi khỏi|thôi bỏ|khỏi|hủy|huỷ|hủy bỏ|huỷ bỏ|hủy báo cáo|huỷ gửi|hủy gửi|xoá báo cáo|xóa báo cáo|xoá hết|xóa hết|xoá hết làm lại|xóa hết làm lại|bỏ báo cáo|bỏ hết|bỏ hết làm lại|hủy đi|bỏ|bỏ đi|dừng|dừng lại|ngừng|ngừng lại|thoát|' +
    'thoát ra|kết thúc|không làm nữa|không gửi nữa|không nộp nữa|cancel|stop|quit|exit|/huy|/cancel|⛔|🛑',
};

/** What is longer says more than one of these words. */
const LONGEST_WORDS = 60;
/** What is longer is no number of a choice, whatever politeness stands around it. */
const LONGEST_ANSWER = 160;

/** Every reply under the folded form of its words; accents choose among those that fold alike. */
const MEANINGS = indexReplies();
const LEAD =
  /^(?:(?:dạ|da|vâng|vang|thưa|thua|em|anh|chị|chi|bot|ơi|oi|à|thế|the|ừ|cho em|cho tôi|cho toi|em muốn|em muon|tôi|toi)\s+)+/u;
const TAIL =
  /(?:\s+(?:ạ|a|nhé|nhe|nha|nhá|đi|di|luôn|luon|giúp|giup|với|voi|em|bot|ad|ơi|oi|hộ|ho|bạn|ban|nào|nao|vậy|thế|the|cái|hết|nhỉ))+$/u;

/**
 * What a short answer means, or null. Accents decide where they are typed: "đúng" is yes, "dừng" cancels, "đừng" is no, and
 * a bare "dung" is null, to be asked again. "Tiếp tục" is both `isYes` and `isSkip`; here it is yes.
 */
export function readReply(text: string): Reply | null {
  if (isNothingToReport(text)) return 'nothing';
  const meanings = meaningsOf(text);
  return REPLIES.find((reply) => meanings.includes(reply)) ?? null;
}

export function isYes(text: string): boolean {
  return meaningsOf(text).includes('yes');
}

export function isNo(text: string): boolean {
  return meaningsOf(text).includes('no');
}

export function isBack(text: string): boolean {
  return meaningsOf(text).includes('back');
}

export function isSkip(text: string): boolean {
  return meaningsOf(text).includes('skip');
}

export function isCancel(text: string): boolean {
  return meaningsOf(text).includes('cancel');
}

/** The number of a choice from a list, 1-999: `2`, `2.`, `(2)`, `#2`, `hai`, `số 2`, `bấm 2`, `ok 2`, `2 thôi`, `2 👍`, `cái thứ hai`, `đầu tiên`, 2️⃣. Whether the list is that long is the caller's to check. */
export function parseOrdinal(text: string): number | null {
  const typed = lower(text);
  if (typed.length > LONGEST_ANSWER) return null;
  const said = bareWords(typed.replace(PICTURES, ' '))
    .replace(/^[#(["]+|[)\].:/"]+$/g, '')
    .trim();
  const rest = said.replace(BEFORE_NUMBER, '').replace(BEHIND_NUMBER, '');
  if (/^(?:đầu tiên|dau tien|nhất|nhat|đầu)$/.test(rest) && rest !== '') return 1;
  if (/^[#(]?0*[1-9]\d{0,2}[).:]?$/.test(rest)) return Number(rest.replace(/\D/g, ''));
  const words = rest.split(' ');
  const read = readNumberWords(words);
  return read !== null && read.used === words.length && read.value >= 1 && read.value <= 999 ? read.value : null;
}

/** "👍👍👍" says no more than one of them. */
const REPEATED = /(\p{Extended_Pictographic})[\u{1f3fb}-\u{1f3ff}\ufe0f]*(?:\s*\1[\u{1f3fb}-\u{1f3ff}\ufe0f]*)*/gu;
const PICTURES = /\p{Extended_Pictographic}|[\u{1f3fb}-\u{1f3ff}]/gu;
const BEFORE_NUMBER =
  /^(?:(?:ok|oke|oki|okie|trả lời|tra loi|đáp án|dap an|chọn|chon|bấm|bam|nhấn|nhan|ấn|gõ|go|nút|nut|phím|phim|là|la|số|so|câu|cau|mục|muc|cái|cai|ý|phương án|phuong an|lựa chọn|lua chon|nhiệm vụ|nhiem vu|dòng|dong|thứ|thu)(?:\s*:)?\s+|(?:số|so)(?=\d))+/u;
const BEHIND_NUMBER =
  /(?<=\d)(?:\s*[-.)])?(?:\s+(?:thôi|thoi|rồi|roi|được|duoc|ok|oke|dạ|da|vâng|vang|cho em|chị|chi|anh))*$/u;

function meaningsOf(text: string): readonly Reply[] {
  const typed = words(lower(text).replace(/[()]/g, ' ').replace(REPEATED, '$1'));
  if (typed.length > LONGEST_WORDS) return [];
  const found = spelledAs(typed);
  if (found.length > 0) return found;
  const bare = spelledAs(bareWords(typed.replace(/(?<=\p{L}.*)\p{Extended_Pictographic}/gu, ' ')));
  return bare.length > 0 ? bare : composedOf(typed);
}

/** "Ok gửi đi em", "dạ đúng rồi chị, em cảm ơn": several ways to say one thing, one after the other, and nothing else. */
function composedOf(typed: string): readonly Reply[] {
  const tokens = typed
    .replace(THANKS, '')
    .split(' ')
    .filter((word) => !PRONOUNS.has(word));
  let meanings: readonly Reply[] | null = null;
  let isPolite = false;
  for (let at = 0; at < tokens.length; ) {
    const said = longestAt(tokens, at);
    if (said === null && !FILLERS.has(tokens[at] ?? '')) return [];
    isPolite ||= said !== null && POLITE_YES.has(said.words);
    // "Dạ" before "chưa" only answers politely; by itself, or before another yes, it is one.
    if (said !== null && !POLITE_YES.has(said.words))
      meanings = meanings === null ? said.meanings : meanings.filter((one) => said.meanings.includes(one));
    at += said?.count ?? 1;
  }
  return meanings ?? (isPolite ? ['yes'] : []);
}

const THANKS =
  /(?:^|\s+)(?:(?:em|anh|chị|chi|tôi|toi|mình|minh)\s+)?(?:xin\s+)?(?:cảm ơn|cám ơn|cam on|thanks|thank you)(?:\s.*)?$/u;
const POLITE_YES = new Set(['dạ', 'da', 'vâng', 'vang', 'dạ vâng', 'da vang', 'ừ', 'u', 'ừm']);
const FILLERS = new Set(
  'rồi roi ạ a em anh chị chi bạn ban bot ad ơi oi nhé nhe nha nhá luôn luon giúp giup với voi hộ ho cho đi di nào nao à đâu dau mà ma thì thi'.split(
    ' ',
  ),
);
const PRONOUNS = new Set('em e anh chị chi tôi toi mình minh'.split(' '));
const LONGEST_PHRASE = 5;

/** The longest known words from there on. */
function longestAt(
  tokens: readonly string[],
  at: number,
): { words: string; count: number; meanings: readonly Reply[] } | null {
  for (let count = Math.min(LONGEST_PHRASE, tokens.length - at); count > 0; count--) {
    const words = tokens.slice(at, at + count).join(' ');
    const meanings = spelledAs(words);
    if (meanings.length > 0) return { words, count, meanings };
  }
  return null;
}

/** What the words can mean. Without accents one spelling may stand for opposite answers: then it stands for none. */
function spelledAs(typed: string): readonly Reply[] {
  const alike = (MEANINGS.get(fold(typed)) ?? []).filter(({ spelled }) => isSpelling(typed, spelled));
  const meanings = alike.map(({ reply }) => reply);
  return meanings.includes('yes') && (meanings.includes('no') || meanings.includes('cancel')) ? [] : meanings;
}

/** Word by word, either without any accents or with the same ones, wherever the tone stands (hủy, huỷ). */
function isSpelling(typed: string, spelled: string): boolean {
  const marked = spelled.split(' ');
  return typed.split(' ').every((word, at) => fold(word) === word || letters(word) === letters(marked[at] ?? ''));
}

function letters(word: string): string {
  return [...word.normalize('NFD')].sort().join('');
}

/** Without the polite words around it. */
function bareWords(text: string): string {
  return words(text).replace(TAIL, '').replace(LEAD, '').trim();
}

function words(text: string): string {
  return lower(text)
    .replace(/[,!…"“”'~^;]+|[.](?=\s|$)|\ufe0f|\u20e3/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

interface Spelling {
  spelled: string;
  reply: Reply;
}

function indexReplies(): ReadonlyMap<string, readonly Spelling[]> {
  const index = new Map<string, Spelling[]>();
  for (const [reply, list] of Object.entries(SPELLED)) {
    for (const spelled of list.split('|')) {
      const key = fold(spelled);
      index.set(key, [...(index.get(key) ?? []), { spelled, reply: reply as Reply }]);
    }
  }
  return index;
}
