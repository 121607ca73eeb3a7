import { isAllowed } from '../domain/access.ts';
import type { Instant } from '../domain/calendar.ts';
import { startOfDay } from '../domain/calendar.ts';
import type { Result } from '../domain/problem.ts';
import { no, ok } from '../domain/problem.ts';
import type { ReportContent } from '../domain/report-form.ts';
import { moveTask } from '../domain/task.ts';
import { validateReport } from '../domain/validate-report.ts';
import { sayFiledReceipt } from '../wording/submit-for.ts';
import { nameOf } from './decide-tasks.ts';
import type { Act, Desk } from './desk.ts';
import type { SubmittedReport } from './submit-report.ts';
import { storeReport } from './submit-report.ts';
import { viewTask } from './task-view.ts';
import { tellUnits } from './tell-units.ts';

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
  told: number;
}

/** Keys in a report that reached the office as a document. The unit's people get the receipt. Another version that came meanwhile is never replaced unseen. */
export function submitFor(desk: Desk, act: Act, paper: PaperReport): Result<SubmittedFor> {
  const { store } = desk;
  if (!isAllowed(store.people.memberships(act.person), 'submit-for')) return no({ problem: 'not-allowed' });
  const task = store.tasks.find(paper.task);
  if (task === null) return no({ problem: 'no-such-task' });
  if (moveTask(task.state, 'submit') === null) return no({ problem: 'task-closed', state: task.state });
  if ((store.submissions.latestOf(task.id)?.version ?? 0) !== paper.over) return no({ problem: 'nothing-to-change' });
  const view = viewTask(desk, task);
  if (paper.receivedAt > act.at || paper.receivedAt < startOfDay(view.period.window.from, desk.zone))
    return no({ problem: 'received-when' });
  const faults = paper.report === null ? [] : validateReport(view.form, paper.report);
  if (faults.length > 0) return no({ problem: 'faulty-report', faults });
  return store.transact(() => {
    const { attachments, receivedAt } = paper;
    const report = withDocument(view.form.fields, paper);
    const stored = storeReport(desk, act, view, { report, via: 'paper', attachments, receivedAt });
    const { receipt, timeliness, version } = stored;
    const detail = { version, document: paper.document, receivedAt, figures: paper.report !== null };
    store.audit.add(act.at, act.person, 'submit-for', `task:${task.id}`, detail);
    const facts = { view: stored.view, document: paper.document, receivedAt, timeliness, receipt, zone: desk.zone };
    const by = nameOf(desk, act.person);
    const told = tellUnits(desk, act, [view], () =>
      sayFiledReceipt({ ...facts, by, hasFigures: paper.report !== null }),
    );
    return ok({ ...stored, told });
  });
}

/** The field of the form that names the official document. */
const DOCUMENT_FIELD = 'van_ban';

/** The document stands in the form's own field, where it has one. */
function withDocument(fields: readonly { key: string }[], { report, document }: PaperReport): ReportContent {
  const content = report ?? { nothingToReport: false, values: {} };
  const isKnown = fields.some(({ key }) => key === DOCUMENT_FIELD);
  if (content.nothingToReport || !isKnown) return content;
  return { ...content, values: { ...content.values, [DOCUMENT_FIELD]: document } };
}
