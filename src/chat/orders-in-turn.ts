import { takeReason } from '../language/reason-word.ts';
import { readAmend } from '../understanding/amend-units.ts';
import { splitExcept } from '../understanding/except.ts';
import { unitsIn } from '../understanding/name-unit.ts';
import { ABOUT_ORDER, readOrders, writeOrders } from '../understanding/spoken-order.ts';
import { writeBecause } from '../understanding/write-decision.ts';
import { sayNextOrder, sayOrder, sayOrdersInTurn, sayPassedOver, sayPutOff } from '../wording/orders-in-turn.ts';
import { today, unitsToday } from './look-up.ts';
import type { Turn } from './turn.ts';
import { ASIDE_MS } from './turn.ts';

/** Of several orders in one message the first is begun; the others are said, and wait. Gives the first. */
export function takeFirstOrder(turn: Turn, [first = '', ...rest]: readonly string[]): string {
  turn.desk.store.dialogs.putOff(turn.chat.id, rest, turn.now);
  if (rest.length > 0) turn.say(sayOrdersInTurn(namedIn(turn, rest)));
  return first;
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
  const { dialogs } = turn.desk.store;
  const left = dialogs.ordersLeft(turn.chat.id, turn.now - ASIDE_MS).filter((one) => !orders.includes(one));
  dialogs.putOff(turn.chat.id, [...orders, ...left], turn.now);
  turn.say(sayPutOff(namedIn(turn, orders)));
}

/** The chat is in the middle of nothing again: what waits is offered, once. */
export function offerNextOrder(turn: Turn): void {
  const { dialogs } = turn.desk.store;
  if (turn.person === null || turn.unfinished() !== null) return;
  const left = dialogs.ordersLeft(turn.chat.id, turn.now - ASIDE_MS);
  if (left.length === 0) return;
  const { text, choice } = sayNextOrder(namedIn(turn, left), `/${ABOUT_ORDER} ${writeOrders(left)}`);
  turn.footer(text);
  turn.offer(choice);
  // Which report was asked about just now, say: it is offered once more.
  const isNew = dialogs.ordersLeft(turn.chat.id, turn.now).length > 0;
  if (!isNew) dialogs.putOff(turn.chat.id, [], turn.now);
}

function namedIn(turn: Turn, orders: readonly string[]): string[] {
  const names = new Map(unitsToday(turn).map(({ code, shortName }) => [code, shortName]));
  return orders.map((order) => sayOrder(order, names));
}

/** So many are named one by one; more stand in the answer by their number. */
const NAMED = 8;

/** Orders that are for units: what they are told of one of them is never passed over. */
const FOR_UNITS: readonly string[] = ['giahan', 'mien', 'dondoc', 'duyet', 'nopthay', 'dotxuat', 'goi'];

/**
 * Every unit that an order names stands in its answer, whatever becomes of it: where one does not, that is said. Whom somebody leaves
 * out ("trừ Tứ Kỳ") stands nowhere.
 */
export function tellPassedOver(turn: Turn, about: string | null): void {
  const mayOrder = turn.usable.some(({ name }) => name === 'dondoc');
  if (about === null || !FOR_UNITS.includes(about) || turn.isPress || !mayOrder) return;
  const units = unitsToday(turn);
  const out = readAmend(turn.text, units)?.drop ?? [];
  const meant = unitsIn(splitExcept(turn.text).whom, units).filter((code) => !out.includes(code));
  const answered = unitsIn(turn.spoken(), units);
  const over = units.filter(({ code, compiles }) => meant.includes(code) && !answered.includes(code) && !compiles);
  if (over.length > 0 && meant.length <= NAMED) turn.footer(sayPassedOver(over.map(({ shortName }) => shortName)));
}
