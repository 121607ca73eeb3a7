import type { Day } from '../domain/calendar.ts';
import { readAudience } from '../language/desk/audience.ts';
import { capital, fold, foldInPlace, tidy } from '../language/fold.ts';
import { parseDueDay, type SaidDueDay } from '../language/time/day-word.ts';
import { splitExcept } from './except.ts';
import { listUnits } from './list-units.ts';
import type { KnownUnit } from './name-unit.ts';
import { unitGroupsIn } from './unit-spans.ts';

/** What somebody says of a one-off report in one go; null = that part was not said. */
export interface OneOffOrder {
  /** Empty: no name was given. */
  title: string;
  /** The words for the units, which name some. */
  who: string | null;
  due: SaidDueDay | null;
}

const DUE =
  /(?:^|[,;]?\s)(?:(?:va )?(?:co )?(?:han nop|han gui|han chot|han)(?: la)?|truoc|cham nhat|den het|het)\s+(?:(?:het|truoc)\s+)?(?=\S)/gu;
const DAY_WORDS = 9;
const LEADS = /^(?:(?:em|bot|giup|nho|hay|chi|anh|toi|minh)\s+)*(?:yeu cau|de nghi|yc|xin|can|tao|lap|mo|ra|them)\s+/u;
const WITHDRAWS =
  /^(?:(?:em|bot|giup|nho|hay|chi|anh|toi|minh|thoi) )*(?:rut(?: lai)?|huy(?: bo)?|bo|thu hoi|dung)(?: (?:cai|yeu cau))* bao cao dot xuat(?: (?:ve|do|nay|kia|di|nhe|giup|luon|a|vua roi)(?= |$))*\s*/u;
const ONE_OFF = /(?:phai |lam |nop |gui )?bao cao dot xuat\s*/u;
const TO = /^(?:va\s+)?(?:gui|cho|toi|den|cua|yeu cau)(?:\s+(?:cho|toi|den))?\s+/u;

/** Reads "An toàn thông tin hạn 20/11, gửi các huyện" and "yêu cầu các sở báo cáo đột xuất về an toàn thông tin trước 20/11". */
export function readOneOffOrder(text: string, units: readonly KnownUnit[], today: Day): OneOffOrder {
  const { due, rest } = takeDue(tidy(text).trim(), today);
  const front = takeFront(rest, units);
  const clauses = front.rest.split(/[,;]\s+/u);
  const at = clauses.findIndex((clause) => receiversIn(clause, units) !== null);
  const behind = front.who !== null || at < 0 ? null : receiversIn(clauses[at] ?? '', units);
  const left = behind === null ? clauses : clauses.filter((_, index) => index !== at);
  const within = front.who === null && behind === null ? receiversWithin(front.rest, units) : null;
  const title = titleOf(within?.rest ?? left.join(', '));
  return { title, who: front.who ?? behind ?? within?.who ?? null, due };
}

/** An order to ask for one, in words: "yêu cầu các sở báo cáo đột xuất …". */
export function ordersOneOff(text: string): boolean {
  const folded = fold(text);
  return LEADS.test(folded) && ONE_OFF.test(folded) && !folded.includes('?');
}

/** "Rút báo cáo đột xuất dịch vụ công": which one, perhaps not said; null where nothing is withdrawn. */
export function readWithdrawal(text: string): string | null {
  const typed = tidy(text).trim();
  const found = WITHDRAWS.exec(foldInPlace(typed));
  return found === null || typed.includes('?') ? null : typed.slice(found[0].length).replace(/[.!\s]+$/u, '');
}

function takeDue(text: string, today: Day): { due: SaidDueDay | null; rest: string } {
  const folded = foldInPlace(text);
  for (const match of folded.matchAll(DUE)) {
    const from = match.index + match[0].length;
    const words = [...text.slice(from).matchAll(/[^\s,;]+/gu)].slice(0, DAY_WORDS);
    const before = /truoc\s+$/u.test(match[0]) ? 'trước ' : '';
    for (const last of words.reverse()) {
      const end = from + last.index + last[0].length;
      const due = parseDueDay(`${before}${text.slice(from, end)}`, today);
      if (due !== null) return { due, rest: `${text.slice(0, match.index)} ${text.slice(end)}`.trim() };
    }
  }
  return { due: null, rest: text };
}

/** "Yêu cầu các sở báo cáo đột xuất …": whom it is asked of, and what. */
function takeFront(text: string, units: readonly KnownUnit[]): { who: string | null; rest: string } {
  const folded = foldInPlace(text);
  const lead = LEADS.exec(folded)?.[0].length ?? 0;
  const found = ONE_OFF.exec(folded);
  if (lead === 0 || found === null) return { who: null, rest: text };
  const who = text.slice(lead, found.index).trim();
  const rest = text.slice(found.index);
  return { who: who === '' || !namesAny(who, units) ? null : who, rest };
}

function receiversIn(clause: string, units: readonly KnownUnit[]): string | null {
  const lead = TO.exec(foldInPlace(clause))?.[0].length ?? 0;
  const who = clause.slice(lead).trim();
  return lead > 0 && namesAny(who, units) ? who : null;
}

/** "… về chữ ký số cho các huyện trừ Tứ Kỳ": whom it is for in the middle of a clause, and the rest. */
function receiversWithin(text: string, units: readonly KnownUnit[]): { who: string; rest: string } | null {
  const groups = unitGroupsIn(text, units);
  const [first] = groups;
  const lead = first === undefined ? null : BEFORE_WHOM.exec(foldInPlace(text.slice(0, first.from)));
  const last = groups.at(-1);
  if (first === undefined || last === undefined || lead === null) return null;
  const who = text.slice(first.from, last.to);
  const rest = `${text.slice(0, lead.index)} ${text.slice(last.to)}`;
  return namesAny(who, units) ? { who, rest } : null;
}

const BEFORE_WHOM = /(?<!\p{L})(?:gui|cho|toi|den)(?: (?:cho|toi|den))?\s+$/u;

function namesAny(all: string, units: readonly KnownUnit[]): boolean {
  const { whom: who, except } = splitExcept(all);
  if (except !== null && !namesAny(except, units)) return false;
  const { kinds, roles, state } = readAudience(who);
  if (roles.length > 0 || state !== null) return false;
  const { codes, unknown } = listUnits(who, units);
  return kinds.length > 0 || (codes.length > 0 && unknown.length === 0);
}

function titleOf(words: string): string {
  const said = words
    .replace(/^[\s,;:]+|[\s,;:.]+$/gu, '')
    .replace(/^(?:nội dung|noi dung|tên|ten)\s*(?:là|la)?\s*:\s*/iu, '');
  return capital(said);
}
