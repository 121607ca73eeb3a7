import { viewTask } from '../../actions/task-view.ts';
import { unitsAllowing } from '../../domain/access.ts';
import { isOutstanding } from '../../domain/task.ts';
import { HEARD } from '../../understanding/command-words.ts';
import { COMMAND_WORDS } from '../../wording/commands.ts';
import { sayReceivedSoFar } from '../../wording/received.ts';
import type { Command } from '../command.ts';
import { statusCommand } from './status.ts';

/** Reports due longer ago are history. */
const RECENT_MS = 45 * 24 * 3600_000;
const LOOKED_AT = 60;

/** "Bot nhận được báo cáo của em chưa?" */
export const receivedCommand: Command = {
  name: 'danhan',
  alias: 'received',
  ...COMMAND_WORDS.danhan,
  ...HEARD.danhan,
  needs: 'member',
  isHidden: true,
  run(turn) {
    const { desk, memberships, now } = turn;
    const units = unitsAllowing(memberships, 'view-tasks');
    if (units.length === 0) return statusCommand.run(turn, '');
    const reports = units
      .flatMap((unit) => desk.store.tasks.ofUnit(unit, LOOKED_AT))
      .filter((task) => isOutstanding(task.state) || now - task.cutOffAt < RECENT_MS)
      .sort((a, b) => a.cutOffAt - b.cutOffAt || a.id - b.id)
      .map((task) => ({ view: viewTask(desk, task), latest: desk.store.submissions.latestOf(task.id) }));
    turn.say(sayReceivedSoFar(reports, unitsAllowing(memberships, 'submit'), desk.zone));
  },
};
