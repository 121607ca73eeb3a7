import type { Instant } from './calendar.ts';

/** open = nothing valid received; returned = sent back with a reason. Overdue is not a state: see `isOverdue`. */
export const TASK_STATES = ['open', 'submitted', 'accepted', 'returned', 'waived'] as const;
export type TaskState = (typeof TASK_STATES)[number];

export const TASK_ACTIONS = [
  'submit',
  'accept',
  'return',
  'waive',
  'reopen',
  'owe-again',
  'await-review',
  'await-correction',
  'take-back',
  'give-way',
  'stand-again',
] as const;
export type TaskAction = (typeof TASK_ACTIONS)[number];

/** Every move a task can make. Submitting again is a correction; what was accepted has to be reopened first. */
export const TASK_MOVES: Readonly<Record<TaskAction, { from: readonly TaskState[]; to: TaskState }>> = {
  submit: { from: ['open', 'returned', 'submitted'], to: 'submitted' },
  accept: { from: ['submitted'], to: 'accepted' },
  return: { from: ['submitted'], to: 'returned' },
  waive: { from: ['open', 'returned'], to: 'waived' },
  reopen: { from: ['accepted'], to: 'returned' },
  'owe-again': { from: ['waived'], to: 'open' },
  // Taking back a decision: an acceptance or a return, and the waiver of a returned one.
  'await-review': { from: ['accepted', 'returned'], to: 'submitted' },
  'await-correction': { from: ['waived'], to: 'returned' },
  // A paper report that was keyed in by mistake.
  'take-back': { from: ['submitted'], to: 'open' },
  // What a unit sent that ended before the deadline: the report of a successor takes its place, and may be taken back.
  'give-way': { from: ['submitted', 'accepted'], to: 'waived' },
  'stand-again': { from: ['waived'], to: 'submitted' },
};

/** The state after the action, or null where it is not allowed. */
export function moveTask(state: TaskState, action: TaskAction): TaskState | null {
  const move = TASK_MOVES[action];
  return move.from.includes(state) ? move.to : null;
}

/** Why a task is waived that the plan does not ask for (any more): it is no part of its round, and owed again when the plan asks again. */
export const NOT_OWED = 'not-owed';
/** The reason kept in the audit where the plan that was applied moved a deadline or a task, and nobody decided anything. */
export const BY_PLAN = 'plan';

/** Whether nobody decided to waive it: the plan does not ask it of that unit, or a successor's report took its place. */
export function isNotOwed({ state, stateReason }: { state: TaskState; stateReason: string | null }): boolean {
  return state === 'waived' && stateReason === NOT_OWED;
}

/** Whether something was sent for it before it ceased to be owed: receipts were given, and a successor's report counts instead. */
export function isSucceeded(task: TaskOutcome & { stateReason: string | null }): boolean {
  return isNotOwed(task) && task.timeliness !== null;
}

/** Stamped by the first valid submission and never changed: not by a correction, a return or an acceptance. */
export type Timeliness = 'on_time' | 'late';

export const STANDINGS = ['on_time', 'late', 'unsettled', 'missing', 'waived'] as const;
/**
 * Where a task counts in a round. missing = no valid submission, whether the deadline has passed or not; unsettled = one came after the
 * deadline, and one in time may have been lost at a restore: nobody is called late for it until a coordinator has looked.
 */
export type Standing = (typeof STANDINGS)[number];

/** What decides a task's standing. `timeliness` is null until the first valid submission. */
export interface TaskOutcome {
  state: TaskState;
  timeliness: Timeliness | null;
  /** 1: a report in time may have been lost at a restore. */
  unsettled?: number;
}

/** The one heading under which the task is counted. A waived one is waived even if something was sent before. */
export function standingOf({ state, timeliness, unsettled }: TaskOutcome): Standing {
  if (state === 'waived') return 'waived';
  if (timeliness === 'late' && unsettled === 1) return 'unsettled';
  return timeliness ?? 'missing';
}

/** Where a task counts at a moment: `open` is missing and not due yet. */
export type StandingNow = Standing | 'open';

/** How the task is shown then: missing is said only of what is past its (effective) cut-off. */
export function standingAt(task: TaskOutcome & { cutOffAt: Instant }, now: Instant): StandingNow {
  const standing = standingOf(task);
  return standing === 'missing' && now < task.cutOffAt ? 'open' : standing;
}

/** Whether the unit still has something to do: only then is it reminded. */
export function isOutstanding(state: TaskState): boolean {
  return state === 'open' || state === 'returned';
}

/** Whether the unit still has something to do and the (effective) cut-off has come. */
export function isOverdue(state: TaskState, cutOffAt: Instant, now: Instant): boolean {
  return isOutstanding(state) && now >= cutOffAt;
}

/** Keys of the fields a returned report is to be corrected in, stored as a JSON list; none where it is not returned, or as a whole. */
export function objectedIn({ state, objected }: { state: TaskState; objected: string | null }): string[] {
  return state === 'returned' && objected !== null ? (JSON.parse(objected) as string[]) : [];
}
