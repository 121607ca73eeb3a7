import { COMMAND_WORDS } from '../../wording/commands.ts';
import { sayProblem } from '../../wording/problems.ts';
import type { Command } from '../command.ts';
import { SUBMIT } from '../dialogs/draft.ts';
import { beginSubmission, submitDialog } from '../dialogs/submit.ts';
import { whichTasks } from '../which.ts';

export const submitCommand: Command = {
  name: 'nop',
  alias: 'submit',
  ...COMMAND_WORDS.nop,
  needs: 'submit',
  run(turn, args) {
    const unfinished = turn.unfinished();
    if (args.trim() === '' && turn.files.length === 0 && unfinished?.kind === SUBMIT) {
      return submitDialog.repeat(turn, unfinished.content);
    }
    const which = whichTasks(turn, args, turn.files.length > 0);
    if ('problem' in which) return turn.say(sayProblem(which.problem, turn.desk.zone));
    beginSubmission(
      turn,
      which.found.map((task) => task.id),
      which.rest,
    );
  },
};
