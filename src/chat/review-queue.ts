import { previousReport } from '../actions/prefill.ts';
import type { TaskView } from '../actions/task-view.ts';
import { viewTask } from '../actions/task-view.ts';
import type { ReviewScope } from '../actions/waiting-reviews.ts';
import { oldRounds, waitingReviews } from '../actions/waiting-reviews.ts';
import { substanceOf } from '../domain/report-substance.ts';
import type { Risk } from '../domain/review-risk.ts';
import { figureRisks, weigh } from '../domain/review-risk.ts';
import { inUnitOrder } from '../domain/unit-order.ts';
import { contradictedFigures } from '../language/contradicted-figures.ts';
import type { Submission } from '../store/submissions.ts';
import type { OldRound } from '../wording/review.ts';
import type { Turn } from './turn.ts';

/** A report that waits to be accepted, with what there is to look at. */
export interface Waiting {
  view: TaskView;
  submission: Submission;
  risks: readonly Risk[];
}

/** What waits: the most to look at first, the rest in the order people look for units. */
export function waitingReports(turn: Turn, scope: ReviewScope): { waiting: Waiting[]; old: OldRound[] } {
  const { current, old } = waitingReviews(turn.desk, scope);
  const waiting = current.flatMap((task) => waitingOf(turn, viewTask(turn.desk, task)) ?? []);
  return {
    waiting: inUnitOrder(waiting, ({ view }) => view.unit).sort((a, b) => weigh(b.risks) - weigh(a.risks)),
    old: oldRounds(old).map(({ task, count }) => ({ ...viewTask(turn.desk, task), count })),
  };
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
