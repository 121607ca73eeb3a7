import { roundStatus } from '../../actions/round-status.ts';
import { HEARD } from '../../understanding/command-words.ts';
import { COMMAND_WORDS } from '../../wording/commands.ts';
import { sayProblem } from '../../wording/problems.ts';
import { sayWhichRound } from '../../wording/round.ts';
import type { Command } from '../command.ts';
import { nudgeDialog } from '../dialogs/nudge.ts';
import { whichRounds } from '../which.ts';

export const nudgeCommand: Command = {
  name: 'dondoc',
  alias: 'nudge',
  ...COMMAND_WORDS.dondoc,
  ...HEARD.dondoc,
  needs: 'chase',
  run(turn, args) {
    const which = whichRounds(turn, args);
    if ('problem' in which) return turn.say(sayProblem(which.problem, turn.desk.zone));
    const { desk, now } = turn;
    const open = which.found
      .map((round) => ({ round, status: roundStatus(desk, round.obligation, round.period, now) }))
      .filter(({ status }) => (status?.totals.missing ?? 0) > 0);
    const examples = open.flatMap(({ status }) => (status === null ? [] : [status.example]));
    if (examples.length > 1) return turn.say(sayWhichRound(examples, '/dondoc'));
    const { obligation, period } = open[0]?.round ?? which.found[0];
    nudgeDialog.begin(turn, { obligation, period });
  },
};
