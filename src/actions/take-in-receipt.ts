import { dayOf } from '../domain/calendar.ts';
import type { Result } from '../domain/problem.ts';
import { no, ok } from '../domain/problem.ts';
import type { ReportContent } from '../domain/report-form.ts';
import type { ReceiptClaim } from '../store/receipt-claims.ts';
import { sayProofToCoordinators, sayTakenIn, sayTakenInBy } from '../wording/proof.ts';
import type { Act, Desk } from './desk.ts';
import { may, nameOf } from './desk.ts';
import type { Gain, ProvenReceipt } from './prove-receipt.ts';
import { gainOf } from './prove-receipt.ts';
import { provenPart } from './receipt-seal.ts';
import { storeReport } from './submit-report.ts';
import type { TaskView } from './task-view.ts';
import { viewTask } from './task-view.ts';
import { tellCoordinators } from './tell.ts';
import { tellUnits } from './tell-units.ts';

/** What became of a proven receipt that was shown. */
export type Shown =
  | { is: 'passed-on' | 'waiting'; claim: ReceiptClaim }
  /** nothing-to-gain: a later version is known; resend: a correction whose figures nobody has shown. */
  | { is: 'taken' | 'nothing-to-gain' | 'resend' };

/** Passes a proven receipt on to the coordinators, once a day. `report`: the figures shown with it, which the seal vouches for; null: none. */
export function claimProven(desk: Desk, act: Act, proven: ProvenReceipt, report: ReportContent | null): Shown {
  const { store, zone } = desk;
  const { view, version, at, timeliness } = proven;
  // One claim a version: a code whose end nobody proved, or that was altered there, is the same one as the whole receipt.
  const before = store.receiptClaims.findOf(view.task.id, version, at);
  const latest = store.submissions.latestOf(view.task.id);
  const receipt = report === null ? provenPart(proven.receipt) : proven.receipt;
  const gain = gainOf(view.task, latest, { version, at, timeliness, report: report ?? before?.report ?? null });
  if (before !== null && before.takenAt !== null && !gain.report) return { is: 'taken' };
  if (!gain.report && !gain.standing)
    return { is: latest !== null && version > latest.version ? 'resend' : 'nothing-to-gain' };
  return store.transact(() => {
    if (before !== null && report !== null) store.receiptClaims.complete(before.id, report, receipt);
    if (before !== null && before.takenAt === null && dayOf(before.claimedAt, zone) === dayOf(act.at, zone))
      return { is: 'waiting', claim: store.receiptClaims.find(before.id) ?? before };
    if (before !== null) store.receiptClaims.again(before.id, act.at);
    const facts = { task: view.task.id, receipt, version, timeliness, report, receivedAt: at };
    const id = before?.id ?? store.receiptClaims.add({ ...facts, claimedBy: act.person, claimedAt: act.at });
    const claim = store.receiptClaims.find(id);
    if (claim === null) throw new Error(`claim ${id} is gone`);
    const said = sayProofToCoordinators(view, nameOf(desk, act.person), claim, { zone, isInside: proven.isInside });
    // Whoever shows it may be one of them: they take it in like any other.
    tellCoordinators(desk, said, act.at);
    store.audit.add(act.at, act.person, 'claim-lost', `task:${view.task.id}`, { receipt, proven: true });
    return { is: 'passed-on', claim };
  });
}

/** A receipt that waits, as it is shown before it is taken in. */
export interface WaitingReceipt {
  claim: ReceiptClaim;
  view: TaskView;
  gain: Gain;
  /** Whose it is. */
  holder: string;
  /** Who took it in; null: nobody yet. */
  takenBy: string | null;
}

export function findWaiting(desk: Desk, act: Act, id: number): Result<WaitingReceipt> {
  const { store } = desk;
  if (!may(desk, act.person, 'submit-for')) return no({ problem: 'not-allowed' });
  const claim = store.receiptClaims.find(id);
  return claim === null ? no({ problem: 'nothing-to-change' }) : ok(viewClaim(desk, claim));
}

/** All that wait and would still change something, the oldest first. */
export function waitingReceipts(desk: Desk): WaitingReceipt[] {
  const open = desk.store.receiptClaims.open().map((claim) => viewClaim(desk, claim));
  return open.filter(({ gain }) => gain.report || gain.standing);
}

function viewClaim(desk: Desk, claim: ReceiptClaim): WaitingReceipt {
  const { store } = desk;
  const task = store.tasks.find(claim.task);
  if (task === null) throw new Error(`claim ${claim.id} points at an unknown task`);
  const gain = gainOf(task, store.submissions.latestOf(task.id), { ...claim, at: claim.receivedAt });
  const takenBy = claim.takenBy === null ? null : nameOf(desk, claim.takenBy);
  return { claim, view: viewTask(desk, task), gain, holder: nameOf(desk, claim.claimedBy), takenBy };
}

/**
 * Takes a proven receipt in: the version as it was given out, with the figures if they were shown, counted as the receipt says. Once,
 * whoever presses; the unit and the other coordinators are told.
 */
export function takeInReceipt(desk: Desk, act: Act, id: number): Result<WaitingReceipt & { isNew: boolean }> {
  const { store, zone } = desk;
  return store.transact(() => {
    const found = findWaiting(desk, act, id);
    if (!found.ok) return found;
    const { claim, view, gain } = found.value;
    if (claim.takenAt !== null || !(gain.report || gain.standing)) return ok({ ...found.value, isNew: false });
    store.receiptClaims.take(claim.id, act.person, act.at);
    const { receipt, version, receivedAt, report, claimedBy: holder } = claim;
    // The deadline may have been moved since.
    const timeliness = receivedAt < view.task.cutOffAt ? 'on_time' : claim.timeliness;
    if (gain.standing) store.taskDecisions.unstamp(view.task.id);
    // A correction may have come after the deadline of a report that was in time: its first version was, at the latest, just before it.
    const countedAt = timeliness === 'on_time' ? Math.min(receivedAt, view.task.cutOffAt - 1) : receivedAt;
    store.tasks.stampFirst(view.task.id, timeliness, countedAt);
    const stamped = viewTask(desk, store.tasks.find(view.task.id) ?? view.task);
    const latest = store.submissions.latestOf(view.task.id);
    if (gain.report && report !== null && latest?.version === version)
      store.submissions.fillIn(latest.id, receipt, report);
    else if (gain.report) {
      const proof = { receipt, version, timeliness, holder };
      const content = report ?? { nothingToReport: false, values: {} };
      storeReport(desk, act, stamped, { report: content, via: 'receipt', attachments: [], receivedAt, proof });
    }
    const detail = { receipt, version, timeliness, receivedAt, figures: report !== null, ...gain };
    store.audit.add(act.at, act.person, 'take-in-receipt', `task:${view.task.id}`, detail);
    const after = viewTask(desk, store.tasks.find(view.task.id) ?? view.task);
    tellUnits(desk, act, [after], () => sayTakenIn(after, claim, gain, zone));
    tellCoordinators(desk, { text: sayTakenInBy(after, nameOf(desk, act.person)) }, act.at, act.person);
    return ok({ ...found.value, view: after, isNew: true });
  });
}
