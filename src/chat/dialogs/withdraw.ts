import { z } from 'zod';
import { withdrawConsent } from '../../actions/join.ts';
import { WITHDRAW_WORDS } from '../../wording/dialogs.ts';
import { defineConfirm } from './confirm.ts';

/** Taking consent back: what that means is said before it is done. */
export const withdrawDialog = defineConfirm({
  kind: 'withdraw',
  schema: z.object({}),
  what: WITHDRAW_WORDS.what,
  ask: () => ({ text: WITHDRAW_WORDS.ask, yes: WITHDRAW_WORDS.yes, no: WITHDRAW_WORDS.no }),
  yes(turn) {
    if (turn.person === null) return;
    turn.say(WITHDRAW_WORDS.done);
    withdrawConsent(turn.desk, turn.person, turn.now);
  },
  no: (turn) => turn.say(WITHDRAW_WORDS.kept),
});
