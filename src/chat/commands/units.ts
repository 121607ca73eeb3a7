import { reachOf } from '../../actions/round-status.ts';
import { openSecondQuestions } from '../../actions/second-liaison.ts';
import { standInsOf } from '../../actions/stand-in.ts';
import { inUnitOrder } from '../../domain/unit-order.ts';
import { HEARD, readSub } from '../../understanding/command-words.ts';
import { COMMAND_WORDS } from '../../wording/commands.ts';
import { sayProblem } from '../../wording/problems.ts';
import { SECOND_LIAISON } from '../../wording/second-liaison.ts';
import { sayProvincial, sayUnit, sayUnits, sayWhichUnit } from '../../wording/units.ts';
import { beginDroppingOf, beginEnding, decideLiaison, holdersOf } from '../access-desk.ts';
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
    const order = readSub(args, HEARD.donvi.subs);
    if (order?.sub === 'ketthuc') return beginEnding(turn, order.rest);
    if (order?.sub === 'ungdung') return beginDroppingOf(turn, order.rest);
    if (order?.sub === 'daumoi') return decideLiaison(turn, order.rest);
    if (order?.sub === 'captinh') return turn.say(sayProvincial(holdersOf(turn, null), turn.desk.zone));
    const found = findUnits(turn, args);
    const [unit] = found;
    if (unit === undefined)
      return turn.say(sayProblem({ problem: 'no-such-unit', typed: args.trim() }, turn.desk.zone));
    if (found.length > 1) return turn.say(sayWhichUnit(found, '/donvi'));
    const standIns = standInsOf(turn.desk, unit.code, turn.now);
    turn.say(sayUnit(unit, holdersOf(turn, unit.code), standIns, turn.desk.zone));
  },
};

function showAll(turn: Turn): void {
  const units = inUnitOrder(turn.desk.store.units.owingOn(today(turn)), (unit) => unit);
  turn.say(sayUnits(units.map((unit) => ({ unit, reach: reachOf(turn.desk, unit.code) }))));
  const undecided = openSecondQuestions(turn.desk, turn.now).length;
  if (undecided > 0) turn.footer(SECOND_LIAISON.open(undecided));
}
