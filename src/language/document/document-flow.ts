import type { DocumentPart } from '../../domain/document-part.ts';
import { type About, followHeadings, isBook } from './document-about.ts';
import { currencyNoted } from './document-cells.ts';
import { withAnswers, withoutLeaders } from './document-lines.ts';
import { atTitles, isHeading, levelOfNumber, readTextBeside, type TextTitles } from './document-text.ts';

/** A line of a document; `isElsewhere`: it stands under a heading or an opening sentence that speaks of something else than the report. */
export interface Line {
  text: string;
  isElsewhere: boolean;
  /** What money is counted in, where a line above says it for all: "Đơn vị tính: nghìn đồng". */
  currency: string | undefined;
}

/** What a document says line by line, and under what its tables stand. */
interface Flow {
  lines: Line[];
  tables: ReadonlyMap<DocumentPart, Omit<Line, 'text'>>;
}

const LONGEST_CELL = 40;
/** So many lines above a list or a table one opens it; between them stands "Đơn vị tính: …". */
const OPENING_LINES = 2;
const LONGEST_OPENING = 250;

/** The lines of a document in their order, those of cells that say something by themselves among them. */
export function flowOf(parts: readonly DocumentPart[], about: (line: string) => About, titles: TextTitles): Flow {
  const texts = parts.map((part) => (part.kind === 'line' ? linesOf(part.text, titles) : cellLines(part.rows, titles)));
  const all = withAnswers(texts.flat().map(withoutLeaders));
  const follow = followHeadings(about, levelOfNumber);
  const [lines, tables] = [[] as Line[], new Map<DocumentPart, Omit<Line, 'text'>>()];
  let currency: string | undefined;
  const book = isBook(parts);
  for (const [index, part] of parts.entries()) {
    if (book && part.kind === 'line') {
      follow.begin();
      currency = undefined;
    }
    if (part.kind === 'table') tables.set(part, { isElsewhere: follow.isElsewhere(), currency });
    const isBeforeTable = parts.slice(index + 1, index + 1 + OPENING_LINES).some(({ kind }) => kind === 'table');
    for (const _ of texts[index] ?? []) {
      const text = all[lines.length] ?? '';
      const next = all.slice(lines.length + 1, lines.length + 1 + OPENING_LINES);
      const isAbove = text.length < LONGEST_OPENING && (isBeforeTable || next.some(hasFigureBehindLabel));
      if (!hasFigureBehindLabel(text) && (isAbove || /:\s*$/.test(text) || isHeading(text))) follow.open(text);
      currency = currencyNoted([text]) ?? currency;
      lines.push({ text, isElsewhere: follow.isElsewhere(), currency });
    }
  }
  return { lines, tables };
}

/** Lines, and apart where the name of a text stands within one: "Trong tháng … Khó khăn: không. Kiến nghị: không." */
function linesOf(text: string, titles: TextTitles): string[] {
  return text.split('\n').flatMap((line) => atTitles(line, titles));
}

/** Cells that say something by themselves: a label with its figure, or a sentence. What is short is the table's own affair. */
function cellLines(rows: readonly (readonly string[])[], titles: TextTitles): string[] {
  const told = rows.filter((row) => !isTextRow(row, titles));
  const lines = told.flatMap((row) => row.flatMap((cell) => cell.split('\n')));
  return lines.filter(
    (line) =>
      hasFigureBehindLabel(line) ||
      (line.length > LONGEST_CELL && /\p{L}/u.test(line)) ||
      readTextBeside(line, titles).length > 0,
  );
}

/** "Khó khăn | 02 hội nghị phải lùi lịch": the table's own affair, however long. */
function isTextRow(row: readonly string[], titles: TextTitles): boolean {
  const [label = '', text, ...more] = row.filter((cell) => cell !== '' && !/^[\d.]{1,5}$/.test(cell));
  return text !== undefined && more.length === 0 && titles(label).length > 0;
}

/** A pattern for it would try again from every letter. */
function hasFigureBehindLabel(line: string): boolean {
  const colon = line.indexOf(':');
  return colon > 0 && /\p{L}/u.test(line.slice(0, colon)) && /\d/.test(line.slice(colon));
}
