import { viewTask } from '../../actions/task-view.ts';
import { unitsAllowing } from '../../domain/access.ts';
import { HEARD } from '../../understanding/command-words.ts';
import { COMMAND_WORDS } from '../../wording/commands.ts';
import { sayHistory, sayNoUnit } from '../../wording/tasks.ts';
import type { Command } from '../command.ts';

const SHOWN = 12;

export const historyCommand: Command = {
  name: 'lichsu',
  alias: 'history',
  ...COMMAND_WORDS.lichsu,
  ...HEARD.lichsu,
  needs: 'member',
  run(turn) {
    const units = unitsAllowing(turn.memberships, 'view-tasks');
    if (units.length === 0) return turn.say(sayNoUnit());
    const { store } = turn.desk;
    const entries = units
      .flatMap((unit) => store.tasks.ofUnit(unit, SHOWN))
      .map((task) => ({ view: viewTask(turn.desk, task), latest: store.submissions.latestOf(task.id) }))
      .filter((entry) => entry.latest !== null)
      .sort((a, b) => b.view.task.cutOffAt - a.view.task.cutOffAt)
      .slice(0, SHOWN)
      .map(({ view, latest }) => ({
        view,
        version: latest?.version ?? 0,
        receivedAt: latest?.receivedAt ?? 0,
        receipt: latest?.receipt ?? '',
      }));
    turn.say(sayHistory(entries, turn.desk.zone));
  },
};
