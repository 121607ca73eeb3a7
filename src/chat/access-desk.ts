import { nameRoles } from '../actions/name-roles.ts';
import type { Membership } from '../domain/access.ts';
import type { MemberRow } from '../store/people.ts';
import { HEARD, readSub } from '../understanding/command-words.ts';
import { sayLinkedApp } from '../wording/link.ts';
import type { Choice } from '../wording/message.ts';
import { sayProblem } from '../wording/problems.ts';
import { sayHeldApp, sayHeldRole, sayWhichToDrop, sayWhichToEnd, TAKE_AWAY } from '../wording/take-away.ts';
import type { UnitPerson } from '../wording/units.ts';
import { PROVINCE, sayWhichUnit } from '../wording/units.ts';
import { beginTakingAway } from './dialogs/take-away.ts';
import { appsOf } from './linking.ts';
import { findUnits, unitName } from './look-up.ts';
import type { Turn } from './turn.ts';

/** The roles held in a unit, or in the province (null), as coordinators see them: who, since when, and which apps reach them. */
export function holdersOf(turn: Turn, unit: string | null): UnitPerson[] {
  return membersOf(turn, unit).map(({ person, name, role, since }) => ({
    name,
    role,
    since,
    apps: appsOf(turn, person).map(({ app, works }) => ({ app, works })),
  }));
}

/**
 * "/donvi ketthuc HBG", "/donvi ungdung HBG": what can be taken away in a unit, to choose from; with "cấp tỉnh" instead of a
 * unit, in the province. "/donvi ketthuc 12 liaison HBG" is the choice itself.
 */
export function beginEnding(turn: Turn, words: string): void {
  const chosen = /^(\d+) (\w+)(?: (\S+))?$/u.exec(words.trim());
  if (chosen !== null) return endChosen(turn, Number(chosen[1]), chosen[2] ?? '', chosen[3] ?? null);
  withPlace(turn, words, 'ketthuc', (unit, place) => {
    const members = membersOf(turn, unit);
    if (members.length === 0) return turn.say(TAKE_AWAY.noRoles);
    turn.say(
      sayWhichToEnd(
        place,
        members.map((member) => endChoice(turn, member)),
      ),
    );
  });
}

function endChoice(turn: Turn, { person, name, role, unit }: MemberRow): Choice {
  const [named] = nameRoles(turn.desk, [{ role, unit: null }], turn.now);
  const value = `/donvi ketthuc ${person} ${role}${unit === null ? '' : ` ${unit}`}`;
  return { label: sayHeldRole(name, named ?? { role, unit: null }), value };
}

function endChosen(turn: Turn, person: number, word: string, unit: string | null): void {
  const held: Membership | undefined = turn.desk.store.people
    .memberships(person)
    .find((one) => one.role === word && one.unit === unit);
  if (held === undefined) return turn.say(sayProblem({ problem: 'no-such-role' }, turn.desk.zone));
  beginTakingAway(turn, { person, what: { is: 'role', ...held } });
}

export function beginDroppingOf(turn: Turn, words: string): void {
  const chosen = /^(\d+) (\d+)$/u.exec(words.trim());
  if (chosen !== null) return dropChosen(turn, Number(chosen[1]), Number(chosen[2]));
  withPlace(turn, words, 'ungdung', (unit, place) => {
    const people = new Map(membersOf(turn, unit).map((member) => [member.person, member.name]));
    const choices = [...people].flatMap(([person, name]) => {
      const apps = appsOf(turn, person);
      return apps.length < 2 ? [] : apps.map((app) => ({ person, name, app }));
    });
    if (choices.length === 0) return turn.say(TAKE_AWAY.noApps);
    turn.say(
      sayWhichToDrop(
        place,
        choices.map(({ person, name, app }) => ({
          label: sayHeldApp(name, sayLinkedApp({ ...app, isHere: false }, turn.desk.zone)),
          value: `/donvi ungdung ${person} ${app.chat}`,
        })),
      ),
    );
  });
}

function dropChosen(turn: Turn, person: number, chat: number): void {
  const isTheirs = appsOf(turn, person).some((app) => app.chat === chat);
  if (!isTheirs) return turn.say(sayProblem({ problem: 'no-such-app' }, turn.desk.zone));
  beginTakingAway(turn, { person, what: { is: 'app', chat } });
}

/** Finds the unit that words name, or the province; says what is wrong with them otherwise. */
function withPlace(turn: Turn, words: string, sub: string, then: (unit: string | null, place: string) => void): void {
  if (words.trim() === '') return turn.say(TAKE_AWAY.whoseUnit(sub));
  if (readSub(words, { captinh: HEARD.donvi.subs.captinh }) !== null) return then(null, PROVINCE);
  const found = findUnits(turn, words);
  const [unit] = found;
  if (unit === undefined) return turn.say(sayProblem({ problem: 'no-such-unit', typed: words.trim() }, turn.desk.zone));
  if (found.length > 1) return turn.say(sayWhichUnit(found, `/donvi ${sub}`));
  then(unit.code, unitName(turn, unit.code));
}

function membersOf({ desk }: Turn, unit: string | null): MemberRow[] {
  return unit === null ? desk.store.people.provincial() : desk.store.people.ofUnit(unit);
}
