import { tidy } from '../language/fold.ts';
import { takeReason } from '../language/reason-word.ts';
import { spelled } from '../language/spelled.ts';
import type { SaidLater } from '../language/time/later-day.ts';
import { takeLaterDay } from '../language/time/later-day.ts';
import { periodsIn } from '../language/time/period-word.ts';
import { readActingOrder } from './acting-order.ts';
import type { Situation } from './meaning.ts';
import { orderSpokenOf } from './order-stance.ts';
import type { ReportDay } from './report-days.ts';
import { daysIn, reportDaysIn } from './report-days.ts';
import { EVERYBODY, THE_OTHERS, type UnitGroup, unitGroupsIn } from './unit-spans.ts';
import type { Verb } from './write-decision.ts';
import { VERBS, writeOrder } from './write-decision.ts';

type Known = Pick<Situation, 'units' | 'reports' | 'today'>;

/** One of the orders a sentence gives: whom it is for, and what of it was said with those units. */
interface Part {
  verb: Verb | null;
  who: string[];
  except: string[];
  period: string | null;
  day: SaidLater | null;
  reason: string | null;
  /** Two reports with a day each. */
  each: ReportDay[] | null;
  /** Words of it that are none of these. */
  left: string;
}

/** Between two of them. A comma alone may stand in a list, or in a reason: what follows decides. */
const BREAK = new RegExp(
  `[;\\n]|[.,](?=\\s)|(?<=\\s)(?:${spelled('và|còn|rồi|riêng|nhưng|mà|đồng thời|sau đó|xong')})(?=\\s)`,
  'giu',
);
/** They lead to the units and say nothing else. */
const TO_UNITS = new RegExp(
  `^(?:\\s|[,;.]|(?:${spelled('và|còn|rồi|riêng|nhưng|mà|đồng thời|sau đó|xong|cho|với|thì|của|em|bot|chị|giúp|báo cáo|bc|huyện|đơn vị|bên|cả|thêm|tôi|mình')})(?=\\s|$))*$`,
  'iu',
);
const BACK = new RegExp(`(?<!\\p{L})${spelled('trả lại|trả về|yêu cầu làm lại|làm lại|trả')}(?!\\p{L})`, 'iu');
const EMPTY = new RegExp(
  `^(?:\\s|[,;.]|(?:${spelled('thì|được|cũng|là|nộp|cho|nhé|nhe|luôn|đi|hết|giúp|em|chị|ạ|nhắc|đôn đốc|gia hạn|lùi hạn|lùi|miễn|duyệt|hạn|cùng|đều|lại|trả lại|trả về|trả|của|kỳ này|tháng này|rồi|và|nữa|riêng|chỉ|thôi|vậy|còn')})(?=[\\s,;.]|$))*$`,
  'iu',
);

/**
 * "Gia hạn SCT đến 20/11 vì chờ số liệu; STC, SXD đến 23/11 vì quyết toán", "A miễn, B gia hạn đến 20/12", "miễn A vì X. Còn lại nhắc hết":
 * each order as it would be typed alone; null where the sentence gives one. A unit with a day, an order or a reason of its own is never
 * part of the reason before it.
 */
export function splitOrders(text: string, known: Known): string[] | null {
  const typed = tidy(text).trim().replace(/\s+/gu, ' ');
  const groups = unitGroupsIn(typed, known.units);
  if (groups.length === 0 || groups.length > MOST || /[“"]/u.test(typed)) return null;
  const starts = groups.map((_, at) => startOf(typed, groups, at, known));
  const parts: Part[] = [];
  for (const [at, group] of groups.entries()) {
    const from = starts[at];
    if (from === null || from === undefined) continue;
    const next = starts.findIndex((one, later) => later > at && one !== null);
    const to = next < 0 ? typed.length : (starts[next] ?? typed.length);
    parts.push(readPart(typed, { from: at === 0 ? 0 : from, to }, group, known));
  }
  return parts.every(({ verb }) => verb === null) ? null : written(apart(filled(parts)), typed, known);
}

const MOST = 12;

/** Where the order for these units begins; null where they are only mentioned in the one before. */
function startOf(typed: string, groups: readonly UnitGroup[], at: number, known: Known): number | null {
  const group = groups[at];
  if (group === undefined || at === 0) return group === undefined ? null : 0;
  const before = groups[at - 1]?.to ?? 0;
  const gap = typed.slice(before, group.from);
  const lead = lastBreak(gap);
  if (lead === null) return null;
  const words = gap.slice(lead);
  const behind = typed.slice(group.to, groups[at + 1]?.from ?? typed.length);
  // "…, đến 23/11 cho HCG", "… và miễn HCG": said in front of them.
  const isSaidBefore = !TO_UNITS.test(words) && isOnlyOrder(words, known);
  if (!TO_UNITS.test(words) && !isSaidBefore) return null;
  if (isSaidBefore) return before + lead;
  const reason = takeReason(behind);
  const clause = (reason?.rest ?? behind).split(/[,;]|\.(?=\s|$)/u)[0] ?? '';
  const isTold = isOnlyOrder(clause, known) && /\S/u.test(clause);
  // "…, và MTTQ vì số người dự sai": a reason of its own, behind another one.
  const isForReason = clause.trim() === '' && reason?.rest === '' && takeReason(typed.slice(0, group.from)) !== null;
  return isTold || isForReason ? before + lead : null;
}

/** Where the last clause of what stands between two groups begins. */
function lastBreak(gap: string): number | null {
  const found = [...gap.matchAll(BREAK)];
  // "; riêng", ", còn": one break.
  for (const [at, one] of [...found.entries()].reverse()) {
    const earlier = found[at - 1];
    const between = earlier === undefined ? 'x' : gap.slice(earlier.index + earlier[0].length, one.index);
    if (between.trim() !== '') return one.index;
  }
  return null;
}

/** Whether words say nothing but a day, a period or an order. */
function isOnlyOrder(words: string, known: Known): boolean {
  const { later, period, obligations, who } = readActingOrder(words, known);
  const verb = verbIn(words);
  return (later !== null || verb !== null) && EMPTY.test(who) && (period === null || obligations !== undefined);
}

function verbIn(words: string): Verb | null {
  const spoken = orderSpokenOf(words);
  const isBack = BACK.test(words) && (spoken === 'duyet' || spoken === null);
  if (isBack) return 'back';
  return spoken !== null && spoken in VERBS ? (spoken as Verb) : null;
}

function readPart(typed: string, { from, to }: { from: number; to: number }, group: UnitGroup, known: Known): Part {
  const words = `${typed.slice(from, group.from)} ${typed.slice(group.to, to)}`;
  const reason = takeReason(words);
  // "Kim Thành đến 20/11, gia hạn do lũ": the verb may stand behind the units.
  const { later, period, obligations, who, reason: why } = readActingOrder(words, known);
  const verb = verbIn(reason?.rest ?? words);
  const each =
    verb === 'giahan' || verb === null
      ? reportDaysIn(reason?.rest ?? words, (clause) => {
          const isMonthly = known.reports.some(({ frequency }) => frequency === 'monthly');
          const days = daysIn(clause, known.today);
          const periods = periodsIn(days.rest, known.today, isMonthly);
          const report = reportOf(readActingOrder(clause, known), known);
          return { periods: periods.length > 1 || report === null ? periods : [report], days: days.days };
        })
      : null;
  return {
    verb,
    who: [...group.who],
    except: [],
    period: reportOf({ period, obligations }, known),
    day: later,
    reason: why === null ? null : why.replace(TRAILING, ''),
    each,
    left: each !== null || EMPTY.test(who) || TO_UNITS.test(who) ? '' : who,
  };
}

function reportOf(
  { period, obligations }: { period: string | null; obligations: readonly string[] | null },
  { reports }: Known,
): string | null {
  return period ?? reports.find(({ code }) => code === obligations?.[0])?.code ?? null;
}

const TRAILING = new RegExp(`(?:[\\s,;.]|(?<=\\s)(?:${spelled('và|còn|rồi|riêng|nhưng|mà|cho')})(?=\\s*$))+$`, 'iu');

/** "Các huyện đến 20/11, riêng HBG đến 23/11": whoever has an order of their own is none of the others'. */
function apart(parts: readonly Part[]): Part[] {
  const kept: Part[] = [];
  for (const [at, part] of parts.entries()) {
    const later = parts
      .slice(at + 1)
      .flatMap(({ who, verb, period }) => (verb === part.verb && period === part.period ? who : []));
    const own = part.who.filter((one) => !later.includes(one) || isGroup(one));
    const named = parts
      .filter((one) => one !== part && (one.verb === part.verb || own.includes(THE_OTHERS)))
      .flatMap(({ who }) => who.filter((one) => !isGroup(one) || own.includes(EVERYBODY)));
    if (own.length > 0) kept.push({ ...part, who: own, except: own.some(isGroup) ? [...new Set(named)] : [] });
  }
  return kept;
}

const isGroup = (who: string): boolean => who !== who.toLocaleUpperCase('vi');

/** What was said once counts for those beside which nothing else stands: the order and the period before them, the reason behind. */
function filled(parts: readonly Part[]): Part[] {
  const next: Part[] = [];
  for (const part of parts) {
    const last = next.at(-1);
    const verb = part.verb ?? last?.verb ?? parts.find((one) => one.verb !== null)?.verb ?? null;
    const isSame = last === undefined || verb === last.verb || part.verb === null;
    const period = part.period ?? last?.period ?? null;
    const day = part.day ?? (isSame && verb === 'giahan' ? (last?.day ?? null) : null);
    next.push({ ...part, verb, period, day });
  }
  for (const [at, part] of [...next.entries()].reverse()) {
    const behind = next[at + 1];
    const isAlike = behind !== undefined && (behind.verb === part.verb || isDecision(behind) === isDecision(part));
    if (part.reason === null && isAlike && isDecision(part)) part.reason = behind.reason;
  }
  for (const [at, part] of next.entries()) {
    const before = next[at - 1];
    if (part.reason === null && isDecision(part) && before?.verb === part.verb) part.reason = before.reason;
  }
  return next;
}

const isDecision = ({ verb }: Part): boolean => verb === 'giahan' || verb === 'mien';

function written(parts: readonly Part[], typed: string, known: Known): string[] | null {
  const orders = parts.flatMap((part) => write(part));
  const distinct = [...new Set(orders)];
  const [only, another] = parts;
  if (only !== undefined && another === undefined)
    return only.each === null ? forPeriods(only, typed, known) : distinct;
  if (parts.some(({ left, verb }) => left !== '' || verb === null)) return null;
  return parts.length < 2 || new Set(parts.map(effectOf)).size < 2 ? null : distinct;
}

/** Parts with one effect are one order, however they were strung together. */
function effectOf({ verb, period, day, each, reason }: Part): string {
  return JSON.stringify([
    verb,
    period,
    day,
    each,
    verb === 'back' || verb === 'giahan' || verb === 'mien' ? reason : null,
  ]);
}

/** "Gia hạn báo cáo năm và báo cáo tháng 12 cho Tỉnh đoàn": one after the other. */
function forPeriods(part: Part, typed: string, known: Known): string[] | null {
  const { today, reports } = known;
  // Of two reports only the first is taken off by itself.
  if (!isDecision(part) || !EMPTY.test(readActingOrder(part.left, known).who)) return null;
  const head = takeReason(typed)?.rest ?? typed;
  const isMonthly = reports.some(({ frequency }) => frequency === 'monthly');
  const periods = [...new Set(periodsIn(takeLaterDay(head, today)?.rest ?? head, today, isMonthly))];
  return periods.length < 2 ? null : periods.flatMap((period) => write({ ...part, period }));
}

function write(part: Part): string[] {
  const { verb, who, except, period, day, reason, each } = part;
  if (verb === null) return [];
  if (each !== null) return each.flatMap((one) => write({ ...part, ...one, each: null }));
  const named = who.map((one) => one.replace(/\s*(?:còn lại|con lai|khác|khac)$/iu, '') || 'các đơn vị chưa nộp');
  const whom = `${named.join(', ')}${except.length === 0 ? '' : ` trừ ${except.join(', ')}`}`;
  const why = verb === 'dondoc' || verb === 'duyet' ? null : reason;
  return [writeOrder({ verb, period, who: whom, day: verb === 'giahan' ? day : null, why })];
}
