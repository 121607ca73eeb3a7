import { openExtensionRequests, refuseExtension } from '../actions/ask-extension.ts';
import type { Desk } from '../actions/desk.ts';
import { nameOf } from '../actions/desk.ts';
import { isOnlyFirst, waitingReports } from '../actions/review-queue.ts';
import { acceptReports, type ReturnOrder, returnReport } from '../actions/review-report.ts';
import type { TaskView } from '../actions/task-view.ts';
import { viewTask } from '../actions/task-view.ts';
import type { Instant } from '../domain/calendar.ts';
import type { Problem } from '../domain/problem.ts';
import { EXTENSION_REQUEST } from '../wording/ask-extension.ts';
import { BOARD_REQUESTS, BOARD_REVIEW as WORDS } from '../wording/board-acts.ts';
import type { BoardBlock, BoardPage } from '../wording/board-page.ts';
import { sayUntil } from '../wording/extension.ts';
import { sayReportFirst } from '../wording/period.ts';
import { sayProblem } from '../wording/problems.ts';
import { REVIEW_WORDS, sayAccepted, sayReturned, sayReviewedMeanwhile, sayRisks } from '../wording/review.ts';
import type { RichText } from '../wording/rich-text.ts';
import { sayDeadline, sayMoment } from '../wording/when.ts';
import { table } from './blocks.ts';
import { all, type BoardDeed, done, first, numberIn, roundIn, stopped } from './posted.ts';
import { acceptForm, boardTask } from './task-page.ts';

/** The rest stands on the report's own page. */
const RISKS_SHOWN = 3;
const EVERYTHING = { obligations: null, period: null };

/** What waits to be reviewed, of one round where it is named (`monthly/2026-11`): the doubtful ones to be opened, the rest to be accepted together. */
export function boardReviews(desk: Desk, now: Instant, round = ''): BoardPage {
  const { obligation, period } = roundIn(round);
  const scope = period === '' ? EVERYTHING : { obligations: [obligation], period };
  const { waiting, old } = waitingReports(desk, scope);
  const rows = waiting.map(({ view, submission, risks }) => [
    { text: view.unit.shortName, to: `task/${view.task.id}` },
    { text: sayRisks(view.form, risks, RISKS_SHOWN), isLong: true },
    { text: sayReportFirst(view.obligation, view.period) },
    { text: String(submission.version), isNumber: true },
    { text: sayMoment(submission.receivedAt, desk.zone) },
  ]);
  const harmless = waiting.filter(({ risks }) => risks.length === 0);
  const firsts = waiting.filter(isOnlyFirst);
  const forms = [
    ...(harmless.length === 0 ? [] : [acceptForm(harmless, WORDS.harmless(harmless.length))]),
    ...(firsts.length === 0 ? [] : [acceptForm(firsts, WORDS.firsts(firsts.length))]),
  ];
  const blocks: BoardBlock[] = [table(WORDS.caption, WORDS.head, rows, WORDS.none), ...forms];
  if (old.length > 0)
    blocks.push(
      { is: 'heading', text: WORDS.old },
      table(
        WORDS.old,
        WORDS.oldHead,
        old.map(({ obligation, period, count }) => [
          { text: sayReportFirst(obligation, period), to: `period/${obligation.code}/${period.key}` },
          { text: String(count), isNumber: true },
        ]),
        '',
      ),
    );
  return { title: WORDS.title, blocks: [...requestsOf(desk, now), ...blocks] };
}

/** Who asks for more time, and has had no answer. */
function requestsOf(desk: Desk, now: Instant): BoardBlock[] {
  const requests = openExtensionRequests(desk, now);
  if (requests.length === 0) return [];
  const rows = requests.map(({ view, until }) => [
    { text: view.unit.shortName, to: `task/${view.task.id}` },
    { text: sayReportFirst(view.obligation, view.period) },
    { text: sayUntil(until) },
    { text: sayDeadline(view.deadline) },
  ]);
  return [{ is: 'heading', text: BOARD_REQUESTS.title }, table(BOARD_REQUESTS.title, BOARD_REQUESTS.head, rows, '')];
}

export const acceptDeed: BoardDeed = (desk, act, posted) => {
  const seen = all(posted, 'seen').flatMap((one) => {
    const [task = '', version = ''] = one.split(':');
    return numberIn(task) === 0 ? [] : [{ task: numberIn(task), version: numberIn(version) }];
  });
  const accepted = acceptReports(desk, act, seen);
  const to = first(posted, 'to') === 'review' ? 'review' : `task/${seen[0]?.task ?? 0}`;
  if (accepted.ok) {
    const { accepted: views, told, undo } = accepted.value;
    return done(to, sayAccepted(views, told, seen.length - views.length), undo);
  }
  const page = to === 'review' ? boardReviews(desk, act.at) : boardTask(desk, seen[0]?.task ?? 0, act.at);
  return stopped(
    page,
    seen.length === 1 ? overtaken(desk, seen[0]?.task ?? 0, accepted.problem) : sayProblem(accepted.problem, desk.zone),
  );
};

export const returnDeed: BoardDeed = (desk, act, posted) => {
  const task = numberIn(first(posted, 'task'));
  const order: ReturnOrder = {
    task,
    state: first(posted, 'state') === 'accepted' ? 'accepted' : 'submitted',
    version: numberIn(first(posted, 'version')),
    reason: first(posted, 'reason'),
    fields: all(posted, 'fields'),
  };
  const returned = returnReport(desk, act, order);
  if (returned.ok) {
    const { view, told, undo } = returned.value;
    return done(`task/${task}`, sayReturned(view, told), undo);
  }
  return stopped(boardTask(desk, task, act.at, posted), overtaken(desk, task, returned.problem));
};

/** Says no to a unit that asked for more time. */
export const refuseExtensionDeed: BoardDeed = (desk, act, posted) => {
  const task = numberIn(first(posted, 'task'));
  const refused = refuseExtension(desk, act, { task, reason: first(posted, 'reason') });
  if (refused.ok) return done(`task/${task}`, EXTENSION_REQUEST.refused(refused.value));
  const isOver = refused.problem.problem === 'nothing-to-change';
  const why = isOver ? EXTENSION_REQUEST.noLonger : sayProblem(refused.problem, desk.zone);
  return stopped(boardTask(desk, task, act.at, posted), why);
};

/** Somebody decided, or the unit sent another version, while this was looked at. */
function overtaken(desk: Desk, id: number, problem: Problem): RichText {
  const task = desk.store.tasks.find(id);
  if (problem.problem !== 'nothing-to-change' || task === null) return sayProblem(problem, desk.zone);
  const view: TaskView = viewTask(desk, task);
  if (task.state === 'submitted') return REVIEW_WORDS.newVersion(view);
  const { stateBy, stateAt } = task;
  if (stateBy === null || stateAt === null) return sayProblem(problem, desk.zone);
  return sayReviewedMeanwhile(view, nameOf(desk, stateBy), stateAt, desk.zone);
}
