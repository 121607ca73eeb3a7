import type { Instant } from '../domain/calendar.ts';
import { startOfDay } from '../domain/calendar.ts';
import type { Result } from '../domain/problem.ts';
import { no, ok } from '../domain/problem.ts';
import type { ReportContent } from '../domain/report-form.ts';
import { type FormField, fieldOfRole } from '../domain/report-form.ts';
import { moveTask } from '../domain/task.ts';
import { validateReport } from '../domain/validate-report.ts';
import type { Task } from '../store/tasks.ts';
import { sayFiledReceipt, sayPaperTakenBack } from '../wording/submit-for.ts';
import type { Told } from '../wording/told.ts';
import type { UndoOffer } from '../wording/undo.ts';
import { closedTask } from './closed-task.ts';
import type { Act, Desk } from './desk.ts';
import { may, nameOf } from './desk.ts';
import { standAgain } from './pass-on.ts';
import { planAnew } from './plan-anew.ts';
import type { SubmittedReport } from './submit-report.ts';
import { storeReport } from './submit-report.ts';
import { type TaskView, viewTask } from './task-view.ts';
import { tellUnits } from './tell-units.ts';
import { defineUndo } from './undo.ts';

export interface PaperReport {
  task: number;
  /** Number and date of the document, as one line. */
  document: string;
  /** When the office received it: timeliness goes by it. */
  receivedAt: Instant;
  /** The figures; null: they are keyed in later, and the report counts as received. */
  report: ReportContent | null;
  attachments: readonly number[];
  /** The version in force when this was confirmed; 0 = none. */
  over: number;
}

export interface SubmittedFor extends SubmittedReport {
  /** Keyed in now, or kept from the version before. */
  hasFigures: boolean;
  told: Told;
  undo: UndoOffer;
}

/** A document came in its period, and not later than now. */
export function mayBeReceived({ zone }: Desk, view: TaskView | null, at: number, now: number): boolean {
  return at <= now && (view === null || at >= startOfDay(view.period.window.from, zone));
}

/** Keys in a report that reached the office as a document. The unit's people get the receipt. Another version that came meanwhile is never replaced unseen. */
export function submitFor(desk: Desk, act: Act, paper: PaperReport): Result<SubmittedFor> {
  const { store } = desk;
  if (!may(desk, act.person, 'submit-for')) return no({ problem: 'not-allowed' });
  const task = store.tasks.find(paper.task);
  if (task === null) return no({ problem: 'no-such-task' });
  if (moveTask(task.state, 'submit') === null) return no(closedTask(desk, task));
  if ((store.submissions.latestOf(task.id)?.version ?? 0) !== paper.over) return no({ problem: 'nothing-to-change' });
  const view = viewTask(desk, task);
  if (!mayBeReceived(desk, view, paper.receivedAt, act.at)) return no({ problem: 'received-when' });
  const faults = paper.report === null ? [] : validateReport(view.form, paper.report);
  if (faults.length > 0) return no({ problem: 'faulty-report', faults });
  return store.transact(() => {
    const { attachments, receivedAt } = paper;
    // A copy whose figures come later never takes those that are there out of the totals.
    const figures = paper.report ?? figuresBefore(desk, view);
    const report = withDocument(view.form.fields, figures, paper.document);
    const stored = storeReport(desk, act, view, { report, via: 'paper', attachments, receivedAt });
    const { receipt, timeliness, version } = stored;
    const detail = { version, document: paper.document, receivedAt, figures: figures !== null };
    store.audit.add(act.at, act.person, 'submit-for', `task:${task.id}`, detail);
    const facts = {
      view: stored.view,
      document: paper.document,
      receivedAt,
      timeliness,
      receipt,
      report,
      zone: desk.zone,
    };
    const by = nameOf(desk, act.person);
    const told = tellUnits(desk, act, [view], () => sayFiledReceipt({ ...facts, by, hasFigures: figures !== null }));
    const undo = undoSubmitFor.offer(desk, act, { task, version, document: paper.document });
    return ok({ ...stored, hasFigures: figures !== null, told, undo });
  });
}

interface KeyedIn {
  /** The task as it stood before. */
  task: Task;
  version: number;
  document: string;
}

/**
 * Takes a keyed-in paper report back: the task stands as before, with the reminders still to come. Not when another version came since,
 * or somebody reviewed it.
 */
export const undoSubmitFor = defineUndo<KeyedIn>({
  kind: 'submit-for',
  needs: 'submit-for',
  tasks: ({ task }) => [task.id],
  undo(desk, act, { task: before, version, document }) {
    const { store } = desk;
    const latest = store.submissions.latestOf(before.id);
    const isOurs = latest?.version === version && latest.via === 'paper' && latest.person === act.person;
    if (latest === null || !isOurs || store.tasks.find(before.id)?.state !== 'submitted')
      return no({ problem: 'built-on' });
    store.submissions.takeBack(latest.id);
    if (before.timeliness === null) store.taskDecisions.unstamp(before.id);
    stateAsBefore(desk, before);
    if (store.submissions.latestOf(before.id) === null) standAgain(desk, act, before);
    if (before.state !== 'submitted') planAnew(desk, before.id, act.at);
    const detail = { version, document, receipt: latest.receipt, from: 'submitted', to: before.state };
    store.audit.add(act.at, act.person, 'undo-submit-for', `task:${before.id}`, detail);
    const view = viewTask(desk, store.tasks.find(before.id) ?? before);
    const facts = { view, document, receipt: latest.receipt };
    tellUnits(desk, act, [view], () => sayPaperTakenBack({ ...facts, by: nameOf(desk, act.person) }));
    return ok(sayPaperTakenBack({ ...facts, by: null }));
  },
});

function stateAsBefore({ store }: Desk, { id, state, stateReason, stateBy, stateAt, objected }: Task): void {
  if (state === 'submitted') return;
  const mover = stateBy === null || stateAt === null ? null : { person: stateBy, at: stateAt };
  store.tasks.move(id, state === 'returned' ? 'return' : 'take-back', stateReason, mover);
  store.taskDecisions.object(id, objected);
}

/** What the version in force tells besides the document itself; null where it tells nothing. */
export function figuresBefore({ store }: Desk, { task, form }: Pick<TaskView, 'task' | 'form'>): ReportContent | null {
  const before = store.submissions.latestOf(task.id)?.report ?? null;
  const document = fieldOfRole(form.fields, 'document')?.key;
  const isTold = before !== null && Object.keys(before.values).some((key) => key !== document);
  return before?.nothingToReport === true || isTold ? before : null;
}

/** The document stands in the form's own field, where it has one. */
function withDocument(fields: readonly FormField[], report: ReportContent | null, document: string): ReportContent {
  const content = report ?? { nothingToReport: false, values: {} };
  const field = fieldOfRole(fields, 'document');
  if (content.nothingToReport || field === null) return content;
  return { ...content, values: { ...content.values, [field.key]: document } };
}
