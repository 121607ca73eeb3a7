import { withdrawConsent } from '../../actions/join.ts';
import { readReply } from '../../language/choice-word.ts';
import { WITHDRAW_WORDS } from '../../wording/dialogs.ts';
import type { Dialog } from '../command.ts';
import type { Turn } from '../turn.ts';

const WITHDRAW = 'withdraw';

/** Taking consent back: what that means is said before it is done. */
export const withdrawDialog: Dialog = {
  kind: WITHDRAW,
  answer(turn, _content, reply) {
    const word = reply.picked ? reply.text : readReply(reply.text);
    if (word === 'no') {
      turn.finish();
      return turn.say(WITHDRAW_WORDS.kept);
    }
    if (word !== 'yes' || turn.person === null) return beginWithdrawing(turn);
    turn.finish();
    turn.say(WITHDRAW_WORDS.done);
    withdrawConsent(turn.desk, turn.person, turn.now);
  },
  repeat: (turn) => beginWithdrawing(turn),
  takesNumbers: () => false,
  describe: () => WITHDRAW_WORDS.what,
};

export function beginWithdrawing(turn: Turn): void {
  turn.keep(WITHDRAW, {});
  turn.say({
    text: WITHDRAW_WORDS.ask,
    choices: [[turn.choice(WITHDRAW_WORDS.yes, 'yes')], [turn.choice(WITHDRAW_WORDS.no, 'no')]],
    answer: 'pick',
  });
}
