import { previousReport } from '../../actions/prefill.ts';
import type { Waiting } from '../../actions/review-queue.ts';
import { isOnlyFirst, waitingOf, waitingReports } from '../../actions/review-queue.ts';
import type { SeenVersion } from '../../actions/review-report.ts';
import type { TaskView } from '../../actions/task-view.ts';
import { viewTask } from '../../actions/task-view.ts';
import type { Choice } from '../../channels/channel.ts';
import type { Task } from '../../store/tasks.ts';
import {
  REVIEW_BUTTONS,
  REVIEW_WORDS,
  sayAskFields,
  sayAskWhy,
  sayReview,
  sayWaitingOf,
} from '../../wording/review.ts';
import {
  ACCEPTED_TOGETHER,
  oldRoundChoices,
  sayOldRounds,
  sayQueue,
  sayQueueBriefly,
} from '../../wording/review-queue.ts';
import type { RichText } from '../../wording/rich-text.ts';
import { join } from '../../wording/rich-text.ts';
import type { Turn } from '../turn.ts';
import type { ReviewDraft } from './review.ts';

const KIND = 'review';
/** More would not be opened one by one in one sitting. */
const OPENED = 6;

export function viewOf(turn: Turn, id: number): TaskView | null {
  const task = turn.desk.store.tasks.find(id);
  return task === null ? null : viewTask(turn.desk, task);
}

/** Shows what waits: the doubtful ones to be opened, the rest to be accepted together. `isOnScreen`: it was read just now, a line is enough. */
export function showQueue(turn: Turn, draft: ReviewDraft, problem: RichText = [], isOnScreen = false): void {
  const { waiting, old } = waitingReports(turn.desk, draft);
  if (waiting.length === 0) {
    turn.finish();
    const text = join([problem, REVIEW_WORDS.none, sayOldRounds(old)], '\n\n');
    return turn.say({ text, choices: oldRoundChoices(old), answer: 'pick' });
  }
  const doubtful = waiting.filter((one) => one.risks.length > 0 && !isOnlyFirst(one));
  const firsts = waiting.filter(isOnlyFirst).slice(0, ACCEPTED_TOGETHER);
  const harmless = waiting.filter(({ risks }) => risks.length === 0).slice(0, ACCEPTED_TOGETHER);
  const risky = doubtful.slice(0, OPENED);
  const next: ReviewDraft = { ...draft, stage: 'queue', task: 0, version: 0, fields: [] };
  turn.keep(KIND, { ...next, harmless: harmless.map(seen), firsts: firsts.map(seen) });
  const choices: Choice[][] = risky.map(({ view }) => [
    turn.choice(REVIEW_BUTTONS.look(view.unit.shortName), `t${view.task.id}`),
  ]);
  if (harmless.length > 0) choices.push([turn.choice(REVIEW_BUTTONS.rest(harmless.length), 'rest')]);
  if (firsts.length > 0) choices.push([turn.choice(REVIEW_BUTTONS.firsts(firsts.length), 'firsts', { whole: true })]);
  const more = doubtful.length - risky.length;
  const queue = { risky, more, firsts, harmless, total: waiting.length };
  const text = isOnScreen ? [sayQueueBriefly(queue)] : [sayQueue(queue), sayOldRounds(old)];
  turn.say({ text: join([problem, ...text], '\n\n'), choices, answer: 'pick' });
}

/** Of several units that were named: those whose reports wait, each to be opened by itself. */
export function showSome(turn: Turn, draft: ReviewDraft, tasks: readonly Task[], problem: RichText): void {
  if (tasks.length === 0) return showQueue(turn, draft, problem);
  turn.keep(KIND, { ...draft, stage: 'queue', harmless: [], firsts: [] });
  const views = tasks.map((task) => viewTask(turn.desk, task));
  const choices = views
    .slice(0, OPENED)
    .map(({ unit, task }) => [turn.choice(REVIEW_BUTTONS.look(unit.shortName), `t${task.id}`)]);
  const all = turn.choice(REVIEW_BUTTONS.queue, 'queue');
  const text = join([problem, sayWaitingOf(views)], '\n\n');
  turn.say({ text, choices: [...choices, [all]], answer: 'pick' });
}

function seen({ view, submission }: Waiting): SeenVersion {
  return { task: view.task.id, version: submission.version };
}

/** Shows one report with its differences, and asks what is to become of it. */
export function lookAt(turn: Turn, draft: ReviewDraft, id: number, problem: RichText = []): void {
  const view = viewOf(turn, id);
  const waiting = view === null ? null : waitingOf(turn.desk, view);
  const state = view?.task.state;
  if (view === null || waiting === null || (state !== 'submitted' && state !== 'accepted')) {
    turn.finish();
    const gone = view === null ? REVIEW_WORDS.none : REVIEW_WORDS.notSubmitted(view);
    return turn.say(join([problem, gone], '\n\n'));
  }
  const { submission, risks } = waiting;
  const { desk } = turn;
  turn.keep(KIND, { ...draft, stage: 'report', task: id, version: submission.version, state, fields: [] });
  const isAccepted = state === 'accepted';
  const text = sayReview({
    view,
    risks: isAccepted ? [] : risks,
    version: submission.version,
    receivedAt: submission.receivedAt,
    sender: desk.store.people.find(submission.person)?.name ?? '',
    report: submission.report,
    last: desk.store.submissions.ofTask(id).at(-2)?.report ?? null,
    previous: previousReport(desk, view),
    files: desk.store.attachments.ofTask(id).length,
    zone: desk.zone,
  });
  const giveBack = turn.choice(isAccepted ? REVIEW_BUTTONS.reopen : REVIEW_BUTTONS.giveBack, 'return');
  const given = draft.given === '' ? [] : [[turn.choice(REVIEW_BUTTONS.giveBackFor(draft.given), 'given')]];
  const first = isAccepted ? [giveBack] : [turn.choice(REVIEW_BUTTONS.accept, 'accept'), giveBack];
  turn.say({
    text: join([problem, text], '\n\n'),
    choices: [...given, first, [turn.choice(REVIEW_BUTTONS.queue, 'queue')]],
    answer: 'pick',
  });
}

/** Asks which fields are wrong: those that looked doubtful first. */
export function askFields(turn: Turn, draft: ReviewDraft, problem: RichText = []): void {
  const view = viewOf(turn, draft.task);
  const waiting = view === null ? null : waitingOf(turn.desk, view);
  if (view === null || waiting === null) return showQueue(turn, draft, problem);
  turn.keep(KIND, { ...draft, stage: 'fields' });
  const doubtful = waiting.risks.flatMap((risk) => ('field' in risk ? [risk.field] : []));
  const open = view.form.fields.filter(({ key }) => !draft.fields.includes(key));
  const sorted = [...open].sort((a, b) => Number(doubtful.includes(b.key)) - Number(doubtful.includes(a.key)));
  turn.say({
    text: join([problem, sayAskFields(view, view.form, draft.fields)], '\n\n'),
    choices: [
      ...sorted.map(({ key, shortLabel, aliases }) => [turn.choice(shortLabel, key, { words: [key, ...aliases] })]),
      ...(draft.fields.length === 0 ? [[turn.choice(REVIEW_BUTTONS.whole, 'all')]] : []),
    ],
    answer: 'pick',
  });
}

export function askWhy(turn: Turn, draft: ReviewDraft, problem: RichText = []): void {
  const view = viewOf(turn, draft.task);
  if (view === null) return showQueue(turn, draft, problem);
  turn.keep(KIND, { ...draft, stage: 'reason' });
  const choices = draft.fields.length === 0 ? [] : [[turn.choice(REVIEW_BUTTONS.more, 'more')]];
  turn.say({ text: join([problem, sayAskWhy(view, view.form, draft.fields)], '\n\n'), choices, answer: 'free' });
}
