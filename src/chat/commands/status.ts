import { currentRound, roundStatus } from '../../actions/round-status.ts';
import { sayNoRound, sayRound } from '../../wording/round.ts';
import type { Command } from '../command.ts';
import { findRound } from '../look-up.ts';

export const statusCommand: Command = {
  name: 'tonghop',
  alias: 'status',
  summary: 'tình hình cả kỳ: đúng hạn, muộn, chưa nộp',
  example: '/tonghop t11',
  needs: 'watch-round',
  run(turn, args) {
    const round = args.trim() === '' ? currentRound(turn.desk, turn.now) : findRound(turn, args);
    const status = round === null ? null : roundStatus(turn.desk, round.obligation, round.period, turn.now);
    if (status === null) return turn.say(sayNoRound(args));
    const others = turn.desk.store.tasks
      .rounds(6)
      .filter((other) => other.period !== round?.period)
      .slice(0, 3)
      .map((other) => other.period);
    turn.say(sayRound(status, { calendar: turn.rules.calendar, now: turn.now, others }));
  },
};
