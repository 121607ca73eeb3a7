import { untilOf } from '../../actions/acting-effect.ts';
import { askExtension, requestedAt, requestOf, withdrawExtension } from '../../actions/ask-extension.ts';
import { viewTask } from '../../actions/task-view.ts';
import { unitsAllowing } from '../../domain/access.ts';
import { canBeReason } from '../../language/extension-talk.ts';
import { readReason, reasonBeside, takeReason } from '../../language/reason-word.ts';
import type { SaidLater } from '../../language/time/later-day.ts';
import type { Task } from '../../store/tasks.ts';
import type { ActingOrder } from '../../understanding/acting-order.ts';
import { readActingOrder } from '../../understanding/acting-order.ts';
import { HEARD, readSub } from '../../understanding/command-words.ts';
import {
  EXTENSION_REQUEST,
  sayAskHowLong,
  sayExtensionAsked,
  sayNoneToExtendBut,
  sayRequestsStand,
  sayWhatIfLate,
  sayWhichToExtend,
} from '../../wording/ask-extension.ts';
import { COMMAND_WORDS } from '../../wording/commands.ts';
import { sayProblem } from '../../wording/problems.ts';
import { sayReceivedSoFar } from '../../wording/received.ts';
import { sayNoSuchReport, sayNotOpenYet } from '../../wording/side-answer.ts';
import type { Command } from '../command.ts';
import { owedTasks, today } from '../look-up.ts';
import { aheadOf, tasksOf } from '../own-reports.ts';
import type { Turn } from '../turn.ts';
import { readNamed } from '../which.ts';

/** "Cho em xin lùi hạn đến thứ Sáu, chị phụ trách ốm": the coordinators are asked, and decide with a tap. */
export const askExtensionCommand: Command = {
  name: 'xingiahan',
  alias: 'askextension',
  ...COMMAND_WORDS.xingiahan,
  ...HEARD.xingiahan,
  needs: 'submit',
  isHidden: true,
  run(turn, args) {
    const talk = readSub(args, HEARD.xingiahan.subs);
    if (talk !== null) return answerAbout(turn, talk.sub, talk.rest);
    const order = readActingOrder(args, {
      today: today(turn),
      reports: [...turn.rules.obligations, ...turn.rules.former.obligations],
    });
    const [task, ...others] = meant(turn, order);
    if (task === undefined) return sayNoneToExtend(turn, order);
    if (others.length > 0) return turn.say(askWhich(turn, [task, ...others], order.later));
    const view = viewTask(turn.desk, task);
    if (order.later === null) return turn.say(sayAskHowLong(view, today(turn)));
    const until = untilOf(turn.desk, [task], order.later, turn.now);
    if (until <= task.lastGoodDay || until < today(turn)) return turn.say(EXTENSION_REQUEST.notLater(view));
    if (turn.person === null) return;
    const act = { person: turn.person, at: turn.now };
    const asked = askExtension(turn.desk, act, { task: task.id, until, reason: order.reason ?? reasonBeside(args) });
    if (!asked.ok) return turn.say(sayProblem(asked.problem, turn.desk.zone));
    turn.say(sayExtensionAsked(asked.value.view, until, asked.value.isNew));
  },
};

/**
 * A reason that follows the request as a message of its own goes the same way: said with "vì" at any time, as a plain statement while the
 * request has just been made. False where it is none, or where none or several wait for one.
 */
export function addReason(turn: Turn): boolean {
  const { desk, person, now, text } = turn;
  const [asked, another] = waiting(turn).filter(({ reason }) => reason === null);
  if (person === null || asked === undefined || another !== undefined) return false;
  const isSaidSo = takeReason(text.trim())?.rest === '' || (now - asked.askedAt < JOINED_MS && canBeReason(text));
  const reason = isSaidSo ? readReason(text) : null;
  if (reason === null) return false;
  const done = askExtension(desk, { person, at: now }, { task: asked.task.id, until: asked.until, reason });
  if (done.ok) turn.say(EXTENSION_REQUEST.reasonAdded(reason));
  return done.ok;
}

/** What is said next belongs to the request for so long. */
const JOINED_MS = 10 * 60_000;

/** What is named is not owed: how it stands, and what is. */
function sayNoneToExtend(turn: Turn, { period }: Pick<ActingOrder, 'period'>): void {
  const { desk } = turn;
  const own = unitsAllowing(turn.memberships, 'submit');
  const owed = owedTasks(turn, 'submit').map((task) => viewTask(desk, task));
  const named = tasksOf(turn).filter((task) => own.includes(task.unit) && task.period === period);
  if (owed.length === 0 && named.length === 0) return turn.say(EXTENSION_REQUEST.nothingOwed);
  const reports = named.map((task) => ({
    view: viewTask(desk, task),
    latest: desk.store.submissions.latestOf(task.id),
  }));
  const [ahead] = period === null || named.length > 0 ? [] : aheadOf(turn, period);
  if (reports.length > 0) turn.say(sayReceivedSoFar(reports, own, desk.zone));
  else if (period !== null) turn.say(ahead === undefined ? sayNoSuchReport(period) : sayNotOpenYet(ahead));
  turn.say(sayNoneToExtendBut(owed));
}

function answerAbout(turn: Turn, talk: keyof typeof HEARD.xingiahan.subs, words: string): void {
  const { desk, person, now } = turn;
  const open = waiting(turn);
  if (talk === 'muon') {
    const { period } = readNamed(turn, words);
    const named = meant(turn, { ...NOTHING_NAMED, period });
    if (period !== null && named.length === 0) return sayNoneToExtend(turn, { period });
    const [task] = period === null && open.length > 0 ? open.map((one) => one.task) : named;
    return turn.say(sayWhatIfLate(task === undefined ? null : viewTask(desk, task)));
  }
  if (open.length === 0 || person === null) return turn.say(EXTENSION_REQUEST.noneWaits);
  if (talk === 'tinhhinh')
    return turn.say(sayRequestsStand(open.map((one) => ({ ...one, view: viewTask(desk, one.task) }))));
  for (const { task } of open) {
    const done = withdrawExtension(desk, { person, at: now }, task.id);
    if (done.ok) turn.say(EXTENSION_REQUEST.takenBack(done.value));
  }
}

const NOTHING_NAMED: ActingOrder = { task: null, obligations: null, period: null, who: '', later: null, reason: null };

/** The units' requests that nobody has answered. */
function waiting(turn: Turn) {
  return owedTasks(turn, 'submit').flatMap((task) => {
    const asked = requestOf(turn.desk, task);
    return asked === null ? [] : [{ ...asked, task, askedAt: requestedAt(turn.desk, task) }];
  });
}

/** Their open reports that the words mean; with none named, those due next. */
function meant(turn: Turn, { task, obligations, period }: ActingOrder): Task[] {
  const fitting = owedTasks(turn, 'submit')
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
