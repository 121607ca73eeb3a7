import { untilOf } from '../../actions/acting-effect.ts';
import { askExtension, requestOf } from '../../actions/ask-extension.ts';
import { viewTask } from '../../actions/task-view.ts';
import { unitsAllowing } from '../../domain/access.ts';
import type { SaidLater } from '../../language/later-day.ts';
import { readReason, reasonBeside, takeReason } from '../../language/reason-word.ts';
import type { Task } from '../../store/tasks.ts';
import type { ActingOrder } from '../../understanding/acting-order.ts';
import { readActingOrder } from '../../understanding/acting-order.ts';
import { HEARD } from '../../understanding/command-words.ts';
import { EXTENSION_REQUEST, sayAskHowLong, sayExtensionAsked, sayWhichToExtend } from '../../wording/ask-extension.ts';
import { COMMAND_WORDS } from '../../wording/commands.ts';
import { sayProblem } from '../../wording/problems.ts';
import type { Command } from '../command.ts';
import { today } from '../look-up.ts';
import type { Turn } from '../turn.ts';

/** "Cho em xin lùi hạn đến thứ Sáu, chị phụ trách ốm": the coordinators are asked, and decide with a tap. */
export const askExtensionCommand: Command = {
  name: 'xingiahan',
  alias: 'askextension',
  ...COMMAND_WORDS.xingiahan,
  ...HEARD.xingiahan,
  needs: 'submit',
  isHidden: true,
  run(turn, args) {
    const order = readActingOrder(args, {
      today: today(turn),
      reports: [...turn.rules.obligations, ...turn.rules.former.obligations],
      ownUnits: [],
      units: [],
    });
    const [task, ...others] = meant(turn, order);
    if (task === undefined) return turn.say(EXTENSION_REQUEST.nothingOwed);
    if (others.length > 0) return turn.say(askWhich(turn, [task, ...others], order.later));
    const view = viewTask(turn.desk, task);
    if (order.later === null) return turn.say(sayAskHowLong(view));
    const until = untilOf(turn.desk, [task], order.later, turn.now);
    if (until <= task.lastGoodDay || until < today(turn)) return turn.say(EXTENSION_REQUEST.notLater(view));
    if (turn.person === null) return;
    const act = { person: turn.person, at: turn.now };
    const asked = askExtension(turn.desk, act, { task: task.id, until, reason: order.reason ?? reasonBeside(args) });
    if (!asked.ok) return turn.say(sayProblem(asked.problem, turn.desk.zone));
    turn.say(sayExtensionAsked(asked.value.view, until, asked.value.isNew));
  },
};

/** Their open reports that the words mean; with none named, those due next. */
function meant(turn: Turn, { task, obligations, period }: ActingOrder): Task[] {
  const own = unitsAllowing(turn.memberships, 'submit');
  const open = own.flatMap((unit) => turn.desk.store.tasks.outstandingOf(unit));
  const fitting = open
    .filter(({ id }) => task === null || id === task)
    .filter((one) => obligations === null || obligations.includes(one.obligation))
    .filter((one) => period === null || one.period === period);
  const first = Math.min(...fitting.map(({ cutOffAt }) => cutOffAt));
  return fitting.filter(({ cutOffAt }) => cutOffAt === first);
}

function askWhich(turn: Turn, tasks: readonly Task[], later: SaidLater | null) {
  const said = later === null ? '' : ` ${untilOf(turn.desk, tasks, later, turn.now).split('-').reverse().join('/')}`;
  const views = tasks.map((task) => viewTask(turn.desk, task));
  return sayWhichToExtend(views, said);
}

/** "Vì chị phụ trách ốm", said after the request: the coordinators hear it too. False where nothing waits for one. */
export function giveReason(turn: Turn): boolean {
  const given = takeReason(turn.text.trim());
  const reason = given?.rest === '' ? readReason(turn.text) : null;
  if (turn.person === null || reason === null) return false;
  const [asked, another] = unitsAllowing(turn.memberships, 'submit')
    .flatMap((unit) => turn.desk.store.tasks.outstandingOf(unit))
    .flatMap((task) => {
      const request = requestOf(turn.desk, task);
      return request?.reason === null ? [{ task: task.id, until: request.until, reason }] : [];
    });
  if (asked === undefined || another !== undefined) return false;
  const told = askExtension(turn.desk, { person: turn.person, at: turn.now }, asked);
  if (told.ok) turn.say(EXTENSION_REQUEST.reasonPassedOn(reason));
  return told.ok;
}
