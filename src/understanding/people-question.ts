import { fold, foldInPlace, tidy } from '../language/fold.ts';
import { isQuestion } from '../language/question-form.ts';
import type { Situation } from './meaning.ts';
import { unitsIn } from './name-unit.ts';
import type { CommandSaid } from './new-order.ts';

const LONGEST = 110;
const ROLE = '(?:dau moi|lanh dao|chuyen vien)';
/** Who somebody is at a unit, or how to reach them. */
const OF_PEOPLE = new RegExp(
  `\\b(?:${ROLE}|ai phu trach|(?:nguoi|can bo) (?:phu trach|nop|gui|bao cao|lam bao cao)|phu trach la ai|so dien thoai|sdt|so dt|so may|lien he|lien lac|goi so nao|danh ba|(?:ai|nguoi nao|may nguoi|bao nhieu nguoi) (?:da |dang |nao )*(?:tham gia|vao bot|dung bot)|tham gia (?:chua|bot chua))\\b`,
  'u',
);
const SHOWS =
  /^(?:(?:em|bot|oi|cho|chi|anh|toi|minh|xin|xem|lay|tim|giup|hoi|cai|gui|cua) )*(?:dau moi|lanh dao|so dien thoai|sdt|so dt|danh ba)\b/u;
const PHONE = /\b(?:dien thoai|sdt|so dt|so may|goi so nao|lien he|lien lac)\b/u;
/** What is done about people, or about what they sent, is said elsewhere. */
const ELSE =
  /\b(?:(?<!dau )moi|thay|thoi lam|bo|xoa|giao|nhac|don doc|gui tin|nhan cho|thong bao|(?<!thanh )mien|gia han|duyet|tra lai|hua|hen|goi roi|da goi|chua goi)\b|(?<!nguoi |bo |lam )\b(?:nop|gui|bao cao)\b/u;
const WHO = '(?:don vi|huyen|so|xa|phuong|noi|ben|co quan|cho)';
const WITHOUT = new RegExp(
  `\\b(?:ai|${WHO} nao|${WHO}|bao nhieu|may|danh sach|ds|liet ke)\\b.*\\b(?:lanh dao|chuyen vien)\\b|\\b(?:lanh dao|chuyen vien)\\b.*\\b${WHO} nao\\b`,
  'u',
);
const IS_WHO =
  /^(?:(?:the|vay|ma|em|bot|oi|cho|chi|anh|toi|hoi) )*(?:(?:anh|chi|ong|ba|co|chu|dong chi|dc) )?((?:[a-z]+ ){1,4}[a-z]+) (?:la ai|la nguoi (?:nao|cua don vi nao)|o (?:don vi|ben|co quan) nao|cua (?:don vi|ben|co quan) nao|phu trach (?:don vi nao|ben nao|gi)|lam o dau)(?: (?:vay|the|a|em|nhi|day))*$/u;
const NO_NAME =
  /\b(?:don vi|nguoi|dau moi|lanh dao|phu trach|dieu phoi|can bo|bot|so|huyen|xa|may|cai|nay|kia|do|day|nhieu|it|cao|thap|nhat|muon|cham|som)\b/u;

/** The words as they were typed, which were found without their marks. */
function asTyped(text: string, found: string): string {
  const typed = tidy(text);
  const at = foldInPlace(typed).indexOf(found);
  return at < 0 ? found : typed.slice(at, at + found.length);
}

/**
 * Who a unit's people are ("đầu mối Sở Nội vụ là ai", "sđt Kim Thành"), who somebody is ("Vũ Đức Hà là ai"), which units have no leader here: the
 * words behind "/donvi" that answer it, for whoever looks after all units. The office's own address never answers it. Null for anything else.
 */
export function readPeopleQuestion(text: string, { units }: Pick<Situation, 'units'>): CommandSaid | null {
  if (text.length > LONGEST || /[\n:=/]/u.test(text)) return null;
  const said = fold(tidy(text))
    .replace(/[.,;!?“”"'()…]+/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
  const named = unitsIn(text, units);
  const name = named.length === 0 ? IS_WHO.exec(said)?.[1] : undefined;
  if (name !== undefined && !NO_NAME.test(name)) return { name: 'donvi', args: `ai ${asTyped(text, name)}` };
  if (ELSE.test(said) || !OF_PEOPLE.test(said)) return null;
  const isAsked = isQuestion(text) || SHOWS.test(said) || PHONE.test(said);
  if (named.length > 0)
    return isAsked ? { name: 'donvi', args: `${PHONE.test(said) ? 'sdt ' : ''}${named.join(' ')}` } : null;
  return WITHOUT.test(said) ? { name: 'donvi', args: `vaitro ${text}` } : null;
}
