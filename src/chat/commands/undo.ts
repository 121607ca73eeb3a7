import { pressUndo } from '../../actions/press-undo.ts';
import { HEARD } from '../../understanding/command-words.ts';
import { COMMAND_WORDS } from '../../wording/commands.ts';
import { sayProblem } from '../../wording/problems.ts';
import type { Command } from '../command.ts';

/** Takes back what the person did last, or what its button names. */
export const undoCommand: Command = {
  name: 'hoantac',
  alias: 'undo',
  ...COMMAND_WORDS.hoantac,
  ...HEARD.hoantac,
  needs: 'member',
  isHidden: true,
  run(turn, args) {
    if (turn.person === null) return;
    const id = /^\d{1,9}$/u.test(args.trim()) ? Number(args.trim()) : null;
    const undone = pressUndo(turn.desk, { person: turn.person, at: turn.now }, id);
    turn.say(undone.ok ? undone.value : sayProblem(undone.problem, turn.desk.zone));
  },
};
