import { viewCompiled } from '../../actions/compiled-report.ts';
import { viewTask } from '../../actions/task-view.ts';
import { isAllowed, unitsAllowing } from '../../domain/access.ts';
import { causeOf } from '../../domain/reminder-key.ts';
import { isOutstanding } from '../../domain/task.ts';
import type { CompiledReminder } from '../../store/compiled-reports.ts';
import type { Task } from '../../store/tasks.ts';
import { HEARD } from '../../understanding/command-words.ts';
import { COMMAND_WORDS } from '../../wording/commands.ts';
import { sayWhyCompiled } from '../../wording/compiled-report.ts';
import { sayProblem } from '../../wording/problems.ts';
import { offerToSubmit } from '../../wording/tasks.ts';
import { sayNeverReminded, sayWhy } from '../../wording/why.ts';
import type { Command } from '../command.ts';
import { foreignUnit, unitsMeant } from '../own-units.ts';
import type { Turn } from '../turn.ts';

export const whyCommand: Command = {
  name: 'visao',
  alias: 'why',
  ...COMMAND_WORDS.visao,
  ...HEARD.visao,
  needs: 'member',
  run(turn, args) {
    if (turn.person === null) return;
    const { store } = turn.desk;
    const units = unitsMeant(turn, args);
    if (units === null) return;
    const wanted = Number(args.trim().replace('#', ''));
    const reminders = store.reminders.lastOf(turn.person);
    const foreign = reminders.some((one) => one.task === wanted) ? null : foreignTask(turn, wanted);
    if (foreign !== null) return turn.say(sayProblem(foreignUnit(turn, foreign.unit, 'view-tasks'), turn.desk.zone));
    const own = wanted > 0 ? null : turn.desk.store.compiledReports.lastReminderOf(turn.person);
    if (own !== null && own.decidedAt > (reminders[0]?.decidedAt ?? 0) && sayOwn(turn, own)) return;
    const last = reminders.find((reminder) => wanted === 0 || reminder.task === wanted) ?? reminders.at(0);
    const task = last === undefined ? null : store.tasks.find(last.task);
    if (last === undefined || task === null) return turn.say(sayNeverReminded());
    const rule = turn.rules.policy.milestones.find((one) => one.key === last.milestone) ?? null;
    const latest = store.submissions.latestOf(task.id);
    // In the middle of a report the way back to it is shown below anyway.
    const mayStillSubmit =
      turn.unfinished() === null &&
      isOutstanding(task.state) &&
      unitsAllowing(turn.memberships, 'submit').includes(task.unit);
    turn.say({
      text: sayWhy({
        view: viewTask(turn.desk, task),
        rule,
        cause: causeOf(last.milestone),
        role: last.role,
        remindedAt: last.settledAt ?? last.decidedAt,
        received: latest === null ? null : { version: latest.version, at: latest.receivedAt },
        document: turn.rules.document,
        zone: turn.desk.zone,
      }),
      ...(mayStillSubmit ? offerToSubmit(viewTask(turn.desk, task)) : {}),
    });
  },
};

/** Why a coordinator was reminded of what they compile; false where nothing is compiled of it any more. */
function sayOwn(turn: Turn, reminder: CompiledReminder): boolean {
  const view = viewCompiled(turn.desk, reminder);
  if (view === null) return false;
  const rule = turn.rules.policy.milestones.find(({ key }) => key === reminder.milestone) ?? null;
  const { document } = turn.rules;
  turn.say(sayWhyCompiled(view, { rule, remindedAt: reminder.decidedAt, document, zone: turn.desk.zone }));
  return true;
}

/** The task of that number where it is another unit's, and none of the person's business. */
function foreignTask({ desk, memberships }: Turn, id: number): Task | null {
  const task = Number.isSafeInteger(id) ? desk.store.tasks.find(id) : null;
  if (task === null || isAllowed(memberships, 'watch-round')) return null;
  return unitsAllowing(memberships, 'view-tasks').includes(task.unit) ? null : task;
}
