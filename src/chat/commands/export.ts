import { orderPrint } from '../../actions/print.ts';
import { viewTask } from '../../actions/task-view.ts';
import type { PrintOrder } from '../../domain/print-order.ts';
import { asksForInvitations, readExportOrder } from '../../language/desk/export-words.ts';
import { saysHandedOn } from '../../language/desk/sent-words.ts';
import type { RoundRow } from '../../store/tasks.ts';
import { HEARD, readSub } from '../../understanding/command-words.ts';
import { scopeIn } from '../../understanding/scope-in.ts';
import { COMMAND_WORDS } from '../../wording/commands.ts';
import { EXPORT_WORDS, sayWhichFormat } from '../../wording/export.ts';
import { sayProblem } from '../../wording/problems.ts';
import type { SpokenRound } from '../../wording/round.ts';
import { sayWhichRound } from '../../wording/round.ts';
import type { Command } from '../command.ts';
import { beginCompiledSent } from '../dialogs/compiled-sent.ts';
import { today, unitsToday } from '../look-up.ts';
import type { Turn } from '../turn.ts';
import { whichRounds } from '../which.ts';

/** Years of which a plan may have something to say. */
const YEARS = { from: 2020, to: 2100 };

export const exportCommand: Command = {
  name: 'xuat',
  alias: 'export',
  ...COMMAND_WORDS.xuat,
  ...HEARD.xuat,
  needs: 'export',
  run(turn, args) {
    const sent = readSub(args, HEARD.xuat.subs);
    if (sent !== null) return beginCompiledSent(turn, sent.rest);
    if (saysHandedOn(args)) return beginCompiledSent(turn, args);
    const { formats, rest, calendar } = readExportOrder(args);
    const year = Number(today(turn).slice(0, 4));
    if (calendar !== undefined) return orderCalendar(turn, calendar ?? year);
    if (asksForInvitations(rest)) return turn.say(EXPORT_WORDS.invitations);
    const which = whichRounds(turn, rest);
    if ('problem' in which) return turn.say(sayProblem(which.problem, turn.desk.zone));
    const [round, ...more] = which.found;
    const [shown, ...others] = which.found.flatMap((one) => spoken(turn, one));
    if (shown === undefined) throw new Error(`round ${round.obligation} ${round.period} has no tasks`);
    if (formats.length === 0) return turn.say(sayWhichFormat(shown, others, year));
    if (more.length > 0) return turn.say(sayWhichRound([shown, ...others], `/xuat ${formats.map(wordOf).join(' ')}`));
    const { obligation, period } = round;
    const scope = scopeIn(args, unitsToday(turn));
    if (scope !== null) turn.say(EXPORT_WORDS.allUnits(scope));
    order(
      turn,
      formats.map((format) => ({ print: 'round', obligation, period, format })),
    );
  },
};

/** The word for it in a button, where nothing is written with marks. */
function wordOf(format: string): string {
  return format === 'picture' ? 'anh' : format;
}

function orderCalendar(turn: Turn, year: number): void {
  if (year < YEARS.from || year > YEARS.to) return turn.say(EXPORT_WORDS.noCalendar(year));
  order(turn, [{ print: 'calendar', year }]);
}

/** The files follow as soon as they are made: each with its own words, so nothing is said before. */
function order(turn: Turn, orders: readonly PrintOrder[]): void {
  if (turn.person === null) return;
  const ordered = orderPrint(turn.desk, { person: turn.person, at: turn.now }, turn.chat.id, orders);
  if (!ordered.ok) turn.say(sayProblem(ordered.problem, turn.desk.zone));
}

function spoken(turn: Turn, { obligation, period }: RoundRow): SpokenRound[] {
  const [task] = turn.desk.store.tasks.ofRound(obligation, period);
  return task === undefined ? [] : [viewTask(turn.desk, task)];
}
