import { viewTask } from '../../actions/task-view.ts';
import { unitsAllowing } from '../../domain/access.ts';
import { HEARD } from '../../understanding/command-words.ts';
import { COMMAND_WORDS } from '../../wording/commands.ts';
import { sayNoUnit, sayTasks } from '../../wording/tasks.ts';
import type { Command } from '../command.ts';

export const tasksCommand: Command = {
  name: 'nhiemvu',
  alias: 'tasks',
  ...COMMAND_WORDS.nhiemvu,
  ...HEARD.nhiemvu,
  needs: 'member',
  run(turn) {
    const units = unitsAllowing(turn.memberships, 'view-tasks');
    if (units.length === 0) return turn.say(sayNoUnit());
    const { store } = turn.desk;
    const views = units
      .flatMap((unit) => store.tasks.outstandingOf(unit))
      .sort((a, b) => a.cutOffAt - b.cutOffAt || a.id - b.id)
      .map((task) => viewTask(turn.desk, task));
    const maySubmit = unitsAllowing(turn.memberships, 'submit');
    const choices = views.filter((view) => maySubmit.includes(view.unit.code)).map((view) => view.task.id);
    turn.say(sayTasks(views, turn.rules.calendar, turn.now, choices));
  },
};
