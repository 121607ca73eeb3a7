import { viewTask } from '../../actions/task-view.ts';
import { isAllowed, unitsAllowing } from '../../domain/access.ts';
import { predecessorsOf } from '../../domain/unit.ts';
import type { Task } from '../../store/tasks.ts';
import { HEARD, readSub } from '../../understanding/command-words.ts';
import { COMMAND_WORDS } from '../../wording/commands.ts';
import { sayNoReportOf } from '../../wording/figures.ts';
import { sayProblem } from '../../wording/problems.ts';
import { sayFileOf, sayFilesFollow, sayHistory, sayHistoryOfWhom } from '../../wording/tasks.ts';
import { sayWhichUnit } from '../../wording/units.ts';
import type { Command } from '../command.ts';
import { showVersions } from '../figures-answer.ts';
import { findUnits, unitName } from '../look-up.ts';
import { foreignUnit, unitsMeant } from '../own-units.ts';
import type { Turn } from '../turn.ts';
import { readNamed } from '../which.ts';

const SHOWN = 12;
/** More than a unit has in a year of a plan with several reports. */
const LOOKED_AT = 60;
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
    const named = readNamed(turn, args);
    if (named.task !== null) return showTask(turn, named.task);
    if (named.period !== null) return showPeriod(turn, args, { ...named, period: named.period });
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

/** The figures of one report, version by version. */
function showTask(turn: Turn, id: number): void {
  const task = visibleTask(turn, id);
  if (task !== null) showVersions(turn, [task]);
}

function showPeriod(turn: Turn, args: string, { period, unit }: { period: string; unit: string | null }): void {
  const isOfAll = isAllowed(turn.memberships, 'watch-round');
  const units = !isOfAll
    ? unitsMeant(turn, args)
    : unit === null
      ? unitsAllowing(turn.memberships, 'view-tasks')
      : [unit];
  if (units === null) return;
  if (units.length === 0) return turn.say(sayHistoryOfWhom());
  const tasks = withFormer(turn, units)
    .flatMap((one) => turn.desk.store.tasks.ofUnit(one, LOOKED_AT))
    .filter((task) => task.period === period);
  const names = units.map((one) => unitName(turn, one));
  if (tasks.length === 0) return turn.say(sayNoReportOf(names, period));
  showVersions(turn, tasks);
}

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
  const { store } = turn.desk;
  const task = visibleTask(turn, id);
  if (task === null) return;
  const files = store.attachments.ofTask(task.id);
  const sent = files.slice(-FILES_AT_ONCE);
  turn.say(sayFilesFollow(viewTask(turn.desk, task), files.length, sent.length));
  for (const { file, name, mediaType, size, version } of sent)
    turn.attach({ id: file, name, mediaType, size }, sayFileOf(viewTask(turn.desk, task), version));
}

/** A report of their unit's, or of any for who watches the round; null where it was refused. */
function visibleTask(turn: Turn, id: number): Task | null {
  const { store, zone } = turn.desk;
  const task = Number.isSafeInteger(id) ? store.tasks.find(id) : null;
  const maySee =
    task === null ||
    withFormer(turn, unitsAllowing(turn.memberships, 'view-tasks')).includes(task.unit) ||
    isAllowed(turn.memberships, 'watch-round');
  if (task === null) turn.say(sayProblem({ problem: 'no-such-task' }, zone));
  else if (!maySee) turn.say(sayProblem(foreignUnit(turn, task.unit, 'view-tasks'), zone));
  return maySee ? task : null;
}
