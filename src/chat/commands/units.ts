import { reachOf } from '../../actions/round-status.ts';
import { inUnitOrder } from '../../domain/unit-order.ts';
import { HEARD } from '../../understanding/command-words.ts';
import { COMMAND_WORDS } from '../../wording/commands.ts';
import { sayProblem } from '../../wording/problems.ts';
import { sayUnit, sayUnits, sayWhichUnit } from '../../wording/units.ts';
import type { Command } from '../command.ts';
import { findUnits, today } from '../look-up.ts';
import type { Turn } from '../turn.ts';

export const unitsCommand: Command = {
  name: 'donvi',
  alias: 'units',
  ...COMMAND_WORDS.donvi,
  ...HEARD.donvi,
  needs: 'view-units',
  run(turn, args) {
    if (args.trim() === '') return showAll(turn);
    const found = findUnits(turn, args);
    const [unit] = found;
    if (unit === undefined)
      return turn.say(sayProblem({ problem: 'no-such-unit', typed: args.trim() }, turn.desk.zone));
    if (found.length > 1) return turn.say(sayWhichUnit(found, '/donvi'));
    const people = turn.desk.store.people.ofUnit(unit.code).map((member) => ({
      name: member.name,
      role: member.role,
      works: turn.desk.store.chats.ofPerson(member.person).some((chat) => chat.state === 'active'),
    }));
    turn.say(sayUnit(unit, people));
  },
};

function showAll(turn: Turn): void {
  const units = inUnitOrder(turn.desk.store.units.owingOn(today(turn)), (unit) => unit);
  turn.say(sayUnits(units.map((unit) => ({ unit, reach: reachOf(turn.desk, unit.code) }))));
}
