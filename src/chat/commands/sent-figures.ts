import { HEARD } from '../../understanding/command-words.ts';
import { COMMAND_WORDS } from '../../wording/commands.ts';
import type { Command } from '../command.ts';
import { answerFigures } from '../figures-answer.ts';
import { readNamed } from '../which.ts';

/** "Em nộp những gì rồi, số liệu bao nhiêu?": what stands in the versions that were sent last, or of the period that is named. */
export const sentFiguresCommand: Command = {
  name: 'dagui',
  alias: 'sentfigures',
  ...COMMAND_WORDS.dagui,
  ...HEARD.dagui,
  needs: 'view-tasks',
  isHidden: true,
  run(turn, args) {
    const { period } = readNamed(turn, args);
    answerFigures(turn, { key: null, periods: period === null ? [] : [period], before: false });
  },
};
