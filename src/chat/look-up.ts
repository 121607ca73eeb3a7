import { dayOf } from '../domain/calendar.ts';
import type { Unit } from '../domain/unit.ts';
import { existsOn } from '../domain/unit.ts';
import { fold } from '../language/fold.ts';
import type { Turn } from './turn.ts';

/** The unit's name today; its code when it is not known. */
export function unitName(turn: Turn, code: string): string {
  return turn.desk.store.units.find(code, today(turn))?.name ?? code;
}

/** The unit a word names by its code, whatever the case; null when none does. */
export function findUnit(turn: Turn, word: string): Unit | null {
  const unit = turn.desk.store.units.find(word.trim().toUpperCase(), today(turn));
  return unit !== null && existsOn(unit, today(turn)) ? unit : null;
}

/** The units a word means: the one with that code, else those in whose name all the words stand, whatever the marks. */
export function findUnits(turn: Turn, words: string): Unit[] {
  const byCode = findUnit(turn, words);
  if (byCode !== null) return [byCode];
  const wanted = fold(words)
    .split(' ')
    .filter((word) => word !== '');
  if (wanted.length === 0) return [];
  const day = today(turn);
  const named = turn.desk.store.units
    .all()
    .filter((unit) => existsOn(unit, day))
    .filter((unit) => {
      const name = ` ${fold(`${unit.name} ${unit.shortName}`)} `;
      return wanted.every((word) => name.includes(` ${word} `));
    });
  return named;
}

export function today(turn: Turn): string {
  return dayOf(turn.now, turn.desk.zone);
}
