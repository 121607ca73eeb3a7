import type { FormField } from '../../domain/report-form.ts';
import { wordsOfChange } from '../change/correction-words.ts';
import { foldInPlace } from '../fold.ts';
import type { FieldNames } from '../report/field-names.ts';
import { parseField } from '../report/report-field.ts';
import { broadcastIn } from '../unit/unit-of-another.ts';
import type { Figure } from './told-figures.ts';
import type { Noun } from './told-nouns.ts';
import type { Doubtful } from './told-settle.ts';
import { CURRENCIES, EVENTS, POINTING, WORDS_BEFORE } from './told-words.ts';

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

/** "Hỗ trợ 50 triệu xóa nhà tạm": money, and perhaps none of the report's. */
export function saysMore({ from, text }: { from: number; text: string }, nouns: readonly Noun[]): boolean {
  const left = nouns.reduceRight(
    (rest, noun) => rest.slice(0, noun.from - from) + rest.slice(noun.to - from),
    text.replace(CURRENCIES, (found) => ' '.repeat(found.length)),
  );
  return wordsOfChange(left)
    .rest.split(/[^\p{L}]+/u)
    .some((word) => word !== '' && !WORDS_BEFORE.has(word) && !POINTING.has(word));
}

/** "9 tin thời sự" is a broadcaster's or a newspaper's: it is asked about, with its words. */
export function ofItsKind(figure: Figure, noun: Noun | null, said: string): Figure {
  const kind = noun === null ? null : broadcastIn(foldInPlace(said.slice(noun.from)));
  if (noun === null || kind === null) return figure;
  return { ...figure, raw: `${figure.raw} ${said.slice(noun.from, noun.from + kind.length)}`, isRough: true };
}
