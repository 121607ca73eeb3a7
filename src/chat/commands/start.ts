import { HEARD } from '../../understanding/command-words.ts';
import { COMMAND_WORDS } from '../../wording/commands.ts';
import { sayContact } from '../../wording/contact.ts';
import { sayGreeting, sayJoinedAlready } from '../../wording/join.ts';
import type { Command } from '../command.ts';
import { beginJoining } from '../dialogs/join.ts';
import { chooseAgain } from '../dialogs/meeting-join.ts';

export const startCommand: Command = {
  name: 'batdau',
  alias: 'start',
  ...COMMAND_WORDS.batdau,
  ...HEARD.batdau,
  needs: 'nothing',
  run(turn, args) {
    const typed = args.trim();
    if (typed !== '') return beginJoining(turn, typed);
    if (chooseAgain(turn)) return;
    turn.say(turn.person === null ? sayGreeting(sayContact(turn.rules.document)) : sayJoinedAlready());
  },
};
