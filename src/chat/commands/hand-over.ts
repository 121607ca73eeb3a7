import { isAllowed } from '../../domain/access.ts';
import { HEARD } from '../../understanding/command-words.ts';
import { COMMAND_WORDS } from '../../wording/commands.ts';
import { HAND_OVER } from '../../wording/hand-over.ts';
import { sayProblem } from '../../wording/problems.ts';
import { sayWhichUnit } from '../../wording/units.ts';
import type { Command } from '../command.ts';
import { beginHandOver, ownPlaces } from '../dialogs/hand-over.ts';
import { findUnits, unitName } from '../look-up.ts';
import { foreignUnit } from '../own-units.ts';
import type { Turn } from '../turn.ts';

export const handOverCommand: Command = {
  name: 'bangiao',
  alias: 'handover',
  ...COMMAND_WORDS.bangiao,
  ...HEARD.bangiao,
  needs: 'invite-staff',
  run(turn, args) {
    const numbered = /^(.*?)(?:\s+(\d{1,9}))?$/su.exec(args.trim());
    const words = numbered?.[1] ?? '';
    const mayAny = isAllowed(turn.memberships, 'end-access');
    if (words === '')
      return mayAny && ownPlaces(turn).length === 0 ? turn.say(HAND_OVER.ofWhom) : beginHandOver(turn, ownPlaces(turn));
    const found = findUnits(turn, words);
    const [unit] = found;
    const own = ownPlaces(turn).filter((place) => found.some(({ code }) => code === place.unit));
    if (!mayAny && unit !== undefined && own.length === 0)
      return turn.say(sayProblem(foreignUnit(turn, unit.code), turn.desk.zone));
    if (!mayAny) return beginHandOver(turn, own.length > 0 ? own : ownPlaces(turn));
    if (unit === undefined) return turn.say(sayProblem({ problem: 'no-such-unit', typed: words }, turn.desk.zone));
    if (found.length > 1) return turn.say(sayWhichUnit(found, '/bangiao'));
    ofUnit(turn, unit.code, Number(numbered?.[2] ?? 0));
  },
};

/** A coordinator hands over for a unit: of several liaisons the one of that number. */
function ofUnit(turn: Turn, unit: string, wanted: number): void {
  const liaisons = turn.desk.store.people.ofUnit(unit).filter(({ role }) => role === 'liaison');
  if (liaisons.length === 0) return turn.say(HAND_OVER.nobody(unitName(turn, unit)));
  const places = liaisons.map(({ person }) => ({ leaver: person, unit }));
  const named = places.filter(({ leaver }) => leaver === wanted);
  beginHandOver(turn, named.length > 0 ? named : places);
}
