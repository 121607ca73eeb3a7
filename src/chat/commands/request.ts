import { HEARD, readSub } from '../../understanding/command-words.ts';
import { COMMAND_WORDS } from '../../wording/commands.ts';
import type { Command } from '../command.ts';
import { beginOneOff, beginWithdrawing, listOneOffs } from '../dialogs/one-off.ts';

export const requestCommand: Command = {
  name: 'dotxuat',
  alias: 'request',
  ...COMMAND_WORDS.dotxuat,
  ...HEARD.dotxuat,
  needs: 'request',
  run(turn, args) {
    const order = readSub(args, HEARD.dotxuat.subs);
    if (order?.sub === 'danhsach') return listOneOffs(turn);
    if (order?.sub === 'rut') return beginWithdrawing(turn, Number(order.rest));
    beginOneOff(turn, args);
  },
};
