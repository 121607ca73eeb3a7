import { botOf } from '../actions/desk.ts';
import type { Capabilities, Incoming } from '../channels/channel.ts';
import { saySticker, sayUnsupported, sayVoice } from '../wording/router.ts';
import { fileCommand } from './commands/file.ts';
import { openDialog } from './dialogs/index.ts';
import { isHushed } from './limits.ts';
import { unclear } from './on-screen.ts';
import { sayPuzzled } from './puzzled.ts';
import type { Turn } from './turn.ts';
import { mayUse } from './usable-commands.ts';

/**
 * Something the bot cannot read. A sticker is courtesy and costs nothing, but where something is asked: silence would be
 * taken for done. For a voice the way to say it is told; for anything else, perhaps a file the app would not pass on, the way
 * to hand one in.
 */
export function takeUnsupported(turn: Turn, kind?: Incoming['unsupportedKind']): void {
  const open = openDialog(turn);
  if (turn.person === null && open === null) return sayPuzzled(turn, []);
  if (kind === 'sticker' && open === null) return;
  if (isHushed(turn, 'other')) return;
  if (kind !== undefined) {
    const words = kind === 'sticker' ? saySticker() : sayVoice();
    return open === null ? turn.say(words) : unclear(turn, '', words, (problem) => open.repeat(problem));
  }
  const filesIn = filesInto(turn);
  turn.say(sayUnsupported(filesIn));
  if (filesIn !== 'all' && mayUse(fileCommand, turn.memberships, turn.person !== null)) fileCommand.run(turn, '');
}

function filesInto(turn: Turn): Capabilities['filesIn'] {
  const bot = botOf(turn.desk, turn.chat);
  return bot?.capabilities.filesIn ?? 'none';
}
