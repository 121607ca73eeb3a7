import type { FormField, ReportForm } from '../../domain/report-form.ts';
import { documentNumberIn, withoutDocumentNumber } from '../document/document-number.ts';
import { fold, foldInPlace } from '../fold.ts';
import { madeOnce } from '../made-once.ts';
import { WORDS_BEFORE } from '../told/told-words.ts';
import { fieldNames } from './field-names.ts';

export interface SaidOfTexts {
  /** "Khó khăn thì không có, kiến nghị thì xin thêm tài liệu": as labels with their colons. */
  labelled(text: string): string;
  /** "Không có khó khăn gì": the text that need not be there, and is not; null where something else is said. */
  none(text: string): FormField | null;
  /** "Quên đề xuất xin thêm tài liệu, thêm vào giúp em": the text to be added. */
  forgotten(text: string): { field: FormField; value: string } | null;
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
    `^(.*?)(?:khong|ko|k|hong|chua)(?: he)?(?: co| gap| con)?(?: (?:phat sinh|de xuat gi ve))? (${spelling(free)})(?: (?:nao|gi|khac|them|ca|het|a|nhe|lon|dang ke|em|anh|chi))*[.! ]*$`,
    'u',
  );
  const forgotten = new RegExp(
    `^((?:(?:o|ua|a|oi|thoi chet|chet|em|e|toi|minh|con)[ ,]+)*(?:quen|sot|con thieu|quen chua ghi|quen ghi|quen neu|chua ghi)(?: (?:muc|phan|chua ghi|ghi|neu))? (${spelling(free)})(?: la|:)? )(.+?)(?:,? (?:them|ghi|bo sung|cho)(?: (?:vao|them|giup|ho|voi|nhe|em|e|a|bot|bao cao))+)?[.! ]*$`,
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
    forgotten(text) {
      const [all = '', lead = '', name = '', value = ''] = forgotten.exec(foldInPlace(text).trim()) ?? [];
      const field = names.named(name)?.field;
      if (all === '' || field === undefined || value.split(' ').length < 2) return null;
      return {
        field,
        value: text
          .trim()
          .slice(lead.length, lead.length + value.length)
          .trim(),
      };
    },
    document(text) {
      const value = documentNumberIn(text);
      const field = free.find((one) => names.namesOf(one).includes('so van ban'));
      if (value === null || field === undefined) return null;
      const rest = fold(withoutDocumentNumber(text))
        .replace(/[^\p{L}\p{N}]+/gu, ' ')
        .trim();
      return rest.split(' ').every((word) => word === '' || OF_DOCUMENT.has(word)) ? { field, value } : null;
    },
    none(text) {
      const [, before = '', name = ''] = none.exec(foldInPlace(text).trim()) ?? [];
      const isBare = before.split(/[ ,]+/u).every((word) => word === '' || WORDS_BEFORE.has(word));
      return name === '' || !isBare ? null : (names.named(name)?.field ?? null);
    },
  };
});
