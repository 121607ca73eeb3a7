import type { FormField } from '../../domain/report-form.ts';
import { OTHER_THINGS } from '../told/told-words.ts';
import { countedBy, type FieldNames } from './field-names.ts';
import { parseField } from './report-field.ts';

/** A field in a list, and where its value begins in the line. `counted`: the figure stands before what is counted ("3 hội nghị"). */
export interface ListedField {
  field: FormField;
  sure: boolean;
  from: number;
  valueFrom: number;
  counted: boolean;
  /** Where its value ends, if before the next field: what stands behind it belongs to none. */
  valueTo?: number;
}

interface Piece {
  from: number;
  text: string;
}

/** Finds the field a piece begins with, as a line would: its label, a separator, or a number right behind it. */
type LabelFinder = (folded: string) => { field: FormField; sure: boolean; valueFrom: number } | null;

/** Words before a figure, in a sentence. */
const BEFORE =
  /^\s*(?:(?:(?:thang|thg|t) ?\d{1,2}(?: ?[/-] ?\d{4})?[,:]?|thang nay|ky nay|trong ky|trong thang|da|em|ben em|ben minh|don vi|don vi em|chung em|co|to chuc|mo|tap huan duoc|thuc hien|dang|dang tai|phat|phat song|cap phat|in|treo|viet|lam|thu hut|duoc|la|tong|tong so|gom|va|voi)\s+)*/;
const FIGURE =
  /^(?:(?:hon|gan|tren|duoi|it nhat|khoang|chung|tam|uoc|xap xi)\s+|[~≈]\s*)?\d[\d.,]*\s*(?:(?:trieu|tr|ty|ti|nghin|ngan|k|dong|d|vnd)(?![\p{L}\p{N}])\s*)*/u;

/** "Em báo cáo tháng 11: hội nghị 3, ..." */
const OPENING =
  /^(?:(?:da|vang|em|ben em|xin|gui|gui em|bao cao|bc|so lieu|cua|don vi|don vi em|thang nay|ky nay|(?:thang|t) ?\d{1,2}(?: ?[/-] ?\d{4})?|anh|chi|a|la|nhu sau) ?){1,12}[:,]\s+/;
const LONGEST_LABEL = 160;
const POLITE = /(?:\s+(?:a|nhe|nha|em|anh|chi|roi|thoi)|[.!…])+$/;

/**
 * Several fields in one line: "Hội nghị: 3; người dự: 250, kết quả: tốt", "3 hội nghị, 250 người dự và 12 tin bài". Null unless
 * two of the pieces are fields whose figures can be read. What is none of the form's stays out of their values, to be named as
 * unread; behind a text it is part of the text, up to the next label with its colon: "tổ chức 3 hội nghị, ra quân 2 đợt".
 */
export function readList(names: FieldNames, label: LabelFinder, line: string, folded: string): ListedField[] | null {
  const found: ListedField[] = [];
  const opening = OPENING.exec(folded)?.[0] ?? '';
  for (const part of piecesOf(' '.repeat(opening.length) + folded.slice(opening.length), 0, PARTS)) {
    const whole = labelled(label, part);
    if (whole?.field.kind === 'text' && whole.sure) {
      found.push(whole);
      continue;
    }
    const fields = fieldsIn({ names, label, line }, part);
    // "Người dự: nhiều": a label whose figure cannot be read is named with it.
    if (fields.length > 0) found.push(...fields);
    else if (whole !== null) found.push(whole);
    else if (!endBefore(found.at(-1), part.from)) return null;
  }
  return found.length > 1 ? found : null;
}

/** A list's parts; "… = 7. 5 tin" begins another sentence. */
const PARTS = /;|(?<=\d)\.\s+(?=\d{1,4}\s+\p{L})/gu;
/** Between fields; the last where every piece has to be one, since nothing but a figure stands between them. */
const BETWEEN =
  /,(?=\s)|\s[-–—|](?=\s+\p{L})|(?<=\d[^,;]{1,60})\s(?:va|voi|co)(?=\s+\d)|(?<=\d)\s+(?=\p{L}[\p{L} ]{1,40}[:=])/gu;
const RUN_ON = [/(?<=\d)\s+(?=\p{L}[\p{L} ]{1,40} \d)/gu, /(?<=\p{L})\s+(?=\d)/gu] as const;

/** The fields of a part, one after each comma or "và", or run on: "hội nghị 3 người dự 120". */
function fieldsIn(reading: Reading, part: Piece): ListedField[] {
  const found = fieldsBetween(reading, part, BETWEEN);
  if (found.length > 1 || part.text.length > LONGEST_RUN) return found;
  for (const between of RUN_ON) {
    const pieces = piecesOf(part.text, part.from, between);
    const all = fieldsBetween(reading, part, between);
    if (all.length > 1 && all.length === pieces.length) return all;
  }
  return found;
}

const LONGEST_RUN = 200;

function fieldsBetween({ names, label, line }: Reading, part: Piece, between: RegExp): ListedField[] {
  const found: ListedField[] = [];
  const read = (piece: Piece): ListedField | null => labelled(label, piece) ?? counted(names, piece);
  const reads = (piece: Piece): boolean => {
    const field = read(piece);
    return field !== null && isFigure(line, field, piece);
  };
  const [first, ...more] = together(piecesOf(part.text, part.from, between), label, reads);
  const isLed = first !== undefined && more.length > 0 && isOpening(first);
  for (const piece of first === undefined || isLed ? more : [first, ...more]) {
    const before = found.at(-1);
    const isTelling = before?.field.kind === 'text';
    const field = isTelling ? labelled(label, piece) : read(piece);
    const from = isLed && before === undefined ? first.from : piece.from;
    if (field !== null && isNamed(line, { field, piece, isTelling })) found.push({ ...field, from });
    else if (before === undefined) return [];
    else endBefore(before, piece.from);
  }
  return found;
}

/** "Tháng 11 bên em", before "có 2 hội nghị". */
function isOpening({ text }: Piece): boolean {
  return BEFORE.exec(`${text} `)?.[0].trim() === text.trim();
}

/** Behind a text a label needs its colon, or nothing but a figure behind its name; elsewhere one that cannot be read is named with its label. */
function isNamed(
  line: string,
  { field, piece, isTelling }: { field: ListedField; piece: Piece; isTelling: boolean },
): boolean {
  const isReadable = field.field.kind === 'text' || isFigure(line, field, piece);
  if (isTelling) return isReadable && (isExplicit(line, field) || isBareFigure(line, field, piece));
  return isReadable || isExplicit(line, field);
}

interface Reading {
  names: FieldNames;
  label: LabelFinder;
  line: string;
}

/** Ends a figure's value there; a text goes on. False where nothing stands before. */
function endBefore(field: ListedField | undefined, at: number): boolean {
  if (field !== undefined && field.field.kind !== 'text') field.valueTo ??= at;
  return field !== undefined;
}

function isFigure(line: string, { field, valueFrom }: ListedField, piece: Piece): boolean {
  const value = line.slice(valueFrom, piece.from + piece.text.length).replace(/[,;\s]+$/, '');
  const read = parseField(field, value);
  return read.kind === 'ok' || read.fault === 'ambiguous';
}

/** "Người dự 120", and nothing besides. */
function isBareFigure(line: string, { valueFrom }: ListedField, { from, text }: Piece): boolean {
  return /^\s*\d[\d.,]*\s*$/.test(line.slice(valueFrom, from + text.length));
}

/** A label with its colon. */
function isExplicit(line: string, { valueFrom }: { valueFrom: number }): boolean {
  return /[:=>]/.test(line.charAt(valueFrom - 1));
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
  if (behind.length > LONGEST_LABEL || OTHER_THINGS.test(text)) return null;
  const label = behind.replace(POLITE, '');
  // Behind a comma something else may stand that must not be lost: "250 người dự, kết quả tốt".
  const found = names.named(label) ?? (label.includes(',') ? null : (names.meant(label) ?? byFirstWord(names, label)));
  return found === null ? null : { ...found, sure: false, from, valueFrom: from + start, counted: true };
}

/** "12 tin" of "tin, bài": where one field only begins so. */
function byFirstWord({ fields }: FieldNames, label: string): { field: FormField } | null {
  const [only, ...more] = countedBy(fields, label.trim());
  return only === undefined || more.length > 0 ? null : { field: only };
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

/**
 * A comma inside a name is none: "Hội nghị, tập huấn: 3", "12 tin, bài". What has neither figure nor label goes with what is before
 * it, else behind.
 */
function together(pieces: readonly Piece[], label: LabelFinder, reads: (piece: Piece) => boolean): Piece[] {
  const stands = ({ text }: Piece): boolean => /\d/.test(text) || isLabelled(label, text);
  const joined: Piece[] = [];
  for (const [at, piece] of pieces.entries()) {
    const before = joined.at(-1);
    const next = pieces[at + 1];
    // "…, khó khăn, vướng mắc: không": one name.
    const isHead = next !== undefined && !stands(piece) && isNameTo(label, piece, next);
    const both = before === undefined ? null : { from: before.from, text: spanning(before, piece) };
    // "12 tin, bài" is one, "250 người dự, rất tốt" is not.
    const isOpen =
      before !== undefined && !isHead && (!stands(before) || (!stands(piece) && both !== null && reads(both)));
    if (both === null || !isOpen) joined.push(piece);
    else joined[joined.length - 1] = both;
  }
  return joined;
}

function isLabelled(label: LabelFinder, text: string): boolean {
  const found = label(text);
  return found !== null && /[:=>]/.test(text.charAt(found.valueFrom - 1));
}

/** Whether both pieces are the name of the field that the second one's label names. */
function isNameTo(label: LabelFinder, piece: Piece, next: Piece): boolean {
  if (!isLabelled(label, next.text)) return false;
  return label(spanning(piece, next))?.field === label(next.text)?.field;
}

/** Both pieces with what stood between them; its length is kept, so that positions stay true. */
function spanning(before: Piece, piece: Piece): string {
  const gap = piece.from - before.from - before.text.length;
  return before.text + ','.padEnd(gap, ' ') + piece.text;
}
