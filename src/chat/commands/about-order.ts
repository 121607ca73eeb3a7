import { nameOf } from '../../actions/desk.ts';
import { lastToUndo, undoOf } from '../../actions/press-undo.ts';
import { roundStatus } from '../../actions/round-status.ts';
import type { TaskView } from '../../actions/task-view.ts';
import { viewTask } from '../../actions/task-view.ts';
import { waitingReviews } from '../../actions/waiting-reviews.ts';
import { isWorkingDay } from '../../domain/calendar.ts';
import { planMilestones } from '../../domain/milestone-plan.ts';
import { isOutstanding } from '../../domain/task.ts';
import type { RoundRow } from '../../store/tasks.ts';
import { readActingOrder } from '../../understanding/acting-order.ts';
import { HEARD, readSub } from '../../understanding/command-words.ts';
import { unitIn, unitsIn } from '../../understanding/name-unit.ts';
import { oneOffsIn } from '../../understanding/one-off-in.ts';
import { orderSpokenOf, stanceOf, takesBack } from '../../understanding/order-stance.ts';
import type { ReportFacts } from '../../wording/about-order.ts';
import {
  ABOUT_ORDER,
  aboutChoice,
  EXTENDED,
  sayAbout,
  sayChaseFacts,
  sayDecidedUnits,
  sayHeld,
  sayReportFacts,
  WAIVED,
} from '../../wording/about-order.ts';
import { COMMAND_WORDS } from '../../wording/commands.ts';
import { sayProblem } from '../../wording/problems.ts';
import type { RichText } from '../../wording/rich-text.ts';
import { ROUND_ANSWER } from '../../wording/round-answer.ts';
import { sayNothingToLeave } from '../../wording/router.ts';
import { sayDone } from '../../wording/undo.ts';
import type { Said } from '../about-notices.ts';
import { aboutNotices, waitingNotice } from '../about-notices.ts';
import { roundsMeant } from '../begin-acting.ts';
import type { Command } from '../command.ts';
import { today, unitName, unitsToday } from '../look-up.ts';
import { dropOrders, ordersWait } from '../orders-in-turn.ts';
import { factsOf, reportFacts } from '../report-facts.ts';
import type { Turn } from '../turn.ts';
import { undoCommand } from './undo.ts';

/** What a sentence says about an order without giving it: nothing is done, and what is known of the matter is the answer. */
export const aboutOrderCommand: Command = {
  name: 'hoiviec',
  alias: 'aboutorder',
  ...COMMAND_WORDS.hoiviec,
  ...HEARD.hoiviec,
  needs: 'chase',
  isHidden: true,
  run(turn, text) {
    const sub = readSub(text, HEARD.hoiviec.subs);
    if (sub?.sub === 'bolenh') return dropOrders(turn) ? undefined : turn.say(sayNothingToLeave());
    // What waits is offered below.
    if (sub?.sub === 'condo') return ordersWait(turn) ? undefined : turn.say(sayNothingToLeave());
    if (sub?.sub === 'hengio') return turn.say(sayAbout([ABOUT_ORDER.noHour], [aboutChoice.chase()]));
    const order = orderSpokenOf(text) ?? 'dondoc';
    const isHeld = stanceOf(text, order) === 'held';
    const unit = unitIn(text, unitsToday(turn));
    // "Bỏ gia hạn Kim Thành, Gia Lộc": what was done last may be another's.
    if (order === 'giahan' && takesBack(text) && unitsIn(text, unitsToday(turn)).length > 1)
      return undoCommand.run(turn, text);
    const { obligations, former } = turn.rules;
    const named = { today: today(turn), reports: [...obligations, ...former.obligations] };
    const oneOffs = oneOffsIn(text, named.reports);
    const meant = readActingOrder(text, named);
    const found = roundsMeant(turn, {
      ...(oneOffs === null ? meant : { obligations: oneOffs, period: null }),
      task: null,
    });
    const rounds = 'problem' in found ? [] : found;
    if (oneOffs !== null && rounds.length === 0) return turn.say(ROUND_ANSWER.noOneOff);
    if (unit !== null && 'problem' in found) return turn.say(sayProblem(found, turn.desk.zone));
    const facts = unit === null ? [] : factsOf(turn, unit, rounds);
    if (unit !== null && rounds.length > 0 && facts.length === 0) return turn.say(notAsked(turn, unit, rounds));
    const isBack = order === 'giahan' && takesBack(text);
    const held = isHeld && !(isBack && facts.every(({ granted }) => granted === null));
    const said =
      facts.length > 0 ? aboutUnit(turn, order, held, facts) : aboutRound(turn, order, { isHeld, isBack, rounds });
    const isWaiting = order === 'thongbao' && waitingNotice(turn) !== undefined;
    const undone = isHeld && order !== 'giahan' ? undoOfOrder(turn, order) : { parts: [], choices: [] };
    turn.say(
      sayAbout(
        [isHeld && !isWaiting && !isBack ? sayHeld(order) : [], ...undone.parts, ...said.parts],
        [...undone.choices, ...said.choices],
      ),
    );
  },
};

/** Nobody of the unit owes that report, or not in that period. */
function notAsked(turn: Turn, unit: string, rounds: readonly RoundRow[]): RichText {
  const task = rounds.flatMap(({ obligation, period }) => turn.desk.store.tasks.ofRound(obligation, period))[0];
  return task === undefined
    ? ROUND_ANSWER.noOneOff
    : ABOUT_ORDER.notOwed(unitName(turn, unit), viewTask(turn.desk, task));
}

const DONE_BY: Readonly<Record<string, readonly string[]>> = {
  duyet: ['accept', 'return'],
  mien: ['waive', 'owe-again'],
  nopthay: ['submit-for'],
};

/** A call noted meanwhile is no decision. */
const DECIDED: readonly string[] = ['extend', ...Object.values(DONE_BY).flat()];

/** "Đừng trả lại" right after it was: what was done stays done, and how it is taken back. */
function undoOfOrder(turn: Turn, order: string): Said {
  const kinds = DONE_BY[order] ?? [];
  const done = turn.person === null ? null : lastToUndo(turn.desk, { person: turn.person, at: turn.now }, DECIDED);
  if (done === null || !kinds.includes(done.kind)) return { parts: [], choices: [] };
  return { parts: [ABOUT_ORDER.doneAlready(sayDone(done.kind))], choices: [aboutChoice.undo(done.id)] };
}

function aboutRound(
  turn: Turn,
  order: string,
  { isHeld, isBack, rounds }: { isHeld: boolean; isBack: boolean; rounds: readonly RoundRow[] },
): Said {
  if (!isBack) return aboutAll(turn, order, isHeld, rounds);
  const done = turn.person === null ? null : lastToUndo(turn.desk, { person: turn.person, at: turn.now }, DECIDED);
  return { parts: [ABOUT_ORDER.noWayBack], choices: done?.kind === 'extend' ? [aboutChoice.undo(done.id)] : [] };
}

function aboutUnit(turn: Turn, order: string, isHeld: boolean, facts: readonly ReportFacts[]): Said {
  const { zone } = turn.desk;
  const isOwed = ({ view }: ReportFacts): boolean => isOutstanding(view.task.state);
  const parts = facts.map((one) => sayReportFacts(one, turn.now, zone));
  if (order === 'giahan') return aboutExtension(turn, isHeld, facts);
  if (order === 'mien') {
    const waived = facts.filter(({ view }) => view.task.state === 'waived');
    const others = isHeld ? [] : facts.filter(({ view }) => view.task.state !== 'waived');
    const none = others.map(({ view }) => ABOUT_ORDER.notWaived(view));
    const undo = isHeld ? waived.map(({ view }) => aboutChoice.oweAgain(view)) : [];
    return {
      parts: waived.length > 0 ? waived.map((one) => sayReportFacts(one, turn.now, zone)) : none.slice(0, 1),
      choices: undo,
    };
  }
  if (order === 'dondoc') {
    const never = facts.filter((one) => isOwed(one) && one.remindedAt === null).slice(0, 1);
    const whyNot = ({ view, people }: ReportFacts) =>
      people.length === 0 ? ABOUT_ORDER.nobody(view) : ABOUT_ORDER.neverReminded(view);
    return {
      parts: [...parts, ...never.map(whyNot)],
      choices: isHeld
        ? []
        : facts
            .filter((one) => isOwed(one) && one.people.length > 0)
            .slice(0, 1)
            .map(({ view }) => aboutChoice.chaseUnit(view)),
    };
  }
  if (order === 'thongbao') return aboutNotices(turn, isHeld);
  const received = facts.filter((one) => !isOwed(one) && one.view.task.state !== 'waived');
  return { parts, choices: received.map(({ view }) => aboutChoice.review(view)) };
}

function aboutExtension(turn: Turn, isHeld: boolean, facts: readonly ReportFacts[]): Said {
  const known = facts.filter(({ granted, asked }) => granted !== null || asked !== null);
  const granted = facts.filter((one) => one.granted !== null);
  if (known.length === 0) {
    const [first] = facts;
    return { parts: first === undefined || isHeld ? [] : [ABOUT_ORDER.notAsked(first.view)], choices: [] };
  }
  const parts = known.map((one) => sayReportFacts(one, turn.now, turn.desk.zone));
  if (!isHeld) return { parts, choices: known.flatMap(aboutChoice.grant) };
  // Of what was granted to several that of the unit alone.
  const undo = granted.flatMap(({ view }) => {
    const done =
      turn.person === null ? null : undoOf(turn.desk, { person: turn.person, at: turn.now }, 'extend', view.task.id);
    return done === null ? [] : [aboutChoice.undoOne(done.id, view)];
  });
  return { parts: granted.length > 0 ? [...parts, ABOUT_ORDER.noWayBack] : parts, choices: undo };
}

/** With no unit named: how the whole round stands to such an order. */
function aboutAll(turn: Turn, order: string, isHeld: boolean, rounds: readonly RoundRow[]): Said {
  const { desk, now } = turn;
  const [round] = rounds;
  const status = round === undefined ? null : roundStatus(desk, round.obligation, round.period, now);
  if (order === 'thongbao') return aboutNotices(turn, isHeld);
  if (order === 'duyet' || order === 'nopthay') {
    if (isHeld) return { parts: [], choices: [] };
    const waiting = waitingReviews(desk, { obligations: null, period: null }).current.length;
    return { parts: [ABOUT_ORDER.waiting(waiting)], choices: waiting === 0 ? [] : [aboutChoice.queue()] };
  }
  if (status === null) return { parts: [], choices: [] };
  if (order === 'dondoc') {
    const owed = status.totals.missing > 0;
    return {
      parts: [chaseFacts(turn, status)],
      choices: owed && !isHeld ? [aboutChoice.status(), aboutChoice.chase()] : [],
    };
  }
  if (isHeld) return { parts: [], choices: [] };
  return aboutDecided(
    turn,
    order,
    status.units.map(({ task }) => reportFacts(turn, task)),
  );
}

function aboutDecided(turn: Turn, order: string, facts: readonly ReportFacts[]): Said {
  const isExtension = order === 'giahan';
  const found = isExtension
    ? facts.filter(({ granted }) => granted !== null).map(({ view, granted }) => ({ view, decided: granted }))
    : facts.filter(({ view }) => view.task.state === 'waived');
  const none = isExtension ? ABOUT_ORDER.none.extended : ABOUT_ORDER.none.waived;
  const list = found.length === 0 ? none : sayDecidedUnits(isExtension ? EXTENDED : WAIVED, found, turn.desk.zone);
  const asked = isExtension ? facts.filter((one) => one.asked !== null) : [];
  return {
    parts: [list, ...asked.map((one) => sayReportFacts(one, turn.now, turn.desk.zone))],
    choices: asked.flatMap(aboutChoice.grant),
  };
}

function chaseFacts(
  turn: Turn,
  { example, totals }: { example: TaskView; totals: { total: number; waived: number; missing: number } },
): RichText {
  const { desk, now, rules } = turn;
  const nudge = desk.store.nudges.newestOf(example.obligation.code, example.period.key);
  const ladder = planMilestones(rules.policy, example.deadline, rules.calendar);
  const next = totals.missing === 0 ? undefined : ladder.find(({ dueAt }) => dueAt > now);
  return sayChaseFacts({
    round: example,
    missing: totals.missing,
    owing: totals.total - totals.waived,
    today: today(turn),
    isWorkingDay: isWorkingDay(rules.calendar, today(turn)),
    last: nudge === null ? null : { by: nameOf(desk, nudge.by), at: nudge.at },
    next: next?.dueAt ?? null,
    zone: desk.zone,
  });
}
