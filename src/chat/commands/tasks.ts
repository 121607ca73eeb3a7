import { generalOf } from '../../actions/acting-preview.ts';
import { workOf } from '../../actions/assign.ts';
import { unsentCompiled } from '../../actions/compiled-report.ts';
import { currentRounds } from '../../actions/round-status.ts';
import { viewTask } from '../../actions/task-view.ts';
import { isAllowed, unitsAllowing } from '../../domain/access.ts';
import { addDays, weekday } from '../../domain/calendar.ts';
import { readOwnWork } from '../../understanding/assign-order.ts';
import { HEARD } from '../../understanding/command-words.ts';
import { sayNothingOfYours, sayOwnWork } from '../../wording/assignment.ts';
import { COMMAND_WORDS } from '../../wording/commands.ts';
import { sayCompiledTasks } from '../../wording/compiled-report.ts';
import { sayNoUnit, sayTasks, sayUnitsDeadline } from '../../wording/tasks.ts';
import type { Command } from '../command.ts';
import { owedTasks, today } from '../look-up.ts';
import { unitsMeant } from '../own-units.ts';
import type { Turn } from '../turn.ts';

export const tasksCommand: Command = {
  name: 'nhiemvu',
  alias: 'tasks',
  ...COMMAND_WORDS.nhiemvu,
  ...HEARD.nhiemvu,
  needs: 'member',
  run(turn, args) {
    const asked = readOwnWork(args);
    if (asked !== null) return showOwn(turn, asked);
    const units = unitsMeant(turn, args);
    if (units === null) return;
    if (units.length === 0) return showCompiled(turn);
    const { store } = turn.desk;
    const views = units
      .flatMap((unit) => store.tasks.outstandingOf(unit))
      .sort((a, b) => a.cutOffAt - b.cutOffAt || a.id - b.id)
      .map((task) => viewTask(turn.desk, task));
    const maySubmit = unitsAllowing(turn.memberships, 'submit');
    const choices = views.filter((view) => maySubmit.includes(view.unit.code)).map((view) => view.task.id);
    turn.say(sayTasks(views, turn.rules.calendar, turn.now, choices));
    const work = ownWork(turn);
    if (work.length > 0) turn.say(sayOwnWork(work, today(turn)));
  },
};

/** Who has no unit to report for: what they compile, where that is theirs. */
function showCompiled(turn: Turn): void {
  if (!isAllowed(turn.memberships, 'export')) return turn.say(sayNoUnit());
  for (const { obligation, period } of currentRounds(turn.desk, turn.now)) {
    const round = turn.desk.store.tasks.ofRound(obligation, period);
    if (round.length > 0) turn.say(sayUnitsDeadline(viewTask(turn.desk, generalOf(round))));
  }
  turn.say(sayCompiledTasks(unsentCompiled(turn.desk, turn.now), turn.rules.calendar, turn.now));
}

function ownWork({ desk, person }: Turn) {
  return (person === null ? [] : workOf(desk, person)).flatMap((work) => {
    const task = desk.store.tasks.find(work.task);
    return task === null ? [] : [{ work, view: viewTask(desk, task) }];
  });
}

/** What is the asker's own: the reports they send themselves, and what a colleague handed them. */
function showOwn(turn: Turn, asked: 'all' | 'week' | 'overdue'): void {
  const day = today(turn);
  const sunday = addDays(day, 7 - weekday(day));
  const fits = (lastDay: string): boolean =>
    asked === 'all' || (asked === 'overdue' ? lastDay < day : lastDay <= sunday);
  const owed = owedTasks(turn, 'submit');
  const work = ownWork(turn).filter((one) => fits(one.work.dueOn));
  const fitting = owed.filter((task) => fits(task.lastGoodDay));
  if (fitting.length + work.length === 0) turn.say(sayNothingOfYours(asked));
  if (fitting.length + work.length === 0 && asked !== 'week') return;
  // Nothing this week is no answer while a report is open: what comes next is said with it.
  const tasks = (fitting.length + work.length === 0 ? owed : fitting).map((task) => viewTask(turn.desk, task));
  const numbers = tasks.map((view) => view.task.id);
  if (tasks.length > 0) turn.say(sayTasks(tasks, turn.rules.calendar, turn.now, numbers));
  if (work.length > 0) turn.say(sayOwnWork(work, day));
}
