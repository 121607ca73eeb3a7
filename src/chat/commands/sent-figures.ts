import { viewTask } from '../../actions/task-view.ts';
import { unitsAllowing } from '../../domain/access.ts';
import { HEARD } from '../../understanding/command-words.ts';
import { COMMAND_WORDS } from '../../wording/commands.ts';
import { sayNothingSent, saySentFigures } from '../../wording/sent-figures.ts';
import type { Command } from '../command.ts';
import type { Turn } from '../turn.ts';
import { whichTasks } from '../which.ts';

const LOOKED_AT = 24;
const SHOWN = 2;

/** "Em nộp những gì rồi, số liệu bao nhiêu?": what stands in the versions that were sent last. */
export const sentFiguresCommand: Command = {
  name: 'dagui',
  alias: 'sentfigures',
  ...COMMAND_WORDS.dagui,
  ...HEARD.dagui,
  needs: 'view-tasks',
  isHidden: true,
  run(turn, args) {
    const { desk } = turn;
    const sent = meant(turn, args)
      .flatMap((task) => {
        const latest = desk.store.submissions.latestOf(task.id);
        return latest === null ? [] : [{ view: viewTask(desk, task), latest }];
      })
      .sort((a, b) => b.latest.receivedAt - a.latest.receivedAt)
      .slice(0, SHOWN);
    turn.say(sent.length === 0 ? sayNothingSent() : saySentFigures(sent, desk.zone));
  },
};

function meant(turn: Turn, named: string) {
  const which = named === '' ? null : whichTasks(turn, named, true);
  if (which !== null && 'found' in which) return [...which.found];
  return unitsAllowing(turn.memberships, 'view-tasks').flatMap((unit) => turn.desk.store.tasks.ofUnit(unit, LOOKED_AT));
}
