import { COMMAND_WORDS } from '../../wording/commands.ts';
import { sayLeft, sayNothingToLeave } from '../../wording/router.ts';
import type { Command } from '../command.ts';
import { dialogOf } from '../dialogs/index.ts';

export const cancelCommand: Command = {
  name: 'huy',
  alias: 'cancel',
  ...COMMAND_WORDS.huy,
  needs: 'nothing',
  run(turn) {
    const unfinished = turn.unfinished();
    if (unfinished === null) return turn.say(sayNothingToLeave());
    const what = dialogOf(unfinished.kind)?.describe(turn, unfinished.content) ?? null;
    turn.finish();
    turn.say(sayLeft(what));
  },
};
