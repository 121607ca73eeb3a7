import { HEARD, readSub } from '../../understanding/command-words.ts';
import { COMMAND_WORDS } from '../../wording/commands.ts';
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
    if (open === null) return turn.say(sayNothingToLeave());
    open.leave();
  },
};

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
