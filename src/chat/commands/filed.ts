import { askToSubmitFor } from '../../actions/ask-to-submit-for.ts';
import { viewTask } from '../../actions/task-view.ts';
import { unitsAllowing } from '../../domain/access.ts';
import { HEARD, readSub } from '../../understanding/command-words.ts';
import { COMMAND_WORDS } from '../../wording/commands.ts';
import { sayAskedToSubmitFor, sayFiledElsewhere } from '../../wording/filed.ts';
import { sayProblem } from '../../wording/problems.ts';
import type { Command } from '../command.ts';
import type { Turn } from '../turn.ts';
import { whichTasks } from '../which.ts';
import { statusCommand } from './status.ts';

/** "Bên em gửi công văn rồi": what the bot cannot see is not in, and there are two ways on from there. */
export const filedCommand: Command = {
  name: 'daguivanban',
  alias: 'filed',
  ...COMMAND_WORDS.daguivanban,
  ...HEARD.daguivanban,
  needs: 'member',
  isHidden: true,
  run(turn, args) {
    if (unitsAllowing(turn.memberships, 'submit').length === 0) return statusCommand.run(turn, '');
    const order = readSub(args, HEARD.daguivanban.subs);
    if (order !== null) return askCoordinators(turn, Number(order.rest));
    const which = whichTasks(turn, args);
    if ('problem' in which) return turn.say(sayProblem(which.problem, turn.desk.zone));
    turn.say(sayFiledElsewhere(which.found.map((task) => viewTask(turn.desk, task))));
  },
};

function askCoordinators(turn: Turn, id: number): void {
  if (turn.person === null) return;
  const asked = askToSubmitFor(turn.desk, { person: turn.person, at: turn.now }, id);
  turn.say(asked.ok ? sayAskedToSubmitFor(asked.value) : sayProblem(asked.problem, turn.desk.zone));
}
