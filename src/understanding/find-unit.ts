import { editDistance } from '../language/edit-distance.ts';
import { fold } from '../language/fold.ts';
import { bareName } from '../language/unit/unit-kind-word.ts';
import type { KnownUnit } from './name-unit.ts';

/** What goes around a unit's name when people say where they work. */
const AROUND =
  /^(?:(?:da|vang|thua|em|anh|chi|toi|minh|la|o|ben|tu|thuoc|don vi|cua|den|cong tac|lam|tai) )+|(?: (?:a|nhe|nha|day|do|roi))+$/gu;
/** Letters that may be wrong: one in six. */
const LETTERS_PER_SLIP = 6;

/**
 * The units somebody means who says where they work: the one named whole, else those in whose name all the words stand, else those
 * whose name stands in the words; `near` when none does and these are only spelt alike.
 */
export function searchUnits<Unit extends KnownUnit>(
  typed: string,
  units: readonly Unit[],
): { found: Unit[]; near: boolean } {
  const names = units.map((unit) => ({ unit, whole: bareName(unit.name), short: bareName(unit.shortName) }));
  const whole = bareName(typed);
  const words = bareName(whole.replace(AROUND, ''));
  // As it was typed first: "Chí Giang" is a place, and "chị" before one is only polite.
  for (const said of [whole, words]) {
    const found = said === '' ? [] : named(said, names);
    if (found.length > 0) return { found, near: false };
  }
  return { found: words === '' ? [] : nearest(words, names), near: true };
}

interface Named<Unit> {
  unit: Unit;
  whole: string;
  short: string;
}

function named<Unit extends KnownUnit>(words: string, names: readonly Named<Unit>[]): Unit[] {
  const compact = words.replaceAll(' ', '');
  const readings = [
    ({ unit, whole, short }: Named<Unit>) =>
      [whole, short].some((name) => name.replaceAll(' ', '') === compact) || fold(unit.code) === compact,
    ({ whole, short }: Named<Unit>) => words.split(' ').every((word) => ` ${whole} ${short} `.includes(` ${word} `)),
    ({ whole, short }: Named<Unit>) => [whole, short].some((name) => ` ${words} `.includes(` ${name} `)),
  ];
  const found = readings.map((fits) => names.filter(fits)).find((fitting) => fitting.length > 0) ?? [];
  return found.map(({ unit }) => unit);
}

function nearest<Unit>(words: string, names: readonly Named<Unit>[]): Unit[] {
  const allowed = Math.max(1, Math.floor(words.length / LETTERS_PER_SLIP));
  const scored = names.map(({ unit, whole, short }) => ({
    unit,
    distance: Math.min(
      ...[whole, short, withoutKind(whole), withoutKind(short)].map((name) =>
        Math.abs(name.length - words.length) > allowed ? Number.POSITIVE_INFINITY : editDistance(words, name),
      ),
    ),
  }));
  return scored
    .filter(({ distance }) => distance <= allowed)
    .sort((a, b) => a.distance - b.distance)
    .map(({ unit }) => unit);
}

function withoutKind(name: string): string {
  return name.replace(/^(?:xa|phuong|dac khu|thi tran|huyen|thi xa|thanh pho|tp|tx|so|ban) /u, '');
}
