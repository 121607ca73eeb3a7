import {
  BorderStyle,
  Document,
  type FileChild,
  Header,
  type IParagraphOptions,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import { DRAFT } from '../../wording/draft.ts';
import type { BlockName, LineName } from '../../wording/template-names.ts';
import { centred, FONT, headline, PAGE, rule, run, SIZE, TEXT_WIDTH } from './look.ts';

/** The name as it stands in the template. */
const put = (name: LineName | BlockName): string => `{{${name}}}`;

const LEFT = Math.round(TEXT_WIDTH * 0.42);
const RIGHT = TEXT_WIDTH - LEFT;

/**
 * The template that ships with the plan and stands in where there is none: a report by Decree 30/2020/NĐ-CP, Annex I (forms
 * 1.4 and the layout of part I), with the names that are filled in. `npm run template` writes it into the plan's folder.
 */
export async function buildTemplate(): Promise<Buffer> {
  const document = new Document({
    creator: '',
    title: DRAFT.kind,
    styles: { default: { document: { run: { font: FONT, size: SIZE.body, color: '000000' } } } },
    sections: [
      {
        properties: { page: PAGE, titlePage: true },
        headers: { default: pageNumber(), first: new Header({ children: [new Paragraph({ children: [] })] }) },
        children: [letterhead(), ...title(), ...body(), ending()],
      },
      {
        // Headers go on from the section before. Ten columns: on an upright page they would have to be set smaller than can be read on paper.
        properties: { page: { ...PAGE, size: { ...PAGE.size, orientation: PageOrientation.LANDSCAPE } } },
        children: annex(DRAFT.annexes.units, DRAFT.annexes.unitsTitle, 'bang_don_vi'),
      },
      {
        properties: { page: PAGE },
        children: upright(),
      },
    ],
  });
  return Packer.toBuffer(document);
}

/** Centred in the top margin; the first page has a header of its own, without it. */
function pageNumber(): Header {
  const number = new TextRun({ children: [PageNumber.CURRENT], font: FONT, size: SIZE.body });
  return new Header({ children: [centred([number])] });
}

function letterhead(): Table {
  const left = [
    centred([run(put('co_quan_cap_tren'), { size: SIZE.agency })]),
    centred([run(put('co_quan'), { size: SIZE.agency, bold: true })]),
    rule(Math.round(LEFT * 0.32)),
    centred([run(DRAFT.number(put('ky_hieu')), { size: SIZE.number })], { spacing: { before: 60 } }),
    centred([run(DRAFT.draft, { size: SIZE.number, bold: true })], { spacing: { before: 60 } }),
  ];
  const right = [
    centred([run(DRAFT.nation, { size: SIZE.nation - 2, bold: true })]),
    centred([run(DRAFT.motto, { size: SIZE.motto, bold: true, underline: true })]),
    centred([run(DRAFT.placeAndDate(put('dia_danh'), put('nam')), { size: SIZE.place, italics: true })], {
      spacing: { before: 120 },
    }),
  ];
  return bare([left, right], [LEFT, RIGHT]);
}

function title(): FileChild[] {
  const line = Math.round(TEXT_WIDTH * 0.4);
  return [
    centred([run(DRAFT.kind, { size: SIZE.kind, bold: true })], { spacing: { before: 360 } }),
    centred([run(put('trich_yeu'), { size: SIZE.kind, bold: true })], { spacing: { after: 60 } }),
    rule(line),
  ];
}

function body(): FileChild[] {
  const { sections } = DRAFT;
  return [
    gap(),
    block('can_cu'),
    headline(sections.status),
    block('tinh_hinh'),
    headline(sections.figures),
    block('bang_so_lieu'),
    block('chenh_lech'),
    headline(sections.texts),
    block('noi_dung'),
    block('ket_bai'),
    gap({ keepNext: true }),
  ];
}

/** Recipients on the left, the signature on the right, as the decree has them. */
function ending(): Table {
  const left = [
    new Paragraph({ children: [run(DRAFT.recipients, { size: SIZE.recipients + 2, bold: true, italics: true })] }),
    ...DRAFT.recipientList(put('noi_nhan')).map(
      (line) => new Paragraph({ children: [run(line, { size: SIZE.recipients })] }),
    ),
  ];
  const right = [
    centred([run(DRAFT.signer, { bold: true })]),
    centred([run(DRAFT.signerHint, { italics: true })], { spacing: { after: 1200 } }),
  ];
  return bare([left, right], [LEFT, RIGHT]);
}

function upright(): FileChild[] {
  const { annexes: words } = DRAFT;
  return [
    ...annex(words.timeliness, words.timelinessTitle, 'bang_tien_do'),
    ...annex(words.sources, words.sourcesTitle, 'bang_nguon', { pageBreakBefore: true }),
  ];
}

function annex(number: string, name: string, content: BlockName, begins: IParagraphOptions = {}): FileChild[] {
  return [
    centred([run(number, { bold: true })], begins),
    centred([run(name, { bold: true })]),
    centred([run(`(${put('ten_bao_cao')}, ${put('tu_ngay')} – ${put('den_ngay')})`, { italics: true })], {
      spacing: { after: 120 },
    }),
    block(content),
  ];
}

function block(name: BlockName): Paragraph {
  return new Paragraph({ children: [run(put(name))] });
}

function gap(more: IParagraphOptions = {}): Paragraph {
  return new Paragraph({ ...more, spacing: { before: 0, after: 60 }, children: [] });
}

const NONE = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const;
const NO_BORDERS = { top: NONE, bottom: NONE, left: NONE, right: NONE, insideHorizontal: NONE, insideVertical: NONE };

/** Two columns side by side without lines. */
function bare(columns: readonly Paragraph[][], widths: readonly number[]): Table {
  const cells = columns.map(
    (children, index) =>
      new TableCell({
        width: { size: widths[index] ?? 0, type: WidthType.DXA },
        margins: { left: 0, right: 0 },
        children,
      }),
  );
  return new Table({
    width: { size: TEXT_WIDTH, type: WidthType.DXA },
    columnWidths: [...widths],
    layout: TableLayoutType.FIXED,
    borders: NO_BORDERS,
    rows: [new TableRow({ cantSplit: true, children: cells })],
  });
}
