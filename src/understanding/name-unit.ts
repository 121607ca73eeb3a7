import { fold, lower } from '../language/fold.ts';
import { isSpelled, type Word, wordOf } from '../language/spelled.ts';

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
  const [byLetters, another] = units.filter((unit) => lettersOf(unit).includes(fold(words).trim()));
  if (byLetters !== undefined && another === undefined) return [byLetters];
  const wanted = fold(words)
    .split(' ')
    .filter((word) => word !== '');
  if (wanted.length === 0) return [];
  // "Tỉnh đoàn" stands in "Liên đoàn Lao động tỉnh" too.
  const exact = units.filter(({ name, shortName }) => [name, shortName].some((one) => fold(one) === wanted.join(' ')));
  if (exact.length === 1) return exact;
  return units.filter((unit) => {
    const name = ` ${fold(`${unit.name} ${unit.shortName}`)} `;
    return wanted.every((word) => name.includes(` ${word} `));
  });
}

/** Words before and behind the part of a name by which people know the unit. */
const LEADS = /^(?:uy ban nhan dan|uy ban|ubnd|huyen|thanh pho|thi xa|tp|tx|xa|phuong|thi tran|tinh) /;
const TRAILS = / tinh$/;
/** Said in full names only, where short ones leave it out. */
const FILLERS: ReadonlySet<string> = new Set(['cac', 'va']);
/** What kind of body it is: with so many words behind it the beginning of a name is enough ("Sở Nông nghiệp"). */
const KINDS = /^(?:so|ban|bo|hoi|dai|bao|lien|van|chi|truong|trung|tinh)$/;
/** "Đài phát thanh xã", and words that stand before the medium something was published in. */
const OF_BELOW = /^(?:xa|huyen|phuong|thon|co|truyen)$/;
const MEDIA = /^(?:bao|dai)$/;
const PUBLISHED = /^(?:tren|dang|len|qua|phat)$/;
/** Without marks "tu ky truoc" is "từ kỳ trước" and no place. */
const SINCE_PERIOD = /^(?:truoc|nay|nao|sau|toi|do|vua)$/;

/** "12/HBG", "45/BC-SNV": whose letters these are is said by nobody. */
const DOCUMENT = /\d\s*\/\s*[\p{L}\d]*\p{L}[\p{L}\d]*(?:\s?[-–]\s?[\p{L}\d]+)*/gu;

/** The one unit a sentence mentions, by its code in capitals or by its name, long or short; null where it is none, or several. */
export function unitIn(text: string, units: readonly KnownUnit[]): string | null {
  const [only, another] = unitsIn(text, units);
  return only !== undefined && another === undefined ? only : null;
}

/** All the units a sentence mentions. A code says no more than a name: who writes both means two. */
export function unitsIn(text: string, units: readonly KnownUnit[]): string[] {
  const words = text.replace(DOCUMENT, ' ');
  const written = words.match(/[\p{L}\p{N}-]+/gu) ?? [];
  // "LĐLĐ" is LDLD.
  const typed = new Set(written.filter((word) => word === word.toUpperCase()).map((word) => fold(word).toUpperCase()));
  const said = wordsOf(words);
  const plain = ` ${plainOf(said)} `;
  const byCode = units.filter(({ code }) => typed.has(code));
  const all = namesOf(units);
  if ([...typed].some((word) => ASSOCIATION.test(word)))
    byCode.push(...units.filter((unit) => lettersOf(unit).some((one) => typed.has(one.toUpperCase()))));
  const byName = all
    .map(({ code, names }) => {
      const forms = names.flatMap((name) => name.forms).filter((one) => plain.includes(` ${one.plain} `));
      const spoken = forms.filter((one) => stands(said, one.form) && isOwn(one.plain, code, all));
      return { code, form: spoken.map((one) => one.plain).toSorted((a, b) => b.length - a.length)[0] ?? '' };
    })
    .filter(({ form }) => form !== '');
  // What stands within a longer name is part of it; what stands beside it is another unit.
  const apart = byName.filter(
    ({ form }) => !byName.some((other) => other.form.length > form.length && ` ${other.form} `.includes(` ${form} `)),
  );
  return [...new Set([...byCode, ...apart].map(({ code }) => code))];
}

type Form = readonly Word[];

/** A name with the ways it is said. */
interface Name {
  /** Between blanks, so that only whole words are found in it. */
  plain: string;
  forms: readonly { form: Form; plain: string }[];
}

interface UnitNames {
  code: string;
  names: readonly Name[];
}

function namesOf(units: readonly KnownUnit[]): UnitNames[] {
  return units.map(({ code, name, shortName }) => ({ code, names: [name, shortName].flatMap(readName) }));
}

/** Names are those of plans, a few hundred in a process's life; reading them anew took most of the time of a sentence. */
const KNOWN = new Map<string, readonly Name[]>();

function readName(name: string): readonly Name[] {
  const before = KNOWN.get(name);
  if (before !== undefined) return before;
  const names = bothWays(name).map((whole) => {
    const forms = formsOf(whole).map((form) => ({ form, plain: plainOf(form) }));
    return { plain: ` ${plainOf(whole)} `, forms };
  });
  KNOWN.set(name, names);
  return names;
}

/** "Sở GD&ĐT" is typed "sở gdđt" and "sở gd đt". */
function bothWays(name: string): Form[] {
  const whole = wordsOf(name.replaceAll('&', ''));
  return name.includes('&') ? [whole, wordsOf(name)] : [whole];
}

function wordsOf(text: string): Form {
  return (lower(text).match(/[\p{L}\p{N}]+/gu) ?? []).map(wordOf);
}

const plainOf = (form: Form): string => form.map(({ plain }) => plain).join(' ');

/** Whether the words stand there, with marks that can be theirs, and mean the unit. */
function stands(said: Form, form: Form): boolean {
  const [first] = form;
  return said.some((_, at) => {
    const isThere = form.every((word, more) => isSpelled(said[at + more], word));
    if (!isThere) return false;
    const [before, next] = [said[at - 1]?.plain ?? '', said[at + form.length]?.plain ?? ''];
    const isMedium = MEDIA.test(first?.plain ?? '') && (PUBLISHED.test(before) || OF_BELOW.test(next));
    return !isMedium && !(plainOf(form) === 'tu ky' && SINCE_PERIOD.test(next));
  });
}

/** The ways a name is said, down to two words: "Ủy ban nhân dân huyện Cẩm Giàng", "huyện Cẩm Giàng", "Cẩm Giàng"; "Sở Nông nghiệp". */
function formsOf(name: Form): Form[] {
  const whole = [name, ...stripped(name)];
  const all = [...whole, ...whole.map((form) => form.filter(({ plain }) => !FILLERS.has(plain)))];
  const forms = new Map(all.filter((form) => form.length > 1).map((form) => [plainOf(form), form]));
  for (const form of whole.flatMap((one) => [...beginningsOf(one), ...shortFormsOf(one)]))
    forms.set(plainOf(form), form);
  return [...forms.values()];
}

function stripped(name: Form): Form[] {
  const forms: Form[] = [];
  for (let rest = name; ; ) {
    const plain = plainOf(rest);
    if (TRAILS.test(plain)) forms.push(rest.slice(0, -1));
    const lead = LEADS.exec(plain)?.[0].trim().split(' ').length ?? 0;
    if (lead === 0) return forms;
    rest = rest.slice(lead);
    forms.push(rest);
  }
}

/** "Sở Nông nghiệp" of "Sở Nông nghiệp và Môi trường", "sở gd" of "Sở GD&ĐT", "Mặt trận". */
function beginningsOf(name: Form): Form[] {
  const [kind, second] = name;
  if (kind === undefined || second === undefined || name.length < 3) return [];
  const isShort = !KINDS.test(kind.plain) || !/[aeiouy]/u.test(second.plain);
  return Array.from({ length: name.length - 2 }, (_, at) => name.slice(0, at + 2)).filter(
    (form) => form.length > 2 || isShort,
  );
}

/** "Sở TC", "Báo HD", "Hội CCB": the kind of body, and the first letters of what it is called; what is an abbreviation already stays whole. */
function shortFormsOf(name: Form): Form[] {
  const [kind, ...more] = name.filter(({ plain }) => !FILLERS.has(plain));
  if (kind === undefined || more.length < 2 || !KINDS.test(kind.plain)) return [];
  const letters = more.map(({ plain }) => (/[aeiouy]/u.test(plain) ? plain.charAt(0) : plain)).join('');
  return [[kind, wordOf(letters)]];
}

/** "CCB" of "Hội CCB": the letters alone, where there are enough to be nobody else's word. */
function lettersOf({ name, shortName }: KnownUnit): string[] {
  const forms = [name, shortName].flatMap(readName).flatMap((one) => one.forms);
  return forms.flatMap(({ plain }) => LETTERS.exec(plain)?.[1] ?? []);
}

const ASSOCIATION = /^[B-DGHKLMNP-TVX]{3,6}$/u;
const LETTERS = /^hoi ([b-dghklmnp-tvx]{3,6})$/u;

/** Whether no other unit's name has these words: "Hải Dương" is a town, a newspaper and a province. */
function isOwn(form: string, code: string, all: readonly UnitNames[]): boolean {
  return all.every((one) => one.code === code || one.names.every(({ plain }) => !plain.includes(` ${form} `)));
}

/** The longest name of a unit at the front of a text: whose, where it ends, and what stands behind it and its comma; null where none does, or several. */
export function takeUnitName(
  text: string,
  units: readonly KnownUnit[],
): { unit: string; to: number; rest: string } | null {
  const words = [...text.matchAll(/[\p{L}\p{N}]+/gu)].slice(0, LONGEST_NAME);
  if (words[0] === undefined || /[^\s“"(]/u.test(text.slice(0, words[0].index))) return null;
  const all = namesOf(units);
  const typed = words.map(([word]) => wordOf(lower(word)));
  for (let length = words.length; length > 1; length -= 1) {
    const front = typed.slice(0, length);
    const [only, another] = all.filter(({ names }) =>
      names.some(({ forms }) =>
        forms.some(
          ({ form }) => form.length === length && stands(typed.slice(0, length + 1), form) && isFront(front, form),
        ),
      ),
    );
    const last = words[length - 1];
    if (only === undefined || last === undefined || another !== undefined) continue;
    if (!isOwn(plainOf(front), only.code, all)) continue;
    const to = last.index + last[0].length;
    return { unit: only.code, to, rest: text.slice(to).replace(/^[\s,:;.)”"]+/u, '') };
  }
  return null;
}

const isFront = (front: Form, form: Form): boolean => form.every((word, at) => isSpelled(front[at], word));

const LONGEST_NAME = 14;
