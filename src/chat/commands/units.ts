import { nameRoles } from '../../actions/name-roles.ts';
import { reachOf } from '../../actions/round-status.ts';
import { openSecondQuestions } from '../../actions/second-liaison.ts';
import { standInsOf } from '../../actions/stand-in.ts';
import { predecessorsOf } from '../../domain/unit.ts';
import { inUnitOrder } from '../../domain/unit-order.ts';
import { kindsIn } from '../../language/desk/round-question-words.ts';
import { fold, lower } from '../../language/fold.ts';
import { HEARD, readSub } from '../../understanding/command-words.ts';
import { unitsIn } from '../../understanding/name-unit.ts';
import { readOrder } from '../../understanding/order.ts';
import { COMMAND_WORDS } from '../../wording/commands.ts';
import { sayProblem } from '../../wording/problems.ts';
import { sayWhose } from '../../wording/round-answer.ts';
import { SECOND_LIAISON } from '../../wording/second-liaison.ts';
import { sayHeldRole } from '../../wording/take-away.ts';
import {
  NO_PHONES,
  sayMoreUnits,
  sayPersonFound,
  sayProvincial,
  sayUnit,
  sayUnitEnded,
  sayUnits,
  sayWhichUnit,
  sayWhoHas,
} from '../../wording/units.ts';
import { beginDroppingOf, beginEnding, decideLiaison, holdersOf } from '../access-desk.ts';
import type { Command } from '../command.ts';
import { findEndedUnit, findUnits, today, unitName, unitsToday } from '../look-up.ts';
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
    if (order?.sub === 'ai') return turn.say(sayPersonFound(order.rest, peopleNamed(turn, order.rest)));
    if (order?.sub === 'vaitro') return tellWhoHas(turn, order.rest);
    const words = order?.sub === 'sdt' ? order.rest : args;
    if (order?.sub === 'sdt') turn.footer(NO_PHONES);
    const several = unitsIn(words, unitsToday(turn));
    const found = several.length > 1 ? [] : findUnits(turn, words);
    if (several.length > 1) return showSeveral(turn, several);
    const [unit] = found;
    const ended = unit === undefined && several.length === 0 ? findEndedUnit(turn, words) : null;
    if (ended !== null) return turn.say(sayUnitEnded(ended, named(turn, ended.successors)));
    if (unit === undefined)
      return turn.say(sayProblem({ problem: 'no-such-unit', typed: words.trim() }, turn.desk.zone));
    if (found.length > 1) return turn.say(sayWhichUnit(found, '/donvi'));
    showUnit(turn, unit.code);
  },
};

/** More would fill a screen. */
const MOST = 5;

function showSeveral(turn: Turn, codes: readonly string[]): void {
  for (const code of codes.slice(0, MOST)) showUnit(turn, code);
  const left = unitsToday(turn).filter(({ code }) => codes.slice(MOST).includes(code));
  if (left.length > 0) turn.say(sayMoreUnits(left));
}

function showUnit(turn: Turn, code: string): void {
  const unit = unitsToday(turn).find((one) => one.code === code);
  if (unit === undefined) return;
  const former = predecessorsOf(turn.desk.units(), code).map((one) => ({ code: one }));
  const standIns = standInsOf(turn.desk, code, turn.now);
  turn.say(sayUnit(unit, { people: holdersOf(turn, code), standIns, former: named(turn, former) }, turn.desk.zone));
}

function named(turn: Turn, units: readonly { code: string }[]): string[] {
  return units.map(({ code }) => `${unitName(turn, code)} (${code})`);
}

/** Those of that name, whatever its marks, with what they do where; `left`: how many more there are. */
function peopleNamed(
  { desk, now }: Turn,
  name: string,
): { found: { who: string; unit: string | null }[]; left: number } {
  const wanted = fold(name);
  const all = desk.store.people.members().filter((one) => ` ${fold(one.name)} `.includes(` ${wanted} `));
  const found = all.slice(0, MOST).map(({ name: full, role, unit }) => {
    const [named] = nameRoles(desk, [{ role, unit }], now);
    return { who: sayHeldRole(full, named ?? { role, unit }), unit };
  });
  return { found, left: all.length - found.length };
}

/** Which units have somebody with that role here, and which have none: "huyện nào chưa có lãnh đạo". */
function tellWhoHas(turn: Turn, asked: string): void {
  const { store } = turn.desk;
  const role = readOrder(asked).role === 'staff' ? 'staff' : 'leader';
  const kinds = kindsIn(lower(asked));
  const units = inUnitOrder(store.units.owingOn(today(turn)), (unit) => unit).filter(
    ({ kind }) => kinds.length === 0 || kinds.includes(kind),
  );
  const having = new Set(store.people.members().flatMap((one) => (one.role === role ? [one.unit] : [])));
  const names = (has: boolean): string[] =>
    units.filter(({ code }) => having.has(code) === has).map(({ shortName }) => shortName);
  turn.say(sayWhoHas(role, sayWhose(kinds, null), { has: names(true), lacks: names(false) }));
}

function showAll(turn: Turn): void {
  const units = inUnitOrder(turn.desk.store.units.owingOn(today(turn)), (unit) => unit);
  turn.say(sayUnits(units.map((unit) => ({ unit, reach: reachOf(turn.desk, unit.code) }))));
  const undecided = openSecondQuestions(turn.desk, turn.now).length;
  if (undecided > 0) turn.footer(SECOND_LIAISON.open(undecided));
}
