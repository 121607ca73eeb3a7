import { PRIORITY } from '../delivery/enqueue.ts';
import type { Membership } from '../domain/access.ts';
import { unitsAllowing } from '../domain/access.ts';
import { countedMoment } from '../domain/counted-moment.ts';
import { timelinessOf } from '../domain/deadline.ts';
import type { Result } from '../domain/problem.ts';
import { no, ok } from '../domain/problem.ts';
import type { ReportContent } from '../domain/report-form.ts';
import type { Timeliness } from '../domain/task.ts';
import { moveTask } from '../domain/task.ts';
import { validateReport } from '../domain/validate-report.ts';
import { sayColleagueSent } from '../wording/newer-version.ts';
import { sayInPlaceOf } from '../wording/stand-in.ts';
import { clearWork } from './assign.ts';
import { closedTask } from './closed-task.ts';
import type { Act, Desk } from './desk.ts';
import { nameOf } from './desk.ts';
import { giveWay } from './pass-on.ts';
import { readyReceiptKey } from './receipt-key.ts';
import type { SealedFacts } from './receipt-seal.ts';
import { sealReceipt } from './receipt-seal.ts';
import { standsInFor } from './substitutes.ts';
import type { TaskView } from './task-view.ts';
import { viewTask } from './task-view.ts';
import { tellPerson } from './tell.ts';

export interface ReportToSubmit {
  task: number;
  report: ReportContent;
  via: 'guided' | 'template' | 'line' | 'nothing' | 'web' | 'file';
  attachments: readonly number[];
  /** When it was said, by the platform's clock; absent: nothing tells, and it counts from when it was received (`Act.at`). */
  saidAt?: number;
}

export interface SubmittedReport {
  view: TaskView;
  version: number;
  /** The moment it counts from. */
  receivedAt: number;
  timeliness: Timeliness;
  receipt: string;
  report: ReportContent;
  /** "Hoa thay An": whoever sent it stands in for somebody; null: they do not. */
  inPlaceOf: string | null;
  /** How many files the report has now, those of earlier versions among them. */
  attachments: number;
}

/**
 * Takes a report: all of it or nothing. The first valid one stamps whether the task was on time; later versions never
 * change that. It counts from when it was said, where that is plausible; the audit keeps both moments. Whatever was still planned to remind about the task is cleared with it.
 */
export function submitReport(
  desk: Desk,
  act: Act,
  memberships: readonly Membership[],
  input: ReportToSubmit,
): Result<SubmittedReport> {
  const { store } = desk;
  const task = store.tasks.find(input.task);
  if (task === null) return no({ problem: 'no-such-task' });
  if (!unitsAllowing(memberships, 'submit').includes(task.unit)) return no({ problem: 'not-allowed' });
  if (moveTask(task.state, 'submit') === null) return no(closedTask(desk, task));
  const before = viewTask(desk, task);
  const faults = validateReport(before.form, input.report);
  if (faults.length > 0) return no({ problem: 'faulty-report', faults });

  return store.transact(() => {
    const { report, via, attachments } = input;
    const countedAt = countedMoment(input.saidAt ?? null, act.at);
    const stored = storeReport(desk, act, before, { report, via, attachments, receivedAt: countedAt });
    store.reportLinks.useAll(act.person, task.id, act.at);
    const absent = standsInFor(desk, act.person, task.unit);
    const place = absent === null ? {} : { standsInFor: absent };
    const times = countedAt === act.at ? {} : { receivedAt: act.at, countedAt };
    store.audit.add(act.at, act.person, 'submit', `task:${task.id}`, {
      version: stored.version,
      via,
      ...times,
      ...place,
    });
    tellColleagues(desk, act, stored);
    return ok(stored);
  });
}

interface ReportToStore {
  report: ReportContent;
  via: ReportToSubmit['via'] | 'paper' | 'receipt';
  attachments: readonly number[];
  /** Timeliness goes by it. */
  receivedAt: number;
  /** It was received before and lost since: the receipt that proves it, how it counted then, and who holds it. */
  proof?: { receipt: string; version: number; timeliness: Timeliness; holder: number };
}

/** Stores a version and what follows from it; in the transaction of whoever takes it, which has checked it. */
export function storeReport(desk: Desk, act: Act, before: TaskView, input: ReportToStore): SubmittedReport {
  const { store } = desk;
  const { task } = before;
  const { receivedAt } = input;
  const version = input.proof?.version ?? (store.submissions.latestOf(task.id)?.version ?? 0) + 1;
  const timeliness = task.timeliness ?? input.proof?.timeliness ?? timelinessOf(receivedAt, task);
  const facts = {
    unit: task.unit,
    obligation: task.obligation,
    period: task.period,
    version,
    timeliness,
    at: receivedAt,
  };
  const receipt = input.proof?.receipt ?? newReceipt(desk, act, facts, input.report);
  const submission = store.submissions.add({
    task: task.id,
    version,
    person: input.proof?.holder ?? act.person,
    via: input.via,
    receivedAt,
    receipt,
    report: input.report,
  });
  for (const attachment of input.attachments) store.attachments.attach(attachment, submission);
  if (!store.tasks.move(task.id, 'submit', null))
    throw new Error(`task ${task.id} left ${task.state} while a report was stored`);
  store.tasks.stampFirst(task.id, timeliness, receivedAt);
  giveWay(desk, act, task);
  store.milestones.settleAll(task.id, 'cleared', act.at);
  clearWork(desk, task.id, act);
  const after = store.tasks.find(task.id) ?? task;
  const attachments = store.attachments.ofTask(task.id).length;
  const absent = standsInFor(desk, act.person, task.unit);
  const inPlaceOf = absent === null ? null : sayInPlaceOf(nameOf(desk, act.person), nameOf(desk, absent));
  const sent = { version, receivedAt, timeliness, receipt, report: input.report };
  return { view: { ...before, task: after }, ...sent, attachments, inPlaceOf };
}

/** Tells the unit's other liaisons, and who sent a version of it before, once a version: nobody sends it a second time. */
function tellColleagues(
  desk: Desk,
  { person, at }: Act,
  sent: Omit<SubmittedReport, 'receipt' | 'report' | 'attachments' | 'inPlaceOf'>,
): void {
  const { store, zone } = desk;
  const senders = store.submissions.ofTask(sent.view.task.id).map((one) => one.person);
  const concerned = store.people
    .ofUnit(sent.view.unit.code)
    .filter((member) => member.role === 'liaison' || senders.includes(member.person));
  const others = new Set(concerned.map((member) => member.person).filter((one) => one !== person));
  if (others.size === 0) return;
  const text = sayColleagueSent({ ...sent, sender: nameOf(desk, person), zone });
  const terms = { priority: PRIORITY.notice, repeatIfUnknown: false, expiresAt: at + TOLD_WITHIN_MS };
  for (const other of others) tellPerson(desk, other, { text }, at, terms);
}

const TOLD_WITHIN_MS = 3 * 24 * 3600_000;

/** `HBG-2026-11-1-7KQ2-M4XP-9TRW`: what it is of, and the seal by which it proves itself. */
function newReceipt(desk: Desk, { at }: Act, facts: SealedFacts, report: ReportContent): string {
  const { unit, period, version } = facts;
  return `${unit}-${period}-${version}-${sealReceipt(readyReceiptKey(desk, at), facts, report)}`;
}
