import { isYes } from '../language/choice-word.ts';
import { saysErase } from '../language/erasure-word.ts';
import { readExtensionTalk } from '../language/extension-talk.ts';
import { fold } from '../language/fold.ts';
import { readLater, readNewTime, readPromise } from '../language/promise-word.ts';
import { readRemindOrder } from '../language/remind-word.ts';
import { wantsReminder } from '../language/report/to-bot.ts';
import { readStandInTalk } from '../language/stand-in-word.ts';
import { parseMoment } from '../language/time/moment-word.ts';
import { ANY_TIME } from './command-in.ts';
import { type Act, mayUse, type Situation } from './meaning.ts';
import { namesIn } from './named-in.ts';
import type { CommandSaid } from './new-order.ts';

const TALK = { withdraw: 'rút lại', state: 'tình hình', late: 'muộn' } as const;
const LONGEST = 120;

/** What people of a unit say of their own requests, reminders, reports and data, in words that no pattern of intents carries. */
export function readOwnTalk(text: string, situation: Situation): CommandSaid | null {
  if (text.length > LONGEST || text.startsWith('/') || text.includes('\n')) return null;
  if (saysErase(text) && mayUse('toi', situation)) return { name: 'toi', args: 'rút' };
  const renamed = RENAMES.exec(text.trim())?.[1];
  if (renamed !== undefined && mayUse('toi', situation)) return { name: 'toi', args: `tên ${renamed}` };
  if (!situation.maySubmit) return null;
  const absence = mayUse('thaythe', situation) ? readStandInTalk(text) : null;
  if (absence !== null)
    return { name: absence === 'for-good' ? 'bangiao' : 'thaythe', args: absence === 'for-good' ? '' : text };
  const talk = mayUse('giahan', situation) ? null : readExtensionTalk(text, situation.underWay.extension);
  if (talk !== null)
    return { name: 'xingiahan', args: `${TALK[talk]} ${namesIn(text, situation).period ?? ''}`.trim() };
  const said = fold(text)
    .replace(/[.,;:!?~“”"']+/gu, ' ')
    .replace(/\b(?:ko|k|hok)\b/gu, 'khong')
    .replace(/\bdc\b/gu, 'duoc')
    .replace(/\s+/gu, ' ')
    .trim();
  const later = mayUse('hen', situation) ? readLater(text) : null;
  if (later !== null) return { name: 'hen', args: later };
  const reminder = reminderIn(text, situation);
  if (reminder !== null) return reminder;
  if (STANDS.some((pattern) => pattern.test(said))) return { name: 'danhan', args: '' };
  if (PARTS.test(said)) return { name: 'giao', args: 'danh sách' };
  return ANSWERED.test(said) ? { name: 'vuongmac', args: 'danhsach' } : null;
}

/** "Đổi tên thành Nguyễn Văn Tú": a name, as names are written. */
const RENAMES =
  /^(?:(?:cho|em|tôi|xin|bot|dạ|giúp) )*(?:đổi|sửa) tên (?:em |tôi |của em |của tôi |hiển thị )?(?:thành|sang|lại là|là) (\p{Lu}\p{L}*(?: \p{Lu}\p{L}*){1,4})[.! ]*$/iu;

const REMINDS =
  /\bnhac(?: (?:lai|nhe|nha|em|e|toi|t|minh|anh|chi|c|nho|a|ho|giup|voi|cai))*[.! ]*$|^(?:(?:bot|em|e|da|a|oi|chi|c|thi|the) )*nhac(?: lai)?(?: (?:em|e|toi|minh|t|anh|chi|c))? |(?<!\S)\d{1,2} ?(?:h|gio)(?: ?\d\d)? (?:thi |bot )?nhac(?: lai)? (?:em|e|toi|tui|minh|anh|chi)(?!\S)/u;
/** Why, behind it: "5h nhắc lại tui nhé, đang đón con". */
const WHY =
  /(?<=nh[aắ]c(?: l[aạ]i)? (?:em|e|toi|tôi|tui|minh|mình|anh|chi|chị))(?: (?:nhe|nhé|nha|với|voi))? (?:dang|đang|vi|vì|do|bận|ban|h dang|gio dang|giờ đang|nop|nộp|gui|gửi|lam|làm)(?!\p{L}).*$/iu;
const NO_REMINDER = /\b(?:sao|vi sao|tai sao|ai|suot ngay|hoai|mai the|dau moi|don vi|huyen|so)\b|\?/u;
const CALLED_OFF =
  /^(?:(?:a|da|em|chi|anh|oi) )*(?:thoi|khoi|khong can|bo|huy|dung)(?: (?:khoi|can|khong|phai|dung))* nhac(?: lai| nua)*$/u;

const NOT_THEN =
  /^(?:(?:bot|em|e|da|a|oi|chi|thi|toi|minh|anh) )*(?:dung|khong|ko|k|thoi|khoi)(?: can)? nhac\b.*\b(?:sang|trua|chieu|toi|som|muon|gio|\d ?h)\b/u;

/** "Đang làm, 3h nhắc lại", "tuần sau nhắc", "thôi khỏi nhắc": the clause that speaks of the reminder. */
function reminderIn(text: string, situation: Situation): CommandSaid | null {
  const clauses = text.split(/[,;]+\s+/u);
  for (const clause of clauses) {
    const words = clause.replace(/\s+(?:thôi|thoi)[.! ]*$/iu, '').replace(WHY, '');
    const said = fold(words).trim();
    if (CALLED_OFF.test(said)) return { name: 'nhac', args: clause };
    if (!REMINDS.test(said) || NO_REMINDER.test(said) || /^(?:dung|khong|khoi|thoi|bo|tat)\b/u.test(said)) continue;
    if (readRemindOrder(words, ANY_TIME(situation.today))?.wants !== 'again') continue;
    // "Đừng nhắc buổi sáng nữa, nhắc 2h chiều thôi": the hour of all of them.
    const isInstead = clauses.some((one) => NOT_THEN.test(fold(one).trim()));
    return { name: 'nhac', args: isInstead ? `giờ ${words}` : words };
  }
  return null;
}

const OWN = '(?:em|toi|minh|ben (?:em|toi|minh)|don vi (?:em|toi|minh)?|chung (?:em|toi))';
const STANDS = [
  new RegExp(
    `^(?:(?:the|vay|da|a) )*ban (?:bao cao )?${OWN} (?:da |vua |moi )?(?:nop|gui)\\b.*\\b(?:duoc|on|dat|sao|the nao)\\b.*$`,
    'u',
  ),
  new RegExp(
    `^${OWN} (?:da )?(?:bao cao|nop|gui) (?:chua|roi chua|xong chua|duoc chua)(?: (?:a|nhi|em|chi|anh|the|vay))*$`,
    'u',
  ),
  /^(?:(?:ua|o|the|vay|a|da) )*(?:sao|vi sao|tai sao)(?: lai)?(?: (?:bi|cho))? tra(?: (?:lai|ve|bao cao|the|vay|a|chi|em|nhi))*$/u,
  /^(?:bi )?tra lai (?:vi sao|tai sao|lam sao|vi gi|ly do gi)(?: (?:a|the|vay|chi|em))*$/u,
];
const PARTS =
  /^(?:(?:the|vay|da|a|con) )*(?:phan|viec)(?: viec)?(?: \S+){0,3} (?:cua|giao cho) \S+(?: \S+){0,2} (?:xong|den dau|the nao|dau|gui|nop|ra sao)(?: (?:chua|roi|a|nhi|chua a|xong))*$/u;
const ANSWERED =
  /^(?:(?:the|vay|da|a|sao) )*(?:da )?co (?:ai |nguoi )?tra loi (?:em |toi |cau hoi |vuong mac )*(?:chua|khong)(?: (?:a|nhi|chi|em))*$/u;

/** Answers a greeting, a complaint, an apology. */
export const REMARK = 'noichuyen';

/** A shorter sentence may choose. */
export const OWN_WORDS = 3;
/** What people of a unit ask for in sentences of their own, and what of it only shows something. */
export const ONLY_LOOKED_UP = new Set('nhiemvu danhan lichsu lich visao gapnguoi tailieu'.split(' '));
export const OF_UNITS = new Set([
  ...ONLY_LOOKED_UP,
  ...'xingiahan hen nhac giao bangiao thaythe daguivanban vuongmac'.split(' '),
]);

/** Names people try that are words of another command. */
const OTHER_NAMES: Readonly<Record<string, string>> = { xoa: 'rút', lienket: 'liên kết' };

export function otherName(text: string): Act<never> {
  const args = OTHER_NAMES[fold(text.slice(1)).trim()];
  return args === undefined ? { do: 'unknown-command' } : { do: 'command', name: 'toi', args };
}

/** What somebody promises, or wants to be reminded of, whatever is in hand: "17h em gửi", "5h nhắc lại tui nhé" at a question of the report. */
export function promisedIn(text: string, situation: Situation): CommandSaid | null {
  if (promises(text, situation)) return { name: 'hen', args: text };
  const isReport = situation.awaits === null || situation.about !== 'nop';
  const clauses = text.split(/[,;]+\s+/u);
  const isAlone = clauses.every((clause) => wantsReminder(clause) || !/\d/u.test(clause));
  return isReport || !isAlone || !clauses.some(wantsReminder) ? null : reminderIn(text, situation);
}

const OWN_PROMISE = /(?<!cho )\b(?:em|toi|minh|don vi|huyen|so) (?:se )?(?:gui|nop|bao cao)\b/u;

/** "17h em gửi"; and the bare "17h" where the question is on the screen. */
function promises(text: string, { today, shown, awaits, about, underWay }: Situation): boolean {
  // "Gửi luôn" under a preview is a yes, not "at once" of a promise.
  if (isYes(text)) return false;
  // "Xong trước thứ 6" where a colleague's day is asked for.
  if (awaits === 'value' && about === 'giao' && !OWN_PROMISE.test(fold(text))) return false;
  const isAsked = awaits === null && shown.choices.some(({ means }) => means?.asks === 'when');
  if (underWay.promise && awaits === null && readNewTime(text, ANY_TIME(today)) !== null) return true;
  return readPromise(text, ANY_TIME(today)) !== null || (isAsked && parseMoment(text, ANY_TIME(today)) !== null);
}
