import {
  AlignmentType,
  BorderStyle,
  type IParagraphOptions,
  LineRuleType,
  Paragraph,
  type ParagraphChild,
  TextRun,
} from 'docx';

/** Sizes in half points, as Word keeps them: Decree 30/2020/NĐ-CP, Annex I, part I. */
export const SIZE = {
  nation: 26,
  motto: 28,
  agency: 24,
  number: 26,
  place: 28,
  kind: 28,
  body: 28,
  recipients: 22,
  cell: 22,
  small: 20,
} as const;

/** Twentieths of a point in a millimetre. */
const MM = 1440 / 25.4;

export const FONT = 'Times New Roman';

/** A4 upright; margins top and bottom 20 mm, left 30 mm, right 20 mm; the page number stands in the top margin. */
export const PAGE = {
  size: { width: Math.round(210 * MM), height: Math.round(297 * MM) },
  margin: {
    top: Math.round(20 * MM),
    bottom: Math.round(20 * MM),
    left: Math.round(30 * MM),
    right: Math.round(20 * MM),
    header: Math.round(10 * MM),
    footer: Math.round(10 * MM),
  },
} as const;

/** What is left between the margins, in twentieths of a point. */
export const TEXT_WIDTH = Math.round((210 - 30 - 20) * MM);

/** The first line of a paragraph of the body. */
const FIRST_LINE = Math.round(12.7 * MM);
const GAP = 120;

export interface Letters {
  size?: number;
  bold?: boolean;
  italics?: boolean;
  underline?: boolean;
  /** Begins on a new line. */
  isBroken?: boolean;
}

/** A run of text in black Times New Roman. */
export function run(text: string, { size = SIZE.body, bold, italics, underline, isBroken }: Letters = {}): TextRun {
  return new TextRun({
    text,
    font: FONT,
    color: '000000',
    size,
    ...(isBroken === true ? { break: 1 } : {}),
    ...(bold === true ? { bold } : {}),
    ...(italics === true ? { italics } : {}),
    ...(underline === true ? { underline: {} } : {}),
  });
}

/** 1.1 lines. Without the rule LibreOffice takes 264 for a fixed height, less than that of the letters. */
const LINES = { before: GAP / 2, after: GAP / 2, line: 264, lineRule: LineRuleType.AUTO } as const;

/** A paragraph of the body: justified, its first line indented. */
export function bodyText(text: string, letters: Letters = {}, more: IParagraphOptions = {}): Paragraph {
  return new Paragraph({
    ...more,
    alignment: AlignmentType.JUSTIFIED,
    indent: { firstLine: FIRST_LINE },
    spacing: LINES,
    children: lines(text, letters),
  });
}

export function headline(text: string, letters: Letters = {}): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.JUSTIFIED,
    indent: { firstLine: FIRST_LINE },
    spacing: { before: GAP, after: GAP / 2 },
    keepNext: true,
    children: [run(text, { bold: true, ...letters })],
  });
}

export function centred(children: readonly ParagraphChild[], more: IParagraphOptions = {}): Paragraph {
  return new Paragraph({ alignment: AlignmentType.CENTER, ...more, children });
}

/** A line that is drawn below a text, that much of the room it stands in kept free on either side. */
export function rule(side: number): Paragraph {
  return new Paragraph({
    indent: { left: side, right: side },
    spacing: { before: 40, after: 0, line: 60, lineRule: 'exact' },
    border: { top: { style: BorderStyle.SINGLE, size: 6, color: '000000', space: 1 } },
    children: [run('', { size: 4 })],
  });
}

/** Texts of people may have several lines; what looks like a name of the template or a place of a table (`hold-tables.ts`) in them is none. */
function lines(text: string, letters: Letters = {}): TextRun[] {
  const said = text.replaceAll('{{', '{ {').replace(/[\ue000\ue001]/gu, '');
  return said.split('\n').map((line, index) => run(line, { ...letters, isBroken: index > 0 }));
}
