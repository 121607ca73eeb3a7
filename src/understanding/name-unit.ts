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

/** Words before and behind the part of a name by which people know the unit. */
const LEADS = /^(?:uy ban nhan dan|ubnd|huyen|thanh pho|thi xa|tp|tx|xa|phuong|thi tran|tinh) /;
const TRAILS = / tinh$/;

/** The one unit a sentence mentions, by its code in capitals or by its name, long or short; null where it is none, or several. */
export function unitIn(text: string, units: readonly KnownUnit[]): string | null {
  const typed = new Set(text.match(/[\p{L}\p{N}-]+/gu) ?? []);
  const said = ` ${wordsOf(text)} `;
  const byCode = units.filter(({ code }) => typed.has(code));
  const names = units.map(({ code, name, shortName }) => ({ code, full: [wordsOf(name), wordsOf(shortName)] }));
  const byName = names
    .map(({ code, full }) => {
      const spoken = full.flatMap(formsOf).filter((form) => said.includes(` ${form} `) && isOwn(form, code, names));
      return { code, form: spoken.toSorted((a, b) => b.length - a.length)[0] ?? '' };
    })
    .filter(({ form }) => form !== '');
  // What stands within a longer name is part of it; what stands beside it is another unit.
  const apart = byName.filter(
    ({ form }) => !byName.some((other) => other.form.length > form.length && ` ${other.form} `.includes(` ${form} `)),
  );
  const found = byCode.length > 0 ? byCode : apart;
  const [only, another] = found;
  return only !== undefined && another === undefined ? only.code : null;
}

const wordsOf = (text: string): string =>
  fold(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** The ways a name is said, down to two words: "Ủy ban nhân dân huyện Cẩm Giàng", "huyện Cẩm Giàng", "Cẩm Giàng". */
function formsOf(name: string): string[] {
  const forms = [name, name.replace(TRAILS, '')];
  let rest = name;
  while (LEADS.test(rest)) {
    rest = rest.replace(LEADS, '');
    forms.push(rest, rest.replace(TRAILS, ''));
  }
  return forms.filter((form) => form.includes(' '));
}

/** Whether no other unit's name has these words: "Hải Dương" is a town, a newspaper and a province. */
function isOwn(form: string, code: string, names: readonly { code: string; full: readonly string[] }[]): boolean {
  return names.every((one) => one.code === code || one.full.every((name) => !` ${name} `.includes(` ${form} `)));
}

/** Takes off the front of a text the longest name of a unit that stands there, and tells whose; null where none does, or several. */
export function takeUnitName(text: string, units: readonly KnownUnit[]): { unit: string; rest: string } | null {
  const words = [...text.matchAll(/[\p{L}\p{N}]+/gu)].slice(0, LONGEST_NAME);
  if (words[0] === undefined || /[^\s“"(]/u.test(text.slice(0, words[0].index))) return null;
  const names = units.map(({ code, name, shortName }) => ({ code, full: [wordsOf(name), wordsOf(shortName)] }));
  const typed = words.map(([word]) => fold(word));
  for (let length = words.length; length > 1; length -= 1) {
    const front = typed.slice(0, length).join(' ');
    const [only, another] = names.filter(({ full }) => full.flatMap(formsOf).includes(front));
    const last = words[length - 1];
    if (only === undefined || last === undefined || another !== undefined || !isOwn(front, only.code, names)) continue;
    return { unit: only.code, rest: text.slice(last.index + last[0].length).replace(/^[\s,:;.)”"]+/u, '') };
  }
  return null;
}

const LONGEST_NAME = 14;
