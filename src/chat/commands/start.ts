import { sayGreeting, sayJoinedAlready } from '../../wording/join.ts';
import type { Command } from '../command.ts';
import { beginJoining } from '../dialogs/join.ts';

export const startCommand: Command = {
  name: 'batdau',
  alias: 'start',
  summary: 'tham gia bằng mã mời',
  example: '/batdau ABCD234567',
  needs: 'nothing',
  run(turn, args) {
    const typed = args.trim();
    if (typed !== '') return beginJoining(turn, typed);
    turn.say(turn.person === null ? sayGreeting() : sayJoinedAlready());
  },
};
