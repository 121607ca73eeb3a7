import { z } from 'zod';
import { revokeInvitation } from '../../actions/end-access.ts';
import { listInvitations } from '../../actions/list-access.ts';
import { nameRoles } from '../../actions/name-roles.ts';
import { isAllowed } from '../../domain/access.ts';
import { sayRole } from '../../wording/access.ts';
import { sayProblem } from '../../wording/problems.ts';
import { REVOKE, sayInvitations } from '../../wording/take-away.ts';
import { refuse } from '../refuse.ts';
import type { Turn } from '../turn.ts';
import { defineConfirm } from './confirm.ts';

/** Taking an open invitation back. */
export const revokeDialog = defineConfirm({
  kind: 'revoke',
  schema: z.object({ id: z.number(), reason: z.string() }),
  what: REVOKE.what,
  ask(turn, { id }) {
    const role = openTo(turn).find((one) => one.id === id);
    if (role !== undefined)
      return { text: REVOKE.ask(id, sayRole(role)), yes: REVOKE.yes, no: REVOKE.no, beside: true };
    turn.say(sayProblem({ problem: 'no-such-invitation' }, turn.desk.zone));
    return null;
  },
  yes(turn, { id, reason }) {
    const revoked = revokeInvitation(turn.desk, { person: turn.person, at: turn.now }, id, reason);
    if (!revoked.ok) return refuse(turn, revoked.problem, `invitation:${id}`);
    const [role] = nameRoles(turn.desk, [revoked.value], turn.now);
    turn.say(REVOKE.done(id, role === undefined ? '' : sayRole(role)));
  },
  no: (turn) => turn.say(REVOKE.kept),
});

/** "/moi danhsach". */
export function showOpen(turn: Turn): void {
  turn.say(sayInvitations(openTo(turn), turn.desk.zone));
}

/** "/moi thuhoi 5", with a reason behind the number where there is one. */
export function beginRevoking(turn: Turn, words: string): void {
  const named = /^#?(?:\D{0,4}\s)?(\d{1,9})(?:\s+(.*))?$/su.exec(words.trim());
  if (named === null) return turn.say(REVOKE.which);
  revokeDialog.begin(turn, { id: Number(named[1]), reason: (named[2] ?? '').trim().slice(0, 200) });
}

/** The open invitations this person may see: coordinators all, others what they gave out themselves. */
function openTo({ desk, memberships, person, now }: Turn) {
  const isCoordinator = isAllowed(memberships, 'end-access');
  const own = new Set(desk.store.invitations.open(now).flatMap((one) => (one.createdBy === person ? [one.id] : [])));
  return listInvitations(desk, now)
    .filter(({ id }) => isCoordinator || own.has(id))
    .map((one) => ({ ...one, ...namedUnit(desk, one, now) }));
}

function namedUnit(desk: Turn['desk'], role: Parameters<typeof nameRoles>[1][number], now: number) {
  return nameRoles(desk, [role], now)[0];
}
