import type { ReportForm } from '../domain/report-form.ts';
import { plainWords } from '../language/question-form.ts';
import { periodsIn } from '../language/time/period-word.ts';
import { fieldIn } from '../understanding/field-in.ts';
import * as wordsOf from '../understanding/side-question-words.ts';
import { sayNoAnswer } from '../wording/router.ts';
import { keepQuestion } from './dialogs/ticket.ts';
import { answerFigures } from './figures-answer.ts';
import { today } from './look-up.ts';
import { inHand } from './own-reports.ts';
import type { Turn } from './turn.ts';

/** A question that nothing here answers: an honest word, and the way to whoever can. */
export function sayUnknownQuestion(turn: Turn): void {
  turn.say(sayNoAnswer());
  offerToForward(turn);
}

/** The same in a report: what it names of it is said, as it stands. */
export function sayUnknownInReport(turn: Turn, form: ReportForm): void {
  const said = plainWords(turn.text);
  const key = fieldIn(turn.text, said, [form], true);
  const isOfOther = periodsIn(said, today(turn)).some((period) => period !== inHand(turn)?.period.key);
  if (key === null || isOfOther || wordsOf.WHERE_TO.test(said)) return sayUnknownQuestion(turn);
  answerFigures(turn, { key, periods: [], before: false });
}

/** Offers to have the words as they stand passed on to the coordinators. */
export function offerToForward(turn: Turn): void {
  for (const choice of keepQuestion(turn, turn.text.trim())) turn.offer(choice);
}
