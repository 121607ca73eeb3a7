import { linkGroup } from '../actions/link-group.ts';
import { viewTask } from '../actions/task-view.ts';
import { parseCommand } from '../language/command-line.ts';
import { sayGroupHelp, sayGroupLinked, sayGroupNeedsLink } from '../wording/group.ts';
import { sayProblem } from '../wording/problems.ts';
import { sayTasks } from '../wording/tasks.ts';
import { unitName } from './look-up.ts';
import type { Turn } from './turn.ts';

const NAMES = ['batdau', 'start', 'nhiemvu', 'tasks', 'trogiup', 'help'];

/** Answers in a group: it is linked to one unit by a code, and sees that unit's own state and nothing else. */
export function answerGroup(turn: Turn): void {
  const command = parseCommand(turn.text.trim(), NAMES);
  if (command?.name === 'batdau' || command?.name === 'start') return linkByCode(turn, command.args.trim());
  const { unit } = turn.chat;
  if (unit === null) return turn.say(sayGroupNeedsLink());
  if (command?.name !== 'nhiemvu' && command?.name !== 'tasks') return turn.say(sayGroupHelp(unitName(turn, unit)));
  const views = turn.desk.store.tasks.outstandingOf(unit).map((task) => viewTask(turn.desk, task));
  turn.say(sayTasks(views, turn.rules.calendar, turn.now, []));
}

function linkByCode(turn: Turn, code: string): void {
  if (code === '') return turn.say(sayGroupNeedsLink());
  const linked = linkGroup(turn.desk, turn.chat, code, turn.now);
  if (!linked.ok) return turn.say(sayProblem(linked.problem, turn.desk.zone));
  const unit = linked.value;
  turn.say(unit === null ? sayGroupNeedsLink() : sayGroupLinked(unitName(turn, unit)));
}
