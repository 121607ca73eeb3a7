import { SaxesParser, type SaxesTagPlain } from 'saxes';
import type { DocumentPart } from '../../domain/document-part.ts';
import { readZip } from '../read-zip.ts';

const MAIN = 'word/document.xml';

interface Table {
  rows: string[][];
  /** Columns that the cell at hand covers, and whether it only goes on with the one above. */
  span: number;
  goesOn: boolean;
  cell: string[];
}

/**
 * The paragraphs and tables of a .docx (ECMA-376 part 1, 17.3 and 17.4) as a reader sees them: runs joined, deleted, struck and hidden text and
 * field codes left out, a text box once. A table inside a cell is read as lines of that cell. Throws ZipError, or what the parser says.
 */
export function readWord(file: Uint8Array): DocumentPart[] {
  const xml = readZip(file).get(MAIN);
  if (xml === undefined) throw new Error('no document in the file');
  const parts: DocumentPart[] = [];
  const tables: Table[] = [];
  // A text box stands within a paragraph, with paragraphs of its own.
  const paragraphs: string[] = [];
  let silent = 0;
  let inText = false;
  let [isInRun, isGone] = [false, false];

  function say(text: string): void {
    if (silent === 0 && !isGone && paragraphs.length > 0) paragraphs.push((paragraphs.pop() ?? '') + text);
  }

  /** A run that is struck through or hidden; `w:val` may say that it is not. */
  function goes({ attributes }: SaxesTagPlain): void {
    if (isInRun) isGone = !/^(?:0|false|off)$/.test(attributes['w:val'] ?? '');
  }

  const open: Record<string, (tag: SaxesTagPlain) => void> = {
    'w:p': () => void paragraphs.push(''),
    'w:t': () => {
      inText = true;
    },
    'w:r': () => {
      [isInRun, isGone] = [true, false];
    },
    'w:strike': goes,
    'w:dstrike': goes,
    'w:vanish': goes,
    'w:tab': () => say('\t'),
    'w:br': () => say('\n'),
    'w:cr': () => say('\n'),
    'w:noBreakHyphen': () => say('-'),
    'w:tbl': () => void tables.push({ rows: [], span: 1, goesOn: false, cell: [] }),
    'w:tr': () => void tables.at(-1)?.rows.push([]),
    'w:tc': () => {
      const table = tables.at(-1);
      if (table !== undefined) Object.assign(table, { span: 1, goesOn: false, cell: [] });
    },
    'w:gridSpan': ({ attributes }) => {
      const table = tables.at(-1);
      if (table !== undefined) table.span = Math.min(60, Math.max(1, Number(attributes['w:val']) || 1));
    },
    'w:vMerge': ({ attributes }) => {
      const table = tables.at(-1);
      if (table !== undefined) table.goesOn = attributes['w:val'] !== 'restart';
    },
  };
  const close: Record<string, () => void> = {
    'w:t': () => {
      inText = false;
    },
    'w:r': () => {
      [isInRun, isGone] = [false, false];
    },
    'w:p': () => {
      const text = (paragraphs.pop() ?? '').trim();
      if (text === '') return;
      const table = tables.at(-1);
      if (table === undefined) parts.push({ kind: 'line', text });
      else table.cell.push(text);
    },
    'w:tc': () => {
      const table = tables.at(-1);
      const row = table?.rows.at(-1);
      if (table === undefined || row === undefined) return;
      row.push(table.goesOn ? '' : table.cell.join('\n'), ...Array.from({ length: table.span - 1 }, () => ''));
      table.cell = [];
    },
    'w:tbl': () => {
      const table = tables.pop();
      if (table === undefined) return;
      const around = tables.at(-1);
      if (around === undefined) parts.push({ kind: 'table', rows: table.rows });
      else around.cell.push(...table.rows.map((row) => row.filter((cell) => cell !== '').join(': ')));
    },
  };
  // What only older programs show repeats what stands beside it; what was deleted is not there.
  const unseen = new Set(['mc:Fallback', 'w:del', 'w:moveFrom']);

  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', (tag) => {
    if (unseen.has(tag.name)) silent++;
    if (silent === 0) open[tag.name]?.(tag);
  });
  parser.on('closetag', (tag) => {
    if (silent === 0) close[tag.name]?.();
    if (unseen.has(tag.name)) silent--;
  });
  parser.on('text', (text) => {
    if (inText) say(text);
  });
  parser.write(xml.toString('utf8')).close();
  return parts;
}
