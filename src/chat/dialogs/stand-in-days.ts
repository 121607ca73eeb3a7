import { z } from 'zod';
import { readStretch } from '../../language/stretch-word.ts';
import { STAND_IN } from '../../wording/stand-in.ts';
import { proposeStandInBy } from '../commands/stand-in.ts';
import type { Dialog } from '../dialog.ts';
import { today } from '../look-up.ts';
import type { Turn } from '../turn.ts';

/** Who stands in was said, the days were not: they alone are asked for. */
export const standInDaysDialog: Dialog<{ words: string }> = {
  kind: 'stand-in-days',
  schema: z.object({ words: z.string() }),
  answer(turn, { words }, { text }) {
    if (readStretch(text, today(turn)) === null) return standInDaysDialog.repeat(turn, { words });
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
