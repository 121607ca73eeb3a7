import { refuseExtension } from '../../actions/ask-extension.ts';
import { takeReason } from '../../language/reason-word.ts';
import { HEARD, readSub } from '../../understanding/command-words.ts';
import { EXTENSION_REQUEST } from '../../wording/ask-extension.ts';
import { COMMAND_WORDS } from '../../wording/commands.ts';
import { sayProblem } from '../../wording/problems.ts';
import { beginActing } from '../begin-acting.ts';
import type { Command } from '../command.ts';
import type { Turn } from '../turn.ts';

export const extendCommand: Command = {
  name: 'giahan',
  alias: 'extend',
  ...COMMAND_WORDS.giahan,
  ...HEARD.giahan,
  needs: 'extend',
  run(turn, args) {
    const refused = readSub(args, HEARD.giahan.subs);
    if (refused === null) return beginActing(turn, 'extend', args);
    refuse(turn, refused.rest);
  },
};

/** `khong 12 sắp họp tổng kết`: the request of that report's unit is answered with no. */
function refuse(turn: Turn, rest: string): void {
  const [, id = '', reason = ''] = /^#?(\d{1,7})\s*(.*)$/su.exec(rest) ?? [];
  if (id === '' || turn.person === null) return turn.say(EXTENSION_REQUEST.noLonger);
  const act = { person: turn.person, at: turn.now };
  const done = refuseExtension(turn.desk, act, { task: Number(id), reason: takeReason(reason)?.reason ?? reason });
  if (done.ok) return turn.say(EXTENSION_REQUEST.refused(done.value));
  if (done.problem.problem === 'reason-needed') return turn.say(EXTENSION_REQUEST.refuseHow(id));
  const isOver = done.problem.problem === 'nothing-to-change';
  turn.say(isOver ? EXTENSION_REQUEST.noLonger : sayProblem(done.problem, turn.desk.zone));
}
