import { widthOf } from './letter-widths.ts';
import type { Block, Letters, Look, Paragraph, Table } from './read-look.ts';

/** Something on a page, in points from its upper left corner. */
export type Mark =
  | { mark: 'text'; x: number; y: number; width: number; text: string; letters: Letters }
  | { mark: 'line'; from: readonly [number, number]; to: readonly [number, number] };

/** What is not cut by the end of a page: a line of text, a row of a table. */
interface Piece {
  height: number;
  startsPage: boolean;
  draw(x: number, y: number): Mark[];
}

interface Word {
  text: string;
  width: number;
  letters: Letters;
  /** A blank, which may be stretched, and vanishes at the end of a line. */
  isBlank: boolean;
}

const CELL_PADDING = 4;
/** Where the letters stand, in parts of the line's height from above; and how high a line is, in parts of the size. */
const BASELINE = 0.8;
const LINE = 1.15;

/** Lays the document out on pages as Word would, as nearly as is needed to look at it. Stops after so many pages. */
export function layOutPages({ page, blocks }: Look, most: number): { pages: Mark[][]; isCut: boolean } {
  const width = page.width - page.left - page.right;
  const bottom = page.height - page.bottom;
  const pages: Mark[][] = [[]];
  let y = page.top;
  for (const piece of piecesOf(blocks, width)) {
    const isFull = y > page.top && y + piece.height > bottom;
    if (isFull || (piece.startsPage && y > page.top)) {
      if (pages.length === most) return { pages, isCut: true };
      pages.push([]);
      y = page.top;
    }
    pages.at(-1)?.push(...piece.draw(page.left, y));
    y += piece.height;
  }
  return { pages, isCut: false };
}

function* piecesOf(blocks: readonly Block[], width: number): Generator<Piece> {
  for (const block of blocks) {
    if (block.kind === 'table') yield* rowsOf(block, width);
    else yield* linesOf(block, width);
  }
}

function* linesOf(paragraph: Paragraph, width: number): Generator<Piece> {
  const { indent, before, after, hasRule } = paragraph;
  const room = width - indent.left - indent.right;
  const lines = brokenLines(paragraph, room);
  for (const [index, { words, startsPage, isLast }] of lines.entries()) {
    const isFirst = index === 0;
    const height = heightOf(words, paragraph);
    const above = isFirst ? before : 0;
    const start = isFirst ? indent.first : 0;
    yield {
      height: above + height + (index === lines.length - 1 ? after : 0),
      startsPage: startsPage || (isFirst && paragraph.startsPage),
      draw: (x, y) => [
        ...(isFirst && hasRule ? [across(x + indent.left, y + above, room)] : []),
        ...placed(
          words,
          { x: x + indent.left + start, y: y + above + height * BASELINE, room: room - start, isLast },
          paragraph,
        ),
      ],
    };
  }
}

function across(x: number, y: number, width: number): Mark {
  return { mark: 'line', from: [x, y], to: [x + width, y] };
}

function heightOf(words: readonly Word[], { line, runs }: Paragraph): number {
  if ('exactly' in line) return line.exactly;
  const sizes = words.map(({ letters }) => letters.size);
  const size = sizes.length > 0 ? Math.max(...sizes) : (runs[0]?.letters.size ?? 14);
  return size * LINE * line.times;
}

interface Line {
  words: Word[];
  startsPage: boolean;
  isLast: boolean;
}

function brokenLines({ runs, indent }: Paragraph, room: number): Line[] {
  const lines: Line[] = [{ words: [], startsPage: false, isLast: true }];
  let left = room - indent.first;
  /** `isLast`: the line that ends here is a paragraph's last. */
  const begin = ({ startsPage = false, isLast }: { startsPage?: boolean; isLast: boolean }): void => {
    const line = lines.at(-1);
    if (line !== undefined) line.isLast = isLast;
    lines.push({ words: [], startsPage, isLast: true });
    left = room;
  };
  for (const { text, letters, breaksPage } of runs) {
    if (breaksPage) begin({ startsPage: true, isLast: true });
    for (const part of text.split(/(\n|[ \t\u00a0]+)/u)) {
      if (part === '') continue;
      if (part === '\n') {
        begin({ isLast: true });
        continue;
      }
      const word = { text: part, letters, width: widthOf(part, letters), isBlank: part.trim() === '' };
      if (word.width > left && !word.isBlank && lines.at(-1)?.words.some(({ isBlank }) => !isBlank) === true)
        begin({ isLast: false });
      if (word.isBlank && lines.at(-1)?.words.length === 0 && lines.length > 1) continue;
      lines.at(-1)?.words.push(word);
      left -= word.width;
    }
  }
  // A page break at the very beginning leaves an empty line before it.
  return lines.length > 1 && lines[0]?.words.length === 0 && lines[1]?.startsPage === true ? lines.slice(1) : lines;
}

function placed(
  line: readonly Word[],
  { x, y, room, isLast }: { x: number; y: number; room: number; isLast: boolean },
  { align }: Paragraph,
): Mark[] {
  const end = line.findLastIndex(({ isBlank }) => !isBlank) + 1;
  const words = line.slice(0, end);
  const used = words.reduce((sum, { width }) => sum + width, 0);
  const blanks = words.filter(({ isBlank }) => isBlank).length;
  const isStretched = align === 'both' && !isLast && blanks > 0;
  const stretch = isStretched ? Math.max(0, room - used) / blanks : 0;
  let at = x;
  if (align === 'center') at += (room - used) / 2;
  if (align === 'right') at += room - used;
  return words.flatMap(({ text, letters, width, isBlank }): Mark[] => {
    const from = at;
    at += width + (isBlank ? stretch : 0);
    // A line below letters goes on below the blanks.
    const under: Mark[] = letters.underlined ? [{ mark: 'line', from: [from, y + 2], to: [at, y + 2] }] : [];
    return isBlank ? under : [{ mark: 'text', x: from, y, width, text, letters }, ...under];
  });
}

function* rowsOf({ columns, rows, hasLines }: Table, width: number): Generator<Piece> {
  const most = Math.max(1, ...rows.map((row) => row.reduce((sum, cell) => sum + cell.columns, 0)));
  const known = columns.length >= most ? columns : Array.from({ length: most }, () => width / most);
  const total = known.reduce((sum, one) => sum + one, 0);
  const widths = known.map((one) => (one / total) * Math.min(width, total));
  for (const row of rows) {
    let at = 0;
    const cells = row.map(({ columns: span, blocks }) => {
      const cellWidth = widths.slice(at, at + span).reduce((sum, one) => sum + one, 0);
      const offset = widths.slice(0, at).reduce((sum, one) => sum + one, 0);
      at += span;
      const padding = hasLines ? CELL_PADDING : 0;
      const pieces = [...piecesOf(blocks, Math.max(10, cellWidth - 2 * padding))];
      return { offset, width: cellWidth, padding, pieces, height: pieces.reduce((sum, one) => sum + one.height, 0) };
    });
    const height = Math.max(0, ...cells.map((cell) => cell.height));
    yield {
      height,
      startsPage: false,
      draw: (x, y) =>
        cells.flatMap((cell): Mark[] => {
          let below = y;
          const inside = cell.pieces.flatMap((piece) => {
            const marks = piece.draw(x + cell.offset + cell.padding, below);
            below += piece.height;
            return marks;
          });
          return hasLines ? [...inside, ...frame(x + cell.offset, y, cell.width, height)] : inside;
        }),
    };
  }
}

function frame(x: number, y: number, width: number, height: number): Mark[] {
  const [right, bottom] = [x + width, y + height];
  return [
    { mark: 'line', from: [x, y], to: [right, y] },
    { mark: 'line', from: [x, bottom], to: [right, bottom] },
    { mark: 'line', from: [x, y], to: [x, bottom] },
    { mark: 'line', from: [right, y], to: [right, bottom] },
  ];
}
