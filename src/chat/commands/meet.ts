import { isAllowed } from '../../domain/access.ts';
import { HEARD } from '../../understanding/command-words.ts';
import { COMMAND_WORDS } from '../../wording/commands.ts';
import { sayWhomToMeet, sayWhoOfUnits } from '../../wording/contact.ts';
import type { Command } from '../command.ts';
import type { Turn } from '../turn.ts';

/** Somebody wants a human: who that is, whatever they are in the middle of. */
export const meetCommand: Command = {
  name: 'gapnguoi',
  alias: 'contact',
  ...COMMAND_WORDS.gapnguoi,
  ...HEARD.gapnguoi,
  needs: 'nothing',
  isHidden: true,
  run(turn) {
    if (isAllowed(turn.memberships, 'watch-round')) return turn.say(sayWhoOfUnits(turn.rules.document));
    turn.say(
      sayWhomToMeet(
        turn.rules.document,
        turn.memberships.some(({ unit }) => unit !== null),
        colleagues(turn),
      ),
    );
  },
};

/** The liaisons of the person's units but themselves: to a leader, to staff, they are who is in charge. */
function colleagues({ desk, memberships, person }: Turn): string[] {
  const units = new Set(memberships.flatMap(({ unit }) => (unit === null ? [] : [unit])));
  const members = [...units].flatMap((unit) => desk.store.people.ofUnit(unit));
  return members.filter((one) => one.role === 'liaison' && one.person !== person).map(({ name }) => name);
}
