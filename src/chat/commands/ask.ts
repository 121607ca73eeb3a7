import { isAllowed } from '../../domain/access.ts';
import { HEARD } from '../../understanding/command-words.ts';
import { readSideQuestions, type SideQuestion } from '../../understanding/side-question.ts';
import { COMMAND_WORDS } from '../../wording/commands.ts';
import { sayApproval } from '../../wording/received.ts';
import type { Command } from '../command.ts';
import { SUBMIT } from '../dialogs/draft.ts';
import { today } from '../look-up.ts';
import { answerSide } from '../side-answer.ts';
import type { Turn } from '../turn.ts';
import { sayUnknownQuestion } from '../unknown-question.ts';
import { meetCommand } from './meet.ts';
import { receivedCommand } from './received.ts';
import { remarkCommand } from './remark.ts';
import { tasksCommand } from './tasks.ts';

/** "24/11 có nghỉ không", "nguoi_du là gì", "lấy số từ ngày nào": answered from data, beside whatever is in hand. */
export const askCommand: Command = {
  name: 'hoidap',
  alias: 'ask',
  ...COMMAND_WORDS.hoidap,
  ...HEARD.hoidap,
  needs: 'member',
  isHidden: true,
  run(turn, args) {
    const asked = readSideQuestions(args, situationOf(turn));
    if (asked.length === 0) return sayUnknownQuestion(turn);
    for (const one of asked) if (!answerSide(turn, one)) listFor(turn, one);
  },
};

function situationOf(turn: Turn) {
  return {
    today: today(turn),
    reports: [...turn.rules.obligations, ...turn.rules.former.obligations],
    forms: turn.rules.forms,
    isOfUnit: isOfUnit(turn),
    isInReport: turn.unfinished()?.kind === SUBMIT,
  };
}

function isOfUnit({ memberships }: Turn): boolean {
  return !isAllowed(memberships, 'watch-round') && memberships.some(({ unit }) => unit !== null);
}

/** What a list of the person's own answers. */
function listFor(turn: Turn, { about }: SideQuestion): void {
  if (about === 'owed') tasksCommand.run(turn, '');
  else if (about === 'contact') meetCommand.run(turn, '');
  else if (about === 'calls') remarkCommand.run(turn, 'chao');
  else receivedCommand.run(turn, '');
  if (about === 'approved') turn.footer(sayApproval());
}
