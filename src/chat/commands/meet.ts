import { HEARD } from '../../understanding/command-words.ts';
import { COMMAND_WORDS } from '../../wording/commands.ts';
import { sayWhomToMeet } from '../../wording/contact.ts';
import type { Command } from '../command.ts';

/** Somebody wants a human: who that is, whatever they are in the middle of. */
export const meetCommand: Command = {
  name: 'gapnguoi',
  alias: 'contact',
  ...COMMAND_WORDS.gapnguoi,
  ...HEARD.gapnguoi,
  needs: 'nothing',
  isHidden: true,
  run(turn) {
    turn.say(
      sayWhomToMeet(
        turn.rules.document,
        turn.memberships.some(({ unit }) => unit !== null),
      ),
    );
  },
};
