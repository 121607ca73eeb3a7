import { z } from 'zod';
import { refuseOnce } from '../../actions/answer-stranger.ts';
import { roomierBotLink } from '../../actions/bots.ts';
import { spokenSubstitution } from '../../actions/invite-substitute.ts';
import { checkCode, join as joinWith } from '../../actions/join.ts';
import { linkOwner } from '../../actions/link-app.ts';
import { meetingOf } from '../../actions/meeting.ts';
import { hashCode } from '../../actions/secret-code.ts';
import type { Problem } from '../../domain/problem.ts';
import { JOIN_WORDS } from '../../wording/dialogs.ts';
import { sayAskConsent, sayBotFull, sayDeclined, sayNoMoreRefusals, sayWelcome } from '../../wording/join.ts';
import { sayProblem } from '../../wording/problems.ts';
import { join } from '../../wording/rich-text.ts';
import { sayInvitedToStandIn } from '../../wording/stand-in.ts';
import { unitName } from '../look-up.ts';
import type { Turn } from '../turn.ts';
import { defineConfirm } from './confirm.ts';
import { beginMeetingJoin } from './meeting-join.ts';
import { mergeDialog, requestLink, shownName } from './merge.ts';

/** Joining: the code is good; the person is told what is stored, and agrees or not. */
export const joinDialog = defineConfirm({
  kind: 'join',
  schema: z.object({ invitation: z.number() }),
  what: JOIN_WORDS.what,
  ask(turn, { invitation: id }) {
    const invitation = turn.desk.store.invitations.find(id);
    if (invitation === null) {
      turn.say(sayProblem({ problem: 'code-expired' }, turn.desk.zone));
      return null;
    }
    const unit = invitation.unit === null ? null : unitName(turn, invitation.unit);
    let text = sayAskConsent({ name: shownName(turn), role: invitation.role, unit }, turn.rules.document);
    const substitution = spokenSubstitution(turn.desk, invitation, turn.now);
    if (substitution !== null) text = join([sayInvitedToStandIn(substitution), text], '\n\n');
    return { text, yes: JOIN_WORDS.yes, no: JOIN_WORDS.no, beside: true };
  },
  yes(turn, { invitation }) {
    const name = shownName(turn);
    const joined = joinWith(turn.desk, turn.chat, invitation, name, turn.now);
    if (!joined.ok) return turn.say(sayProblem(joined.problem, turn.desk.zone));
    const { role, unit } = joined.value.invitation;
    const outstanding = unit === null ? 0 : turn.desk.store.tasks.outstandingOf(unit).length;
    turn.say(sayWelcome({ name, role, unit: unit === null ? null : unitName(turn, unit), outstanding }));
  },
  no: (turn) => turn.say(sayDeclined()),
});

/** Looks at the code that was typed; a good one leads to the question of consent. */
export function beginJoining(turn: Turn, code: string): void {
  const roomier = turn.person === null ? roomierBotLink(turn.desk, turn.chat, code) : null;
  if (roomier !== null) return turn.say(sayBotFull(roomier.name, code.trim().toUpperCase()));
  const meeting = meetingOf(turn.desk, turn.chat, code, turn.now);
  if (meeting !== null) return beginMeetingJoin(turn, meeting, code);
  const codeHash = hashCode(code);
  const owner = linkOwner(turn.desk, turn.chat, codeHash, turn.now);
  if (owner !== null && turn.person !== null && turn.person !== owner.id) return mergeDialog.begin(turn, { codeHash });
  if (owner !== null) return requestLink(turn, codeHash, (problem) => tellRefused(turn, problem));
  const checked = checkCode(turn.desk, turn.chat, code, turn.now);
  if (!checked.ok) return tellRefused(turn, checked.problem);
  joinDialog.begin(turn, { invitation: checked.value.id });
}

/** A member is told every time; a stranger twice a day. */
function tellRefused(turn: Turn, problem: Problem): void {
  const left = turn.person === null ? refuseOnce(turn.desk, turn.chat, problem, turn.now) : 1;
  if (left === null) return;
  turn.say(sayProblem(problem, turn.desk.zone));
  if (left === 0 && problem.problem === 'code-unknown') turn.footer(sayNoMoreRefusals());
}
