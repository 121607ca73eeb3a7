import { botLinksFor, withApps } from '../actions/bots.ts';
import type { Act, Desk } from '../actions/desk.ts';
import { revokeInvitation } from '../actions/end-access.ts';
import { inviteAs, mayInvite } from '../actions/invite.ts';
import { listInvitations } from '../actions/list-access.ts';
import { nameRoles } from '../actions/name-roles.ts';
import { reachOf } from '../actions/round-status.ts';
import { isProvincial, type Membership, ROLES } from '../domain/access.ts';
import { dayOf } from '../domain/calendar.ts';
import { existsOn } from '../domain/unit.ts';
import { inUnitOrder } from '../domain/unit-order.ts';
import { sayRole } from '../wording/access.ts';
import { BOARD_INVITATIONS as WORDS } from '../wording/board-desk.ts';
import type { BoardForm, BoardPage, BoardPosted } from '../wording/board-page.ts';
import { sayInvitation } from '../wording/invite.ts';
import { ROLE_NAMES } from '../wording/join.ts';
import { REVOKE } from '../wording/take-away.ts';
import { sayMoment } from '../wording/when.ts';
import { cells, table } from './blocks.ts';
import { type BoardDeed, done, first, numberIn, refused } from './posted.ts';

const USES = 1;
const DAYS = 7;
const AT = 'invitations';

/** The invitations that still let somebody in; a form to make one, and one to take one back. */
export function boardInvitations(desk: Desk, { person, at }: Act, typed: BoardPosted = {}): BoardPage {
  const open = listInvitations(desk, at).map((one) => ({ ...one, title: titleOf(desk, one, at) }));
  const rows = open.map(({ id, title, usesLeft, expiresAt, by }) =>
    cells(String(id), title, WORDS.left(usesLeft), sayMoment(expiresAt, desk.zone), by ?? WORDS.operator),
  );
  const options = open.map(({ id, title }) => ({ value: String(id), label: WORDS.option(id, title) }));
  return {
    title: WORDS.title,
    blocks: [
      { is: 'heading', text: WORDS.make },
      makeForm(desk, { person, at }, typed),
      { is: 'said', text: [WORDS.meeting] },
      { is: 'heading', text: WORDS.caption },
      table(WORDS.caption, WORDS.head, rows, WORDS.empty),
      ...(options.length === 0 ? [] : [{ is: 'heading', text: WORDS.revoke } as const, revokeForm(options, typed)]),
    ],
  };
}

function titleOf(desk: Desk, role: Membership, at: number): string {
  const [named] = nameRoles(desk, [role], at);
  return sayRole(named ?? role);
}

function makeForm(desk: Desk, { person, at }: Act, typed: BoardPosted): BoardForm {
  const held = desk.store.people.memberships(person);
  const day = dayOf(at, desk.zone);
  const units = inUnitOrder(
    desk.units().filter((unit) => existsOn(unit, day)),
    (unit) => unit,
  );
  const isAlone = (code: string): boolean => reachOf(desk, code) === 'nobody';
  const offered = ROLES.filter((role) => mayInvite(held, { role, unit: null }));
  return {
    is: 'form',
    act: 'invite',
    label: WORDS.make,
    keeps: [],
    fields: [
      {
        name: 'role',
        label: WORDS.role,
        kind: 'one',
        value: [first(typed, 'role') || 'liaison'],
        options: offered.map((role) => ({ value: role, label: ROLE_NAMES[role] })),
      },
      {
        name: 'unit',
        label: WORDS.unit,
        hint: WORDS.unitHint,
        kind: 'one',
        value: [first(typed, 'unit')],
        options: units.map(({ code, shortName, compiles }) => ({
          value: code,
          label: !compiles && isAlone(code) ? WORDS.noReporter(shortName) : shortName,
        })),
      },
    ],
    buttons: [{ label: WORDS.make, value: 'make', isMain: true }],
  };
}

function revokeForm(options: readonly { value: string; label: string }[], typed: BoardPosted): BoardForm {
  return {
    is: 'form',
    act: 'revoke-invitation',
    label: WORDS.revoke,
    keeps: [],
    fields: [
      { name: 'id', label: WORDS.which, kind: 'one', value: [first(typed, 'id')], options },
      { name: 'reason', label: WORDS.reason, kind: 'line', value: [first(typed, 'reason')] },
    ],
    buttons: [{ label: WORDS.revoke, value: 'revoke' }],
  };
}

/** The code is said once, on the page that follows: it is kept as a hash alone. */
export const inviteDeed: BoardDeed = (desk, act, posted) => {
  const role = ROLES.find((one) => one === first(posted, 'role')) ?? 'liaison';
  const unit = isProvincial(role) ? null : first(posted, 'unit');
  const made = inviteAs(desk, act, { role, unit, uses: USES, days: DAYS });
  if (!made.ok) return refused(desk, boardInvitations(desk, act, posted), made.problem);
  const name = unit === null ? null : (desk.store.units.find(unit, dayOf(act.at, desk.zone))?.name ?? unit);
  const botLinks = withApps(desk, botLinksFor(desk, made.value.code));
  return done(AT, sayInvitation({ ...made.value, unit: name, botLinks, zone: desk.zone }));
};

export const revokeInvitationDeed: BoardDeed = (desk, act, posted) => {
  const id = numberIn(first(posted, 'id'));
  const revoked = revokeInvitation(desk, act, id, first(posted, 'reason').slice(0, 200));
  if (!revoked.ok) return refused(desk, boardInvitations(desk, act, posted), revoked.problem);
  return done(AT, REVOKE.done(id, titleOf(desk, revoked.value, act.at)));
};
