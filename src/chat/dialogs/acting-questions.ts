import type { OpenRequest } from '../../actions/ask-extension.ts';
import { requestOf } from '../../actions/ask-extension.ts';
import { nameOf } from '../../actions/decide-tasks.ts';
import { reachOf } from '../../actions/round-status.ts';
import type { TaskView } from '../../actions/task-view.ts';
import { viewTask } from '../../actions/task-view.ts';
import { peopleToTell } from '../../actions/tell-units.ts';
import type { Choice } from '../../channels/channel.ts';
import { isWorkingDay } from '../../domain/calendar.ts';
import { AUDIENCE_WORDS } from '../../language/audience-words.ts';
import type { Task } from '../../store/tasks.ts';
import {
  ACTING_BUTTONS,
  ACTING_WORDS,
  sayActingPreview,
  sayAskActingRound,
  sayAskReason,
  sayAskUntil,
  sayAskWho,
  sayNothingChanges,
  sayNotLater,
} from '../../wording/acting-dialog.ts';
import { AS_ASKED, sayAsAsked, sayRequested } from '../../wording/ask-extension.ts';
import { sayReportFirst } from '../../wording/period.ts';
import { sayProblem } from '../../wording/problems.ts';
import type { RichText } from '../../wording/rich-text.ts';
import { join } from '../../wording/rich-text.ts';
import { today } from '../look-up.ts';
import type { Turn } from '../turn.ts';
import type { ActingDraft } from './acting.ts';
import { effectOn, untilOf } from './acting-effect.ts';

const KIND = 'acting';
/** More waived units than that are named by what is typed. */
const OFFERED_UNITS = 10;
const OFFERED_DAYS = [1, 2, 5];

/** Says what the draft waits for. */
export function askActing(turn: Turn, draft: ActingDraft, problem: RichText = []): void {
  if (draft.stage === 'confirm') return askDecision(turn, draft, problem);
  turn.keep(KIND, draft);
  const { text, choices, answer } = question(turn, draft);
  turn.say({ text: join([problem, text], '\n\n'), choices, answer });
}

function question(turn: Turn, draft: ActingDraft): { text: RichText; choices: Choice[][]; answer: 'pick' | 'free' } {
  if (draft.stage === 'round') {
    const choices = draft.rounds.flatMap((round) => {
      const [task] = turn.desk.store.tasks.ofRound(round.obligation, round.period);
      if (task === undefined) return [];
      const { obligation, period } = viewTask(turn.desk, task);
      const label = sayReportFirst(obligation, period);
      return [[turn.choice(label, `${round.obligation} ${round.period}`, { report: round })]];
    });
    return { text: sayAskActingRound(draft.act), choices, answer: 'pick' };
  }
  if (draft.stage === 'who') return askWho(turn, draft);
  if (draft.stage === 'later') {
    const days = OFFERED_DAYS.map((days) => [turn.choice(ACTING_BUTTONS.more(days), String(days))]);
    const asked = askedBy(turn, draft);
    if (asked === null) return { text: sayAskUntil(), choices: days, answer: 'free' };
    const first = [turn.choice(sayAsAsked(asked.until), 'asked', { words: AS_ASKED })];
    return { text: join([sayRequested(asked), sayAskUntil()], '\n\n'), choices: [first, ...days], answer: 'free' };
  }
  return { text: sayAskReason(draft.act), choices: [], answer: 'free' };
}

/** What the one unit it is about asks for, and nobody has answered. */
export function askedBy(turn: Turn, { act, tasks }: ActingDraft): OpenRequest | null {
  const [id, another] = tasks ?? [];
  const task = act !== 'extend' || id === undefined || another !== undefined ? null : turn.desk.store.tasks.find(id);
  return task === null ? null : requestOf(turn.desk, task);
}

function askWho(turn: Turn, draft: ActingDraft): ReturnType<typeof question> {
  const tasks = roundOf(turn, draft);
  const text = sayAskWho(draft.act, exampleOf(turn, tasks));
  if (draft.act === 'owe') {
    const waived = tasks.filter(({ state }) => state === 'waived').map((task) => viewTask(turn.desk, task).unit);
    const choices = waived.slice(0, OFFERED_UNITS).map(({ code, shortName }) => [turn.choice(shortName, code)]);
    return { text, choices, answer: 'pick' };
  }
  const all = turn.choice(ACTING_BUTTONS.all(tasks.length), 'all', { words: AUDIENCE_WORDS.all });
  const isWaived = draft.act === 'waive' && tasks.some(({ state }) => state === 'waived');
  return {
    text,
    choices: isWaived ? [[all], [turn.choice(ACTING_BUTTONS.owe, 'owe')]] : [[all]],
    answer: 'pick',
  };
}

/** Shows what changes for whom; where nothing would, says why, and asks again for what stands in the way. */
function askDecision(turn: Turn, draft: ActingDraft, problem: RichText): void {
  const { act, later, reason } = draft;
  const round = roundOf(turn, draft);
  const tasks = round.filter(({ id }) => draft.tasks?.includes(id));
  const until = later === null ? null : untilOf(turn, tasks, later);
  const { changing, onTimeNow, unchanged } = effectOn(turn, act, tasks, until);
  const example = exampleOf(turn, round);
  if (changing.length === 0) {
    if (until !== null && tasks.some((task) => isInTheWay(task, until, today(turn)))) {
      const isOver = tasks.every(({ lastGoodDay }) => until > lastGoodDay);
      const why = isOver ? sayProblem({ problem: 'due-day-over' }, turn.desk.zone) : sayNotLater(latestOf(tasks));
      return askActing(turn, { ...draft, stage: 'later', later: null }, join([problem, why], '\n\n'));
    }
    turn.finish();
    return turn.say(join([problem, sayNothingChanges(act, unchanged)], '\n\n'));
  }
  const seen = Object.fromEntries(changing.map(({ id, scheduleVersion }) => [String(id), scheduleVersion]));
  turn.keep(KIND, { ...draft, seen });
  const views = changing.map((task) => viewTask(turn.desk, task));
  const preview = sayActingPreview({
    act,
    round: example,
    names: views.filter(({ task }) => !onTimeNow.includes(task)).map(({ unit }) => unit.shortName),
    onTimeNow: onTimeNow.map((task) => viewTask(turn.desk, task).unit.shortName),
    unchanged,
    until,
    isDayOff: until !== null && !isWorkingDay(turn.rules.calendar, until),
    former: formerOf(views, example),
    reason: reason ?? '',
    people: peopleToTell(turn.desk, turn.person, views).size,
    alone: views.filter(({ unit }) => reachOf(turn.desk, unit.code) === 'nobody').length,
  });
  turn.say({
    text: join([problem, preview], '\n\n'),
    choices: [[turn.choice(ACTING_WORDS[act].yes(changing.length), 'yes')], ...changes(turn, draft)],
    answer: 'pick',
  });
}

function changes(turn: Turn, { act }: ActingDraft): Choice[][] {
  const who = turn.choice(ACTING_BUTTONS.changeWho, 'who');
  const reason = turn.choice(ACTING_BUTTONS.changeReason, 'reason');
  const row = act === 'extend' ? [turn.choice(ACTING_BUTTONS.changeDay, 'day'), who, reason] : [who, reason];
  return [row, [turn.choice(ACTING_BUTTONS.drop, 'drop')]];
}

/** Whether the decision, as far as it is known, does anything. */
export function changesSomething(turn: Turn, draft: ActingDraft): boolean {
  const tasks = roundOf(turn, draft).filter(({ id }) => draft.tasks?.includes(id));
  const until = draft.later === null ? null : untilOf(turn, tasks, draft.later);
  return effectOn(turn, draft.act, tasks, until).changing.length > 0;
}

/** Whether it is the day that keeps an owed task as it is. */
function isInTheWay(task: Task, until: string, now: string): boolean {
  return task.state !== 'waived' && task.timeliness !== 'on_time' && (until <= task.lastGoodDay || until < now);
}

function latestOf(tasks: readonly Task[]): string {
  return tasks.map(({ lastGoodDay }) => lastGoodDay).reduce((a, b) => (a > b ? a : b));
}

/** Those whose deadline was moved before: the general one is not theirs. */
function formerOf(views: readonly TaskView[], { deadline }: TaskView): { name: string; lastGoodDay: string }[] {
  return views
    .filter((view) => view.deadline.lastGoodDay !== deadline.lastGoodDay)
    .map((view) => ({ name: view.unit.shortName, lastGoodDay: view.deadline.lastGoodDay }));
}

function roundOf(turn: Turn, { rounds: [round] }: ActingDraft): Task[] {
  return round === undefined ? [] : turn.desk.store.tasks.ofRound(round.obligation, round.period);
}

function exampleOf(turn: Turn, tasks: readonly Task[]): TaskView {
  const example = tasks.find(({ extended }) => extended === 0) ?? tasks[0];
  if (example === undefined) throw new Error('a round without tasks');
  return viewTask(turn.desk, example);
}

/** Who decided about one of these tasks since it was shown; null when nobody did. */
export function decidedMeanwhile(turn: Turn, { seen }: ActingDraft): { name: string; unit: string; at: number } | null {
  for (const id of Object.keys(seen).map(Number)) {
    const task = turn.desk.store.tasks.find(id);
    const grant = task === null ? null : turn.desk.store.extensions.current(id);
    if (task === null || task.scheduleVersion === seen[String(id)]) continue;
    const by = task.stateBy ?? grant?.grantedBy ?? null;
    const at = task.stateAt ?? grant?.grantedAt ?? null;
    if (by !== null && at !== null)
      return { name: nameOf(turn.desk, by), unit: viewTask(turn.desk, task).unit.shortName, at };
  }
  return null;
}
