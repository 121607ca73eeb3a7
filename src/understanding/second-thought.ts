import { fold, lower, tidy } from '../language/fold.ts';
import { isQuestion } from '../language/question-form.ts';
import { spelled, wholeWords } from '../language/spelled.ts';
import type { ActingOrder } from './acting-order.ts';
import { readActingOrder } from './acting-order.ts';
import { withoutDenial } from './amend-units.ts';
import { listUnits } from './list-units.ts';
import type { Situation } from './meaning.ts';

/** What somebody says of what they have just done: the units, the day or the reason that were meant instead. */
export interface SecondThought extends Pick<ActingOrder, 'later' | 'reason'> {
  codes: string[];
  /** What was said without the words that take back: "sáng mai", "3 ngày". */
  words: string;
}

const LONGEST = 100;
/** "Thanh Hà mới đúng" says it at the end. */
const LEADS = new RegExp(
  `^(?:${spelled('à|ấy|ơ|ôi|ối|chết|thôi chết|thôi|khoan|dừng|em|chị|anh|mình|tôi|bot|ơi')}[\\s,.!]+)*(?:${spelled('làm|ghi|gõ|nói|bấm|chọn')}\\s+)?${spelled('nhầm|lộn|sai')}(?:\\s+${spelled('rồi|đơn vị|hạn|ngày|tên|huyện|sở')})?(?![\\p{L}\\p{N}])`,
  'iu',
);
const ENDS = wholeWords(`${spelled('mới đúng|mới phải')}[\\s.!]*$`, 'iu');

/** "À nhầm, 3 ngày mới đúng", "nhầm, Gia Lộc cơ", "à nhầm"; null where it takes nothing back. */
export function readSecondThought(text: string, known: Pick<Situation, 'units' | 'today'>): SecondThought | null {
  const typed = tidy(text).trim();
  if (typed.length > LONGEST || /[:\n]/u.test(typed) || isQuestion(typed) || typed.startsWith('/')) return null;
  const lead = LEADS.exec(typed)?.[0] ?? '';
  if (lead === '' && !ENDS.test(typed)) return null;
  const words = withoutDenial(typed.slice(lead.length).replace(/^[\s,.!;]+/u, ''));
  const { who, later, reason } = readActingOrder(words, { today: known.today, reports: [] });
  const { codes, unknown } = listUnits(who, known.units);
  return { codes: unknown.length === 0 ? codes : [], later, reason, words };
}

const STOPS = new Set(
  'dung khoan thoi a ay chet oi gui nham roi lai di ngay nua em bot tin thong bao do nay mat gap giup chi anh cho huy nhe da lon sai het'.split(
    ' ',
  ),
);
const SAYS_STOP = /(?:^| )(?:nham|lon|dung lai|dung gui|dung dung|dung ngay|huy gui|khoan gui|khoan da)(?= |$)/u;

/** "Dừng dừng, gửi nhầm", "chết, gửi nhầm rồi", "đừng gửi nữa": what goes out just now is to be stopped, and nothing else is said. */
export function stopsSending(text: string): boolean {
  const said = fold(text)
    .replace(/[.,!…]+/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
  // "Đúng" is no "dừng".
  if (said.length > LONGEST || /(?<!\p{L})(?:đúng)(?!\p{L})/u.test(lower(text))) return false;
  return SAYS_STOP.test(said) && said.split(' ').every((word) => STOPS.has(word));
}
