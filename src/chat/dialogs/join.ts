import { z } from 'zod';
import { roomierBotLink } from '../../actions/bots.ts';
import { checkCode, join as joinWith } from '../../actions/join.ts';
import { linkOwner, takeLink } from '../../actions/link-app.ts';
import { hashCode } from '../../actions/secret-code.ts';
import { cleanName } from '../../domain/clean-name.ts';
import { readReply } from '../../language/choice-word.ts';
import { JOIN_WORDS } from '../../wording/dialogs.ts';
import { sayAskConsent, sayBotFull, sayDeclined, sayLinked, sayWelcome } from '../../wording/join.ts';
import { sayProblem } from '../../wording/problems.ts';
import type { Dialog } from '../command.ts';
import { unitName } from '../look-up.ts';
import type { Turn } from '../turn.ts';
import { beginMerging } from './merge.ts';

const JOIN = 'join';
const contentSchema = z.object({ invitation: z.number() });

/** Joining: the code is good; the person is told what is stored, and agrees or not. */
export const joinDialog: Dialog = {
  kind: JOIN,
  answer(turn, content, reply) {
    const word = reply.picked ? reply.text : readReply(reply.text);
    if (word === 'no') {
      turn.finish();
      return turn.say(sayDeclined());
    }
    if (word !== 'yes') return joinDialog.repeat(turn, content);
    const { invitation } = contentSchema.parse(content);
    const joined = joinWith(turn.desk, turn.chat, invitation, shownName(turn), turn.now);
    turn.finish();
    if (!joined.ok) return turn.say(sayProblem(joined.problem, turn.desk.zone));
    const { role, unit } = joined.value.invitation;
    const outstanding = unit === null ? 0 : turn.desk.store.tasks.outstandingOf(unit).length;
    turn.say(
      sayWelcome({
        name: shownName(turn),
        role,
        unit: unit === null ? null : unitName(turn, unit),
        outstanding,
      }),
    );
  },
  repeat(turn, content) {
    const { invitation } = contentSchema.parse(content);
    askConsent(turn, invitation);
  },
  takesNumbers: () => false,
  describe: () => JOIN_WORDS.what,
};

/** Looks at the code that was typed; a good one leads to the question of consent. */
export function beginJoining(turn: Turn, code: string): void {
  const roomier = turn.person === null ? roomierBotLink(turn.desk, turn.chat, code) : null;
  if (roomier !== null) return turn.say(sayBotFull(roomier.name, code.trim().toUpperCase()));
  const codeHash = hashCode(code);
  const owner = linkOwner(turn.desk, turn.chat, codeHash, turn.now);
  if (owner !== null && turn.person !== null && turn.person !== owner.id) return beginMerging(turn, codeHash, owner);
  const linked = takeLink(turn.desk, turn.chat, codeHash, turn.now);
  if (linked !== null) return turn.say(sayLinked(linked.name));
  const checked = checkCode(turn.desk, turn.chat, code, turn.now);
  if (!checked.ok) return turn.say(sayProblem(checked.problem, turn.desk.zone));
  askConsent(turn, checked.value.id);
}

function askConsent(turn: Turn, invitationId: number): void {
  const invitation = turn.desk.store.invitations.find(invitationId);
  if (invitation === null) return turn.say(sayProblem({ problem: 'code-expired' }, turn.desk.zone));
  turn.keep(JOIN, { invitation: invitationId });
  const unit = invitation.unit === null ? null : unitName(turn, invitation.unit);
  turn.say({
    text: sayAskConsent({ name: shownName(turn), role: invitation.role, unit }),
    choices: [[turn.choice(JOIN_WORDS.yes, 'yes'), turn.choice(JOIN_WORDS.no, 'no')]],
    answer: 'pick',
  });
}

function shownName(turn: Turn): string {
  return cleanName(turn.senderName) ?? JOIN_WORDS.nameless;
}
