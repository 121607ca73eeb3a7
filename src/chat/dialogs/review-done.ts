import { nameOf } from '../../actions/desk.ts';
import { waitingReports } from '../../actions/review-queue.ts';
import type { SeenVersion } from '../../actions/review-report.ts';
import { acceptReports, returnReport } from '../../actions/review-report.ts';
import type { Problem } from '../../domain/problem.ts';
import type { Outgoing } from '../../wording/message.ts';
import { sayProblem } from '../../wording/problems.ts';
import { REVIEW_BUTTONS, REVIEW_WORDS, sayAccepted, sayReturned, sayReviewedMeanwhile } from '../../wording/review.ts';
import type { RichText } from '../../wording/rich-text.ts';
import { withUndo } from '../../wording/undo.ts';
import type { Turn } from '../turn.ts';
import type { ReviewDraft } from './review.ts';
import { lookAt, showQueue, viewOf } from './review-shown.ts';

/** Accepts what was shown, in the versions that were shown. */
export function acceptSeen(turn: Turn, draft: ReviewDraft, seen: readonly SeenVersion[]): void {
  if (turn.person === null) return;
  const done = acceptReports(turn.desk, { person: turn.person, at: turn.now }, seen);
  if (!done.ok) return overtaken(turn, draft, done.problem);
  const { accepted, told, undo } = done.value;
  turn.finish();
  turn.say(withUndo(withNext(turn, draft, sayAccepted(accepted, told, seen.length - accepted.length)), undo));
}

export function giveBack(turn: Turn, draft: ReviewDraft, reason: string): void {
  if (turn.person === null) return;
  const { task, version, state, fields } = draft;
  const done = returnReport(turn.desk, { person: turn.person, at: turn.now }, { task, version, state, fields, reason });
  if (!done.ok) return overtaken(turn, draft, done.problem);
  turn.finish();
  const { view, told, undo } = done.value;
  turn.say(withUndo(withNext(turn, draft, sayReturned(view, told)), undo));
}

/** The way to what still waits, where something does. */
function withNext(turn: Turn, { obligations, period }: ReviewDraft, text: RichText): Outgoing {
  if (waitingReports(turn.desk, { obligations, period }).waiting.length === 0) return { text };
  const [report = '', ...others] = obligations ?? [];
  const scope = period === null ? '' : others.length > 0 ? ` ${period}` : ` ${report} ${period}`.replace('  ', ' ');
  return { text, choices: [[{ label: REVIEW_BUTTONS.next, value: `/duyet${scope}` }]] };
}

/** Somebody decided, or the unit sent another version, while this was looked at: says so and shows how it stands. */
function overtaken(turn: Turn, draft: ReviewDraft, problem: Problem): void {
  if (problem.problem !== 'nothing-to-change') {
    turn.finish();
    return turn.say(sayProblem(problem, turn.desk.zone));
  }
  const view = viewOf(turn, draft.task);
  if (view === null) return showQueue(turn, draft, sayProblem(problem, turn.desk.zone));
  const { state, stateBy, stateAt } = view.task;
  if (state === 'submitted') return lookAt(turn, draft, draft.task, REVIEW_WORDS.newVersion(view));
  if (stateBy === null || stateAt === null) return showQueue(turn, draft, sayProblem(problem, turn.desk.zone));
  showQueue(turn, draft, sayReviewedMeanwhile(view, nameOf(turn.desk, stateBy), stateAt, turn.desk.zone));
}
