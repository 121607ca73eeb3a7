import type { FormField } from '../domain/report-form.ts';
import type { FieldNames } from './field-names.ts';
import { parseField } from './report-field.ts';

/** A field in a list, and where its value begins in the line. `counted`: the figure stands before what is counted ("3 hội nghị"). */
export interface ListedField {
  field: FormField;
  sure: boolean;
  from: number;
  valueFrom: number;
  counted: boolean;
}

interface Piece {
  from: number;
  text: string;
}

/** Finds the field a piece begins with, as a line would: its label, a separator, or a number right behind it. */
type LabelFinder = (folded: string) => { field: FormField; sure: boolean; valueFrom: number } | null;

/** Words before a figure, in a sentence. */
const BEFORE =
  /^\s*(?:(?:(?:thang|thg|t) ?\d{1,2}(?: ?[/-] ?\d{4})?[,:]?|thang nay|ky nay|trong ky|trong thang|da|em|ben em|ben minh|don vi|don vi em|chung em|co|to chuc|tap huan duoc|thuc hien|dang|duoc|la|tong|tong so|gom|va|voi)\s+)*/;
const FIGURE =
  /^(?:(?:hon|gan|tren|duoi|it nhat|khoang|chung|tam|uoc|xap xi)\s+|[~≈]\s*)?\d[\d.,]*\s*(?:(?:trieu|tr|ty|ti|nghin|ngan|k|dong|d|vnd)(?![\p{L}\p{N}])\s*)*/u;

const LONGEST_LABEL = 160;
const POLITE = /(?:\s+(?:a|nhe|nha|em|anh|chi|roi|thoi)|[.!…])+$/;

/**
 * Several fields in one line: "Hội nghị: 3; người dự: 250", "3 hội nghị, 250 người dự và 12 tin bài". Null unless every piece
 * names a field, and, but for what stands between semicolons with labels, holds a figure that can be read: a sentence of a
 * text ("tổ chức 3 hội nghị, ra quân 2 đợt") is not taken apart.
 */
export function readList(names: FieldNames, label: LabelFinder, line: string, folded: string): ListedField[] | null {
  const found: ListedField[] = [];
  for (const part of piecesOf(folded, 0, /;/g)) {
    const whole = labelled(label, part);
    if (whole?.field.kind === 'text') {
      found.push(whole);
      continue;
    }
    const fields = figuresIn(names, label, line, part) ?? (whole === null ? null : [whole]);
    if (fields === null) return null;
    found.push(...fields);
  }
  return found.length > 1 ? found : null;
}

/** The figures of a piece, one after each comma or "và"; null where one of them is none. */
function figuresIn(names: FieldNames, label: LabelFinder, line: string, part: Piece): ListedField[] | null {
  const found: ListedField[] = [];
  for (const piece of together(piecesOf(part.text, part.from, /,(?=\s)|\sva(?=\s+\d)/g))) {
    const field = labelled(label, piece) ?? counted(names, piece);
    if (field === null || field.field.kind === 'text') return null;
    const value = line.slice(field.valueFrom, piece.from + piece.text.length).replace(/[,;\s]+$/, '');
    const read = parseField(field.field, value);
    if (read.kind === 'fault' && read.fault !== 'ambiguous') return null;
    found.push(field);
  }
  return found;
}

function labelled(label: LabelFinder, { from, text }: Piece): ListedField | null {
  const found = label(text);
  return found === null ? null : { ...found, from, valueFrom: from + found.valueFrom, counted: false };
}

/** "3 hội nghị", "dạ bên em có 250 người dự". */
function counted(names: FieldNames, { from, text }: Piece): ListedField | null {
  const start = BEFORE.exec(text)?.[0].length ?? 0;
  const figure = FIGURE.exec(text.slice(start))?.[0] ?? '';
  if (figure === '') return null;
  const behind = text.slice(start + figure.length);
  if (behind.length > LONGEST_LABEL) return null;
  const label = behind.replace(POLITE, '');
  // Behind a comma something else may stand that must not be lost: "250 người dự, kết quả tốt".
  const found = names.named(label) ?? (label.includes(',') ? null : names.meant(label));
  return found === null ? null : { ...found, sure: false, from, valueFrom: from + start, counted: true };
}

function piecesOf(text: string, from: number, separator: RegExp): Piece[] {
  const pieces: Piece[] = [];
  let start = 0;
  for (const match of text.matchAll(separator)) {
    pieces.push({ from: from + start, text: text.slice(start, match.index) });
    start = match.index + match[0].length;
  }
  pieces.push({ from: from + start, text: text.slice(start) });
  return pieces.filter((piece) => piece.text.trim() !== '');
}

/** A comma inside a name is none: "Hội nghị, tập huấn: 3", "12 tin, bài". What has no figure goes with what is before it, else behind. */
function together(pieces: readonly Piece[]): Piece[] {
  const joined: Piece[] = [];
  for (const piece of pieces) {
    const before = joined.at(-1);
    const isOpen = before !== undefined && (!/\d/.test(piece.text) || !/\d/.test(before.text));
    if (before === undefined || !isOpen) joined.push(piece);
    else joined[joined.length - 1] = { from: before.from, text: spanning(before, piece) };
  }
  return joined;
}

/** Both pieces with what stood between them; its length is kept, so that positions stay true. */
function spanning(before: Piece, piece: Piece): string {
  const gap = piece.from - before.from - before.text.length;
  return before.text + ','.padEnd(gap, ' ') + piece.text;
}
