import { lostStretch } from '../../actions/lost-stretch.ts';
import { countWaiting, noteLookedAt, spokenStretch } from '../../actions/tell-restored.ts';
import { HEARD, readSub } from '../../understanding/command-words.ts';
import { COMMAND_WORDS } from '../../wording/commands.ts';
import { sayProblem } from '../../wording/problems.ts';
import { RESTORED_WORDS, sayRestored } from '../../wording/restored.ts';
import type { Command } from '../command.ts';
import type { Turn } from '../turn.ts';

/** What a restored bot may be without, and that somebody has looked. */
export const restoredCommand: Command = {
  name: 'khoiphuc',
  alias: 'restored',
  ...COMMAND_WORDS.khoiphuc,
  ...HEARD.khoiphuc,
  needs: 'chase',
  isHidden: true,
  run(turn, args) {
    const order = readSub(args, HEARD.khoiphuc.subs);
    if (order !== null) return note(turn, order.rest);
    const { desk, now } = turn;
    const stretch = lostStretch(desk);
    if (stretch === null) return turn.say(RESTORED_WORDS.never);
    const spoken = spokenStretch(desk, stretch);
    turn.say(stretch.isSeen ? RESTORED_WORDS.seenBefore(spoken) : sayRestored(spoken, countWaiting(desk, now)));
  },
};

function note(turn: Turn, rest: string): void {
  const { desk, now, person } = turn;
  if (person === null) return;
  const restored = /^\d{1,15}$/u.test(rest) ? Number(rest) : null;
  const noted = noteLookedAt(desk, { person, at: now }, restored);
  if (!noted.ok) return turn.say(sayProblem(noted.problem, desk.zone));
  const stretch = lostStretch(desk);
  if (stretch === null || noted.value === 'never') return turn.say(RESTORED_WORDS.never);
  if (noted.value === 'old') return turn.say(RESTORED_WORDS.oldButton);
  turn.say(noted.value === 'noted' ? RESTORED_WORDS.seen : RESTORED_WORDS.seenBefore(spokenStretch(desk, stretch)));
}
