import { botOf } from '../../actions/desk.ts';
import { parseCommand } from '../../language/command-line.ts';
import { HEARD } from '../../understanding/command-words.ts';
import { COMMAND_WORDS } from '../../wording/commands.ts';
import { sayContact } from '../../wording/contact.ts';
import { sayEntry, sayHelp } from '../../wording/help.ts';
import type { Command } from '../command.ts';
import type { Turn } from '../turn.ts';

export const helpCommand: Command = {
  name: 'trogiup',
  alias: 'help',
  ...COMMAND_WORDS.trogiup,
  ...HEARD.trogiup,
  needs: 'nothing',
  run(turn, args) {
    const asked = parseCommand(
      args,
      turn.usable.flatMap(({ name, alias }) => [name, alias]),
    )?.name;
    const one = turn.usable.find(({ name, alias }) => asked !== undefined && [name, alias].includes(asked));
    turn.say(one === undefined ? overview(turn) : sayEntry(one));
  },
};

/** With an example each, unless that would cost a message more. */
function overview({ usable, rules, desk, chat }: Turn) {
  const contact = sayContact(rules.document);
  const whole = sayHelp(usable, contact, 'with examples');
  const messages = botOf(desk, chat)?.messagesFor?.({ text: whole }) ?? 1;
  return messages > 1 ? sayHelp(usable, contact, 'without') : whole;
}
