import { sayHelp } from '../../wording/help.ts';
import type { Command } from '../command.ts';

export const helpCommand: Command = {
  name: 'trogiup',
  alias: 'help',
  summary: 'các lệnh dùng được, kèm ví dụ',
  example: '/trogiup',
  needs: 'nothing',
  run(turn) {
    turn.say(sayHelp(turn.usable));
  },
};
