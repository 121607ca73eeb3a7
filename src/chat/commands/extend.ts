import { HEARD } from '../../understanding/command-words.ts';
import { COMMAND_WORDS } from '../../wording/commands.ts';
import { beginActing } from '../begin-acting.ts';
import type { Command } from '../command.ts';

export const extendCommand: Command = {
  name: 'giahan',
  alias: 'extend',
  ...COMMAND_WORDS.giahan,
  ...HEARD.giahan,
  needs: 'extend',
  run: (turn, args) => beginActing(turn, 'extend', args),
};
