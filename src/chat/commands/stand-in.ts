import { revokeInvitation } from '../../actions/end-access.ts';
import { inviteSubstitute } from '../../actions/invite-substitute.ts';
import type { StandInOrder } from '../../actions/stand-in.ts';
import { answerStandIn, endStandIn, proposeStandIn, spoken, viewLive } from '../../actions/stand-in.ts';
import { isAllowed } from '../../domain/access.ts';
import type { Result } from '../../domain/problem.ts';
import { callsOffStandIn } from '../../language/stand-in-word.ts';
import { namesPerson, readStretch, type SaidStretch, sidesOf } from '../../language/time/stretch-word.ts';
import type { StandIn } from '../../store/stand-ins.ts';
import { HEARD, readSub } from '../../understanding/command-words.ts';
import { COMMAND_WORDS } from '../../wording/commands.ts';
import type { Outgoing } from '../../wording/message.ts';
import type { RichText } from '../../wording/rich-text.ts';
import { join } from '../../wording/rich-text.ts';
import {
  STAND_IN,
  sayInvitedToStandIn,
  sayStandInAnswered,
  sayStandInAsked,
  sayStandInEnded,
  sayStandIns,
  sayWhoStandsIn,
} from '../../wording/stand-in.ts';
import type { Command } from '../command.ts';
import { ownPlaces } from '../dialogs/hand-over.ts';
import { askStandInDays } from '../dialogs/stand-in-days.ts';
import { findUnit, today, unitName } from '../look-up.ts';
import { refuse } from '../refuse.ts';
import type { Turn } from '../turn.ts';
import { showInvitation } from './invite.ts';

/** As many as one asks about. */
const SHOWN = 8;
/** In a choice, in the place of somebody's number: they are not on the bot yet. */
const NOT_HERE = 0;

export const standInCommand: Command = {
  name: 'thaythe',
  alias: 'standin',
  ...COMMAND_WORDS.thaythe,
  ...HEARD.thaythe,
  needs: 'view-tasks',
  run(turn, args) {
    const order = readSub(args, HEARD.thaythe.subs);
    const id = Number(order?.rest ?? '');
    if (order === null || !Number.isSafeInteger(id)) return proposeStandInBy(turn, args);
    if (id === 0) return list(turn);
    if (order.sub === 'thoi') return finish(turn, endStandIn(turn.desk, actOf(turn), id), sayStandInEnded);
    const agrees = order.sub === 'dongy';
    const done = answerStandIn(turn.desk, actOf(turn), id, agrees);
    finish(turn, done, (one) => sayStandInAnswered(one, agrees));
  },
};

function actOf({ person, now }: Turn) {
  return { person: person ?? 0, at: now };
}

function finish(
  turn: Turn,
  done: Result<StandIn>,
  words: (one: ReturnType<typeof spoken>, id: number) => RichText | Outgoing,
): void {
  if (!done.ok) return refuse(turn, done.problem, 'thaythe');
  turn.say(words(spoken(turn.desk, done.value, turn.now), done.value.id));
}

/** What waits or runs and is this person's business. */
function list(turn: Turn): void {
  const { desk, memberships, person, now } = turn;
  const mayAll = isAllowed(memberships, 'end-access');
  const rows = desk.store.standIns
    .live()
    .filter(({ absent, substitute }) => mayAll || absent === person || substitute === person)
    .slice(0, SHOWN)
    .flatMap((one) => viewLive(desk, one, now));
  if (rows.length === 0) return turn.say(mayAll ? STAND_IN.noneForCoordinator : STAND_IN.none);
  turn.say(sayStandIns(rows));
}

/** "Thôi khỏi, để tui tự làm": who was to stand in does not, or the code for it is taken back. False where nobody was. */
export function callOffStandIn(turn: Turn): boolean {
  const { desk, person, now } = turn;
  if (person === null || !callsOffStandIn(turn.text)) return false;
  const [live, another] = desk.store.standIns.live().filter(({ absent }) => absent === person);
  if (another !== undefined) {
    list(turn);
    return true;
  }
  if (live !== undefined) {
    finish(turn, endStandIn(desk, actOf(turn), live.id), sayStandInEnded);
    return true;
  }
  const invited = desk.store.invitations
    .open(now)
    .filter(({ id, createdBy }) => createdBy === person && desk.store.standIns.invitedBy(id)?.absent === person);
  for (const { id } of invited) revokeInvitation(desk, actOf(turn), id, 'stand-in called off');
  if (invited.length > 0) turn.say(STAND_IN.codeDropped);
  return invited.length > 0;
}

type Place = Pick<StandInOrder, 'unit' | 'absent'>;

/** Who stands in, and from when to when, as it was said. */
export function proposeStandInBy(turn: Turn, args: string): void {
  if (args.trim() === '') return list(turn);
  const said = readStretch(args, today(turn));
  if (said === null) return askStandInDays(turn, args);
  const named = /^\s*(\S+) (\d{1,9}) (\d{1,9})\s*$/u.exec(said.rest);
  if (named !== null) {
    const [, unit = '', absent, substitute] = named;
    const place = { unit, absent: Number(absent) };
    if (Number(substitute) === NOT_HERE) return inviteTo(turn, place, said);
    return ask(turn, { ...place, substitute: Number(substitute), ...said });
  }
  const places = placesMeant(turn, said.rest);
  if (places === null) return turn.say(STAND_IN.whichUnit);
  if (places.length === 0) return turn.say(STAND_IN.noLiaison);
  const pairs = pairsOf(turn, places);
  const meant = pairs.filter(({ name }) => namesPerson(sidesOf(said.rest).substitute, name));
  const [only, another] = meant;
  if (only !== undefined && another === undefined) return ask(turn, { ...only, ...said });
  const candidates = (meant.length > 0 ? meant : pairs).slice(0, SHOWN);
  const [first, more] = places;
  if (first === undefined) return;
  // Nobody else is there: it can only be somebody who is not on the bot yet.
  if (candidates.length === 0 && more === undefined) return inviteTo(turn, first, said);
  turn.say(
    sayWhoStandsIn(
      candidates.map((pair) => candidate(turn, pair, said)),
      `/thaythe ${first.unit} ${first.absent} ${NOT_HERE} ${said.from} ${said.until}`,
    ),
  );
}

/** The code for somebody who is not on the bot yet, with what joining by it means. */
function inviteTo(turn: Turn, place: Place, { from, until }: SaidStretch): void {
  const order = { ...place, from, until };
  const made = inviteSubstitute(turn.desk, actOf(turn), order);
  if (!made.ok) return refuse(turn, made.problem, 'thaythe');
  const absent = turn.desk.store.people.find(place.absent)?.name ?? '';
  turn.say(join([STAND_IN.invitePasson, sayInvitedToStandIn({ absent, from, until })], '\n\n'));
  showInvitation(turn, made.value);
}

/** The places somebody may stand in for: one's own, or those of the unit a coordinator names; null: none was named. */
function placesMeant(turn: Turn, words: string): Place[] | null {
  if (!isAllowed(turn.memberships, 'end-access'))
    return ownPlaces(turn).map(({ leaver, unit }) => ({ unit, absent: leaver }));
  const unit = words
    .split(/[\s,]+/u)
    .map((word) => findUnit(turn, word))
    .find((one) => one !== null);
  if (unit === undefined || unit === null) return null;
  const liaisons = turn.desk.store.people.ofUnit(unit.code).filter(({ role }) => role === 'liaison');
  const named = liaisons.filter(({ name }) => namesPerson(sidesOf(words).absent, name));
  return (named.length > 0 ? named : liaisons).map(({ person }) => ({ unit: unit.code, absent: person }));
}

function pairsOf({ desk }: Turn, places: readonly Place[]) {
  return places.flatMap(({ unit, absent }) => {
    const others = desk.store.people.ofUnit(unit).filter(({ person }) => person !== absent);
    const once = new Map(others.map(({ person, name }) => [person, name]));
    return [...once].map(([substitute, name]) => ({
      unit,
      absent,
      substitute,
      name,
    }));
  });
}

function candidate(
  turn: Turn,
  { unit, absent, substitute, name }: Place & { substitute: number; name: string },
  { from, until }: SaidStretch,
) {
  return { name, unit: unitName(turn, unit), value: `/thaythe ${unit} ${absent} ${substitute} ${from} ${until}` };
}

function ask(turn: Turn, { unit, absent, substitute, from, until }: StandInOrder): void {
  const order = { unit, absent, substitute, from, until };
  finish(turn, proposeStandIn(turn.desk, actOf(turn), order), sayStandInAsked);
}
