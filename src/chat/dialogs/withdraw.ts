import { withdrawConsent } from '../../actions/join.ts';
import { readReply } from '../../language/choice-word.ts';
import { say } from '../../wording/rich-text.ts';
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
      return turn.say(say`Đã giữ nguyên. Anh/chị vẫn nhận nhắc hạn như trước.`);
    }
    if (word !== 'yes' || turn.person === null) return beginWithdrawing(turn);
    turn.finish();
    turn.say(
      say`Đã rút lại đồng ý. Họ tên và liên kết với kênh này đã được xoá; báo cáo đã nộp thuộc về đơn vị và được giữ lại. Muốn dùng lại, xin mã mời mới.`,
    );
    withdrawConsent(turn.desk, turn.person, turn.now);
  },
  repeat: (turn) => beginWithdrawing(turn),
  takesNumbers: () => false,
  describe: () => 'việc rút lại đồng ý chưa xong',
};

export function beginWithdrawing(turn: Turn): void {
  turn.keep(WITHDRAW, {});
  turn.say({
    text: say`Rút lại đồng ý thì bot xoá họ tên và liên kết với kênh này, anh/chị không nhận nhắc hạn nữa. Báo cáo đã nộp thuộc về đơn vị và được giữ lại. Anh/chị muốn rút lại?`,
    choices: [[turn.choice('Rút lại đồng ý', 'yes')], [turn.choice('Giữ nguyên', 'no')]],
    answer: 'pick',
  });
}
