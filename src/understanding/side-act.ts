import type { Asked } from './asked.ts';
import { type Act, isOfDesk, type Situation } from './meaning.ts';
import { fieldsIn } from './named-in.ts';
import { isMeasured } from './new-order.ts';
import { readPreviewWord } from './preview-word.ts';
import { readSideQuestions, type SideQuestion } from './side-question.ts';
import { readWish } from './wish.ts';

/** The command that answers what is asked beside everything else. */
export const ASK = 'hoidap';

/** What is known as well by a command of its own: that one says more. */
const YIELDS: Readonly<Partial<Record<SideQuestion['about'], readonly string[]>>> = {
  lateness: ['han', 'xingiahan', 'visao', 'danhan'],
  paper: ['daguivanban', 'danhan'],
  'who-reports': ['aichuanop', 'gapnguoi', 'giao', 'nhamnguoi'],
  'sent-yet': ['danhan'],
  approved: ['danhan', 'duyet'],
  owed: ['nhiemvu', 'aichuanop', 'lichsu'],
};

/** In the middle of nothing: a question that data answers, or a wish to begin a report. */
export function sideIn(text: string, situation: Situation, asked: Asked | null): Act<never> | null {
  const found = readSide(text, situation, false);
  if (found.length > 0 && !isKnownBetter(found, asked)) return { do: 'command', name: ASK, args: text };
  const wish = situation.maySubmit ? readWish(text, situation, asked) : null;
  return wish === null ? null : { do: 'command', ...wish };
}

/** Beside a report, a menu, a day or a number that is waited for; words that are to be passed on are taken as they stand. */
export function sideInHand(text: string, situation: Situation, asked: Asked | null): Act<never> | null {
  const { awaits, about, isMember } = situation;
  // "Ai nhận đấy" of a message that is about to go out.
  if ((about === 'thongbao' || about === 'dondoc') && readPreviewWord(text) !== null) return null;
  const isOpen = awaits === 'choice' || awaits === 'form' || (awaits === 'value' && isMeasured(about));
  if (!isMember || !isOpen) return null;
  const found = readSide(text, situation, about === 'nop');
  if (found.length === 0 || isKnownBetter(found, asked)) return null;
  const isValue = about === 'nop' && Object.keys(fieldsIn(text, null, situation, '')).length > 0;
  return isValue ? null : { do: 'command', name: ASK, args: text, aside: '' };
}

/** What was sent is asked for, as by "/lichsu". */
export function asksForFigures(text: string, situation: Situation): boolean {
  return readSide(text, situation, situation.about === 'nop').some(({ about }) => about === 'figures');
}

function isKnownBetter(found: readonly SideQuestion[], asked: Asked | null): boolean {
  return found.every(({ about }) => asked?.isSure === true && YIELDS[about]?.includes(asked.intent) === true);
}

function readSide(text: string, situation: Situation, isInReport: boolean): SideQuestion[] {
  const { today, reports, forms } = situation;
  return readSideQuestions(text, { today, reports, forms, isOfUnit: !isOfDesk(situation), isInReport });
}
