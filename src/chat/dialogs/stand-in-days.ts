import { z } from 'zod';
import { fold } from '../../language/fold.ts';
import { callsOffStandIn } from '../../language/stand-in-word.ts';
import { readStretch } from '../../language/time/stretch-word.ts';
import { STAND_IN } from '../../wording/stand-in.ts';
import { proposeStandInBy } from '../commands/stand-in.ts';
import type { Dialog } from '../dialog.ts';
import { today } from '../look-up.ts';
import type { Turn } from '../turn.ts';

/** Days of something else: "xin gia hạn đến 20/11". */
const OTHERWISE = /(?<!\p{L})(?:gia han|lui han|bao cao|bc|nop|gui|nhac|hen|hoi nghi|so lieu)(?!\p{L})/u;

/** Who stands in was said, the days were not: they alone are asked for. */
export const standInDaysDialog: Dialog<{ words: string }> = {
  kind: 'stand-in-days',
  schema: z.object({ words: z.string() }),
  answer(turn, { words }, { text }) {
    if (callsOffStandIn(text)) {
      turn.finish();
      return turn.say(STAND_IN.dropped);
    }
    if (readStretch(text, today(turn)) === null || OTHERWISE.test(fold(text)))
      return standInDaysDialog.repeat(turn, { words });
    turn.finish();
    proposeStandInBy(turn, `${text} ${words}`);
  },
  repeat(turn, content) {
    turn.keep(standInDaysDialog.kind, content);
    turn.say({
      text: STAND_IN.whichDays,
      choices: [[{ label: STAND_IN.forGood, value: '/bangiao', means: { words: STAND_IN.forGoodWords } }]],
      answer: 'free',
    });
  },
  awaits: () => 'value',
  about: () => 'thaythe',
  describe: () => STAND_IN.what,
};

export function askStandInDays(turn: Turn, words: string): void {
  standInDaysDialog.repeat(turn, { words });
}
