import type { FormField } from '../../domain/report-form.ts';
import { plain } from './document-cells.ts';
import { isDoubtingNote } from './document-doubt.ts';
import type { LabelRead } from './document-label.ts';
import { isOfAnother, isOtherMeasure, isOwnUnit } from './document-measure.ts';
import type { TableReader } from './document-rows.ts';
import { isPublished } from './document-sentence.ts';

/** A column without a head of its own stands under the one before it: "Số lượng" over two columns. */
export function headOver(heads: readonly string[], at: number): string {
  return heads[at] === '' ? (heads.slice(1, at).findLast((head) => head !== '') ?? '') : (heads[at] ?? '');
}

/** The figure that a column's own head names: "Số người dự" is none of a meeting's row. */
function fieldOfHead(head: string, { labelOf }: TableReader): LabelRead | null {
  const named = head.split('\n').map(labelOf);
  return named.findLast((read) => read !== null && read.field.kind !== 'text') ?? null;
}

/** Who was there, in whatever words; "người thực hiện" is a name. */
const PEOPLE =
  /^(?:tong )?(?:so )?(?:luong )?(?:luot |nguoi |dai bieu|hoc vien|thanh phan|doi tuong)(?!.*(?:thuc hien|phu trach))/u;

/** "Số tin, bài" stands over every place in which something is published. */
export function isOfAnotherHead(head: string, field: FormField, reader: TableReader): boolean {
  if (PEOPLE.test(plain(head.split('\n').at(-1) ?? ''))) return !isOwnUnit(field, 'người');
  const named = fieldOfHead(head, reader);
  if (named === null || !named.sure || named.field === field) return false;
  return !(isPublished(reader.form, named.field) && isPublished(reader.form, field));
}

/** What stands beside a figure: a unit in which its field is not counted, or a note that it is a part or since January. */
export function isDoubtedBeside(cell: string, head: string | undefined, { field }: LabelRead): boolean {
  if (cell === '') return false;
  if (/^(?:dvt|don vi tinh)$/.test(plain(head ?? ''))) return !isOwnUnit(field, cell);
  return isOtherMeasure(cell) || (cell.length < LONGEST_UNIT && isOfAnother(field, cell)) || isDoubtingNote(cell);
}

const LONGEST_UNIT = 12;
export const TELEPHONE = /^0\d{8,10}$/;
export const DAY = /^\d{1,2}(?:\/\d{1,2}|([/.-])\d{1,2}\1\d{2,4})$|^\d{4}-\d{2}-\d{2}/;
