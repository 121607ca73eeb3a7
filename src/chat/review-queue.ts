import { previousReport } from '../actions/prefill.ts';
import type { TaskView } from '../actions/task-view.ts';
import { viewTask } from '../actions/task-view.ts';
import { substanceOf } from '../domain/report-substance.ts';
import type { Risk } from '../domain/review-risk.ts';
import { figureRisks, weigh } from '../domain/review-risk.ts';
import { inUnitOrder } from '../domain/unit-order.ts';
import { contradictedFigures } from '../language/contradicted-figures.ts';
import type { Submission } from '../store/submissions.ts';
import type { Turn } from './turn.ts';

/** A report that waits to be accepted, with what there is to look at. */
export interface Waiting {
  view: TaskView;
  submission: Submission;
  risks: readonly Risk[];
}

/** The reports a review is about; null = whatever they are. */
export interface ReviewScope {
  obligations: readonly string[] | null;
  period: string | null;
}

/** What waits: the most to look at first, the rest in the order people look for units. */
export function waitingReports(turn: Turn, { obligations, period }: ReviewScope): Waiting[] {
  const waiting = turn.desk.store.tasks
    .submitted()
    .filter((task) => obligations === null || obligations.includes(task.obligation))
    .filter((task) => period === null || task.period === period)
    .flatMap((task) => waitingOf(turn, viewTask(turn.desk, task)) ?? []);
  return inUnitOrder(waiting, ({ view }) => view.unit).sort((a, b) => weigh(b.risks) - weigh(a.risks));
}

export function waitingOf(turn: Turn, view: TaskView): Waiting | null {
  const submission = turn.desk.store.submissions.latestOf(view.task.id);
  return submission === null ? null : { view, submission, risks: risksOf(turn, view, submission) };
}

function risksOf(turn: Turn, view: TaskView, { report, person, receivedAt, task, via }: Submission): Risk[] {
  const { desk } = turn;
  const contradictions = contradictedFigures(view.form, report).map((one): Risk => ({ kind: 'contradiction', ...one }));
  // What coordinators key in themselves tells nothing of the unit's people.
  const isFirst =
    via !== 'paper' &&
    !desk.store.submissions.ofPerson(person).some((other) => other.task !== task && other.receivedAt < receivedAt);
  return [
    ...contradictions,
    ...figureRisks(view.form, report, previousReport(desk, view)),
    ...(substanceOf(view.form, report) === 'words' ? [{ kind: 'no-figures' } as const] : []),
    ...(isFirst ? [{ kind: 'first-of-person' } as const] : []),
  ];
}

/** Whether nothing but the person is new: seen by the dozen after a meeting, and accepted together. */
export function isOnlyFirst({ risks }: Waiting): boolean {
  return risks.every(({ kind }) => kind === 'first-of-person') && risks.length > 0;
}
