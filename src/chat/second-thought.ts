import { lastDone } from '../actions/press-undo.ts';
import type { TaskView } from '../actions/task-view.ts';
import type { Choice } from '../channels/channel.ts';
import { toLocal } from '../domain/local-time.ts';
import type { SecondThought } from '../understanding/second-thought.ts';
import { readSecondThought, stopsSending } from '../understanding/second-thought.ts';
import { ABOUT_ORDER, writeOrders } from '../understanding/spoken-order.ts';
import { writeCall, writeMoment, writeOrder } from '../understanding/write-decision.ts';
import { sayOrder } from '../wording/orders-in-turn.ts';
import { sayRethink } from '../wording/undo.ts';
import { announceCommand } from './commands/announce.ts';
import { viewOf } from './dialogs/review-shown.ts';
import { namesOfTasks, today, unitsToday } from './look-up.ts';
import type { Turn } from './turn.ts';

/** What was done longer ago has to be named: "hoàn tác việc gia hạn Kim Thành". */
const JUST_MS = 10 * 60_000;

/**
 * Second thoughts about what was done a moment ago: undoing it, and doing it as it was meant, is offered in one press and never done
 * unasked. A notice that is going out is stopped, as by its button. False where nothing was done, or something else is said.
 */
export function takeSecondThought(turn: Turn): boolean {
  const { person, now, chat } = turn;
  if (person === null || turn.isPress) return false;
  const stop = stopOnScreen(chat.choices);
  if (stop !== null && stopsSending(turn.text)) {
    announceCommand.run(turn, stop);
    return true;
  }
  const said = readSecondThought(turn.text, { units: unitsToday(turn), today: today(turn) });
  const done = said === null ? null : lastDone(turn.desk, { person, at: now }, JUST_MS);
  if (said === null || done === null) return false;
  const views = done.tasks.flatMap((id) => viewOf(turn, id) ?? []);
  const order = orderAnew(turn, done.kind, views, said);
  const names = new Map(unitsToday(turn).map(({ code, shortName }) => [code, shortName]));
  turn.say(
    sayRethink(
      done,
      namesOfTasks(turn, done.tasks),
      order === null
        ? null
        : {
            order: sayOrder(order, names),
            value: `/${ABOUT_ORDER} ${writeOrders([`/hoantac ${done.id}`, done.kind === 'call' ? `/goi ${order}` : ofReport(order, views[0])])}`,
          },
    ),
  );
  return true;
}

/** The order with the report it was about, where several are due in that period. */
function ofReport(order: string, view: TaskView | undefined): string {
  if (view === undefined) return order;
  const { obligation, period } = view.task;
  return order.replace(` ${period} `, ` ${obligation} ${period} `);
}

/** The words behind "/thongbao" of the button that stops a notice; null where none is shown. */
function stopOnScreen(shown: string | null): string | null {
  const choices = shown === null ? [] : (JSON.parse(shown) as Choice[][]).flat();
  const stop = choices.find(({ value }) => /^\/thongbao dung \d+$/u.test(value));
  return stop === undefined ? null : stop.value.slice('/thongbao '.length);
}

/** What was done, as it would be typed with what is meant instead; null where that is not known whole. */
function orderAnew(turn: Turn, kind: string, views: readonly TaskView[], said: SecondThought): string | null {
  const { store } = turn.desk;
  const [view] = views;
  if (view === undefined) return null;
  const { period } = view.task;
  const own = views.map(({ unit }) => unit.code);
  const who = (said.codes.length > 0 ? said.codes : own).join(', ');
  const isOther = said.codes.length > 0;
  if (kind === 'extend') {
    const granted = store.extensions.current(view.task.id);
    const day = said.later ?? (isOther ? { on: view.task.lastGoodDay } : null);
    if (day === null && said.reason === null) return null;
    const on = day ?? { on: view.task.lastGoodDay };
    return writeOrder({ verb: 'giahan', period, who, day: on, why: said.reason ?? granted?.reason ?? null });
  }
  if (kind === 'waive' && (isOther || said.reason !== null))
    return writeOrder({ verb: 'mien', period, who, day: null, why: said.reason ?? view.task.stateReason });
  if (kind === 'accept' && isOther) return writeOrder({ verb: 'duyet', period, who, day: null, why: null });
  if (kind === 'return' && isOther)
    return writeOrder({ verb: 'back', period, who, day: null, why: view.task.stateReason });
  return kind === 'call' ? callAnew(turn, view, said, who) : null;
}

/** "À nhầm, Gia Lộc": the same call, of another unit; "à nhầm, 9h": with another time. */
function callAnew(turn: Turn, { task }: TaskView, said: SecondThought, who: string): string | null {
  const { store, zone } = turn.desk;
  const promise = store.promises.latestOf(task.id);
  if (said.codes.length > 0) return writeCall(who, promise === null ? null : writeMoment(toLocal(promise.until, zone)));
  return said.words === '' ? null : writeCall(who, said.words);
}
