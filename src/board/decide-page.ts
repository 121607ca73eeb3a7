import { decidedSince, generalOf, previewActing } from '../actions/acting-preview.ts';
import type { TasksChanged } from '../actions/decide-tasks.ts';
import type { Act, Desk } from '../actions/desk.ts';
import { extendDeadlines } from '../actions/extend-deadline.ts';
import type { TaskView } from '../actions/task-view.ts';
import { viewTask } from '../actions/task-view.ts';
import { oweAgain, waiveTasks } from '../actions/waive-tasks.ts';
import type { Problem, Result } from '../domain/problem.ts';
import { isOutstanding } from '../domain/task.ts';
import { inUnitOrder } from '../domain/unit-order.ts';
import type { Task } from '../store/tasks.ts';
import type { Acting } from '../wording/acting-dialog.ts';
import { ACTING_WORDS, sayActed, sayDecidedMeanwhile, sayNothingChanges } from '../wording/acting-dialog.ts';
import { ACT_PAGES, BOARD_TASK, BOARD_ACTS as WORDS } from '../wording/board-acts.ts';
import type { BoardAnswer, BoardField, BoardForm, BoardPage, BoardPosted } from '../wording/board-page.ts';
import { sayReport } from '../wording/period.ts';
import { sayProblem } from '../wording/problems.ts';
import type { RichText } from '../wording/rich-text.ts';
import { sayDeadline } from '../wording/when.ts';
import { confirmForm, reasonField } from './blocks.ts';
import { all, dayIn, done, first, numberIn, roundIn, shown, stopped } from './posted.ts';

interface Round {
  obligation: string;
  period: string;
}

/** The decision's page: for which units of the round, until when, why. `typed`: what was chosen before. */
export function boardDecision(desk: Desk, act: Acting, round: Round, typed: BoardPosted): BoardPage | null {
  const tasks = desk.store.tasks.ofRound(round.obligation, round.period);
  const concerned = tasks.filter((task) => (act === 'owe' ? task.state === 'waived' : isConcerned(act, task)));
  const title = (general: TaskView): string =>
    `${ACT_PAGES[act].title}: ${sayReport(general.obligation, general.period)}`;
  if (tasks.length === 0) return null;
  const general = viewTask(desk, generalOf(tasks));
  if (concerned.length === 0)
    return { title: title(general), blocks: [{ is: 'said', text: sayNothingChanges(act, {}) }] };
  const views = inUnitOrder(
    concerned.map((task) => viewTask(desk, task)),
    ({ unit }) => unit,
  );
  const units: BoardField = {
    name: 'tasks',
    label: WORDS.units,
    kind: 'any',
    value: all(typed, 'tasks'),
    options: views.map((view) => ({ value: String(view.task.id), label: labelOf(view, general) })),
  };
  const day: BoardField = {
    name: 'until',
    label: ACT_PAGES[act].until,
    kind: 'day',
    value: [first(typed, 'until')],
    required: true,
  };
  const form: BoardForm = {
    is: 'form',
    act,
    label: title(general),
    keeps: [['round', `${round.obligation}/${round.period}`]],
    fields: [...(act === 'extend' ? [day] : []), reasonField(typed), units],
    buttons: [
      { label: WORDS.preview, value: 'preview', isMain: true },
      { label: WORDS.previewAll(concerned.length), value: 'all' },
    ],
  };
  return {
    title: title(general),
    blocks: [{ is: 'facts', items: [{ name: BOARD_TASK.deadline, value: sayDeadline(general.deadline) }] }, form],
  };
}

function isConcerned(act: Acting, task: Task): boolean {
  return act === 'extend' ? task.state !== 'waived' && task.timeliness !== 'on_time' : isOutstanding(task.state);
}

/** A unit with a deadline of its own says so. */
function labelOf({ unit, deadline }: TaskView, general: TaskView): string {
  const isOwn = deadline.lastGoodDay !== general.deadline.lastGoodDay;
  return isOwn ? `${unit.shortName} (${sayDeadline(deadline)})` : unit.shortName;
}

/** A decision is shown before it is made, and made as it was shown. */
export function decideAtBoard(desk: Desk, who: Act, act: Acting, posted: BoardPosted): BoardAnswer {
  const round = roundIn(first(posted, 'round'));
  const way = first(posted, 'do');
  if (way === 'back') return shown(pageOf(desk, act, round, posted));
  if (way === 'yes') return decideNow(desk, who, { act, round, posted });
  const tasks = desk.store.tasks.ofRound(round.obligation, round.period);
  const chosen = way === 'all' ? tasks.map(({ id }) => id) : all(posted, 'tasks').map(numberIn);
  return show(desk, who, { act, round, posted: { ...posted, tasks: chosen.map(String) } });
}

interface Asked {
  act: Acting;
  round: Round;
  posted: BoardPosted;
}

function pageOf(desk: Desk, act: Acting, round: Round, typed: BoardPosted): BoardPage {
  return boardDecision(desk, act, round, typed) ?? { title: ACT_PAGES[act].title, blocks: [] };
}

/** What would change, and for whom; nothing is done. */
function show(desk: Desk, who: Act, { act, round, posted }: Asked, why: RichText = []): BoardAnswer {
  const page = pageOf(desk, act, round, posted);
  const tasks = all(posted, 'tasks').map(numberIn);
  const until = act === 'extend' ? first(posted, 'until') : null;
  const reason = first(posted, 'reason');
  if (tasks.length === 0) return stopped(page, WORDS.chooseUnits);
  if (until !== null && dayIn(until, desk.zone) === null) return stopped(page, WORDS.noDay);
  if (reason === '') return stopped(page, sayProblem({ problem: 'reason-needed' }, desk.zone));
  const plan = { act, round: desk.store.tasks.ofRound(round.obligation, round.period), tasks, until, reason };
  const preview = previewActing(desk, who, plan);
  if ('nothing' in preview) return stopped(page, preview.nothing);
  const { title } = page;
  const keeps = [
    ['round', `${round.obligation}/${round.period}`],
    ['until', until ?? ''],
    ['reason', reason],
    ...tasks.map((id) => ['tasks', String(id)] as const),
    ...Object.entries(preview.seen).map(([id, version]) => ['seen', `${id}:${version}`] as const),
  ] as const;
  const yes = { label: ACTING_WORDS[act].yes(preview.changing), value: 'yes' };
  return shown(
    { title, blocks: [{ is: 'note', text: preview.text }, confirmForm({ act, label: title, keeps }, yes)] },
    why,
  );
}

function decideNow(desk: Desk, who: Act, asked: Asked): BoardAnswer {
  const { act, round, posted } = asked;
  const seen = Object.fromEntries(
    all(posted, 'seen').map((one): [string, number] => {
      const [id = '', version = ''] = one.split(':');
      return [id, numberIn(version)];
    }),
  );
  const decided = decide(desk, who, asked, seen);
  if (decided.ok) {
    const { changed, told, undo } = decided.value;
    const left = Object.keys(seen).length - changed.length;
    return done(`period/${round.obligation}/${round.period}`, sayActed(act, changed, told, left), undo);
  }
  return show(desk, who, asked, whyNot(desk, decided.problem, seen));
}

function decide(desk: Desk, who: Act, { act, posted }: Asked, seen: Record<string, number>): Result<TasksChanged> {
  const order = { tasks: Object.keys(seen).map(Number), seen, reason: first(posted, 'reason') };
  if (act === 'waive') return waiveTasks(desk, who, order);
  if (act === 'owe') return oweAgain(desk, who, order);
  return extendDeadlines(desk, who, { ...order, until: first(posted, 'until') });
}

function whyNot(desk: Desk, problem: Problem, seen: Record<string, number>): RichText {
  const other = problem.problem === 'nothing-to-change' ? decidedSince(desk, seen) : null;
  if (other === null) return sayProblem(problem, desk.zone);
  return sayDecidedMeanwhile(other.name, other.unit, other.at, desk.zone);
}
