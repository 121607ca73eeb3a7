import type { Day } from '../domain/calendar.ts';
import { dayOf } from '../domain/calendar.ts';
import { deadlineOf } from '../domain/deadline.ts';
import type { CutOffWord } from '../domain/obligation.ts';
import type { OneOff } from '../domain/one-off.ts';
import { oneOffCode } from '../domain/one-off.ts';
import { periodOf } from '../domain/period.ts';
import type { Result } from '../domain/problem.ts';
import { no, ok } from '../domain/problem.ts';
import { ASKED_KEY } from '../domain/reminder-key.ts';
import { obligationOf } from '../domain/rule-book.ts';
import type { UnitCode, UnitKind } from '../domain/unit.ts';
import type { Act, Desk } from './desk.ts';
import { may } from './desk.ts';
import { audienceOf, remindPerson } from './fire-reminders.ts';
import { openTasks } from './open-tasks.ts';

export interface OneOffOrder {
  title: string;
  form: string;
  addressees: readonly UnitKind[];
  units: readonly UnitCode[] | null;
  dueOn: Day;
  word: CutOffWord;
}

export interface AskedOneOff {
  code: string;
  period: string;
  /** How many units owe it, and how many people were told. */
  units: number;
  people: number;
  /** Units of which nobody could be told. */
  alone: number;
}

/** Longest title, in characters: it stands on buttons and in every reminder. */
export const TITLE_LIMIT = 120;

/**
 * Asks for a report once. Its tasks are opened and its people told in the same transaction; from then on it is an obligation
 * like any other, with reminders, receipts and totals. Refused when its time is over already.
 */
export function askOneOff(desk: Desk, act: Act, order: OneOffOrder): Result<AskedOneOff> {
  const { store } = desk;
  if (!may(desk, act.person, 'request')) return no({ problem: 'not-allowed' });
  if (order.title.length > TITLE_LIMIT) return no({ problem: 'text-too-long', limit: TITLE_LIMIT });
  if (isDueDayOver(order, dayOf(act.at, desk.zone))) return no({ problem: 'due-day-over' });
  return store.transact(() => {
    const id = store.oneOffs.add({
      ...order,
      askedOn: dayOf(act.at, desk.zone),
      askedAt: act.at,
      askedBy: act.person,
    });
    const code = oneOffCode(id);
    openTasks(desk, act.at);
    const tasks = store.tasks.ofRound(code, order.dueOn);
    const told = new Set<number>();
    let alone = 0;
    for (const task of tasks) {
      const rule = { key: ASKED_KEY, repeatIfUnknown: true };
      const reached = audienceOf(desk, task.unit, ['liaison', 'leader']).filter((member) =>
        remindPerson(desk, { task, rule, member, now: act.at, kind: 'nudge' }),
      );
      for (const { person } of reached) told.add(person);
      if (reached.length === 0) alone += 1;
    }
    const { title, form, dueOn } = order;
    store.audit.add(act.at, act.person, 'ask-one-off', code, { title, form, dueOn, units: tasks.length });
    return ok({ code, period: dueOn, units: tasks.length, people: told.size, alone });
  });
}

/** Takes it back with a reason: nobody owes it any more, and nobody is reminded of it. */
export function withdrawOneOff(desk: Desk, act: Act, id: number, reason: string): Result<OneOff> {
  const { store } = desk;
  if (!may(desk, act.person, 'request')) return no({ problem: 'not-allowed' });
  const oneOff = store.oneOffs.all().find((one) => one.id === id && one.withdrawnAt === null);
  if (oneOff === undefined) return no({ problem: 'no-such-one-off' });
  if (reason.trim() === '') return no({ problem: 'reason-needed' });
  return store.transact(() => {
    store.oneOffs.withdraw(id, reason.trim(), act.at);
    for (const task of store.tasks.ofRound(oneOffCode(id), oneOff.dueOn)) {
      if (!store.tasks.move(task.id, 'waive', reason.trim())) continue;
      store.milestones.settleAll(task.id, 'void', act.at);
      const detail = { from: task.state, to: 'waived', reason: reason.trim() };
      store.audit.add(act.at, act.person, 'waive', `task:${task.id}`, detail);
    }
    store.audit.add(act.at, act.person, 'withdraw-one-off', oneOffCode(id), { reason: reason.trim() });
    return ok(oneOff);
  });
}

/** The reports asked for once that are not withdrawn and can still be on time, the next due first. */
export function openOneOffs(desk: Desk, now: number): OneOff[] {
  const rules = desk.rules();
  const isOpen = (oneOff: OneOff): boolean => {
    if (oneOff.withdrawnAt !== null) return false;
    const obligation = obligationOf(rules, oneOffCode(oneOff.id));
    const period = periodOf(obligation, oneOff.dueOn);
    return period !== null && deadlineOf(obligation, period, rules.calendar).cutOffAt > now;
  };
  return desk.store.oneOffs
    .all()
    .filter(isOpen)
    .sort((a, b) => (a.dueOn < b.dueOn ? -1 : 1));
}

/** Before a day means until it begins; by a day, until it ends. */
export function isDueDayOver({ dueOn, word }: Pick<OneOffOrder, 'dueOn' | 'word'>, today: Day): boolean {
  return word === 'before' ? dueOn <= today : dueOn < today;
}
