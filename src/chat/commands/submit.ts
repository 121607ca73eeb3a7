import { HEARD } from '../../understanding/command-words.ts';
import { COMMAND_WORDS } from '../../wording/commands.ts';
import { sayProblem } from '../../wording/problems.ts';
import type { Command } from '../command.ts';
import { draftInHand } from '../dialogs/keep-draft.ts';
import { beginSubmission, submitDialog } from '../dialogs/submit.ts';
import { whichTasks } from '../which.ts';

export const submitCommand: Command = {
  name: 'nop',
  alias: 'submit',
  ...COMMAND_WORDS.nop,
  ...HEARD.nop,
  needs: 'submit',
  run(turn, args) {
    const draft = args.trim() === '' && turn.files.length === 0 ? draftInHand(turn) : null;
    if (draft !== null) return submitDialog.repeat(turn, draft);
    const which = whichTasks(turn, args, turn.files.length > 0);
    if ('problem' in which) return turn.say(sayProblem(which.problem, turn.desk.zone));
    beginSubmission(
      turn,
      which.found.map((task) => task.id),
      which.rest,
    );
  },
};
