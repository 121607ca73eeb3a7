import type { UnitKind } from '../domain/unit.ts';
import { foldInPlace, tidy } from '../language/fold.ts';
import { isPausing } from '../language/pause-word.ts';
import { isQuestion } from '../language/question-form.ts';
import { spelled, wholeWords } from '../language/spelled.ts';
import { takeLeftOut } from './except.ts';
import { listUnits } from './list-units.ts';
import type { KnownUnit } from './name-unit.ts';
import { unitsIn } from './name-unit.ts';
import { holdsBack } from './order-stance.ts';
import { readUnits } from './said-units.ts';

/** A unit with its kind, so that "các huyện" names some. */
type OfKind = KnownUnit & { kind?: UnitKind };

/** Units that are to be left out of what was shown, and those to be taken in. */
export interface AmendedUnits {
  drop: string[];
  add: string[];
}

const DROPS =
  /^(?:(?:a|quen|u|uh|thoi|va|nhung|ma|nho|em|chi)[\s,]+)*(?:ngoai tru|tru|bo qua|bo|chua lai|chua|khong (?:co|nhac|gui|gia han|mien)|(?:dung|khoan|khoan hay|tam chua|tam thoi chua) (?:don doc|nhac|gui|gia han|mien)|huy(?: gia han| mien)?|rut)(?: (?:cai|ca|don vi|them))*\s+/u;
const ADDS =
  /^(?:(?:a|quen|u|uh|va|nho|em|chi)[\s,]+)*(?:them(?: ca)?|ca|va ca|va|con|gom ca|bo sung)(?: (?:don vi|cho))*\s+/u;
/** Behind what was left out: "bỏ Ninh Giang, là Thanh Miện". */
const THESE_INSTEAD =
  /^(?:ma )?(?:la|phai la|thay bang|thay vao(?: do)?(?: la)?|thay thanh|lay|chuyen sang|doi thanh)\s+/u;
/** "Tứ Kỳ vẫn nhắc", "Thanh Hà thì bỏ": the verb behind the unit. */
const KEPT =
  /\s+(?:thi )?(?:van|cu)(?: (?:phai|de|cho))? (?:nhac|don doc|gui|bao|gia han|lui|mien|giu|lay|tinh)(?: (?:binh thuong|nhu thuong|nhe|a|co|chu|di|em|day|do))*[.!\s]*$/u;
const LEFT = /\s+(?:thi )?(?:bo|khoi|chua)(?: (?:ra|di|qua|nhe|a|co|chu|em|lai))*[.!\s]*$/u;
const TAIL = /(?:\s+(?:nua|ra|di|nhe|nha|a|em|chi|giup|luon|thoi|co|chu))+[.!\s]*$/u;
const LONGEST = 160;

const HOLDS_ONE = /^(?:khoan(?: hay)?|tam (?:thoi )?chua) (?:don doc|nhac|gui|gia han|mien)\s/u;

/** "Khoan, thôi bỏ …": what only stops to think, in front of what is to be changed. */
const HESITATES = new RegExp(
  `^(?:${spelled('à|ấy|quên|thôi|khoan|từ từ|chờ chút|chờ tí|nhầm|nhầm rồi|à nhầm|sai rồi|lộn|được|ok|oke|ừ|vâng')}(?:\\s+${spelled('đã')})?[\\s,.:!…-]+(?=\\S))+`,
  'iu',
);

/** "À quên, trừ cả công an nữa, thêm cả Thanh Miện"; null where anything else is said. */
export function readAmend(text: string, units: readonly OfKind[]): AmendedUnits | null {
  const because = BECAUSE.exec(text);
  const left = because === null ? null : amendIn(text.slice(0, because.index), units);
  // A unit is left out for whatever reason; nothing is added for one.
  return left !== null && left.drop.length > 0 && left.add.length === 0 ? left : amendIn(text, units);
}

/** "…, vừa gọi điện rồi", "… vì vừa gọi xong", "…, họ đang gửi": why. */
const BECAUSE =
  /(?:[,;]\s*|\s+)(?=(?:vì|do|họ|ho|bên đó|ben do|(?:tôi |anh |em |mình |chị )?(?:vừa|vua|mới|moi|đã|da) (?:gọi|goi|nói|noi|liên|lien|điện|dien|trao))\s)/iu;

/** Whether somebody was telephoned. */
export function saysCalled(text: string): boolean {
  return /(?<!\p{L})(?:gọi|goi|điện thoại)(?!\p{L})/iu.test(text);
}

function amendIn(text: string, units: readonly OfKind[]): AmendedUnits | null {
  const typed = tidy(text).trim();
  if (typed.length > LONGEST || /[:\n?]/u.test(typed)) return null;
  // "Khoan nhắc Tứ Kỳ" is of that unit alone.
  const whole = HOLDS_ONE.test(foldInPlace(typed)) ? typed : typed.replace(HESITATES, '');
  const out = takeLeftOut(whole);
  if (out !== null && ALL_THE_REST.test(foldInPlace(out.rest))) {
    const drop = codesIn(out.except, units);
    if (drop !== null) return { drop, add: [] };
  }
  const amended: AmendedUnits = { drop: [], add: [] };
  let into: keyof AmendedUnits | null = null;
  for (const clause of whole.split(/[,;.]\s*(?=\S)/u)) {
    const folded = foldInPlace(clause);
    const said = clauseOf(clause, folded, into);
    const codes = said === null ? null : codesIn(said.names, units);
    if (said === null || codes === null) return null;
    into = said.into;
    amended[into].push(...codes);
  }
  return amended;
}

/** Whether a clause leaves units out or takes them in, and the words for them; `into`: what the clause before did. */
function clauseOf(
  clause: string,
  folded: string,
  before: keyof AmendedUnits | null,
): { into: keyof AmendedUnits; names: string } | null {
  const drops = DROPS.exec(folded)?.[0] ?? '';
  const adds = drops === '' ? (ADDS.exec(folded)?.[0] ?? '') : '';
  const instead = drops + adds === '' && before === 'drop' ? (THESE_INSTEAD.exec(folded)?.[0] ?? '') : '';
  const lead = drops.length + adds.length + instead.length;
  const kept = lead === 0 ? KEPT.exec(folded) : null;
  const left = lead === 0 && kept === null ? LEFT.exec(folded) : null;
  const own = kept ?? left;
  if (own !== null) return { into: kept === null ? 'drop' : 'add', names: withoutLead(clause.slice(0, own.index)) };
  const into = drops !== '' ? 'drop' : lead > 0 ? 'add' : (before ?? (/ nua(?: |$)/u.test(folded) ? 'add' : null));
  if (into === null) return null;
  const behind = clause.slice(lead);
  const tail = TAIL.exec(foldInPlace(behind));
  return { into, names: tail === null ? behind : behind.slice(0, tail.index) };
}

/** "À Sở Nội vụ": the name alone. */
const withoutLead = (names: string): string =>
  names.slice(/^(?:(?:a|u|nhung|ma|con|rieng|thoi)\s+)*/u.exec(foldInPlace(names))?.[0].length ?? 0);

/** Beside "chừa Bình Giang ra": nobody is named. */
const ALL_THE_REST =
  /^(?:[\s,;.]|(?:a|quen|thoi|u|uh|thi|nhac|gui|don doc|het|tat ca|toan bo|con lai|cac|don vi|em|nhe|nhung|giup|toi|chi)(?![\p{L}\p{N}]))*$/u;

/** The units that words name, all of them known; null otherwise. */
function codesIn(words: string, units: readonly OfKind[]): string[] | null {
  const said = readUnits(words, units, 'whole');
  if (said.kinds.length > 0 && said.unknown.length === 0)
    return [
      ...units.flatMap(({ code, kind }) => (kind !== undefined && said.kinds.includes(kind) ? [code] : [])),
      ...said.codes,
    ];
  const { codes, unknown } = listUnits(words, units);
  return codes.length === 0 || unknown.length > 0 ? null : codes;
}

const INSTEAD =
  /^(?:(?:a|u|o|thoi|em|chi|nham(?: roi)?|khoan(?: da)?|khong|sai roi)[\s,]+)*khong phai (?:la )?(.{2,60}?)(?:,| ma)(?: phai)?(?: la)? (.{2,80})$/u;
const RATHER =
  /^(?:(?:a|u|o|thoi|em|chi)[\s,]+)*(?:nham(?: roi)?|khoan(?: da)?|khong(?: phai)?|sai roi)[\s,]+(?:phai la|la|(?:y|y cua) (?:chi|toi|em|anh|minh) (?:muon noi )?la|dung ra la)? ?(.{2,80})$/u;
const ONLY_THESE = /^(?:(?:a|u|o|thoi|em|nham|khoan|ma)[\s,]+)*chi (?:(?:can|nhac|gui|rieng)(?: cho)? )*(.{2,80})$/u;
const RATHER_BEHIND = /^(.{2,80}?) (?:co|chu|moi dung|moi phai)(?: (?:a|em|nhe))*[.!\s]*$/u;
const EMPHASIS = /\s+(?:co|chu|moi dung|moi phai|day|a|em|nhe|thoi)[.!\s]*$/u;

/** "Không phải Hội Nông dân mà Hội Cựu chiến binh", "khoan, là Đài phát thanh chứ": the units that are meant instead; null where none are. */
export function readInstead(text: string, units: readonly OfKind[]): string[] | null {
  const typed = tidy(text).trim();
  if (typed.length > LONGEST || /[:\n?]/u.test(typed)) return null;
  const folded = foldInPlace(typed);
  const words =
    INSTEAD.exec(folded)?.[2] ??
    RATHER.exec(folded)?.[1] ??
    onlyThese(typed, folded) ??
    RATHER_BEHIND.exec(folded)?.[1];
  if (words === undefined) return null;
  const at = folded.lastIndexOf(words);
  const said = typed.slice(at, at + words.length);
  const end = EMPHASIS.exec(foldInPlace(said));
  return codesIn(end === null ? said : said.slice(0, end.index), units);
}

/** "Chị" speaks to somebody. */
function onlyThese(typed: string, folded: string): string | undefined {
  return saysOnly(typed) ? ONLY_THESE.exec(folded)?.[1] : undefined;
}

const DENIAL =
  /^(?:(?:a quen|a|quen|u|uh|ok|oke|vang|duoc|dong y|nhung|ma|o|thoi|em|chi|nham(?: roi)?|khoan(?: da)?|khong(?: phai)?|sai roi|dung ra|phai)(?:[\s,]+(?=\S)))+/u;

/** "Thanh tra tỉnh cũng vậy", "Tứ Kỳ tương tự". */
export const LIKEWISE = wholeWords(
  `${spelled('cũng|tương tự|y như')}(?:\\s+${spelled('vậy|thế|như vậy|như thế|trên')})?`,
  'iu',
);

/** "Không, Sở Nội vụ đến 21/11", "hạn 21/11 mới đúng": what is meant, without the words against what was shown. */
export function withoutDenial(text: string): string {
  const typed = tidy(text).trim();
  const said = typed
    .slice(DENIAL.exec(foldInPlace(typed))?.[0].length ?? 0)
    .replace(LIKEWISE, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
  const end = EMPHASIS.exec(foldInPlace(said));
  return end === null ? said : said.slice(0, end.index);
}

const AGREES_FIRST = new RegExp(`^(?:${spelled('ok|oke|được|vâng|dạ|đồng ý|ừ|rồi')}[\\s,.]+(?=\\S))+`, 'iu');

/** "Ok, tin bài 2": what is said behind a yes. */
export function withoutYes(text: string): string {
  return tidy(text).trim().replace(AGREES_FIRST, '');
}

/** Whether words that were not understood may be against what is shown: a denial, a figure or a unit stands in them, and they ask nothing. */
export function mayCorrect(text: string, units: readonly KnownUnit[]): boolean {
  if (isQuestion(text)) return false;
  return speaksAgainst(text) || /\d/u.test(text) || unitsIn(text, units).length > 0;
}

const AGAINST = /(?<!\p{L})(?:không|nhầm|sai|khoan|đừng|khong|nham|dung)(?!\p{L})/iu;
const REFUSES = wholeWords(`${spelled('không|chưa|ko')}\\s+${spelled('đồng ý|chấp nhận')}`, 'iu');
const ONLY = /(?<!\p{L})(?:chỉ|riêng|chi|rieng)(?!\p{L})/iu;

/** Whether words are against what is shown, whatever else they say. */
export function speaksAgainst(text: string): boolean {
  return AGAINST.test(text);
}

/** Whether what stands where a reason is asked for puts it off, or refuses. */
export function isSecondThought(text: string): boolean {
  return holdsBack(text) || isPausing(text) || REFUSES.test(text);
}

/** "Chỉ HBG thôi": those alone. */
export function saysOnly(text: string): boolean {
  return ONLY.test(text);
}
