import type { FormField, ReportForm } from '../domain/report-form.ts';
import { documentNumberIn } from './document-number.ts';
import { fieldNames } from './field-names.ts';
import { fold, foldInPlace } from './fold.ts';
import { madeOnce } from './made-once.ts';
import { WORDS_BEFORE } from './told-words.ts';

export interface SaidOfTexts {
  /** "Khó khăn thì không có, kiến nghị thì xin thêm tài liệu": as labels with their colons. */
  labelled(text: string): string;
  /** "Không có khó khăn gì": the text that need not be there, and is not; null where something else is said. */
  none(text: string): FormField | null;
  /** "Văn bản số 2210/BC-CAT ngày 16/11/2026": the number of the official document, and nothing besides. */
  document(text: string): { field: FormField; value: string } | null;
}

const OF_DOCUMENT = new Set(
  'van ban cong cv bao cao bc giay chinh thuc so hieu ky da gui em e ben minh don vi cua nam ngay la co nhe a roi theo them ghi va kem ban do day'.split(
    ' ',
  ),
);

/** What is said of a report's fields in words of one's own, without a colon. */
export const saidOfTexts = madeOnce((form: ReportForm): SaidOfTexts => {
  const names = fieldNames(form);
  const spelling = (fields: readonly FormField[]): string =>
    fields
      .flatMap((field) => names.namesOf(field))
      .filter((name) => name.length > 2)
      .toSorted((a, b) => b.length - a.length)
      .map((name) => name.replaceAll(' ', '[ ,]{1,2}'))
      .join('|');
  const texts = form.fields.filter(({ kind }) => kind === 'text');
  const free = texts.filter(({ required }) => !required);
  const figures = form.fields.filter(({ kind }) => kind !== 'text');
  const begins = '(^|[,;.] |[ ](?:va|con) )((?:(?:muc|phan|ve|so) )?';
  const thens = [
    new RegExp(`${begins}(?:${spelling(free)})) thi (?=\\p{L})`, 'gu'),
    new RegExp(`${begins}(?:${spelling(texts)})) thi (?=(?!chua|khong|ko|k |de |cho |doi )\\p{L})`, 'gu'),
    new RegExp(
      `${begins}(?:${spelling(figures)})) thi (?=(?:co |duoc |la |khoang |hon |gan )*\\d|(?:khong|ko|k)(?: co)?(?: (?:gi|dau|a))*(?:[,;.]|$))`,
      'gu',
    ),
  ];
  const none = new RegExp(
    `^(.*?)(?:khong|ko|k|hong|chua)(?: he)?(?: co| gap| con)?(?: (?:phat sinh|de xuat gi ve))? (${spelling(free)})(?: (?:nao|gi|nao khac|gi khac|gi ca|ca|het|a|nhe|lon|dang ke|em|anh|chi))*[.! ]*$`,
    'u',
  );
  return {
    labelled(text) {
      const found = thens
        .flatMap((shape) => [...foldInPlace(text).matchAll(shape)])
        .map(({ index, 0: all, 1: before = '', 2: label = '' }) => ({
          from: index + before.length,
          labelTo: index + before.length + label.length,
          to: index + all.length,
        }))
        .toSorted((a, b) => b.from - a.from);
      let rest = text;
      let last = text.length + 1;
      for (const { from, labelTo, to } of found) {
        if (to > last) continue;
        last = from;
        const break_ = from === 0 ? '' : '; ';
        rest = `${rest.slice(0, from).replace(/(?:[,;.]|\s(?:và|còn|va|con))?\s*$/u, '')}${break_}${rest.slice(from, labelTo)}: ${rest.slice(to)}`;
      }
      return rest;
    },
    document(text) {
      const value = documentNumberIn(text);
      const field = free.find((one) => names.namesOf(one).includes('so van ban'));
      if (value === null || field === undefined) return null;
      const rest = fold(text.replace(value, ' '))
        .replace(/[^\p{L}\p{N}]+/gu, ' ')
        .trim();
      return rest.split(' ').every((word) => OF_DOCUMENT.has(word)) ? { field, value } : null;
    },
    none(text) {
      const [, before = '', name = ''] = none.exec(foldInPlace(text).trim()) ?? [];
      const isBare = before.split(/[ ,]+/u).every((word) => word === '' || WORDS_BEFORE.has(word));
      return name === '' || !isBare ? null : (names.named(name)?.field ?? null);
    },
  };
});
