import { foldInPlace } from '../language/fold.ts';
import type { Situation } from './meaning.ts';

/** A text without the name of the person's own unit, which adds nothing to what they say of it. */
export function withoutOwnUnit(text: string, { ownUnits, units }: Pick<Situation, 'ownUnits' | 'units'>): string {
  const names = units
    .filter(({ code }) => ownUnits.includes(code))
    .flatMap(({ name, shortName }) => [name, shortName])
    .toSorted((a, b) => b.length - a.length);
  // Its code in capitals alone: "cat" is a word.
  const [, code = ''] = /^\s*(\p{Lu}{2,12})(?=[\s,.;:])/u.exec(text) ?? [];
  if (ownUnits.includes(code)) return text.slice(text.indexOf(code) + code.length).replace(/^[\s,.;:]+/u, '');
  for (const name of names) {
    const at = ` ${foldInPlace(text)} `.search(new RegExp(`(?<=\\s)${escaped(foldInPlace(name))}(?=[\\s,.;:!?])`, 'u'));
    if (at >= 0) return `${text.slice(0, Math.max(0, at - 1))}${text.slice(at - 1 + name.length)}`;
  }
  return text;
}

const escaped = (words: string): string => words.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&');
