import { withoutCourtesy } from '../language/courtesy.ts';
import { fold } from '../language/fold.ts';
import { isQuestion } from '../language/question-form.ts';
import { spelled } from '../language/spelled.ts';
import { readActingOrder } from './acting-order.ts';
import { LIKEWISE } from './amend-units.ts';
import type { Asked } from './asked.ts';
import { behindChase, readChaseOrder, timesChase } from './chase-order.ts';
import { clauseOrders, withMoreDays } from './clause-orders.ts';
import { looksLikeUnit } from './list-units.ts';
import { isOfDesk, mayUse, type Situation, type Usable } from './meaning.ts';
import { unitIn } from './name-unit.ts';
import type { CommandSaid } from './new-order.ts';
import { ordersOneOff, readWithdrawal } from './one-off-order.ts';
import { NOT_THAT, orderSpokenOf, stanceOf } from './order-stance.ts';
import { readPeopleQuestion } from './people-question.ts';
import { readRoundQuestion } from './round-question.ts';
import { readUnits } from './said-units.ts';
import { splitOrders } from './split-orders.ts';
import { readExtension, readPaper, readReviewing, readWaiver } from './spoken-decision.ts';
import { readNotice } from './spoken-notice.ts';
import { readEnding, readHandOver, readInviting } from './spoken-people.ts';
import { readTicketReply } from './ticket-order.ts';
import { unitGroupsIn } from './unit-spans.ts';

/** What orders are read with: what there is, and what the person may do. */
export type Giving = Usable & Pick<Situation, 'units' | 'reports' | 'today' | 'maySubmit'>;

/** Answers what is said about an order that is not given. */
export const ABOUT_ORDER = 'hoiviec';

/** They are only looked up: a question is answered by them even where it speaks of an order. */
const LOOKED_UP: readonly string[] = ['han', 'lich', 'tonghop', 'aichuanop', 'trogiup', 'gapnguoi', 'xuat'];

/** A sentence that speaks of an order and does not give it, of somebody who may: it is answered, and nothing is begun. */
export function readAboutOrder(text: string, situation: Situation, asked: Asked | null): CommandSaid | null {
  if (mayUse(ABOUT_ORDER, situation) && WHY_NOT_YET.test(fold(text)) && unitIn(text, situation.units) !== null)
    return { name: ABOUT_ORDER, args: text };
  if (mayUse('dondoc', situation) && mayUse(ABOUT_ORDER, situation) && timesChase(text))
    return { name: ABOUT_ORDER, args: `hengio ${text}` };
  const isOfUnit = UNDOING.test(fold(text)) && !givesTime(text) && unitIn(text, situation.units) !== null;
  if (isOfUnit && mayUse(ABOUT_ORDER, situation)) return { name: UNDO, args: text };
  if (UNDOES.test(fold(text)) && mayUse(UNDO, situation)) return { name: UNDO, args: text };
  const pair = mayUse(ABOUT_ORDER, situation) && isOfDesk(situation) ? orderAndQuestion(text, situation) : null;
  if (pair !== null) return { name: ABOUT_ORDER, args: writeOrders(pair) };
  const half = /[:\n]/u.test(text) ? null : givenHalf(text);
  const other = half === null ? null : readSpokenOrder(half, situation);
  if (other !== null) return other;
  const order = text.startsWith('/') ? null : orderSpokenOf(text);
  if (order === null || !mayUse(order, situation) || !mayUse(ABOUT_ORDER, situation)) return null;
  const stance = stanceOf(text, order);
  if (stance === 'given') return null;
  const isWhoDid = stance === 'asked' && WHO_DID.test(fold(text));
  if (stance === 'asked' && !isWhoDid && asked?.isSure === true && LOOKED_UP.includes(asked.intent)) return null;
  // "Nhắc lại cho chị xem những ai chưa nộp": to be told, not to remind.
  if (order === 'dondoc' && stance === 'asked' && WHO_IS_MISSING.test(text)) return { name: 'tonghop', args: '' };
  if (order === 'duyet' && stance === 'asked' && WAITS.test(text)) return { name: 'duyet', args: '' };
  return { name: ABOUT_ORDER, args: text };
}

/** "Ai duyệt báo cáo của Cẩm Giàng, lúc nào", "ai đang được gia hạn, đến ngày nào": who decided, or for whom, however the rest is asked. */
const WHO_DID =
  /^(?:(?:em|bot|oi|the|vay|cho|chi|anh|toi|hoi|xem|hien|thang nay|ky nay) )*(?:ai|nhung ai|don vi nao|nhung don vi nao|huyen nao|so nao) (?:da |dang |vua |moi |duoc )*(?:duyet|tra lai|tra ve|gia han|mien|nhap thay|nop thay)\b|\b(?:gia han|mien) cho (?:ai|nhung ai|don vi nao|noi nao)\b/u;
/** Whether a text asks who decided something, or for whom. */
export function asksWhoDid(text: string): boolean {
  return orderSpokenOf(text) !== null && WHO_DID.test(fold(text));
}

const UNDO = 'hoantac';
const UNDOING = /(?:^| )(?:hoan tac|undo)(?: |$)/u;
/** What was granted is taken back with what is known of it. "Hoan tac" without its marks is no "hoãn". */
const givesTime = (text: string): boolean => orderSpokenOf(fold(text).replace(UNDOING, ' ')) === 'giahan';

/** "Hoàn tác việc trả lại Sở Y tế": never a new one. */
const UNDOES =
  /^(?:(?:em|bot|oi|thoi|nham|roi|a|cho chi|giup chi) )*(?:hoan tac|undo)(?: (?:lai|viec|cai|vu))* (?:tra lai|tra ve|duyet|mien|bo mien|nhap|ghi|gui)\b|^(?:\S+ ){0,2}(?:hoan tac|undo) (?:viec|cai|vu) /u;
/** "Sao huyện Gia Lộc chưa nộp thế". */
const WHY_NOT_YET =
  /^(?:(?:em|bot|oi|the|vay) )*(?:sao|vi sao|tai sao)(?: \p{L}+){1,8} (?:chua|khong|ko) (?:nop|gui|bao cao)(?: |$|\?)/u;
const WAITS = /(?<!\p{L})(?:chờ|cho|cần|can) (?:duyệt|duyet|xem)(?!\p{L})/iu;
const WHO_IS_MISSING = /(?<!\p{L})(?:những ai|nhung ai|ai chưa|ai chua|xem|danh sách|danh sach)(?!\p{L})/iu;

/** Where a second order may begin: at a verb of its own. */
const THEN = new RegExp(
  `(?:[,;.]\\s*|(?:[,;.]?\\s+)(?:${spelled('rồi|và|xong|xong thì|sau đó|đồng thời|nhưng|mà')})\\s+)(?=(?:${spelled('nhắc|đôn đốc|gia hạn|lùi hạn|miễn|duyệt|trả lại|thông báo|nhắn')})\\s|${spelled('cho')}\\s.{2,60}${spelled('lùi')})`,
  'giu',
);

/**
 * "Nhắc Thanh tra tỉnh, rồi cho Kim Thành lùi tới 19/11 vì mất điện": each order as it would be typed alone; null where it is one. Words
 * that are to be passed on, and figures, are taken as they stand.
 */
export function readOrders(text: string, situation: Giving): string[] | null {
  const first = orderSpokenOf(text);
  if (/[“"]/u.test(text) || (first !== null && AS_THEY_STAND.includes(first))) return null;
  if (/[;\n]/u.test(text)) {
    const isSaid = (clause: string): boolean => isOrder(withMoreDays(clause), situation);
    const split = (): string[] | null => (text.includes('\n') ? null : readSplit(text, situation));
    const clauses = clauseOrders(text, isSaid) ?? split() ?? clauseOrders(text, isSaid, true);
    if (clauses !== null) return clauses.map(withMoreDays).flatMap((one) => readSplit(one, situation) ?? [one]);
  }
  if (text.includes('\n')) return null;
  const apart = thenParts(text, situation).flatMap((one) => readSplit(one, situation) ?? [one]);
  return apart.length > 1 ? apart : null;
}

const AS_THEY_STAND: readonly string[] = ['thongbao', 'nopthay'];

function thenParts(text: string, situation: Giving): string[] {
  if (text.includes(':')) return [text];
  for (const then of text.matchAll(THEN)) {
    const [first, second] = [text.slice(0, then.index).trim(), text.slice(then.index + then[0].length).trim()];
    if (isOrder(first, situation) && isOrder(second, situation)) return [first, ...thenParts(second, situation)];
  }
  return [text];
}

function readSplit(text: string, situation: Giving): string[] | null {
  const orders = splitOrders(text, situation);
  return orders?.every((order) => isOrder(order, situation)) === true ? orders : null;
}

/** "Nhắc Sở Nội vụ rồi cho tôi xem Sở Xây dựng nộp chưa": an order, and a question behind it; null where it is no such pair. */
export function orderAndQuestion(text: string, situation: Situation): string[] | null {
  if (/[:\n“"]/u.test(text)) return null;
  for (const then of text.matchAll(THEN_ASKS)) {
    const [first, second] = [text.slice(0, then.index).trim(), text.slice(then.index + then[0].length).trim()];
    const asked = second.replace(TO_SEE, '');
    const isAsked =
      isQuestion(asked) && (readRoundQuestion(asked, situation) ?? readPeopleQuestion(asked, situation)) !== null;
    if (isAsked && isOrder(first, situation)) return [first, asked];
  }
  return null;
}

/** A question behind an order: "… rồi cho tôi xem Sở Xây dựng nộp chưa". */
const THEN_ASKS = new RegExp(`[,;.]\\s+|\\s+(?:${spelled('rồi|và|xong|sau đó|đồng thời')})\\s+`, 'giu');
const TO_SEE = new RegExp(
  `^(?:(?:${spelled('rồi|và|cho|để|tôi|chị|anh|em|xem|biết|hỏi|kiểm tra|luôn|giúp|lại')})\\s+)+`,
  'iu',
);

function isOrder(text: string, situation: Giving): boolean {
  const named = orderSpokenOf(text);
  return named !== null && stanceOf(text, named) === 'given' && readOne(text, situation) !== null;
}

/** "Đừng nhắc Tứ Kỳ, nhắc Gia Lộc thôi": what is denied first leaves the order that is given. */
function givenHalf(text: string): string | null {
  for (const then of text.matchAll(THEN)) {
    const [first, second] = [text.slice(0, then.index).trim(), text.slice(then.index + then[0].length).trim()];
    const [denied, given] = [orderSpokenOf(first), orderSpokenOf(second)];
    const isDenied = denied !== null && denied === given && stanceOf(first, denied) === 'held';
    if (isDenied && stanceOf(second, denied) === 'given') return second;
  }
  return null;
}

/** An order in words of one's own, as the command with what it takes; null where it is none that is plain. */
export function readSpokenOrder(typed: string, situation: Situation): CommandSaid | null {
  const text = withMoreDays(typed);
  const other = NOT_THAT.exec(text);
  if (other !== null && other.index > 0) return readSpokenOrder(text.slice(0, other.index), situation);
  const orders = mayUse(ABOUT_ORDER, situation) ? readOrders(text, situation) : null;
  if (orders !== null) return { name: ABOUT_ORDER, args: writeOrders(orders) };
  return readOne(text, situation);
}

const SEVERAL = 'hailenh ';
/** What waits of several orders is given up. */
export const DROP_ORDERS = 'bolenh';
/** What waits is asked after. */
export const WHAT_WAITS = 'condo';

/** Several orders as one command takes them; `ordersIn` reads them. */
export function writeOrders(orders: readonly string[]): string {
  return `${SEVERAL}${orders.join('\n')}`;
}

/** The orders that are to be carried out one after the other; null where a command is another one. */
export function ordersIn({ name, args }: CommandSaid): string[] | null {
  return name === ABOUT_ORDER && args.startsWith(SEVERAL) ? args.slice(SEVERAL.length).split('\n') : null;
}

function readOne(text: string, situation: Giving): CommandSaid | null {
  for (const [command, read] of Object.entries(READERS)) {
    const args = mayUse(command, situation) && stanceOf(text, command) === 'given' ? read(text, situation) : null;
    if (args !== null) return { name: command, args };
  }
  return null;
}

const READERS: Readonly<Record<string, (text: string, situation: Giving) => string | null>> = {
  thongbao: readNotice,
  dondoc: readChase,
  giahan: (text, situation) => (saysTheSame(text, situation) ? `${SAME} ${text}` : readExtension(text, situation)),
  mien: readWaiver,
  nopthay: (text, situation) => (situation.maySubmit ? null : readPaper(text, situation)),
  duyet: (text, situation) => readReviewing(withLai(text, situation), situation),
  moi: readInviting,
  bangiao: (text, situation) => (situation.maySubmit ? null : readHandOver(text, situation)),
  donvi: readEnding,
  vuongmac: (text, situation) => (isOfDesk(situation) ? readTicketReply(text, situation) : null),
  dotxuat: (text) => {
    const withdrawn = readWithdrawal(text);
    return withdrawn === null ? (ordersOneOff(text) ? text : null) : `rut ${withdrawn}`.trim();
  },
};

const SAME = 'cungvay';
const LONGEST_SAME = 80;

/** "Thanh tra tỉnh cũng vậy, đến 20/11": what was just decided, for another unit. */
function saysTheSame(text: string, situation: Giving): boolean {
  const isShort = text.length <= LONGEST_SAME && !/[?:]/u.test(text) && orderSpokenOf(text) === null;
  if (!isShort || !LIKEWISE.test(text)) return false;
  // "Gia Lộc cũng nộp rồi" decides nothing.
  const { who } = readActingOrder(text.replace(LIKEWISE, ' '), situation);
  const { codes, unknown } = readUnits(withoutCourtesy(who), situation.units);
  return codes.length > 0 && unknown.length === 0;
}

const SEND_BACK = /^((?:em|bot|giúp|giup|chị|chi|thôi|thoi)\s+)*(?:trả|tra)\s+(?=\S)/iu;

/** "Trả Tứ Kỳ, thiếu kinh phí" is short for "trả lại". */
function withLai(text: string, { units }: Giving): string {
  const found = SEND_BACK.exec(text);
  const behind = found === null ? '' : text.slice(found[0].length);
  const isOfUnit = /^(?:báo cáo|bao cao|bc|bản|ban)(?=\s)/iu.test(behind) || unitGroupsIn(behind, units)[0]?.from === 0;
  return found !== null && isOfUnit ? `trả lại ${behind}` : text;
}

/** "Nhắc các huyện chưa nộp đi"; not "nhắc chị lúc 8h", which names nobody who reports. */
function readChase(text: string, situation: Giving): string | null {
  const behind = behindChase(text);
  if (behind === null) return null;
  const { whom, except, words, period, obligations } = readChaseOrder(behind, situation);
  const isNamed = whom.kinds.length + whom.codes.length + except.kinds.length + except.codes.length > 0;
  // Who is left out and is not known is named where it is carried out: the order is no question for it.
  const isOrder = isNamed || (except.unknown.length > 0 && ALL.test(text));
  if (whom.codes.length > 0 && except.unknown.length === 0 && whom.unknown.length > 0)
    return whom.unknown.every(looksLikeUnit) ? behind : null;
  if (whom.unknown.length + except.unknown.length > 0) return isOrder && except.unknown.length > 0 ? behind : null;
  return isNamed || words !== '' || period !== null || obligations !== null || ALL.test(text) ? behind : null;
}

const ALL =
  /hết|tất cả|toàn bộ|đơn vị|chưa|thiếu|mấy|(?<!\p{L})(?:het|tat ca|toan bo|don vi|chua|thieu|may)(?!\p{L})/iu;
