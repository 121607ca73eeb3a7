import { dropSnoozes } from '../../actions/snooze.ts';
import { callsOffReminder } from '../../language/remind-word.ts';
import { HEARD, readSub } from '../../understanding/command-words.ts';
import { COMMAND_WORDS } from '../../wording/commands.ts';
import { REMIND } from '../../wording/remind.ts';
import { sayFetched, sayNothingToFetch, sayNothingToLeave } from '../../wording/router.ts';
import type { Command } from '../command.ts';
import { openDialog } from '../dialogs/index.ts';
import type { Turn } from '../turn.ts';

export const cancelCommand: Command = {
  name: 'huy',
  alias: 'cancel',
  ...COMMAND_WORDS.huy,
  ...HEARD.huy,
  needs: 'nothing',
  run(turn, args) {
    if (readSub(args, HEARD.huy.subs)?.sub === 'laylai') return fetchBack(turn);
    const open = openDialog(turn);
    if (open === null) return turn.say(calledOff(turn) ? REMIND.dropped : sayNothingToLeave());
    open.leave();
  },
};

/** "Thôi khỏi" with nothing else in hand: the reminders that were put off for themselves are what is left to drop. */
function calledOff({ desk, person, now, text }: Turn): boolean {
  return person !== null && callsOffReminder(text) && dropSnoozes(desk, { person, at: now }) > 0;
}

/** Goes on with what was set aside; what is in hand meanwhile is set aside in its place. */
function fetchBack(turn: Turn): void {
  const kept = turn.aside();
  if (kept === null) return turn.say(sayNothingToFetch());
  turn.dropAside();
  turn.setAside();
  turn.keep(kept.kind, kept.content);
  const open = openDialog(turn);
  if (open !== null) open.repeat(sayFetched(open.describe()));
}
