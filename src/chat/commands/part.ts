import { HEARD } from '../../understanding/command-words.ts';
import { COMMAND_WORDS } from '../../wording/commands.ts';
import { sayProblem } from '../../wording/problems.ts';
import type { Command } from '../command.ts';
import { partDialog } from '../dialogs/part.ts';

/** The answer to what a colleague was handed: it stands on the button of the message, and is not listed. */
export const partCommand: Command = {
  name: 'phan',
  alias: 'part',
  ...COMMAND_WORDS.phan,
  ...HEARD.phan,
  needs: 'member',
  isHidden: true,
  run(turn, args) {
    const match = /^#?(\d{1,9})(?:\s+([\s\S]+))?$/u.exec(args.trim());
    const work = match === null ? null : turn.desk.store.assignments.find(Number(match[1]));
    if (work === null || work.person !== turn.person || isOver(work.state))
      return turn.say(
        sayProblem({ problem: work === null ? 'no-such-assignment' : 'assignment-over' }, turn.desk.zone),
      );
    const text = match?.[2]?.trim() ?? '';
    if (text === '' && turn.files.length === 0) return partDialog.repeat(turn, { id: work.id });
    partDialog.answer(turn, { id: work.id }, { text, picked: false });
  },
};

function isOver(state: string): boolean {
  return state !== 'open' && state !== 'answered';
}
