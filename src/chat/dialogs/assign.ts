import { z } from 'zod';
import { assignWork } from '../../actions/assign.ts';
import { viewTask } from '../../actions/task-view.ts';
import { unitsAllowing } from '../../domain/access.ts';
import { isOutstanding } from '../../domain/task.ts';
import { namesHour } from '../../language/time/later-day.ts';
import type { Task } from '../../store/tasks.ts';
import { readAssign, readInnerDay } from '../../understanding/assign-order.ts';
import type { ChoiceMeaning } from '../../understanding/choice.ts';
import { ASSIGN_WORDS, sayAssigned, sayAssignPreview } from '../../wording/assignment.ts';
import { sayNoneFits } from '../../wording/dialogs.ts';
import { sayReport } from '../../wording/period.ts';
import { sayProblem } from '../../wording/problems.ts';
import type { RichText } from '../../wording/rich-text.ts';
import { join } from '../../wording/rich-text.ts';
import type { Awaits, Dialog, Reply } from '../dialog.ts';
import { leaveDialog } from '../dialog.ts';
import { today } from '../look-up.ts';
import { unclear } from '../on-screen.ts';
import type { Turn } from '../turn.ts';
import { decisionOf } from './confirm.ts';

const STAGES = ['task', 'who', 'part', 'due', 'confirm'] as const;
type Stage = (typeof STAGES)[number];

const schema = z.object({
  stage: z.enum(STAGES),
  tasks: z.array(z.number()),
  person: z.number().nullable(),
  /** Null: not said yet; empty: the whole report. */
  part: z.string().nullable(),
  dueOn: z.string().nullable(),
});
type Content = z.infer<typeof schema>;

const AWAITS: Readonly<Record<Stage, Awaits>> = {
  task: 'choice',
  who: 'choice',
  part: 'text',
  due: 'value',
  confirm: 'choice',
};

const WHOLE = 'whole';

/** Handing work out: of which report, to whom, which part, until when; what was said is not asked, and nothing goes unseen. */
export const assignDialog: Dialog<Content> = {
  kind: 'assign',
  schema,
  answer(turn, content, reply) {
    if (content.stage === 'task') return takeTask(turn, content, reply);
    if (content.stage === 'who') return takeWho(turn, content, reply);
    if (content.stage === 'part') return takePart(turn, content, reply);
    if (content.stage === 'due') return takeDue(turn, content, reply.text);
    takeDecision(turn, content, reply);
  },
  repeat: ask,
  awaits: ({ stage }) => AWAITS[stage],
  about: () => 'giao',
  describe: () => ASSIGN_WORDS.what,
};

/** Begins with what is known: the reports it may be about, and what was said of the rest. */
export function beginAssigning(
  turn: Turn,
  tasks: readonly Task[],
  known: Omit<Content, 'stage' | 'tasks'>,
  typed: string,
): void {
  const owed = tasks.filter((task) => isOutstanding(task.state));
  if (owed.length === 0) return turn.say(ASSIGN_WORDS.nothingOwed);
  const withColleagues = owed.filter((task) => colleaguesIn(turn, [task.unit]).length > 0);
  if (withColleagues.length === 0) return turn.say(ASSIGN_WORDS.nobody);
  const meant =
    known.person === null ? withColleagues : withColleagues.filter((task) => isIn(turn, known.person, task));
  next(turn, { ...known, tasks: meant.map((task) => task.id) }, aboutHour(turn, typed));
}

/** Everybody in the person's own units but themselves. */
export function colleaguesIn({ desk, person }: Turn, units: readonly string[]): { person: number; name: string }[] {
  const members = units.flatMap((unit) => desk.store.people.ofUnit(unit)).filter((one) => one.person !== person);
  return [...new Map(members.map((one) => [one.person, { person: one.person, name: one.name }])).values()];
}

function isIn(turn: Turn, person: number | null, task: Task): boolean {
  return colleaguesIn(turn, [task.unit]).some((one) => one.person === person);
}

/** An inner date is a whole day: who names an hour is told so. */
function aboutHour(turn: Turn, typed: string): RichText {
  return namesHour(typed, today(turn)) ? ASSIGN_WORDS.wholeDay : [];
}

function next(turn: Turn, content: Omit<Content, 'stage'>, note: RichText = []): void {
  const [task] = tasksOf(turn, content);
  const { dueOn } = content;
  const isLate = task !== undefined && dueOn !== null && turn.now < task.cutOffAt && dueOn > task.lastGoodDay;
  if (content.tasks.length > 1 || !isLate) return ask(turn, { ...content, stage: stageOf(content) }, note);
  const open = { ...content, dueOn: null };
  const late = sayProblem({ problem: 'inner-date-late', last: task.lastGoodDay }, turn.desk.zone);
  ask(turn, { ...open, stage: stageOf(open) }, join([late, note], '\n\n'));
}

function stageOf({ tasks, person, part, dueOn }: Omit<Content, 'stage'>): Stage {
  if (tasks.length > 1) return 'task';
  if (person === null) return 'who';
  if (part === null) return 'part';
  return dueOn === null ? 'due' : 'confirm';
}

function tasksOf({ desk, memberships }: Turn, { tasks }: Pick<Content, 'tasks'>): Task[] {
  const own = unitsAllowing(memberships, 'submit');
  return tasks.flatMap((id) => desk.store.tasks.find(id) ?? []).filter((task) => own.includes(task.unit));
}

function ask(turn: Turn, content: Content, problem: RichText = []): void {
  const tasks = tasksOf(turn, content);
  const [task] = tasks;
  if (task === undefined) {
    turn.finish();
    return turn.say(sayProblem({ problem: 'no-such-task' }, turn.desk.zone));
  }
  turn.keep(assignDialog.kind, content);
  const pick = (text: RichText, choices: readonly (readonly [string, string, ChoiceMeaning?])[]): void =>
    turn.say({
      text: join([problem, text], '\n\n'),
      choices: choices.map(([label, answer, means]) => [turn.choice(label, answer, means)]),
      answer: 'pick',
    });
  if (content.stage === 'due') return turn.say(join([problem, ASSIGN_WORDS.askDue], '\n\n'));
  if (content.stage === 'part')
    return pick(ASSIGN_WORDS.askPart, [[ASSIGN_WORDS.whole, WHOLE, { words: ASSIGN_WORDS.allOfIt }]]);
  if (content.stage === 'task') {
    const views = tasks.map((one) => viewTask(turn.desk, one));
    return pick(
      ASSIGN_WORDS.askTask,
      views.map((view) => [
        `${sayReport(view.obligation, view.period)} – ${view.unit.shortName}`,
        String(view.task.id),
        { report: { obligation: view.obligation.code, period: view.period.key, unit: view.unit.code } },
      ]),
    );
  }
  const colleagues = colleaguesIn(turn, [task.unit]);
  if (content.stage === 'who')
    return pick(
      ASSIGN_WORDS.askWho,
      colleagues.map(({ person, name }) => [name, String(person)]),
    );
  const name = colleagues.find((one) => one.person === content.person)?.name ?? '';
  pick(sayAssignPreview(viewTask(turn.desk, task), name, content.part ?? '', content.dueOn ?? ''), [
    [ASSIGN_WORDS.give, 'give'],
    [ASSIGN_WORDS.drop, 'drop'],
  ]);
}

function takeTask(turn: Turn, content: Content, reply: Reply): void {
  const chosen = content.tasks.find((id) => reply.picked && String(id) === reply.text);
  if (chosen === undefined) return unclearIn(turn, content, reply);
  next(turn, { ...content, tasks: [chosen] });
}

function takeWho(turn: Turn, content: Content, reply: Reply): void {
  const [task] = tasksOf(turn, content);
  const colleagues = colleaguesIn(turn, task === undefined ? [] : [task.unit]);
  const person = reply.picked ? Number(reply.text) : readAssign(reply.text, colleagues, today(turn)).person;
  if (!colleagues.some((one) => one.person === person)) return unclearIn(turn, content, reply);
  next(turn, { ...content, person });
}

function takePart(turn: Turn, content: Content, reply: Reply): void {
  if (reply.picked && reply.text === WHOLE) return next(turn, { ...content, part: '' });
  if (reply.text.trim() === '') return ask(turn, content);
  next(turn, { ...content, part: reply.text.trim() });
}

function takeDue(turn: Turn, content: Content, text: string): void {
  const dueOn = readInnerDay(text, today(turn));
  if (dueOn === null) return ask(turn, content, ASSIGN_WORDS.noDay);
  next(turn, { ...content, dueOn }, aboutHour(turn, text));
}

function takeDecision(turn: Turn, content: Content, reply: Reply): void {
  const decision = decisionOf(reply);
  const [task] = content.tasks;
  const { person, part, dueOn } = content;
  if ((reply.picked && reply.text === 'drop') || decision === 'no') return leaveDialog(assignDialog, turn, content);
  if (turn.person === null || task === undefined || person === null || part === null || dueOn === null) return;
  if (decision !== 'yes' && !(reply.picked && reply.text === 'give')) {
    const said = reply.picked ? null : readInnerDay(reply.text, today(turn));
    if (said !== null) return next(turn, { ...content, dueOn: said }, aboutHour(turn, reply.text));
    return unclearIn(turn, content, reply);
  }
  const done = assignWork(turn.desk, { person: turn.person, at: turn.now }, { task, person, part, dueOn });
  if (done.ok) {
    turn.finish();
    return turn.say(sayAssigned(done.value));
  }
  const { problem } = done;
  const said = sayProblem(problem, turn.desk.zone);
  if (problem.problem === 'due-day-over' || problem.problem === 'inner-date-late')
    return ask(turn, { ...content, dueOn: null, stage: 'due' }, said);
  if (problem.problem === 'text-too-long') return ask(turn, { ...content, part: null, stage: 'part' }, said);
  turn.finish();
  turn.say(said);
}

function unclearIn(turn: Turn, content: Content, { picked, text }: Reply): void {
  if (picked) return ask(turn, content);
  unclear(turn, text, sayNoneFits(text), (problem) => ask(turn, content, problem));
}
