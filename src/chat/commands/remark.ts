import { unitsAllowing } from '../../domain/access.ts';
import { REMARKS } from '../../language/remark-word.ts';
import { HEARD } from '../../understanding/command-words.ts';
import { COMMAND_WORDS } from '../../wording/commands.ts';
import { sayRemark } from '../../wording/remark.ts';
import type { Command } from '../command.ts';

/** A greeting, a complaint, an apology: answered by a person's words, and nothing is done. */
export const remarkCommand: Command = {
  name: 'noichuyen',
  alias: 'talk',
  ...COMMAND_WORDS.noichuyen,
  ...HEARD.noichuyen,
  needs: 'member',
  isHidden: true,
  run(turn, args) {
    const remark = REMARKS.find((one) => one === args) ?? 'chao';
    const units = unitsAllowing(turn.memberships, 'submit');
    const owed = units.flatMap((unit) => turn.desk.store.tasks.outstandingOf(unit)).length;
    turn.say(sayRemark(remark, units.length === 0 ? null : owed));
  },
};
