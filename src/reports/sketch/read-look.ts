import { readZip } from '../read-zip.ts';
import { child, childrenOf, type Node, numberOf, readTree, wordValue } from './xml-tree.ts';

/** How letters look. Sizes in points. */
export interface Letters {
  size: number;
  bold: boolean;
  italic: boolean;
  underlined: boolean;
}

export interface Run {
  text: string;
  letters: Letters;
  /** What goes on behind it begins on a new page. */
  breaksPage: boolean;
}

/** A paragraph; lengths in points. */
export interface Paragraph {
  kind: 'paragraph';
  align: 'left' | 'right' | 'center' | 'both';
  indent: { left: number; right: number; first: number };
  before: number;
  after: number;
  /** Of the size of the letters; or a height in points. */
  line: { times: number } | { exactly: number };
  hasRule: boolean;
  startsPage: boolean;
  runs: readonly Run[];
}

export interface Cell {
  columns: number;
  blocks: readonly Block[];
}

export interface Table {
  kind: 'table';
  hasLines: boolean;
  /** In points. */
  columns: readonly number[];
  rows: readonly (readonly Cell[])[];
}

export type Block = Paragraph | Table;

export interface Look {
  page: { width: number; height: number; top: number; bottom: number; left: number; right: number };
  /** The numbers of pages but the first stand at the top. */
  hasNumbers: boolean;
  blocks: readonly Block[];
}

type Inherited = { paragraph: Node[]; run: Node[] };

const TWIP = 1 / 20;
const A4 = { width: 595, height: 842 };

/** What of a .docx is needed to sketch it (ECMA-376 part 1, 17): text, sizes, alignment, indents, tables. Throws ZipError, or what the parser says. */
export function readLook(file: Uint8Array): Look {
  const parts = readZip(file);
  const text = (path: string): string | undefined => parts.get(path)?.toString('utf8');
  const main = text('word/document.xml');
  if (main === undefined) throw new Error('no document in the file');
  const body = child(readTree(main), 'w:document', 'w:body');
  const styles = readStyles(text('word/styles.xml'));
  const headers = [...parts].filter(([path]) => /^word\/header\d*\.xml$/u.test(path));
  return {
    page: pageOf(child(body, 'w:sectPr')),
    hasNumbers: headers.some(([, xml]) => /\bPAGE\b/u.test(xml.toString('utf8'))),
    blocks: blocksIn(body, styles),
  };
}

function pageOf(section: Node | undefined): Look['page'] {
  const twips = (name: string, side: string, otherwise: number): number => {
    const value = numberOf(section, name, `w:${side}`);
    return value === undefined ? otherwise : value * TWIP;
  };
  return {
    width: twips('w:pgSz', 'w', A4.width),
    height: twips('w:pgSz', 'h', A4.height),
    top: twips('w:pgMar', 'top', 57),
    bottom: twips('w:pgMar', 'bottom', 57),
    left: twips('w:pgMar', 'left', 85),
    right: twips('w:pgMar', 'right', 57),
  };
}

/** By a style's name all that it says, what it is based on first. */
type Styles = (name: string | undefined) => Inherited;

function readStyles(xml: string | undefined): Styles {
  const root = xml === undefined ? undefined : child(readTree(xml), 'w:styles');
  const byId = new Map(childrenOf(root, 'w:style').map((style) => [style.attributes['w:styleId'] ?? '', style]));
  const standard = childrenOf(root, 'w:style').find(
    (style) => style.attributes['w:default'] === '1' && style.attributes['w:type'] === 'paragraph',
  );
  const defaults = child(root, 'w:docDefaults');
  const all = (style: Node | undefined, depth: number): Node[] => {
    if (style === undefined || depth > 20) return [];
    return [...all(byId.get(wordValue(style, 'w:basedOn') ?? ''), depth + 1), style];
  };
  const nodes = (...found: (Node | undefined)[]): Node[] => found.filter((node) => node !== undefined);
  return (name) => {
    const chain = all((name === undefined ? undefined : byId.get(name)) ?? standard, 0);
    return {
      paragraph: nodes(child(defaults, 'w:pPrDefault', 'w:pPr'), ...chain.map((style) => child(style, 'w:pPr'))),
      run: nodes(child(defaults, 'w:rPrDefault', 'w:rPr'), ...chain.map((style) => child(style, 'w:rPr'))),
    };
  };
}

function blocksIn(parent: Node | undefined, styles: Styles): Block[] {
  return (parent?.children ?? []).flatMap((node): Block[] => {
    if (node.name === 'w:p') return [readParagraph(node, styles)];
    if (node.name === 'w:tbl') return [readTable(node, styles)];
    // A content control keeps what is in it one level deeper.
    return node.name === 'w:sdt' ? blocksIn(child(node, 'w:sdtContent'), styles) : [];
  });
}

function readParagraph(node: Node, styles: Styles): Paragraph {
  const own = child(node, 'w:pPr');
  const inherited = styles(wordValue(own, 'w:pStyle'));
  const layers = [...inherited.paragraph, ...(own === undefined ? [] : [own])];
  const last = <T>(read: (layer: Node) => T | undefined): T | undefined =>
    layers.map(read).findLast((value) => value !== undefined);
  const twips = (name: string, ...sides: string[]): number =>
    (last((layer) => sides.map((side) => numberOf(layer, name, `w:${side}`)).find((value) => value !== undefined)) ??
      0) * TWIP;
  const line = last((layer) => numberOf(layer, 'w:spacing', 'w:line')) ?? 240;
  const rule = last((layer) => wordValue(layer, 'w:spacing', 'w:lineRule'));
  const hanging = twips('w:ind', 'hanging');
  return {
    kind: 'paragraph',
    align: alignOf(last((layer) => wordValue(layer, 'w:jc'))),
    indent: {
      left: twips('w:ind', 'left', 'start'),
      right: twips('w:ind', 'right', 'end'),
      first: hanging > 0 ? -hanging : twips('w:ind', 'firstLine'),
    },
    before: twips('w:spacing', 'before'),
    after: twips('w:spacing', 'after'),
    line: rule === 'exact' ? { exactly: line * TWIP } : { times: rule === 'atLeast' ? 1 : line / 240 },
    hasRule: layers.some((layer) => isDrawn(wordValue(child(layer, 'w:pBdr'), 'w:top'))),
    startsPage: layers.some((layer) => isOn(layer, 'w:pageBreakBefore') === true),
    runs: runsIn(node, inherited.run),
  };
}

function alignOf(value: string | undefined): Paragraph['align'] {
  if (value === 'center' || value === 'both') return value;
  return value === 'right' || value === 'end' ? 'right' : 'left';
}

function runsIn(node: Node, inherited: readonly Node[]): Run[] {
  return node.children.flatMap((one): Run[] => {
    if (['w:hyperlink', 'w:ins', 'w:smartTag', 'w:sdt', 'w:sdtContent'].includes(one.name))
      return runsIn(one, inherited);
    if (one.name !== 'w:r') return [];
    const own = child(one, 'w:rPr');
    return [
      {
        text: one.children.map(textOf).join(''),
        letters: lettersOf(own === undefined ? inherited : [...inherited, own]),
        breaksPage: one.children.some(({ name, attributes }) => name === 'w:br' && attributes['w:type'] === 'page'),
      },
    ];
  });
}

function textOf({ name, text, attributes }: Node): string {
  if (name === 'w:t') return text;
  if (name === 'w:tab') return '    ';
  if (name === 'w:noBreakHyphen') return '-';
  return name === 'w:cr' || (name === 'w:br' && attributes['w:type'] !== 'page') ? '\n' : '';
}

function lettersOf(layers: readonly Node[]): Letters {
  const last = <T>(read: (layer: Node) => T | undefined): T | undefined =>
    layers.map(read).findLast((value) => value !== undefined);
  const underline = last((layer) => wordValue(layer, 'w:u'));
  return {
    size: (last((layer) => numberOf(layer, 'w:sz')) ?? 20) / 2,
    bold: last((layer) => isOn(layer, 'w:b')) ?? false,
    italic: last((layer) => isOn(layer, 'w:i')) ?? false,
    underlined: underline !== undefined && underline !== 'none',
  };
}

/** `<w:b/>` is yes, `<w:b w:val="0"/>` no. */
function isOn(layer: Node, name: string): boolean | undefined {
  const found = child(layer, name);
  return found === undefined ? undefined : !['0', 'false', 'none'].includes(found.attributes['w:val'] ?? '1');
}

function isDrawn(border: string | undefined): boolean {
  return border !== undefined && border !== 'none' && border !== 'nil';
}

function readTable(node: Node, styles: Styles): Table {
  const rows = childrenOf(node, 'w:tr').map((row) =>
    childrenOf(row, 'w:tc').map(
      (cell): Cell => ({
        columns: Math.max(1, numberOf(child(cell, 'w:tcPr'), 'w:gridSpan') ?? 1),
        blocks: blocksIn(cell, styles),
      }),
    ),
  );
  const grid = childrenOf(child(node, 'w:tblGrid'), 'w:gridCol').map(
    (column) => Number(column.attributes['w:w']) * TWIP,
  );
  const borders = child(node, 'w:tblPr', 'w:tblBorders');
  const cellBorders = child(node, 'w:tr', 'w:tc', 'w:tcPr', 'w:tcBorders');
  const drawn = [borders, cellBorders].some((one) =>
    ['w:top', 'w:left', 'w:start'].some((side) => isDrawn(wordValue(one, side))),
  );
  return {
    kind: 'table',
    hasLines: drawn || (borders === undefined && cellBorders === undefined),
    columns: grid,
    rows,
  };
}
