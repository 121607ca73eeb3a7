import { saysLeaving } from '../../language/leaving-word.ts';
import { readStretch } from '../../language/time/stretch-word.ts';
import { HEARD } from '../../understanding/command-words.ts';
import { COMMAND_WORDS } from '../../wording/commands.ts';
import { sayWrongPerson } from '../../wording/contact.ts';
import type { Command } from '../command.ts';
import { beginHandOver, ownPlaces } from '../dialogs/hand-over.ts';
import { today, unitName } from '../look-up.ts';
import { standInCommand } from './stand-in.ts';

/** Somebody says they are the wrong one, or no longer the one: a liaison hands over, others read what the bot takes them for, and the ways out. */
export const wrongPersonCommand: Command = {
  name: 'nhamnguoi',
  alias: 'wrongperson',
  ...COMMAND_WORDS.nhamnguoi,
  ...HEARD.nhamnguoi,
  needs: 'nothing',
  isHidden: true,
  run(turn, words) {
    const places = ownPlaces(turn);
    if (places.length > 0 && readStretch(words, today(turn)) !== null) return standInCommand.run(turn, words);
    if (places.length > 0 && saysLeaving(words)) return beginHandOver(turn, places);
    const roles = turn.memberships.map(({ role, unit }) => ({
      role,
      unit: unit === null ? null : unitName(turn, unit),
    }));
    turn.say(sayWrongPerson(roles, turn.rules.document));
  },
};
