import { HEARD } from '../../understanding/command-words.ts';
import { COMMAND_WORDS } from '../../wording/commands.ts';
import type { Command } from '../command.ts';
import { openOrdered } from '../dialogs/review-order.ts';

export const reviewCommand: Command = {
  name: 'duyet',
  alias: 'review',
  ...COMMAND_WORDS.duyet,
  ...HEARD.duyet,
  needs: 'review',
  run: openOrdered,
};
