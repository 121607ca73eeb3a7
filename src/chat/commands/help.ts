import { HEARD } from '../../understanding/command-words.ts';
import { COMMAND_WORDS } from '../../wording/commands.ts';
import { sayContact } from '../../wording/contact.ts';
import { sayHelp } from '../../wording/help.ts';
import type { Command } from '../command.ts';

export const helpCommand: Command = {
  name: 'trogiup',
  alias: 'help',
  ...COMMAND_WORDS.trogiup,
  ...HEARD.trogiup,
  needs: 'nothing',
  run(turn) {
    turn.say(sayHelp(turn.usable, sayContact(turn.rules.document)));
  },
};
