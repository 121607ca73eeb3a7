import { openOneOffs } from '../../actions/ask-one-off.ts';
import { fold } from '../../language/fold.ts';
import { HEARD, readSub } from '../../understanding/command-words.ts';
import { COMMAND_WORDS } from '../../wording/commands.ts';
import type { Command } from '../command.ts';
import { beginOneOff, beginWithdrawing, listOneOffs } from '../dialogs/one-off.ts';
import type { Turn } from '../turn.ts';

export const requestCommand: Command = {
  name: 'dotxuat',
  alias: 'request',
  ...COMMAND_WORDS.dotxuat,
  ...HEARD.dotxuat,
  needs: 'request',
  run(turn, args) {
    const order = readSub(args, HEARD.dotxuat.subs);
    if (order?.sub === 'danhsach') return listOneOffs(turn);
    if (order?.sub === 'rut') return withdraw(turn, order.rest);
    beginOneOff(turn, args);
  },
};

/** By its number, or by words of its title; where these fit none, or several, they are listed. */
function withdraw(turn: Turn, said: string): void {
  if (/^\d+$/u.test(said.trim())) return beginWithdrawing(turn, Number(said));
  const words = fold(said).split(' ');
  const open = openOneOffs(turn.desk, turn.now);
  const [only, another] = open.filter(({ title }) => words.every((word) => fold(title).includes(word)));
  if (only === undefined || another !== undefined) return listOneOffs(turn);
  beginWithdrawing(turn, only.id);
}
