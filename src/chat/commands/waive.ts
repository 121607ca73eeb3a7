import { HEARD, readSub } from '../../understanding/command-words.ts';
import { COMMAND_WORDS } from '../../wording/commands.ts';
import { beginActing } from '../begin-acting.ts';
import type { Command } from '../command.ts';

export const waiveCommand: Command = {
  name: 'mien',
  alias: 'waive',
  ...COMMAND_WORDS.mien,
  ...HEARD.mien,
  needs: 'waive',
  run(turn, args) {
    const back = readSub(args, HEARD.mien.subs);
    if (back === null) beginActing(turn, 'waive', args);
    else beginActing(turn, 'owe', back.rest);
  },
};
