import type { FormField } from '../domain/report-form.ts';
import { wordsOfChange } from './correction-words.ts';
import type { FieldNames } from './field-names.ts';
import { parseField } from './report-field.ts';
import type { Figure } from './told-figures.ts';
import type { Noun } from './told-nouns.ts';
import type { Doubtful } from './told-settle.ts';
import { EVENTS, WORDS_BEFORE } from './told-words.ts';

/** "Mỗi hội nghị 40 người": so many people at each, to be asked about in all; null where it is not said of what. */
export function eachOf(
  names: FieldNames,
  said: string,
  nouns: readonly Noun[],
  figures: readonly Figure[],
): Doubtful | null {
  const [figure, another] = figures;
  const people = nouns.find(({ field, isGeneric }) => !isGeneric && field !== null && isPeople(names, field));
  const events = names.fields.find((field) => names.namesOf(field).includes('hoi nghi'));
  const isOfEvents = nouns.some(({ field }) => field !== null && field === events);
  const isOther = nouns.some(({ field }) => field !== null && field !== people?.field && field !== events);
  if (
    !isOfEvents ||
    figure === undefined ||
    another !== undefined ||
    isOther ||
    people?.field == null ||
    events === undefined
  )
    return null;
  const read = parseField(people.field, figure.raw);
  return read.kind !== 'ok' || figure.to > people.from
    ? null
    : {
        field: people.field.key,
        raw: said,
        reading: Number(read.value),
        isTwice: false,
        each: events.key,
      };
}

function isPeople(names: FieldNames, field: FormField): boolean {
  return names.namesOf(field).includes('nguoi');
}

/** "Phát loa 20 buổi", "chiếu phim 3 cuộc": a word for anything counted, of what the form does not know. */
export function isOfSomethingElse(names: FieldNames, before: string, noun: Noun | null): boolean {
  if (noun?.isGeneric !== true || noun.field === null || !EVENTS.has(noun.name)) return false;
  const own = new Set(names.namesOf(noun.field).flatMap((name) => name.split(' ')));
  const led = wordsOfChange(before)
    .rest.split(/[^\p{L}]+/u)
    .filter((word) => word !== '');
  return led.some((word) => !WORDS_BEFORE.has(word) && !own.has(word));
}
