import { currentRound } from '../../actions/round-status.ts';
import { sayNoRound } from '../../wording/round.ts';
import type { Command } from '../command.ts';
import { beginNudging } from '../dialogs/nudge.ts';
import { findRound } from '../look-up.ts';

export const nudgeCommand: Command = {
  name: 'dondoc',
  alias: 'nudge',
  summary: 'nhắc ngay các đơn vị chưa nộp, xem trước ai sẽ nhận',
  example: '/dondoc t11',
  needs: 'chase',
  run(turn, args) {
    const round = args.trim() === '' ? currentRound(turn.desk, turn.now) : findRound(turn, args);
    if (round === null) return turn.say(sayNoRound(args));
    beginNudging(turn, { obligation: round.obligation, period: round.period });
  },
};
