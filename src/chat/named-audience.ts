import type { Audience } from '../actions/announce.ts';
import { recipientsOf } from '../actions/announce.ts';
import { readAudience, rolesOfGroups } from '../language/desk/audience.ts';
import { fold } from '../language/fold.ts';
import { readPerson, type SaidPerson } from '../understanding/spoken-message.ts';
import { NOTICE_WORDS } from '../wording/notice.ts';
import { NOTICE_AMENDED } from '../wording/notice-amend.ts';
import { sayProblem } from '../wording/problems.ts';
import type { RichText } from '../wording/rich-text.ts';
import { unitName, unitsToday } from './look-up.ts';
import { namedUnits, takeExcept } from './named-units.ts';
import type { Turn } from './turn.ts';
import { whichRounds } from './which.ts';

/** Whom the words mean, or why that is not known. */
export function namedAudience(turn: Turn, text: string): { audience: Audience } | { problem: RichText } {
  const person = readPerson(text, unitsToday(turn));
  if (person !== null) return onePerson(turn, person);
  const taken = takeExcept(turn, text);
  if ('problem' in taken) return taken;
  const groups = rolesOfGroups(taken.whom);
  if (groups !== null) return { problem: NOTICE_WORDS.oneRole(groups) };
  const said = readAudience(taken.whom);
  const except = taken.except.length === 0 ? {} : { except: taken.except };
  const roles = said.roles.length === 0 ? {} : { roles: said.roles };
  const kinds = said.kinds.length === 0 ? {} : { kinds: said.kinds };
  const named = said.units === '' ? null : namedUnits(turn, said.units);
  if (named !== null && 'problem' in named) return named;
  if (said.state === null)
    return {
      audience:
        named === null
          ? { to: 'all', ...kinds, ...except, ...roles }
          : { to: 'units', units: named.codes, ...except, ...roles },
    };
  const which = whichRounds(turn, said.report);
  if ('problem' in which) return { problem: sayProblem(which.problem, turn.desk.zone) };
  const { state } = said;
  const units = named === null ? {} : { units: named.codes };
  const meant = which.found.map(({ obligation, period }) => ({
    audience: { to: state, obligation, period, ...kinds, ...units, ...except, ...roles },
  }));
  // Of several rounds the one that concerns such units at all.
  const concerned = meant.filter(({ audience }) => recipientsOf(turn.desk, audience, turn.now).units.length > 0);
  const [first, another] = concerned.length > 0 ? concerned : meant;
  return first === undefined || another !== undefined ? { problem: NOTICE_WORDS.severalRounds } : first;
}

/** One person, or why nobody can be meant: nobody has that name there, or several do. */
function onePerson(turn: Turn, { name, unit }: SaidPerson): { audience: Audience } | { problem: RichText } {
  const { people } = turn.desk.store;
  const members = unit === null ? people.members() : people.ofUnit(unit);
  const called = members.filter((one) => one.unit !== null && ` ${fold(one.name)}`.endsWith(` ${fold(name)}`));
  const distinct = [...new Map(called.map((one) => [one.person, one])).values()];
  const [only, another] = distinct;
  if (only?.unit != null && another === undefined)
    return { audience: { to: 'units', units: [only.unit], people: [only.person] } };
  const known = distinct.length > 0 ? distinct : unit === null ? [] : members;
  return {
    problem: NOTICE_AMENDED.whichPerson(
      name,
      distinct.length,
      [...new Set(known.map((one) => `${one.name} (${unitName(turn, one.unit ?? '')})`))].slice(0, MOST_NAMED),
    ),
  };
}

const MOST_NAMED = 8;
