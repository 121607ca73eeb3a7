import { botLinksFor, withApps } from '../../actions/bots.ts';
import { storeInvitationPicture } from '../../actions/invitation-picture.ts';
import { inviteAs, type MadeInvitation } from '../../actions/invite.ts';
import type { Role } from '../../domain/access.ts';
import { isAllowed, isProvincial, unitsAllowing } from '../../domain/access.ts';
import type { Unit } from '../../domain/unit.ts';
import { HEARD, readSub } from '../../understanding/command-words.ts';
import { unitsIn } from '../../understanding/name-unit.ts';
import { readOrder } from '../../understanding/order.ts';
import { COMMAND_WORDS } from '../../wording/commands.ts';
import {
  INVITATION_QR,
  sayAskUnitForStaff,
  sayInvitation,
  sayInviteMenu,
  sayNotInvited,
  sayOpenAlready,
} from '../../wording/invite.ts';
import { sayProblem } from '../../wording/problems.ts';
import { sayWhichUnit } from '../../wording/units.ts';
import type { Command } from '../command.ts';
import { beginRevoking, showOpen } from '../dialogs/revoke.ts';
import { findUnits, unitName, unitsToday } from '../look-up.ts';
import { refuse } from '../refuse.ts';
import type { Turn } from '../turn.ts';
import { beginMeeting } from './meeting.ts';

const USES = 1;
const DAYS = 7;

export const inviteCommand: Command = {
  name: 'moi',
  alias: 'invite',
  ...COMMAND_WORDS.moi,
  ...HEARD.moi,
  needs: 'invite-staff',
  run(turn, args) {
    const order = readSub(args, HEARD.moi.subs);
    if (order?.sub === 'danhsach') return showOpen(turn);
    if (order?.sub === 'thuhoi') return beginRevoking(turn, order.rest);
    if (order?.sub === 'cuochop')
      return isAllowed(turn.memberships, 'invite') ? beginMeeting(turn, order.rest) : refuseRole(turn);
    const { role, words } = readOrder(args);
    const several = unitsIn(words.toUpperCase(), unitsToday(turn));
    if (several.length > 1 && isAllowed(turn.memberships, 'invite'))
      return inviteSeveral(turn, role ?? 'liaison', several);
    const named = words === '' ? [] : findUnits(turn, words);
    if (named.length > 1) return turn.say(sayWhichUnit(named, `/moi ${role ?? ''}`.trim()));
    // A code that is not there is told as it was typed.
    const unit = words === '' ? null : (named[0]?.code ?? words.toUpperCase());
    if (isAllowed(turn.memberships, 'invite')) {
      if (role === null && unit === null) return turn.say(sayInviteMenu(unitsWithoutReporter(turn)));
      const chosen = role ?? (unit === null ? null : 'liaison');
      if (chosen === null) return turn.say(sayProblem({ problem: 'role-needs-unit' }, turn.desk.zone));
      // Only an administrator makes another one.
      if (chosen === 'admin' && !turn.memberships.some((one) => one.role === 'admin')) return refuseRole(turn);
      return make(turn, chosen, unit);
    }
    const own = unitsAllowing(turn.memberships, 'invite-staff');
    if (role !== null && role !== 'staff') return refuseRole(turn);
    const chosen = unit ?? (own.length === 1 ? (own[0] ?? null) : null);
    if (chosen === null) return turn.say(sayAskUnitForStaff(own));
    if (!own.includes(chosen)) return refuseRole(turn);
    make(turn, 'staff', chosen);
  },
};

/** Units that owe reports and have nobody yet who may send one. */
function unitsWithoutReporter(turn: Turn): Unit[] {
  const { people } = turn.desk.store;
  return unitsToday(turn).filter(
    ({ code, compiles }) => !compiles && people.ofUnit(code).every((member) => member.role === 'staff'),
  );
}

function refuseRole(turn: Turn): void {
  refuse(turn, { problem: 'not-allowed' }, 'moi');
}

/** More at once are met together, or get one sheet. */
const MOST_AT_ONCE = 6;

/** A code for each of the units that are named; provincial roles and too many are not made so. */
function inviteSeveral(turn: Turn, role: Role, units: readonly string[]): void {
  if (isProvincial(role)) return turn.say(sayProblem({ problem: 'role-needs-unit' }, turn.desk.zone));
  for (const unit of units.slice(0, MOST_AT_ONCE)) make(turn, role, unit);
  const left = units.slice(MOST_AT_ONCE).map((code) => unitName(turn, code));
  if (left.length > 0) turn.footer(sayNotInvited(left));
}

function make(turn: Turn, role: Role, unit: string | null): void {
  const act = { person: turn.person ?? 0, at: turn.now };
  const order = { role, unit: isProvincial(role) ? null : unit, uses: USES, days: DAYS };
  const open = turn.desk.store.invitations
    .open(turn.now)
    .filter((one) => one.role === role && one.unit === order.unit && one.usesLeft > 0).length;
  const made = inviteAs(turn.desk, act, order);
  if (!made.ok) return turn.say(sayProblem(made.problem, turn.desk.zone));
  showInvitation(turn, made.value);
  if (open > 0 && order.unit !== null) turn.footer(sayOpenAlready(open, unitName(turn, order.unit)));
}

/** An invitation as it is passed on, with its picture. */
export function showInvitation(turn: Turn, value: MadeInvitation): void {
  const botLinks = withApps(turn.desk, botLinksFor(turn.desk, value.code));
  turn.say(
    sayInvitation({
      ...value,
      unit: value.unit === null ? null : unitName(turn, value.unit),
      botLinks,
      zone: turn.desk.zone,
    }),
  );
  const picture = storeInvitationPicture(turn.desk, turn.chat, botLinks);
  if (picture === null) return;
  turn.attach(picture.file, INVITATION_QR.say(turn.desk.titleOf(picture.channel), value.code));
}
