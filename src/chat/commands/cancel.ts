import { dropSnoozes } from '../../actions/snooze.ts';
import { callsOffReminder } from '../../language/remind-word.ts';
import { HEARD, readSub } from '../../understanding/command-words.ts';
import { COMMAND_WORDS } from '../../wording/commands.ts';
import { REMIND } from '../../wording/remind.ts';
import { sayDropped, sayFetched, sayNothingToFetch, sayNothingToLeave } from '../../wording/router.ts';
import type { Command } from '../command.ts';
import { SUBMIT } from '../dialogs/draft.ts';
import { openDialog, pushAside } from '../dialogs/index.ts';
import { keptIn } from '../kept-draft.ts';
import { dropOrders } from '../orders-in-turn.ts';
import type { Turn } from '../turn.ts';

export const cancelCommand: Command = {
  name: 'huy',
  alias: 'cancel',
  ...COMMAND_WORDS.huy,
  ...HEARD.huy,
  needs: 'nothing',
  run(turn, args) {
    const order = readSub(args, HEARD.huy.subs);
    if (order?.sub === 'laylai') return fetchBack(turn, /^\d{1,9}$/u.test(order.rest) ? Number(order.rest) : null);
    const open = openDialog(turn);
    if (open === null && dropOrders(turn)) return;
    if (open === null) return turn.say(calledOff(turn) ? REMIND.dropped : sayNothingToLeave());
    open.leave();
  },
};

/** "Thôi khỏi" with nothing else in hand: the reminders that were put off for themselves are what is left to drop. */
function calledOff({ desk, person, now, text }: Turn): boolean {
  return person !== null && callsOffReminder(text) && dropSnoozes(desk, { person, at: now }) > 0;
}

/** Goes on with what was set aside; what is in hand meanwhile is set aside in its place, and named. */
function fetchBack(turn: Turn, task: number | null): void {
  const kept = keptIn(turn, task);
  if (kept === null) return turn.say(sayNothingToFetch());
  kept.drop();
  const before = openDialog(turn);
  const held = turn.unfinished();
  const left = before?.describe() ?? '';
  turn.keep(kept.kind, kept.content);
  const open = openDialog(turn);
  if (open !== null) open.repeat(sayFetched(open.describe()));
  if (before === null || held === null || before.isQuiet) return;
  const { isWorthKeeping } = before;
  const isReport = before.kind === SUBMIT;
  // What holds nothing takes nobody's place; of a report in which nothing was typed nothing is lost.
  if (isWorthKeeping) pushAside(turn, held);
  if (isWorthKeeping || !isReport)
    turn.footer(sayDropped(left, !isWorthKeeping ? 'none' : isReport ? 'report' : 'order'));
}
