import type { Instant } from '../domain/calendar.ts';
import { dayOf, startOfDay } from '../domain/calendar.ts';
import type { ReportContent } from '../domain/report-form.ts';
import type { Timeliness } from '../domain/task.ts';
import { moveTask } from '../domain/task.ts';
import type { Submission } from '../store/submissions.ts';
import type { Task } from '../store/tasks.ts';
import type { Act, Desk } from './desk.ts';
import { isOpenedBefore, type LostStretch, lostStretch } from './lost-stretch.ts';
import { keysBefore } from './receipt-key.ts';
import { hasFigures, openSeal, provenPart } from './receipt-seal.ts';
import type { TaskView } from './task-view.ts';
import { viewTask } from './task-view.ts';

/** Later a report that is missing has other reasons. */
const SHOWN_WITHIN_MS = 45 * 24 * 3600_000;
/** How far back of the restore a moment is looked for that a code alone does not say. */
const SEARCHED_MS = 62 * 24 * 3600_000;
const LOOKED_AT = 60;
/** Whoever goes on guessing is not answered by the seal any more that day. */
const WRONG_A_DAY = 5;

/** A receipt as it was shown. */
export interface ShownReceipt {
  receipt: string;
  unit: string;
  period: string;
  version: number;
  seal: string;
  /** When it says that the report came, the first and the last instant of what is written; null: it does not. */
  said: { from: Instant; to: Instant } | null;
  timeliness: Timeliness | null;
}

/** What its seal vouches for. */
export interface ProvenReceipt {
  view: TaskView;
  receipt: string;
  version: number;
  at: Instant;
  timeliness: Timeliness;
  /** False: the database knows that time, and this report was not in it; a coordinator has to ask. */
  isInside: boolean;
  /** Whether these are the figures it was given for. */
  isFor(report: ReportContent): boolean;
}

export type Proof =
  | { is: 'proven'; proven: ProvenReceipt }
  /** altered: the code is ours and what is written beside it is not; unknowable: the key of that time is not here. */
  | { is: 'forged' | 'altered' | 'unknowable' | 'withdrawn' | 'nothing-lost' | 'too-many' };

/** Whether a receipt that the database does not have is one of this bot's. */
export function proveReceipt(desk: Desk, act: Act, shown: ShownReceipt): Proof {
  const { store } = desk;
  const stretch = lostStretch(desk);
  const tasks = store.tasks.ofUnit(shown.unit, LOOKED_AT).filter(({ period }) => period === shown.period);
  const lost = stretch === null || act.at - stretch.to > SHOWN_WITHIN_MS ? null : stretch;
  const views = tasks.map((task) => viewTask(desk, task));
  const doubtful = views.filter(({ period }) => lost !== null && isOpenedBefore(lost, period, desk.zone));
  if (lost === null || doubtful.length === 0) return { is: 'nothing-lost' };
  const keys = keysBefore(desk, lost.to);
  if (keys === null) return { is: 'unknowable' };
  if (hasGuessedTooOften(desk, act)) return { is: 'too-many' };
  for (const view of doubtful) {
    const proven = keys.map((key) => openWith(desk, key, view, shown, lost)).find((found) => found !== null);
    if (proven === undefined) continue;
    if (wasWithdrawn(desk, view.task.id, shown.receipt)) return { is: 'withdrawn' };
    if (isOfAnother(desk, view.task.id, shown)) return refuseReceipt(desk, act, 'forged');
    const { said, timeliness } = shown;
    const agrees = said === null || (proven.at >= said.from && proven.at <= said.to);
    if (agrees && (timeliness === null || timeliness === proven.timeliness)) return { is: 'proven', proven };
    return refuseReceipt(desk, act, 'altered');
  }
  return refuseReceipt(desk, act, 'forged');
}

/** Notes that somebody showed a receipt that is none, or is not as it was given out. */
export function refuseReceipt(desk: Desk, act: Act, is: 'altered' | 'forged'): Proof {
  const { facts } = desk.store;
  const { fact, day, count } = wrongOnes(desk, act);
  desk.store.transact(() => {
    facts.set(fact, `${day} ${count + 1}`);
    desk.store.audit.add(act.at, act.person, 'refuse-receipt', is);
  });
  return { is };
}

function hasGuessedTooOften(desk: Desk, act: Act): boolean {
  return wrongOnes(desk, act).count >= WRONG_A_DAY;
}

function wrongOnes({ store, zone }: Desk, { person, at }: Act): { fact: string; day: string; count: number } {
  const fact = `wrong_receipts:${person}`;
  const day = dayOf(at, zone);
  const [noted, count] = (store.facts.get(fact) ?? '').split(' ');
  return { fact, day, count: noted === day ? Number(count) : 0 };
}

function openWith(
  desk: Desk,
  key: string,
  view: TaskView,
  { receipt, version, seal }: ShownReceipt,
  stretch: LostStretch,
): ProvenReceipt | null {
  const { task, period } = view;
  const begins = Math.max(startOfDay(period.window.from, desk.zone), stretch.to - SEARCHED_MS);
  for (const timeliness of ['on_time', 'late'] as const) {
    const facts = { unit: task.unit, obligation: task.obligation, period: task.period, version, timeliness };
    const at = openSeal(key, facts, seal, { from: begins, to: stretch.to });
    if (at === null) continue;
    const isInside = stretch.from === null || at >= stretch.from - SAID_BEFORE_MS;
    const isFor = (report: ReportContent): boolean => hasFigures(key, { ...facts, at }, seal, report);
    return { view, receipt, version, at, timeliness, isInside, isFor };
  }
  return null;
}

/** A report counts from when it was said, which may be before the bot heard of it. */
const SAID_BEFORE_MS = 24 * 3600_000;

/** A coordinator keyed it in and took it back: it was told to be void. */
function wasWithdrawn({ store }: Desk, task: number, receipt: string): boolean {
  const entries = store.audit.about([`task:${task}`], 200);
  return entries.some(
    ({ action, detail }) =>
      action === 'undo-submit-for' &&
      provenPart((JSON.parse(detail) as { receipt?: string }).receipt ?? '') === provenPart(receipt),
  );
}

/** The database has the very version, and gave it out with another end of its code. */
function isOfAnother({ store }: Desk, task: number, { receipt }: ShownReceipt): boolean {
  return store.submissions
    .ofTask(task)
    .some(
      (sent) => sent.receipt !== receipt && isWhole(sent.receipt) && provenPart(sent.receipt) === provenPart(receipt),
    );
}

/** Whether the code has its end, which vouches for the figures. */
function isWhole(receipt: string): boolean {
  return /(?:-[^-]{4}){3}$/u.test(receipt);
}

/** No figures: it was taken in by its code. */
function isWithout({ nothingToReport, values }: ReportContent): boolean {
  return !nothingToReport && Object.keys(values).length === 0;
}

/** What taking a proven receipt in would change. */
export interface Gain {
  /** The version itself. */
  report: boolean;
  /** That the unit reported in time. */
  standing: boolean;
}

/**
 * What the database is without that the receipt proves. A version that came later, or is not shown with its figures while an earlier
 * one is there, is not taken in: it would put older figures or none in place of what is known.
 */
export function gainOf(
  task: Task,
  latest: Submission | null,
  proof: { version: number; at: Instant; timeliness: Timeliness; report: ReportContent | null },
): Gain {
  const standing = task.timeliness === 'late' && proof.timeliness === 'on_time';
  if (moveTask(task.state, 'submit') === null) return { report: false, standing };
  if (latest === null) return { report: true, standing };
  // Taken in by its code alone, and the figures are shown now.
  const isRest = latest.via === 'receipt' && proof.version === latest.version && proof.at === latest.receivedAt;
  if (isRest) return { report: proof.report !== null && isWithout(latest.report), standing };
  const isNewer = proof.version > latest.version && proof.at > latest.receivedAt;
  return { report: isNewer && proof.report !== null, standing };
}
