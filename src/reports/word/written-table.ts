import { FONT, SIZE } from './look.ts';

/** A text; or one in bold, perhaps with a note at the foot of the page: the nth of those that are handed in with the table. */
export type Cell = string | { bold: string; note?: number };

export interface Column {
  head: string;
  /** Its share of the width; all shares are added up. */
  share: number;
  side: 'left' | 'right' | 'center';
}

export interface Written {
  columns: readonly Column[];
  rows: readonly (readonly Cell[])[];
  /** Too much for letters of the usual size on an upright page. */
  isDense?: boolean;
  /** The last row is a sum. */
  hasSum?: boolean;
}

const MARGINS =
  '<w:top w:type="dxa" w:w="20"/><w:left w:type="dxa" w:w="60"/><w:bottom w:type="dxa" w:w="20"/><w:right w:type="dxa" w:w="60"/>';
const BORDERS = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV']
  .map((side) => `<w:${side} w:val="single" w:color="auto" w:sz="4"/>`)
  .join('');
/** Half points: on an upright page where much has to stand side by side. */
const SMALL = 18;
/** Twentieths of a point: no upright A4 page has as much between its margins. */
const LYING = 11_000;

/**
 * A table as wide as it is told (twentieths of a point), its head repeated on every page, no row cut in two by the end of one; as
 * WordprocessingML (ECMA-376 part 1, 17.4). Built of `docx` objects, each cell was made, written, parsed, gone through eight times and written
 * again: five seconds for 500 units, against a tenth of one.
 */
export function tableText(
  { columns, rows, isDense = false, hasSum = false }: Written,
  width: number,
  notes: readonly string[],
): string {
  const shares = columns.reduce((sum, column) => sum + column.share, 0);
  const widths = columns.map((column) => Math.floor((width * column.share) / shares));
  const size = isDense && width < LYING ? SMALL : SIZE.cell;
  const cell = (index: number, side: string, content: Cell, isBold: boolean): string => {
    const { bold: words, note } = typeof content === 'string' ? { bold: content } : { note: undefined, ...content };
    const letters = runText(words, size, isBold || typeof content !== 'string');
    const mark = note === undefined ? '' : (notes[note] ?? '');
    return `<w:tc><w:tcPr><w:tcW w:type="dxa" w:w="${widths[index]}"/><w:tcMar>${MARGINS}</w:tcMar><w:vAlign w:val="center"/></w:tcPr><w:p><w:pPr><w:jc w:val="${side}"/></w:pPr>${letters}${mark}</w:p></w:tc>`;
  };
  const head = columns.map((column, index) => cell(index, 'center', column.head, true)).join('');
  const body = rows.map((row, at) => {
    const isSum = hasSum && at === rows.length - 1;
    const cells = row.map((content, index) => cell(index, columns[index]?.side ?? 'left', content, isSum)).join('');
    return `<w:tr><w:trPr><w:cantSplit/></w:trPr>${cells}</w:tr>`;
  });
  const grid = widths.map((one) => `<w:gridCol w:w="${one}"/>`).join('');
  return `<w:tbl><w:tblPr><w:tblW w:type="dxa" w:w="${width}"/><w:tblBorders>${BORDERS}</w:tblBorders><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>${grid}</w:tblGrid><w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>${head}</w:tr>${body.join('')}</w:tbl>`;
}

function runText(words: string, size: number, isBold: boolean): string {
  const bold = isBold ? '<w:b/><w:bCs/>' : '';
  const look = `<w:rFonts w:ascii="${FONT}" w:cs="${FONT}" w:eastAsia="${FONT}" w:hAnsi="${FONT}"/>${bold}<w:color w:val="000000"/><w:sz w:val="${size}"/><w:szCs w:val="${size}"/>`;
  const lines = words.split('\n').map((line) => `<w:t xml:space="preserve">${escaped(line)}</w:t>`);
  return `<w:r><w:rPr>${look}</w:rPr>${lines.join('<w:br/>')}</w:r>`;
}

/** XML 1.0 has no way to write most control characters, nor a half of a pair. */
function escaped(words: string): string {
  return words
    .toWellFormed()
    .replace(/[^\P{Cc}\t]|[\ufffe\uffff]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}
