import { fold } from '../language/fold.ts';

/** A unit as people may name it. */
export interface KnownUnit {
  code: string;
  name: string;
  shortName: string;
}

/** The units that words mean: the one with that code, else those in whose name all the words stand, whatever the marks. */
export function nameUnits<Unit extends KnownUnit>(words: string, units: readonly Unit[]): Unit[] {
  const code = words.trim().toUpperCase();
  const byCode = units.find((unit) => unit.code === code);
  if (byCode !== undefined) return [byCode];
  const wanted = fold(words)
    .split(' ')
    .filter((word) => word !== '');
  if (wanted.length === 0) return [];
  return units.filter((unit) => {
    const name = ` ${fold(`${unit.name} ${unit.shortName}`)} `;
    return wanted.every((word) => name.includes(` ${word} `));
  });
}

/** The one unit a sentence mentions, by its code in capitals or by its short name; null where it is none, or several. */
export function unitIn(text: string, units: readonly KnownUnit[]): string | null {
  const words = new Set(text.match(/[\p{L}\p{N}-]+/gu) ?? []);
  const said = ` ${fold(text).replace(/[^\p{L}\p{N}]+/gu, ' ')} `;
  const found = units.filter(
    ({ code, shortName }) => words.has(code) || said.includes(` ${fold(shortName).replace(/[^\p{L}\p{N}]+/gu, ' ')} `),
  );
  const [only, another] = found;
  return only !== undefined && another === undefined ? only.code : null;
}
