import { fold } from '../../language/fold.ts';
import { HEARD } from '../../understanding/command-words.ts';
import { COMMAND_WORDS } from '../../wording/commands.ts';
import { sayContact } from '../../wording/contact.ts';
import { sayEntry, sayHelp } from '../../wording/help.ts';
import type { Command } from '../command.ts';

export const helpCommand: Command = {
  name: 'trogiup',
  alias: 'help',
  ...COMMAND_WORDS.trogiup,
  ...HEARD.trogiup,
  needs: 'nothing',
  run(turn, args) {
    const wanted = fold(args).replace(/[^a-z0-9]/gu, '');
    const one = turn.usable.find(({ name }) => name === wanted);
    turn.say(one === undefined ? sayHelp(turn.usable, sayContact(turn.rules.document)) : sayEntry(one));
  },
};
