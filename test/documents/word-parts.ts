import {
  AlignmentType,
  BorderStyle,
  Document,
  type FileChild,
  Header,
  type IParagraphOptions,
  LineRuleType,
  Packer,
  PageNumber,
  Paragraph,
  type ParagraphChild,
  Table,
  TableCell,
  TableRow,
  TextRun,
  UnderlineType,
  VerticalAlignTable,
  WidthType,
} from 'docx';

/** A cell: its text (line breaks make paragraphs), or a text that spans columns or rows. */
export type Cell = string | { t: string; span?: number; rows?: number; bold?: boolean };

const NONE = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const;
const NO_BORDERS = {
  top: NONE,
  bottom: NONE,
  left: NONE,
  right: NONE,
  insideHorizontal: NONE,
  insideVertical: NONE,
} as const;

type Look = Omit<IParagraphOptions, 'children' | 'text'>;

/** A justified body paragraph with its first line indented, as Decree 30 has it. */
export function para(content: string | readonly ParagraphChild[], look: Look = {}): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.JUSTIFIED,
    indent: { firstLine: 567 },
    spacing: { before: 80, after: 80, line: 320, lineRule: LineRuleType.AUTO },
    ...look,
    children: typeof content === 'string' ? [new TextRun(content)] : content,
  });
}

/** A bold line, such as "I. KẾT QUẢ THỰC HIỆN"; bold text only, no Word heading style: few offices use those. */
export function bold(text: string, look: Look = {}): Paragraph {
  return para([new TextRun({ text, bold: true })], look);
}

export function centred(text: string, run: { bold?: boolean; italics?: boolean; size?: number } = {}): Paragraph {
  return new Paragraph({ alignment: AlignmentType.CENTER, children: [new TextRun({ text, ...run })] });
}

/** Several plain paragraphs at once. */
export function paras(...texts: string[]): Paragraph[] {
  return texts.map((text) => para(text));
}

function cellParagraphs(text: string, strong = false, alignment?: Look['alignment']): Paragraph[] {
  return text.split('\n').map(
    (line) =>
      new Paragraph({
        ...(alignment && { alignment }),
        children: [new TextRun({ text: line, bold: strong, size: 26 })],
      }),
  );
}

/** A table with borders; the first `heads` rows are bold. */
export function table(rows: readonly (readonly Cell[])[], heads = 1): Table {
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: rows.map(
      (row, index) =>
        new TableRow({
          ...(index < heads && { tableHeader: true }),
          children: row.map((cell) => {
            const c = typeof cell === 'string' ? { t: cell } : cell;
            return new TableCell({
              children: cellParagraphs(c.t, c.bold ?? index < heads),
              verticalAlign: VerticalAlignTable.CENTER,
              ...(c.span !== undefined && { columnSpan: c.span }),
              ...(c.rows !== undefined && { rowSpan: c.rows }),
            });
          }),
        }),
    ),
  });
}

/** A table without borders: letterheads, signatures. */
export function bare(columns: readonly (readonly (Paragraph | Table)[])[], widths: readonly number[] = []): Table {
  const cells = columns.map(
    (children, index) =>
      new TableCell({
        borders: NO_BORDERS,
        children,
        ...(widths[index] !== undefined && { width: { size: widths[index], type: WidthType.DXA } }),
      }),
  );
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    ...(widths.length > 0 && { columnWidths: widths }),
    borders: NO_BORDERS,
    rows: [new TableRow({ children: cells })],
  });
}

export interface Head {
  /** The body above, such as "ỦY BAN NHÂN DÂN TỈNH HẢI DƯƠNG"; `null` for those that have none. */
  above: string | null;
  agency: string;
  /** "Số:        /BC-SCT": the number is mostly still blank in the Word file. */
  number: string;
  /** "Hải Dương, ngày      tháng 11 năm 2026" */
  placeAndDate: string;
}

const NATION = 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM';
const MOTTO = 'Độc lập - Tự do - Hạnh phúc';
export const PROVINCE = 'ỦY BAN NHÂN DÂN TỈNH HẢI DƯƠNG';

/** The national letterhead: a borderless table of two columns. */
export function letterhead(head: Head): Table {
  return bare(
    [
      [
        ...(head.above === null ? [] : [centred(head.above, { size: 26 })]),
        centred(head.agency, { bold: true, size: 26 }),
        centred(head.number, { size: 26 }),
      ],
      [
        centred(NATION, { bold: true, size: 24 }),
        new Paragraph({
          alignment: AlignmentType.CENTER,
          children: [new TextRun({ text: MOTTO, bold: true, size: 26, underline: { type: UnderlineType.SINGLE } })],
        }),
        centred(head.placeAndDate, { italics: true, size: 26 }),
      ],
    ],
    [3800, 5271],
  );
}

/** "BÁO CÁO" with its abstract. */
export function title(abstract: string, kind = 'BÁO CÁO'): Paragraph[] {
  return [new Paragraph(''), centred(kind, { bold: true }), centred(abstract, { bold: true }), new Paragraph('')];
}

/** Recipients on the left, the signer's office and name on the right. */
export function signature(office: string, name: string, ...recipients: string[]): Table {
  return bare([
    [
      new Paragraph({ children: [new TextRun({ text: 'Nơi nhận:', bold: true, italics: true, size: 24 })] }),
      ...recipients.map((to) => new Paragraph({ children: [new TextRun({ text: `- ${to};`, size: 22 })] })),
      new Paragraph({ children: [new TextRun({ text: '- Lưu: VT.', size: 22 })] }),
    ],
    [
      ...office.split('\n').map((line) => centred(line, { bold: true })),
      new Paragraph(''),
      new Paragraph(''),
      centred(name, { bold: true }),
    ],
  ]);
}

/** The whole file: A4, Times New Roman 14, page numbers on top from page two. */
export async function word(children: readonly FileChild[]): Promise<Uint8Array> {
  const file = new Document({
    styles: { default: { document: { run: { font: 'Times New Roman', size: 28 } } } },
    sections: [
      {
        properties: {
          titlePage: true,
          page: { size: { width: 11906, height: 16838 }, margin: { top: 1134, bottom: 1134, left: 1701, right: 1134 } },
        },
        headers: {
          default: new Header({
            children: [
              new Paragraph({
                alignment: AlignmentType.CENTER,
                children: [new TextRun({ children: [PageNumber.CURRENT] })],
              }),
            ],
          }),
        },
        // Word makes one table of two that touch.
        children: children.flatMap((child, index) =>
          child instanceof Table && children[index + 1] instanceof Table ? [child, new Paragraph('')] : [child],
        ),
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(file));
}
