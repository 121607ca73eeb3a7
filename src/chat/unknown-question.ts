import { sayNoAnswer } from '../wording/router.ts';
import { keepQuestion } from './dialogs/ticket.ts';
import type { Turn } from './turn.ts';

/** A question that nothing here answers: an honest word, and the way to whoever can. */
export function sayUnknownQuestion(turn: Turn): void {
  turn.say(sayNoAnswer());
  offerToForward(turn);
}

/** Offers to have the words as they stand passed on to the coordinators. */
export function offerToForward(turn: Turn): void {
  for (const choice of keepQuestion(turn, turn.text.trim())) turn.offer(choice);
}
