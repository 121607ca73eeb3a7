import { withoutDocumentNumber } from '../language/document-number.ts';
import { hasFigures } from '../language/told-figures.ts';
import { type Asked, readAsked } from './asked.ts';
import type { Situation } from './meaning.ts';
import { readsFigures } from './named-in.ts';
import { isHeldBack, meantOf } from './order-stance.ts';

/** What a text asks for of this person; null also where it only sounds so, or holds back what it names. */
export function askedIn(text: string, situation: Situation): Asked | null {
  const { commands } = situation;
  const usable = commands.filter(({ isUsable }) => isUsable).map(({ name }) => name);
  const asked = readAsked(
    withoutDocumentNumber(meantOf(text)),
    new Set(commands.map(({ name }) => name)),
    new Set(usable),
  );
  // "20 áp phích và 1000 tờ gấp" asks for no material.
  const isFigures = asked?.intent === 'tailieu' && hasFigures(text) && readsFigures(text, situation);
  return isFigures || (asked?.answer != null && isHeldBack(text, asked.answer.command)) ? null : asked;
}
