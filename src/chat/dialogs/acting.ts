import { z } from 'zod';
import { readReason } from '../../language/reason-word.ts';
import { readLaterDay, takeLaterDay } from '../../language/time/later-day.ts';
import type { Task } from '../../store/tasks.ts';
import type { AmendedUnits } from '../../understanding/amend-units.ts';
import {
  isSecondThought,
  readAmend,
  readInstead,
  saysOnly,
  speaksAgainst,
  withoutDenial,
} from '../../understanding/amend-units.ts';
import { takeExceptOfReason } from '../../understanding/except.ts';
import { unitIn } from '../../understanding/name-unit.ts';
import { orderSpokenOf } from '../../understanding/order-stance.ts';
import { asksOfPreview } from '../../understanding/said-of-open.ts';
import { unitsInFront } from '../../understanding/units-in-front.ts';
import { ACTING_BUTTONS, sayActing, sayLeftOut, sayNoDay, sayNotRead } from '../../wording/acting-dialog.ts';
import { EXTENSION_REQUEST, sayAskedReason } from '../../wording/ask-extension.ts';
import { sayNoneFits } from '../../wording/dialogs.ts';
import { sayProblem } from '../../wording/problems.ts';
import type { RichText } from '../../wording/rich-text.ts';
import { join } from '../../wording/rich-text.ts';
import { buttonTyped } from '../button-words.ts';
import type { Awaits, Dialog, Reply } from '../dialog.ts';
import { leaveDialog } from '../dialog.ts';
import { namesOfTasks, today, unitsToday } from '../look-up.ts';
import { unclear, whyNot } from '../on-screen.ts';
import { putOffOrders, withoutOrders } from '../orders-in-turn.ts';
import type { Turn } from '../turn.ts';
import { actOn } from './acting-done.ts';
import { askActing, askedBy, changesSomething, meantOf, orderTyped, reasonAsked } from './acting-questions.ts';
import { addedBy, isOfElse, isOfOthers, orderIn, readWho, type Said, VERB_OF_YES } from './acting-who.ts';
import { decisionOf } from './confirm.ts';

const roundSchema = z.object({ obligation: z.string(), period: z.string() });

/** A decision about units on its way. What is null was not said yet; `stage` is what is asked for now. */
const schema = z.object({
  stage: z.enum(['round', 'who', 'later', 'reason', 'confirm']),
  act: z.enum(['extend', 'waive', 'owe']),
  /** The rounds that may be meant; one once it is clear. */
  rounds: z.array(roundSchema),
  /** The words for the units until the round is known. */
  typed: z.string(),
  /** Numbers of the tasks. */
  tasks: z.array(z.number()).nullable(),
  later: z.union([z.object({ on: z.string() }), z.object({ more: z.number(), working: z.boolean() })]).nullable(),
  reason: z.string().nullable(),
  /** The schedule version of each task as it was shown. */
  seen: z.record(z.string(), z.number()),
  /** The request that is answered by it. */
  request: z.number().nullable(),
  /** Something was said against what is shown: a bare yes does not carry it out. */
  doubted: z.boolean().optional(),
});
export type ActingDraft = z.infer<typeof schema>;

const AWAITS: Readonly<Record<ActingDraft['stage'], Awaits>> = {
  round: 'choice',
  who: 'choice',
  later: 'value',
  reason: 'value',
  confirm: 'choice',
};

/** Extending, waiving and taking a waiver back: of which round, for whom, until when, why; what changes; and only then done. */
export const actingDialog: Dialog<ActingDraft> = {
  kind: 'acting',
  schema,
  answer(turn, draft, reply) {
    if (draft.stage === 'round') return takeRound(turn, draft, reply);
    if (draft.stage === 'who') return takeWho(turn, draft, reply);
    if (draft.stage === 'later') return takeLater(turn, draft, reply);
    if (draft.stage === 'reason') return takeWords(turn, draft, reply.text);
    takeDecision(turn, draft, reply);
  },
  repeat: askActing,
  awaits: ({ stage }) => AWAITS[stage],
  isBrief: ({ stage }) => stage !== 'confirm',
  about: ({ act }) => (act === 'extend' ? 'giahan' : 'mien'),
  describe: (turn, draft) => sayActing(draft.act, namesOfTasks(turn, draft.tasks ?? [])),
  isWorthKeeping: (_turn, { tasks, reason }) => tasks !== null && reason !== null,
};

/** Goes on to the first thing that is not known yet. */
export function goOn(turn: Turn, said: ActingDraft, problem: RichText = []): void {
  const draft = { ...said, reason: said.reason ?? reasonAsked(turn, said) };
  if (draft.rounds.length !== 1) return askActing(turn, { ...draft, stage: 'round' }, problem);
  if (draft.tasks === null) return resolveWho(turn, draft, problem);
  if (draft.act === 'extend' && draft.later === null) return askActing(turn, { ...draft, stage: 'later' }, problem);
  // A day that changes nothing is said before a reason is asked for.
  if (draft.reason === null && changesSomething(turn, draft))
    return askActing(turn, { ...draft, stage: 'reason' }, problem);
  askActing(turn, { ...draft, stage: 'confirm', doubted: false }, problem);
}

function resolveWho(turn: Turn, draft: ActingDraft, problem: RichText): void {
  if (draft.typed === '') return askActing(turn, { ...draft, stage: 'who' }, problem);
  const read = readWho(turn, tasksOf(turn, draft), draft.typed);
  const split = 'problem' in read ? unitsInFront(draft.typed, unitsToday(turn)) : null;
  // Of what was said nothing is lost: what stands behind the units tells why, or is named as not read.
  if (split !== null && draft.reason === null)
    return goOn(turn, { ...draft, typed: split.who, reason: split.behind }, problem);
  if (split !== null)
    return goOn(turn, { ...draft, typed: split.who }, join([problem, sayNotRead(split.behind)], '\n\n'));
  if ('problem' in read) return askActing(turn, { ...draft, typed: '', stage: 'who' }, read.problem);
  const leftOut = unitsToday(turn).filter(({ code }) => read.except?.includes(code) === true);
  const note = leftOut.length === 0 ? [] : sayLeftOut(leftOut.map(({ shortName }) => shortName));
  goOn(turn, { ...draft, tasks: read.tasks.map(({ id }) => id) }, join([problem, note], '\n\n'));
}

/** Every task of the round, once it is known. */
function tasksOf(turn: Turn, { rounds: [round] }: Pick<ActingDraft, 'rounds'>): Task[] {
  return round === undefined ? [] : turn.desk.store.tasks.ofRound(round.obligation, round.period);
}

function takeRound(turn: Turn, draft: ActingDraft, reply: Reply): void {
  const round = draft.rounds.find((one) => reply.picked && `${one.obligation} ${one.period}` === reply.text);
  if (round === undefined) return unclearIn(turn, draft, reply.text);
  goOn(turn, { ...draft, rounds: [round] });
}

function takeWho(turn: Turn, draft: ActingDraft, reply: Reply): void {
  if (reply.picked && reply.text === 'all')
    return goOn(turn, { ...draft, tasks: tasksOf(turn, draft).map(({ id }) => id) });
  if (reply.picked && reply.text === 'owe') return goOn(turn, { ...draft, act: 'owe' });
  const instead = reply.picked ? null : readInstead(reply.text, unitsToday(turn));
  if (instead !== null) return goOn(turn, { ...draft, typed: instead.join(', ') });
  const { who, later, reason } = orderIn(turn, draft, reply.text);
  const read = later === null && reason === null ? readWho(turn, tasksOf(turn, draft), who) : null;
  // Its question is short, and says how to name them.
  if (read !== null && 'problem' in read) return askActing(turn, draft, whyNot(reply.text, read.problem));
  goOn(turn, { ...draft, typed: who, later: later ?? draft.later, reason: reason ?? draft.reason });
}

function takeLater(turn: Turn, draft: ActingDraft, reply: Reply): void {
  const asked = reply.picked && reply.text === 'asked' ? askedBy(turn, draft) : null;
  if (asked !== null) {
    const reason = draft.reason ?? (asked.reason === null ? null : sayAskedReason(asked.reason));
    return goOn(turn, { ...draft, later: { on: asked.until }, reason });
  }
  if (reply.picked && reply.text === 'asked') return askActing(turn, draft, EXTENSION_REQUEST.noLonger);
  if (reply.picked) return goOn(turn, { ...draft, later: { more: Number(reply.text), working: true } });
  const read = readLaterDay(reply.text, today(turn));
  if (read === null) {
    // Other units after all: ""gia hạn HCG".
    const order = orderIn(turn, draft, reply.text);
    const isKnown = order.who !== '' && 'tasks' in readWho(turn, tasksOf(turn, draft), order.who);
    return isKnown ? change(turn, draft, order) : askActing(turn, draft, sayNoDay(reply.text.trim()));
  }
  const { who, reason } = orderIn(turn, draft, read.rest);
  change(turn, draft, { who, later: read.later, reason });
}

function takeWords(turn: Turn, draft: ActingDraft, typed: string): void {
  const button = buttonTyped(ACTING_BUTTONS, typed);
  if (button === 'drop' || isSecondThought(typed)) return leaveDialog(actingDialog, turn, draft);
  if (button === 'changeDay') return goOn(turn, { ...draft, later: null });
  if (button === 'changeWho') return goOn(turn, { ...draft, tasks: null, typed: '' });
  if (button !== null) return askActing(turn, draft);
  const text = withoutOrders(turn, orderTyped(draft, meantOf(turn, draft), null), typed);
  const except = takeExceptOfReason(text);
  const amended = except === null ? null : readAmend(except.except, unitsToday(turn));
  if (except !== null && amended !== null) return amend(turn, { ...draft, reason: readReason(except.reason) }, amended);
  // A day where a reason is asked for is second thoughts about the day.
  const later = draft.act === 'extend' ? takeLaterDay(text, today(turn)) : null;
  if (later?.rest === '') return goOn(turn, { ...draft, later: later.later });
  if (isOfElse(turn, draft.act, text)) return askActing(turn, draft, ACTING_BUTTONS.notAReason(text.trim()));
  const reason = readReason(text);
  if (reason === null) return askActing(turn, draft, sayProblem({ problem: 'reason-needed' }, turn.desk.zone));
  goOn(turn, { ...draft, reason });
}

function takeDecision(turn: Turn, draft: ActingDraft, reply: Reply): void {
  const amended = reply.picked ? null : readAmend(reply.text, unitsToday(turn));
  if (amended !== null) return amend(turn, draft, amended);
  const instead = reply.picked ? null : readInstead(reply.text, unitsToday(turn));
  if (instead !== null) return replace(turn, draft, instead);
  const about = VERB_OF_YES[draft.act];
  if (!reply.picked && asksOfPreview(reply.text, about, unitsToday(turn)) !== null) return askActing(turn, draft);
  const decision = decisionOf(reply, about);
  if (reply.picked && reply.text === 'drop') return leaveDialog(actingDialog, turn, draft);
  if (reply.picked && reply.text === 'day') return goOn(turn, { ...draft, later: null });
  if (reply.picked && reply.text === 'who') return goOn(turn, { ...draft, tasks: null, typed: '' });
  if (reply.picked && reply.text === 'reason') return goOn(turn, { ...draft, reason: null });
  if (decision === 'yes' && draft.doubted === true && !reply.picked)
    return askActing(turn, { ...draft, doubted: false }, ACTING_BUTTONS.sure);
  if (decision === 'yes') return actOn(turn, draft);
  if (decision === 'no') return askActing(turn, { ...draft, doubted: true }, ACTING_BUTTONS.notYet);
  if (reply.picked) return askActing(turn, draft);
  // What is typed at the preview changes it: another day, another reason, other units.
  const order = orderIn(turn, draft, withoutDenial(reply.text));
  const isClear = order.who !== '' && 'tasks' in readWho(turn, tasksOf(turn, draft), order.who);
  if (order.later === null && order.reason === null && !isClear) {
    // A unit or a denial in it may be a correction that was not understood.
    const isAgainst = speaksAgainst(reply.text) || unitIn(reply.text, unitsToday(turn)) !== null;
    if (!isAgainst) return unclearIn(turn, draft, reply.text);
    return askActing(turn, { ...draft, doubted: true }, whyNot(reply.text, sayNoneFits(reply.text)));
  }
  const read = readWho(turn, tasksOf(turn, draft), order.who);
  if (isClear && orderSpokenOf(reply.text) === null && isOfOthers(draft, read, speaksAgainst(reply.text))) {
    if (order.later !== null || order.reason !== null)
      return setApart(turn, draft, 'tasks' in read ? read.tasks : [], order);
    if (!saysOnly(reply.text)) return amend(turn, draft, addedBy(read));
  }
  change(turn, draft, order);
}

/** "Gia Lộc đến 22/11": for some of the units, or others, another day or reason. It waits until this is done. */
function setApart(turn: Turn, draft: ActingDraft, own: readonly Task[], { later, reason }: Said): void {
  putOffOrders(turn, [orderTyped({ ...draft, later: later ?? draft.later }, own, reason ?? draft.reason)]);
  goOn(turn, { ...draft, tasks: (draft.tasks ?? []).filter((id) => !own.some((task) => task.id === id)) });
}

/** "Không phải X mà Y": the same decision for Y alone. */
function replace(turn: Turn, draft: ActingDraft, codes: readonly string[]): void {
  const meant = tasksOf(turn, draft).filter(({ unit }) => codes.includes(unit));
  if (meant.length === 0) return askActing(turn, { ...draft, doubted: true }, ACTING_BUTTONS.notYet);
  goOn(turn, { ...draft, doubted: false, tasks: meant.map(({ id }) => id) });
}

/** "Trừ Thanh Hà", "thêm cả Tứ Kỳ": the same decision, for others. */
function amend(turn: Turn, draft: ActingDraft, { drop, add }: AmendedUnits): void {
  const meant = tasksOf(turn, draft).filter(
    ({ id, unit }) => !drop.includes(unit) && (draft.tasks?.includes(id) === true || add.includes(unit)),
  );
  if (meant.length === 0) return askActing(turn, draft, ACTING_BUTTONS.notYet);
  goOn(turn, { ...draft, tasks: meant.map(({ id }) => id) });
}

/** Changes what was said; where units are named that are not known, nothing at all. */
function change(turn: Turn, draft: ActingDraft, { who, later, reason }: Said): void {
  const named = who === '' ? null : readWho(turn, tasksOf(turn, draft), who);
  if (named !== null && 'problem' in named) return askActing(turn, draft, named.problem);
  const tasks = named === null ? draft.tasks : named.tasks.map(({ id }) => id);
  const next = { ...draft, tasks, later: later ?? draft.later, reason: reason ?? draft.reason };
  goOn(turn, next);
}

function unclearIn(turn: Turn, draft: ActingDraft, typed: string): void {
  unclear(turn, typed, sayNoneFits(typed), (problem) => askActing(turn, draft, problem));
}
