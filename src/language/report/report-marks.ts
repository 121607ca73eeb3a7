import type { FormField, ReportForm } from '../../domain/report-form.ts';
import { withoutAsides } from '../change/aside-brackets.ts';
import { foldInPlace, trimEndOf } from '../fold.ts';
import { madeOnce } from '../made-once.ts';
import { type FieldNames, fieldNames, type NamedField } from './field-names.ts';
import { readList } from './report-list.ts';

/** Where a line names a field, and where its value begins. Positions are those of the (tidy) line. */
export interface Mark extends NamedField {
  from: number;
  valueFrom: number;
  /** The figure stands before what is counted: "3 hội nghị". */
  counted?: boolean;
  /** Where its value ends, if before the next field. */
  valueTo?: number;
}

/** Ends of a label, the plain ones first: "Hội nghị - tập huấn: 3" is split at its colon. */
const SEPARATORS = [/=>?|:|\t/g, /\s[-–—]+\s|[–—]/g];
const LONGEST_LABEL = 160;
const QUOTED = /^\s*["“”]([^"“”]*)["“”](?=\s*(?:[,;.]|$|\s))/;

/** Finds every field named in a line, in order: the label it begins with, then `key=` and `key:` further on, but not inside quotes. */
export const markFinder = madeOnce(createMarkFinder);

function createMarkFinder(form: ReportForm): (line: string) => Mark[] {
  const names = fieldNames(form);
  const shapes = form.fields.map((field) => ({ field, shape: inlineShape(names, field) }));
  return (line) => {
    const folded = withoutAsides(foldInPlace(line));
    const inline = inlineMarks(shapes, folded);
    const isKeyed = inline.filter(({ sure }) => sure).length > 1;
    const listed = isKeyed ? null : readList(names, (piece) => markAtStart(names, piece), line, folded);
    if (listed !== null) return listed;
    const first = markAtStart(names, folded);
    const marks = first === null ? [] : [first];
    for (const mark of inline) {
      const before = marks.at(-1);
      if (before !== undefined && mark.from < before.valueFrom + quotedLength(line.slice(before.valueFrom))) continue;
      marks.push(mark);
    }
    return marks;
  };
}

/** The value up to the next field, without the comma or the "và" between them. */
export function valueBetween(line: string, from: number, next: number | undefined): string {
  const value = line.slice(from, next);
  return next === undefined
    ? value.trim()
    : trimEndOf(trimEndOf(value, ',;|').replace(/\s(?:và|va|với|voi|có|co|[-–—])$/iu, ''), ',;|').trim();
}

function markAtStart(names: FieldNames, folded: string): Mark | null {
  const head = folded.slice(0, LONGEST_LABEL);
  for (const find of [names.named, names.meant]) {
    for (const separator of SEPARATORS) {
      for (const match of head.matchAll(separator)) {
        const found = find(head.slice(0, match.index));
        if (found !== null) return { ...found, from: 0, valueFrom: match.index + match[0].length };
      }
    }
  }
  return markWithoutSeparator(names, folded);
}

const LED = '(?:(?:hon|gan|tren|duoi|khoang|chung|tam|uoc|duoc|dat|co|la|it nhat|tong|tong so)\\s+)*[-~]?\\d';
const BARE = new RegExp(`^(\\D*?\\p{L})\\s+${LED}`, 'u');
const NUMBERED_BARE = new RegExp(`^(\\s*(?:\\d{1,2}[.)]|[-*•+])\\D*?\\p{L})\\s+${LED}`, 'u');

/** "hoi_nghi 3" and "Hội nghị 3": a whole name and a number right behind it, for number fields only. */
function markWithoutSeparator(names: FieldNames, folded: string): Mark | null {
  const match = BARE.exec(folded) ?? NUMBERED_BARE.exec(folded);
  const label = match?.[1] ?? '';
  const found = names.named(label);
  return found === null || found.field.kind === 'text' ? null : { ...found, from: 0, valueFrom: label.length };
}

interface InlineShape {
  field: FormField;
  shape: RegExp;
}

function inlineMarks(shapes: readonly InlineShape[], folded: string): Mark[] {
  const marks = shapes.flatMap(({ field, shape }) =>
    [...folded.matchAll(shape)].map((match): Mark => {
      const sure = match.groups?.key !== undefined;
      return { field, sure, from: match.index, valueFrom: match.index + match[0].length };
    }),
  );
  marks.sort((a, b) => a.from - b.from || b.valueFrom - a.valueFrom);
  return marks.filter((mark, at) => at === 0 || mark.from >= (marks[at - 1]?.valueFrom ?? 0));
}

/** `hoi_nghi=`, `hoi_nghi:`, `Hội nghị, tập huấn (hoi_nghi):`, and `any other name=`. */
function inlineShape(names: FieldNames, field: FormField): RegExp {
  const key = literally(foldInPlace(field.key));
  const other = names.namesOf(field).map((name) => literally(name).replaceAll(' ', String.raw`[\s_]*`));
  const label = literally(foldInPlace(field.shortLabel)).replaceAll(' ', String.raw`\s+`);
  const keyed = String.raw`(?<key>(?:${label}\s*)?\(\s*${key}(?:[,;\s][^()=:]{0,40})?\)\s*[:=]|${key}\s*(?:=>?|:))`;
  return new RegExp(String.raw`(?<![\p{L}\p{N}_])(?:${keyed}|(?:${other.join('|')})\s*=>?)`, 'gu');
}

function quotedLength(value: string): number {
  return QUOTED.exec(value)?.[0].length ?? 0;
}

function literally(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`);
}
