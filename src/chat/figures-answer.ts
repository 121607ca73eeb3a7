import { startingValues } from '../actions/prefill.ts';
import { type TaskView, viewTask } from '../actions/task-view.ts';
import { unitsAllowing } from '../domain/access.ts';
import { frequencyOf } from '../domain/period-kinds.ts';
import { sumReports } from '../domain/totals.ts';
import type { Task } from '../store/tasks.ts';
import type { FiguresAsked } from '../understanding/figures-asked.ts';
import * as saying from '../wording/figures.ts';
import { sayNotOpenYet, sayYear } from '../wording/side-answer.ts';
import { contentOf, valuesInForm } from './dialogs/draft.ts';
import { draftInHand } from './dialogs/keep-draft.ts';
import { today, unitName } from './look-up.ts';
import { aheadOf, inHand, ownUnits, tasksOf } from './own-reports.ts';
import type { Turn } from './turn.ts';

/** Without a period, as many of those sent last are shown as are looked at together. */
const SHOWN = 2;

/**
 * What stands in the report that is asked about. A period that is named decides which: what was sent of it, or that nothing was; the draft in hand
 * answers for its own period alone, and where none is named.
 */
export function answerFigures(turn: Turn, { key, periods, before }: FiguresAsked): void {
  const open = inHand(turn);
  if (periods.length === 0 && !before && open !== null) return sayDraft(turn, open, key);
  if (periods.length === 0) return answerLast(turn, key, before ? open : null);
  for (const period of periods) answerPeriod(turn, period, key, open);
}

function answerPeriod(turn: Turn, period: string, key: string | null, open: TaskView | null): void {
  const tasks = tasksOf(turn).filter((task) => task.period === period);
  if (open?.period.key === period) sayDraft(turn, open, key);
  const sent = tasks.flatMap((task) => sentOf(turn, task));
  if (sent.length > 0) turn.say(saying.saySent(sent, key, turn.desk.zone));
  const views = tasks
    .filter(({ id }) => !sent.some(({ view }) => view.task.id === id))
    .map((task) => viewTask(turn.desk, task));
  const missing = views.filter(({ task }) => task.id !== open?.task.id && task.state !== 'waived');
  if (missing.length > 0) turn.say(saying.sayNothingSentFor(missing, unitsAllowing(turn.memberships, 'submit')));
  // Until the year's own report is there, its months say something of it.
  if (missing.length > 0 && frequencyOf(period) === 'yearly') answerYear(turn, key, Number(period));
  if (tasks.length > 0) return;
  const [ahead] = aheadOf(turn, period);
  turn.say(ahead === undefined ? saying.sayNoReportOf(names(turn), period) : sayNotOpenYet(ahead));
}

/** What was sent last; `open`: before that report, of its kind if there is any. */
function answerLast(turn: Turn, key: string | null, open: TaskView | null): void {
  const tasks = tasksOf(turn).filter(({ id }) => id !== open?.task.id);
  const sent = tasks.flatMap((task) => sentOf(turn, task)).sort((a, b) => b.latest.receivedAt - a.latest.receivedAt);
  const isBefore = ({ view: { task } }: saying.SentVersion & { view: TaskView }): boolean =>
    task.obligation === open?.obligation.code && task.period < open.period.key;
  const ofKind = sent.filter(isBefore).sort((a, b) => b.view.task.cutOffAt - a.view.task.cutOffAt);
  const shown = (ofKind.length > 0 ? ofKind : sent).slice(0, open === null && key === null ? SHOWN : 1);
  if (shown.length === 0) return turn.say(saying.sayNothingSent(names(turn)));
  if (open !== null && ofKind.length === 0) turn.say(saying.sayNoneBefore(open));
  turn.say(saying.saySent(shown, key, turn.desk.zone));
  if (open === null && key === null) turn.say(saying.sayOtherVersions());
}

/** The draft in hand, and what of the same report was sent before. */
function sayDraft(turn: Turn, view: TaskView, key: string | null): void {
  const draft = draftInHand(turn);
  if (draft === null || draft.stage === 'task') return;
  // The form that was handed out is filled in already with what is known.
  const values = draft.stage === 'form' ? valuesInForm(startingValues(turn.desk, view), draft) : draft.values;
  turn.say(saying.sayDraftNow(view, contentOf({ ...draft, values }), key));
}

/** Every version of one report: the one that counts, and what those before it said otherwise. */
export function showVersions(turn: Turn, tasks: readonly Task[]): void {
  const { store, zone } = turn.desk;
  for (const task of tasks) {
    const sent = sentOf(turn, task);
    if (sent.length === 0) {
      turn.say(saying.sayNothingSentFor([viewTask(turn.desk, task)], unitsAllowing(turn.memberships, 'submit')));
      continue;
    }
    turn.say(saying.saySent(sent, null, zone));
    const versions = store.submissions.ofTask(task.id);
    const older = versions.slice(0, -1).map((one, at) => ({ ...one, next: versions[at + 1]?.report ?? one.report }));
    turn.say(saying.sayOlderVersions(viewTask(turn.desk, task), older.reverse(), zone));
  }
}

function sentOf({ desk }: Turn, task: Task): (saying.SentVersion & { view: TaskView })[] {
  const latest = desk.store.submissions.latestOf(task.id);
  return latest === null ? [] : [{ view: viewTask(desk, task), latest }];
}

const names = (turn: Turn): string[] => ownUnits(turn).map((unit) => unitName(turn, unit));

/** The months of a year, added up as the annual report will. False where the plan has no monthly report. */
export function answerYear(turn: Turn, key: string | null, year = Number(today(turn).slice(0, 4))): boolean {
  const { desk, rules } = turn;
  const monthly = rules.obligations.find(({ frequency }) => frequency === 'monthly');
  const form = rules.forms.find(({ code }) => code === monthly?.form);
  if (monthly === undefined || form === undefined) return false;
  const reports = tasksOf(turn)
    .filter((task) => task.obligation === monthly.code && task.period.startsWith(`${year}-`))
    .flatMap((task) => desk.store.submissions.latestOf(task.id)?.report ?? []);
  turn.say(sayYear(year, reports.length, form, sumReports(form, reports), key));
  return true;
}
