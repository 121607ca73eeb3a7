import { unitsAllowing } from '../../domain/access.ts';
import { REMARKS } from '../../language/remark-word.ts';
import { HEARD } from '../../understanding/command-words.ts';
import { COMMAND_WORDS } from '../../wording/commands.ts';
import { sayRemark } from '../../wording/remark.ts';
import type { Command } from '../command.ts';
import type { Turn } from '../turn.ts';

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
    turn.say(sayRemark(remark, owedBy(turn)));
  },
};

/** How many reports the person's units owe, where they report for any. */
function owedBy({ desk, memberships }: Turn): number | 'staff' | 'none' {
  const units = unitsAllowing(memberships, 'submit');
  if (units.length > 0) return units.flatMap((unit) => desk.store.tasks.outstandingOf(unit)).length;
  return memberships.some(({ unit }) => unit !== null) ? 'staff' : 'none';
}
