import { substanceOf } from '../domain/report-substance.ts';
import type { Risk } from '../domain/review-risk.ts';
import { figureRisks, weigh } from '../domain/review-risk.ts';
import { inUnitOrder } from '../domain/unit-order.ts';
import { contradictedFigures } from '../language/report/contradicted-figures.ts';
import type { Submission } from '../store/submissions.ts';
import type { OldRound } from '../wording/review-queue.ts';
import type { Desk } from './desk.ts';
import { previousReport } from './prefill.ts';
import type { TaskView } from './task-view.ts';
import { viewTask } from './task-view.ts';
import type { ReviewScope } from './waiting-reviews.ts';
import { oldRounds, waitingReviews } from './waiting-reviews.ts';

/** A report that waits to be accepted, with what there is to look at. */
export interface Waiting {
  view: TaskView;
  submission: Submission;
  risks: readonly Risk[];
}

/** What waits: the most to look at first, the rest in the order people look for units. */
export function waitingReports(desk: Desk, scope: ReviewScope): { waiting: Waiting[]; old: OldRound[] } {
  const { current, old } = waitingReviews(desk, scope);
  const waiting = current.flatMap((task) => waitingOf(desk, viewTask(desk, task)) ?? []);
  return {
    waiting: inUnitOrder(waiting, ({ view }) => view.unit).sort((a, b) => weigh(b.risks) - weigh(a.risks)),
    old: oldRounds(old).map(({ task, count }) => ({ ...viewTask(desk, task), count })),
  };
}

export function waitingOf(desk: Desk, view: TaskView): Waiting | null {
  const submission = desk.store.submissions.latestOf(view.task.id);
  return submission === null ? null : { view, submission, risks: risksOf(desk, view, submission) };
}

function risksOf(desk: Desk, view: TaskView, { report, person, receivedAt, task, via }: Submission): Risk[] {
  const contradictions = contradictedFigures(view.form, report).map((one): Risk => ({ kind: 'contradiction', ...one }));
  // What coordinators key in themselves tells nothing of the unit's people.
  const isFirst =
    via !== 'paper' &&
    !desk.store.submissions.ofPerson(person).some((other) => other.task !== task && other.receivedAt < receivedAt);
  return [
    ...contradictions,
    ...figureRisks(view.form, report, previousReport(desk, view)),
    ...(['words', 'to-come'].includes(substanceOf(view.form, report, via)) ? [{ kind: 'no-figures' } as const] : []),
    ...(isFirst ? [{ kind: 'first-of-person' } as const] : []),
  ];
}

/** Whether nothing but the person is new: seen by the dozen after a meeting, and accepted together. */
export function isOnlyFirst({ risks }: Waiting): boolean {
  return risks.every(({ kind }) => kind === 'first-of-person') && risks.length > 0;
}
