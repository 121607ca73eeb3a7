import { confirmReceipt } from '../../actions/send-notice.ts';
import { HEARD } from '../../understanding/command-words.ts';
import { COMMAND_WORDS } from '../../wording/commands.ts';
import { sayNotYours, sayReceiptNoted } from '../../wording/notice.ts';
import type { Command } from '../command.ts';

/** "Đã nhận" below a notice: said once or several times, it is one. */
export const acknowledgeCommand: Command = {
  name: 'xacnhan',
  alias: 'acknowledge',
  ...COMMAND_WORDS.xacnhan,
  ...HEARD.xacnhan,
  needs: 'member',
  isHidden: true,
  run(turn, args) {
    const id = Number(args.replace(/^#/u, ''));
    const act = { person: turn.person ?? 0, at: turn.now };
    const notice = Number.isSafeInteger(id) ? confirmReceipt(turn.desk, act, id) : null;
    turn.say(notice === null ? sayNotYours() : sayReceiptNoted(notice.id));
  },
};
