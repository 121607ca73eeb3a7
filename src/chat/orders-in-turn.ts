import { pressUndo } from '../actions/press-undo.ts';
import { fold } from '../language/fold.ts';
import { beforeReason, takeReason } from '../language/reason-word.ts';
import { readAmend } from '../understanding/amend-units.ts';
import { splitExcept } from '../understanding/except.ts';
import { unknownBeside } from '../understanding/list-units.ts';
import { unitsIn } from '../understanding/name-unit.ts';
import { ABOUT_ORDER, DROP_ORDERS, readOrders, writeOrders } from '../understanding/spoken-order.ts';
import { writeBecause } from '../understanding/write-decision.ts';
import { ANNOUNCE_WORDS } from '../wording/dialogs.ts';
import {
  sayNextOrder,
  sayNotDone,
  sayOrder,
  sayOrdersDropped,
  sayOrdersInTurn,
  sayPassedOver,
  sayPutOff,
} from '../wording/orders-in-turn.ts';
import { sayProblem } from '../wording/problems.ts';
import { today, unitsToday } from './look-up.ts';
import type { Turn } from './turn.ts';
import { ASIDE_MS } from './turn.ts';

/** Of several orders in one message the first is begun; the others are said, and wait before those of an earlier message. Gives the first. */
export function takeFirstOrder(turn: Turn, [first = '', ...rest]: readonly string[]): string {
  const undone = rest.length > 0 ? UNDONE_FIRST.exec(first)?.[1] : undefined;
  if (undone !== undefined) return takeFirstOrder(turn, undoFirst(turn, Number(undone), rest));
  const earlier = waiting(turn).filter((one) => one !== first && !rest.includes(one));
  turn.desk.store.dialogs.putOff(turn.chat.id, [...rest, ...earlier], turn.now);
  if (rest.length > 0) turn.say(sayOrdersInTurn(namedIn(turn, rest)));
  return first;
}

/** "Hoàn tác và làm lại": where it cannot be undone, that is said, and what was meant is still shown before it is done. */
const UNDONE_FIRST = /^\/hoantac (\d{1,9})$/u;

function undoFirst(turn: Turn, id: number, rest: readonly string[]): readonly string[] {
  if (turn.person === null) return rest;
  const undone = pressUndo(turn.desk, { person: turn.person, at: turn.now }, id);
  turn.say(undone.ok ? undone.value : sayProblem(undone.problem, turn.desk.zone));
  return rest;
}

/**
 * Where a reason is asked for: the reason, and the orders that were said behind it ("mưa lũ. Còn lại nhắc hết"), which wait. `order`:
 * what the reason is for, as it would be typed.
 */
export function withoutOrders(turn: Turn, order: string, answer: string): string {
  const { rules } = turn;
  const situation = {
    units: unitsToday(turn),
    reports: [...rules.obligations, ...rules.former.obligations],
    today: today(turn),
    maySubmit: false,
    commands: turn.usable.map(({ name }) => ({ name, isUsable: true })),
  };
  const [first, ...rest] = readOrders(writeBecause(order, answer), situation) ?? [];
  const reason = first === undefined ? null : takeReason(first);
  if (reason === null) return answer;
  putOffOrders(turn, rest);
  return reason.reason;
}

/** They wait until what is in hand is done. */
export function putOffOrders(turn: Turn, orders: readonly string[]): void {
  const left = waiting(turn).filter((one) => !orders.includes(one));
  turn.desk.store.dialogs.putOff(turn.chat.id, [...orders, ...left], turn.now);
  turn.say(sayPutOff(namedIn(turn, orders)));
}

/**
 * The chat is in the middle of nothing: what waits is offered, whatever was done meanwhile, until it is done or given up. After a day it
 * is named once more as not done. Nothing of it goes away unsaid, but where nothing is written for as long as what is half done is kept
 * (`domain/retention.ts`).
 */
export function offerNextOrder(turn: Turn): void {
  const { dialogs } = turn.desk.store;
  if (turn.person === null || turn.unfinished() !== null) return;
  const all = dialogs.ordersLeft(turn.chat.id, 0);
  if (all.length === 0) return;
  const old = waiting(turn).length === 0;
  const typed = fold(turn.text).trim();
  const left = all.filter((one) => ![one, ...namedIn(turn, [one])].some((words) => fold(words).trim() === typed));
  if (old || left.length < all.length) dialogs.putOff(turn.chat.id, old ? [] : left, turn.now);
  if (left.length === 0) return;
  if (old) return turn.footer(sayNotDone(namedIn(turn, left)));
  const { text, choices } = sayNextOrder(namedIn(turn, left), {
    go: `/${ABOUT_ORDER} ${writeOrders(left)}`,
    drop: `/${ABOUT_ORDER} ${DROP_ORDERS}`,
  });
  turn.footer(text);
  for (const choice of choices) turn.offer(choice);
}

/** What waits is given up, and named; false where nothing waits. */
export function dropOrders(turn: Turn): boolean {
  const left = waiting(turn);
  if (left.length === 0) return false;
  turn.desk.store.dialogs.putOff(turn.chat.id, [], turn.now);
  turn.say(sayOrdersDropped(namedIn(turn, left)));
  return true;
}

export const ordersWait = (turn: Turn): boolean => waiting(turn).length > 0;

function waiting({ desk, chat, now }: Turn): string[] {
  return desk.store.dialogs.ordersLeft(chat.id, now - ASIDE_MS);
}

function namedIn(turn: Turn, orders: readonly string[]): string[] {
  const names = new Map(unitsToday(turn).map(({ code, shortName }) => [code, shortName]));
  return orders.map((order) => sayOrder(order, names));
}

/** So many are named one by one; more stand in the answer by their number. */
const NAMED = 8;

/** Orders that are for units: what they are told of one of them is never passed over. */
const FOR_UNITS: readonly string[] = ['giahan', 'mien', 'dondoc', 'duyet', 'nopthay', 'dotxuat', 'goi'];
/** Questions about units. */
const ASKED: readonly string[] = [
  'tonghop',
  'aichuanop',
  'hoiviec',
  'lichsu',
  'donvi',
  'hoidap',
  'nhiemvu',
  'lich',
  'xuat',
];

/**
 * Every unit that an order names stands in its answer, whatever becomes of it: where one does not, that is said. Whom somebody leaves
 * out ("trừ Tứ Kỳ") stands nowhere.
 */
export function tellPassedOver(turn: Turn, about: string | null): void {
  const mayOrder = turn.usable.some(({ name }) => name === 'dondoc');
  if (about === null || turn.isPress || !mayOrder) return;
  const units = unitsToday(turn);
  if ([...FOR_UNITS, ...ASKED].includes(about)) tellUnknown(turn, units);
  if (!FOR_UNITS.includes(about)) return;
  const out = readAmend(turn.text, units)?.drop ?? [];
  const meant = unitsIn(splitExcept(turn.text).whom, units).filter((code) => !out.includes(code));
  const answered = unitsIn(turn.spoken(), units);
  const over = units.filter(({ code, compiles }) => meant.includes(code) && !answered.includes(code) && !compiles);
  if (over.length > 0 && meant.length <= NAMED) turn.footer(sayPassedOver(over.map(({ shortName }) => shortName)));
}

/** A name beside others that is nobody's: the answer is not for it. */
function tellUnknown(turn: Turn, units: ReturnType<typeof unitsToday>): void {
  const said = turn.spoken();
  const unknown = unknownBeside(beforeReason(turn.text), units).filter((name) => !said.includes(name));
  if (unknown.length > 0) turn.footer(ANNOUNCE_WORDS.leftUnknown(unknown));
}
