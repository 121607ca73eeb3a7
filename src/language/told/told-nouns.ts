import type { FormField, ReportForm } from '../../domain/report-form.ts';
import { madeOnce } from '../made-once.ts';
import { countedBy, fieldNames } from '../report/field-names.ts';
import { GENERIC } from './told-words.ts';

/** What a figure may count, where it stands in a sentence. */
export interface Noun {
  from: number;
  to: number;
  /** The one field it names; null = several. */
  field: FormField | null;
  name: string;
  /** "Tin", "lượt", "cái": what else is said of it counts for more. */
  isGeneric: boolean;
}

interface Known {
  shape: RegExp;
  named: ReadonlyMap<string, Pick<Noun, 'field' | 'isGeneric'>>;
}

/** "60 đc", "10 tb": elsewhere these are other words ("được", "thông báo"). */
const BEHIND_FIGURE: ReadonlySet<string> = new Set(['dc', 'hv', 'tb']);

/** "Buổi sau chỉ 50", "hội nghị đầu 60 người": one of several is spoken of, and none is counted. */
const ONE_OF_THEM =
  /^ (?:dau(?: tien)?|sau(?= (?:la |chi |co |duoc |\d))|truoc|cuoi(?: cung)?|thu (?:nhat|hai|ba|\d+))(?= (?:la |chi |co |duoc |thoi|\d)|[,.;]|$)/u;

/** Everything in a part of a folded sentence that the form counts; positions are the sentence's own. */
export function nounsIn(form: ReportForm, { from, text }: { from: number; text: string }): Noun[] {
  const { shape, named } = knownOf(form);
  return [...text.matchAll(shape)].flatMap((match) => {
    const name = /^d\s?[/.]\s?[cv]$/u.test(match[0]) ? 'dc' : match[0].replace(/[\s,/-]+/gu, ' ');
    const found = named.get(name);
    const at = from + match.index;
    const isOneOfThem =
      ONE_OF_THEM.test(text.slice(match.index + match[0].length)) && !/\d\s?$/u.test(text.slice(0, match.index));
    return found === undefined || isOneOfThem ? [] : [{ ...found, name, from: at, to: at + match[0].length }];
  });
}

/** The field the nouns around a figure mean: the particular before the general ("08 tin trên trang TTĐT"). */
export function meantBy(nouns: readonly Noun[]): Noun | null {
  const particular = nouns.filter(({ isGeneric, field }) => !isGeneric && field !== null);
  const told = particular.length > 0 ? particular : nouns;
  const [first] = told;
  return new Set(told.map(({ field }) => field)).size === 1 && first?.field != null ? first : null;
}

const knownOf = madeOnce((form: ReportForm): Known => {
  const names = fieldNames(form);
  const named = new Map<string, Pick<Noun, 'field' | 'isGeneric'>>();
  for (const field of names.fields.filter(({ kind }) => kind !== 'text')) {
    for (const name of names.namesOf(field)) named.set(name, { field, isGeneric: false });
  }
  for (const name of GENERIC) {
    const [only, another] = countedBy(names.fields, name);
    named.set(name, { field: another === undefined ? (only ?? null) : null, isGeneric: true });
  }
  const longestFirst = [...named.keys()].toSorted((a, b) => b.length - a.length);
  const spelled = longestFirst
    .map((name) =>
      BEHIND_FIGURE.has(name)
        ? `(?<=\\d\\s?)${name === 'dc' ? 'd(?:(?:\\s?[/.]\\s?)?c|\\s?[/.]\\s?v)' : name}`
        : name.replaceAll(' ', '[\\s,/-]+'),
    )
    .join('|');
  return { shape: new RegExp(`(?<!\\p{L})(?:${spelled})(?![\\p{L}\\p{N}])`, 'gu'), named };
});
