import type { Day } from '../domain/calendar.ts';
import { readAudience } from '../language/audience.ts';
import { parseDueDay, type SaidDueDay } from '../language/day-word.ts';
import { fold, foldInPlace, tidy } from '../language/fold.ts';
import { listUnits } from './list-units.ts';
import type { KnownUnit } from './name-unit.ts';

/** What somebody says of a one-off report in one go; null = that part was not said. */
export interface OneOffOrder {
  /** Empty: no name was given. */
  title: string;
  /** The words for the units, which name some. */
  who: string | null;
  due: SaidDueDay | null;
}

const DUE =
  /(?:^|[,;]?\s)(?:(?:va )?(?:co )?(?:han nop|han gui|han chot|han)(?: la)?|truoc|cham nhat|den het|het)\s+(?=\S)/gu;
const DAY_WORDS = 6;
const LEADS = /^(?:(?:em|bot|giup|nho|hay|chi|anh|toi|minh)\s+)*(?:yeu cau|de nghi|yc|xin|can)\s+/u;
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
  return { title: titleOf(left.join(', ')), who: front.who ?? behind, due };
}

/** An order to ask for one, in words: "yêu cầu các sở báo cáo đột xuất …". */
export function ordersOneOff(text: string): boolean {
  const folded = fold(text);
  return LEADS.test(folded) && ONE_OFF.test(folded) && !folded.includes('?');
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

function namesAny(who: string, units: readonly KnownUnit[]): boolean {
  const { kinds, roles, state } = readAudience(who);
  if (roles.length > 0 || state !== null) return false;
  const { codes, unknown } = listUnits(who, units);
  return kinds.length > 0 || (codes.length > 0 && unknown.length === 0);
}

function titleOf(words: string): string {
  const said = words.replace(/^[\s,;:]+|[\s,;:.]+$/gu, '');
  return said.charAt(0).toLocaleUpperCase('vi') + said.slice(1);
}
