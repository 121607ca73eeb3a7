import type { FormField, ReportForm } from '../../domain/report-form.ts';
import { foldInPlace } from '../fold.ts';
import { madeOnce } from '../made-once.ts';
import { fieldNames } from './field-names.ts';

/** What a request begins with that is written without a label: "Đề nghị Sở hỗ trợ tài liệu". Folded. */
const ASKING = ['de nghi', 'kien nghi', 'de xuat'];
/** Numbering before a label: "II. ", "3) ". */
const NUMBER = String.raw`(?:(?:[ivx]{1,4}|\d{1,2}|[a-e])[.)]\s*)?`;
/** Where a sentence ends and another may begin. */
/** Figures between semicolons are a list, and read as one. */
const BEHIND_STOP = String.raw`(?<![;]\s{0,3})`;
const AFTER = String.raw`(?<=[.;!…]\s{0,3})(?<!(?:^|[.;!…]\s{1,3})(?:[ivx]{1,4}|\d{1,2}|[a-e])[.)]\s{1,3})`;

export interface LabelBreaks {
  /** The lines of a line: a label in its middle begins one of its own ("Khó khăn: … . Đề xuất: …"). */
  linesOf(line: string): string[];
  /** The text that a numbered heading alone names: "II. Khó khăn". */
  headIn(line: string): FormField | null;
  /** The field of a line that asks for something without a label; null where it begins otherwise. */
  askedIn(line: string): FormField | null;
  /** The value of a figure without the text that is named right behind what it counts: "90 người" of "90 người kết quả tốt". */
  figureIn(field: FormField, value: string): string;
}

/** Finds where, behind the end of a sentence, a text begins that has a name of its own. Linear in the line. */
export const labelBreaks = madeOnce((form: ReportForm): LabelBreaks => {
  const names = fieldNames(form);
  const texts = names.fields.filter(({ kind }) => kind === 'text');
  const spellingOf = (fields: readonly FormField[]): string =>
    fields
      .flatMap((field) => names.namesOf(field))
      .toSorted((a, b) => b.length - a.length)
      .map((name) => name.replaceAll(' ', '[ ,]{1,2}'))
      .join('|');
  const spelled = spellingOf(texts);
  const figures = spellingOf(names.fields.filter(({ kind }) => kind !== 'text'));
  const begins = [
    ...(spelled === '' ? [] : [`(?:${spelled})\\s*:`, `(?:${ASKING.join('|')})\\s+\\p{L}`]),
    // "Hội nghị: 2. Tin bài: không.": a figure's label, and a value that can be one.
    ...(figures === ''
      ? []
      : [`${BEHIND_STOP}(?:so )?(?:${figures})\\s*[:=]\\s*(?:[~-]?\\d|(?:khong|ko|k|chua)(?!\\p{L}))`]),
  ];
  const shape = new RegExp(`${AFTER}(?=${NUMBER}(?:${begins.join('|')}))`, 'gu');
  const told = spelled === '' ? null : new RegExp(`(?<![\\p{L}\\p{N}])(?:${spelled})(?![\\p{L}\\p{N}])`, 'u');
  // "Hội nghị 2. Người dự 120.": with no colon, and only where no text was begun before.
  const bare =
    figures === ''
      ? null
      : new RegExp(
          `${AFTER}${BEHIND_STOP}(?=${NUMBER}(?:(?:so )?(?:${figures})\\s+(?:(?:la|co|duoc|dat) ){0,2}(?:\\d|(?:khong|ko|k)\\s*(?:[.;,]|$))${spelled === '' ? '' : `|(?:${spelled})\\s`}))`,
          'gu',
        );
  const none =
    figures === '' ? null : new RegExp(`^(\\s*(?:so )?(?:${figures}))\\s+(?=(?:khong|ko|k)(?: co)?[.;!\\s]*$)`, 'u');
  const asking = texts.find((field) => names.namesOf(field).some((name) => ASKING.includes(name)));
  const asks = new RegExp(`^\\s*${NUMBER}(?:${ASKING.join('|')})\\s+\\p{L}`, 'u');
  const named = texts
    .flatMap((field) => names.namesOf(field))
    .filter((name) => name.includes(' '))
    .toSorted((a, b) => b.length - a.length)
    .join('|');
  const followed = new RegExp(`^[^\\p{L}]*(\\p{L}[\\p{L} ]{0,40}?)(?= (?:${named}) \\p{L})`, 'u');
  return {
    figureIn(field, value) {
      const found = field.kind !== 'count' || named === '' ? null : followed.exec(foldInPlace(value));
      return found === null || names.named(found[1] ?? '') === null ? value : value.slice(0, found[0].length);
    },
    linesOf(line) {
      const folded = foldInPlace(line);
      const lines: string[] = [];
      let from = 0;
      const text = told === null ? -1 : folded.search(told);
      const ends = bare === null ? [] : [...folded.matchAll(bare)].filter(({ index }) => text < 0 || index <= text);
      const starts = begins.length === 0 ? [] : [...folded.matchAll(shape)];
      const breaks = new Set([...starts, ...ends].map(({ index }) => index));
      for (const index of [...breaks].toSorted((a, b) => a - b)) {
        // A full stop is the sentence's own, a semicolon stood between two of them.
        lines.push(line.slice(from, index).replace(/[;\s]+$/u, ''));
        from = index;
      }
      const parts = [...lines, line.slice(from)];
      return parts.length > 1 && none !== null ? parts.map((part) => withColon(none, part)) : parts;
    },
    headIn(line) {
      const [, name = ''] =
        /^\s*(?:[ivx]{1,4}|\d{1,2}|[a-e])[.)]\s*([\p{L} ,]{4,60}?)\s*$/u.exec(foldInPlace(line)) ?? [];
      const found = name === '' ? null : names.named(name);
      // What is told below "Kết quả" tells figures too.
      return found?.field.kind === 'text' && !found.field.required ? found.field : null;
    },
    askedIn: (line) => (asking !== undefined && asks.test(foldInPlace(line)) ? asking : null),
  };
});

/** "Tin bài không.": among others of its kind it is that, and no question. */
function withColon(none: RegExp, part: string): string {
  const [lead = '', label = ''] = none.exec(foldInPlace(part)) ?? [];
  return lead === '' ? part : `${part.slice(0, label.length)}: ${part.slice(lead.length)}`;
}
