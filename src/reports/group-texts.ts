import type { CompiledUnit } from '../domain/compiled-round.ts';
import { textOf } from '../domain/compiled-round.ts';
import { fold } from '../language/fold.ts';
import { saysNone } from '../language/report/says-none.ts';

/** A text that units gave, and who gave it: the same words in whatever letters stand once. */
export interface GroupedText {
  text: string;
  units: readonly CompiledUnit[];
}

/** The texts of one field, those given by most units first; what only says "none" ("ko có") is counted apart. */
export function groupTexts(units: readonly CompiledUnit[], key: string): { groups: GroupedText[]; none: number } {
  const groups = new Map<string, { text: string; units: CompiledUnit[] }>();
  let none = 0;
  for (const unit of units) {
    const text = textOf(unit, key);
    if (text === '') continue;
    if (saysNone(text)) {
      none += 1;
      continue;
    }
    const words = fold(text)
      .replace(/[\s.,;:!…-]+/gu, ' ')
      .trim();
    const group = groups.get(words) ?? { text, units: [] };
    group.units.push(unit);
    groups.set(words, group);
  }
  return { groups: [...groups.values()].sort((a, b) => b.units.length - a.units.length), none };
}
