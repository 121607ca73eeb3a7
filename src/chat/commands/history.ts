import { viewTask } from '../../actions/task-view.ts';
import { isAllowed, unitsAllowing } from '../../domain/access.ts';
import { predecessorsOf } from '../../domain/unit.ts';
import { HEARD, readSub } from '../../understanding/command-words.ts';
import { COMMAND_WORDS } from '../../wording/commands.ts';
import { sayProblem } from '../../wording/problems.ts';
import { sayFileOf, sayFilesFollow, sayHistory, sayHistoryOfWhom } from '../../wording/tasks.ts';
import { sayWhichUnit } from '../../wording/units.ts';
import type { Command } from '../command.ts';
import { findUnits } from '../look-up.ts';
import { foreignUnit, unitsMeant } from '../own-units.ts';
import type { Turn } from '../turn.ts';

const SHOWN = 12;
/** Each one is a message, and counts under the month's of a bot that has such a limit. */
const FILES_AT_ONCE = 10;

export const historyCommand: Command = {
  name: 'lichsu',
  alias: 'history',
  ...COMMAND_WORDS.lichsu,
  ...HEARD.lichsu,
  needs: 'member',
  run(turn, args) {
    const order = readSub(args, HEARD.lichsu.subs);
    if (order !== null) return sendFiles(turn, Number(order.rest.replace(/^#/u, '')));
    const own = unitsAllowing(turn.memberships, 'view-tasks');
    if (!isAllowed(turn.memberships, 'watch-round')) {
      const meant = unitsMeant(turn, args);
      return meant === null ? undefined : show(turn, meant);
    }
    if (args.trim() === '') return own.length === 0 ? turn.say(sayHistoryOfWhom()) : show(turn, own);
    const found = findUnits(turn, args);
    const [unit] = found;
    if (unit === undefined)
      return turn.say(sayProblem({ problem: 'no-such-unit', typed: args.trim() }, turn.desk.zone));
    if (found.length > 1) return turn.say(sayWhichUnit(found, '/lichsu'));
    show(turn, [unit.code]);
  },
};

function show(turn: Turn, units: readonly string[]): void {
  const { store } = turn.desk;
  const entries = withFormer(turn, units)
    .flatMap((unit) => store.tasks.ofUnit(unit, SHOWN))
    .map((task) => ({ view: viewTask(turn.desk, task), latest: store.submissions.latestOf(task.id) }))
    .filter((entry) => entry.latest !== null)
    .sort((a, b) => b.view.task.cutOffAt - a.view.task.cutOffAt)
    .slice(0, SHOWN)
    .map(({ view, latest }) => ({
      view,
      version: latest?.version ?? 0,
      receivedAt: latest?.receivedAt ?? 0,
      receipt: latest?.receipt ?? '',
      files: store.attachments.ofTask(view.task.id).length,
    }));
  turn.say(sayHistory(entries, turn.desk.zone));
}

/** The units and those they were made of: what these sent is found where their work went on. */
function withFormer({ desk }: Turn, units: readonly string[]): string[] {
  const all = desk.units();
  return [...new Set(units.flatMap((unit) => [unit, ...predecessorsOf(all, unit)]))];
}

/** Gives back what was handed in with a report, to those of its unit and to who watches the round. */
function sendFiles(turn: Turn, id: number): void {
  const { store, zone } = turn.desk;
  const task = Number.isSafeInteger(id) ? store.tasks.find(id) : null;
  const maySee =
    task === null ||
    withFormer(turn, unitsAllowing(turn.memberships, 'view-tasks')).includes(task.unit) ||
    isAllowed(turn.memberships, 'watch-round');
  if (task === null) return turn.say(sayProblem({ problem: 'no-such-task' }, zone));
  if (!maySee) return turn.say(sayProblem(foreignUnit(turn, task.unit, 'view-tasks'), zone));
  const files = store.attachments.ofTask(task.id);
  const sent = files.slice(-FILES_AT_ONCE);
  turn.say(sayFilesFollow(viewTask(turn.desk, task), files.length, sent.length));
  for (const { file, name, mediaType, size, version } of sent)
    turn.attach({ id: file, name, mediaType, size }, sayFileOf(viewTask(turn.desk, task), version));
}
