import { takeBackWork } from '../../actions/assign.ts';
import { viewTask } from '../../actions/task-view.ts';
import { unitsAllowing } from '../../domain/access.ts';
import { readAssign } from '../../understanding/assign-order.ts';
import { HEARD, readSub } from '../../understanding/command-words.ts';
import { ASSIGN_WORDS, sayHandedOutList, sayTookBack } from '../../wording/assignment.ts';
import { COMMAND_WORDS } from '../../wording/commands.ts';
import { sayProblem } from '../../wording/problems.ts';
import type { Command } from '../command.ts';
import { beginAssigning, colleaguesIn } from '../dialogs/assign.ts';
import { owedTasks, today } from '../look-up.ts';
import type { Turn } from '../turn.ts';
import { whichTasks } from '../which.ts';

export const assignCommand: Command = {
  name: 'giao',
  alias: 'assign',
  ...COMMAND_WORDS.giao,
  ...HEARD.giao,
  needs: 'submit',
  run(turn, args) {
    const order = readSub(args, HEARD.giao.subs);
    const number = order?.sub === 'laylai' ? /^\D{0,5}(\d{1,9})$/u.exec(order.rest) : null;
    if (number !== null) return takeBack(turn, Number(number[1]));
    if (order?.sub === 'danhsach') {
      const now = inHands(turn);
      return turn.say(now.length === 0 ? ASSIGN_WORDS.nothingOut : sayHandedOutList(now, today(turn)));
    }
    const handedOut = args.trim() === '' || order?.sub === 'laylai' ? inHands(turn) : [];
    if (handedOut.length > 0) return turn.say(sayHandedOutList(handedOut, today(turn)));
    begin(turn, order?.sub === 'them' ? order.rest : order?.sub === 'laylai' ? '' : args);
  },
};

function begin(turn: Turn, typed: string): void {
  const own = unitsAllowing(turn.memberships, 'submit');
  const said = readAssign(typed, colleaguesIn(turn, own), today(turn));
  const which = whichTasks(turn, said.rest);
  // What names no report is the part that is handed out.
  const named = 'problem' in which ? whichTasks(turn, '') : which;
  if ('problem' in named) return turn.say(sayProblem(named.problem, turn.desk.zone));
  const rest = 'problem' in which ? said.rest : which.rest;
  beginAssigning(turn, named.found, { person: said.person, part: rest === '' ? null : rest, dueOn: said.dueOn }, typed);
}

function inHands(turn: Turn) {
  const { desk } = turn;
  return owedTasks(turn, 'submit').flatMap((task) =>
    desk.store.assignments.ofTask(task.id).map((work) => ({ work, view: viewTask(desk, task) })),
  );
}

function takeBack(turn: Turn, id: number): void {
  if (turn.person === null) return;
  const done = takeBackWork(turn.desk, { person: turn.person, at: turn.now }, id);
  turn.say(done.ok ? sayTookBack(done.value) : sayProblem(done.problem, turn.desk.zone));
}
