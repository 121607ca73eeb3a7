import { nameRoles } from '../actions/name-roles.ts';
import { decideSecond, openSecondQuestions } from '../actions/second-liaison.ts';
import type { Membership } from '../domain/access.ts';
import type { MemberRow } from '../store/people.ts';
import { HEARD, LIAISON_DECISIONS, readSub } from '../understanding/command-words.ts';
import { sayLinkedApp } from '../wording/link.ts';
import type { Choice } from '../wording/message.ts';
import { sayProblem } from '../wording/problems.ts';
import { SECOND_LIAISON, saySecondDecided } from '../wording/second-liaison.ts';
import { sayHeldApp, sayHeldRole, sayWhichToDrop, sayWhichToEnd, TAKE_AWAY } from '../wording/take-away.ts';
import type { UnitPerson } from '../wording/units.ts';
import { PROVINCE, sayWhichUnit } from '../wording/units.ts';
import { beginTakingAway } from './dialogs/take-away.ts';
import { appsOf } from './linking.ts';
import { findUnits, unitName } from './look-up.ts';
import { refuse } from './refuse.ts';
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

/** "/donvi daumoi 7 giu", "/donvi daumoi 7 thay 12": decides about a second liaison; without words, the next question of that kind. */
export function decideLiaison(turn: Turn, words: string): void {
  const named = /^#?(\d{1,9})\s+(\S.*)$/su.exec(words.trim());
  const decision = named === null ? null : readSub(named[2] ?? '', LIAISON_DECISIONS);
  if (named === null || decision === null || turn.person === null) return askNextSecond(turn);
  const end = decision.sub === 'giu' ? null : Number(/\d{1,9}/u.exec(decision.rest)?.[0] ?? 0);
  const decided = decideSecond(turn.desk, { person: turn.person, at: turn.now }, Number(named[1]), end);
  if (decided.ok) turn.say(saySecondDecided(decided.value));
  else refuse(turn, decided.problem, `question:${named[1]}`);
}

function askNextSecond(turn: Turn): void {
  const [next, ...more] = openSecondQuestions(turn.desk, turn.now);
  if (next === undefined) return turn.say(SECOND_LIAISON.none);
  turn.say(next);
  if (more.length > 0) turn.footer(SECOND_LIAISON.more(more.length));
}

/** Finds the unit that words name, or the province; says what is wrong with them otherwise. */
function withPlace(turn: Turn, words: string, sub: string, then: (unit: string | null, place: string) => void): void {
  if (words.trim() === '') return turn.say(TAKE_AWAY.whoseUnit(sub));
  if (readSub(words, { captinh: HEARD.donvi.subs.captinh }) !== null) return then(null, PROVINCE);
  const today = findUnits(turn, words);
  // One that has ended is named by its code alone: its people may still hold roles.
  const ended =
    today.length > 0 ? undefined : turn.desk.units().findLast(({ code }) => code === words.trim().toUpperCase());
  const found = ended === undefined ? today : [ended];
  const [unit] = found;
  if (unit === undefined) return turn.say(sayProblem({ problem: 'no-such-unit', typed: words.trim() }, turn.desk.zone));
  if (found.length > 1) return turn.say(sayWhichUnit(found, `/donvi ${sub}`));
  then(unit.code, unitName(turn, unit.code));
}

function membersOf({ desk }: Turn, unit: string | null): MemberRow[] {
  return unit === null ? desk.store.people.provincial() : desk.store.people.ofUnit(unit);
}
