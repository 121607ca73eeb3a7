import { z } from 'zod';
import { isLastAdmin } from '../../actions/end-access.ts';
import { withdrawConsent } from '../../actions/join.ts';
import { saysErase, saysEraseShortly } from '../../language/erasure-word.ts';
import { WITHDRAW_WORDS } from '../../wording/dialogs.ts';
import type { Turn } from '../turn.ts';
import { defineConfirm } from './confirm.ts';

/** Taking consent back: what that means is said before it is done. */
export const withdrawDialog = defineConfirm({
  kind: 'withdraw',
  saysYes: (text) => saysErase(text) || saysEraseShortly(text),
  schema: z.object({}),
  what: WITHDRAW_WORDS.what,
  ask: () => ({
    text: WITHDRAW_WORDS.ask,
    yes: WITHDRAW_WORDS.yes,
    no: WITHDRAW_WORDS.no,
  }),
  yes(turn) {
    if (turn.person !== null && isLastAdmin(turn.desk, turn.person)) lastAdminDialog.begin(turn, {});
    else withdraw(turn);
  },
  no: (turn) => turn.say(WITHDRAW_WORDS.kept),
});

/** The only administrator may leave as well, and not without having read what that means for everybody else. */
export const lastAdminDialog = defineConfirm({
  kind: 'withdraw-last-admin',
  schema: z.object({}),
  what: WITHDRAW_WORDS.what,
  ask: () => ({ text: WITHDRAW_WORDS.askLastAdmin, yes: WITHDRAW_WORDS.yesLastAdmin, no: WITHDRAW_WORDS.no }),
  yes: withdraw,
  no: (turn) => turn.say(WITHDRAW_WORDS.kept),
});

function withdraw(turn: Turn): void {
  if (turn.person === null) return;
  turn.say(WITHDRAW_WORDS.done);
  withdrawConsent(turn.desk, turn.person, turn.now);
}
