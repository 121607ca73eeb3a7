import { orderPrint } from '../../actions/print.ts';
import { viewTask } from '../../actions/task-view.ts';
import { HEARD } from '../../understanding/command-words.ts';
import { COMMAND_WORDS } from '../../wording/commands.ts';
import { FORM_SHEET } from '../../wording/form-sheet.ts';
import { sayProblem } from '../../wording/problems.ts';
import { sayWhichTask } from '../../wording/submit-dialog.ts';
import type { Command } from '../command.ts';
import { whichTasks } from '../which.ts';

/** The report as an Excel file with what is known filled in: it is sent back in chat like any report. */
export const formCommand: Command = {
  name: 'bieumau',
  alias: 'form',
  ...COMMAND_WORDS.bieumau,
  ...HEARD.bieumau,
  needs: 'submit',
  run(turn, args) {
    const { desk, person } = turn;
    if (person === null) return;
    const which = whichTasks(turn, args);
    if ('problem' in which) return turn.say(sayProblem(which.problem, desk.zone));
    const [first, ...more] = which.found;
    if (more.length > 0)
      return turn.say(
        sayWhichTask(
          FORM_SHEET.whichTask,
          'bieumau',
          which.found.map((task) => viewTask(desk, task)),
        ),
      );
    const ordered = orderPrint(desk, { person, at: turn.now }, turn.chat.id, [{ print: 'form', task: first.id }]);
    if (!ordered.ok) turn.say(sayProblem(ordered.problem, desk.zone));
  },
};
