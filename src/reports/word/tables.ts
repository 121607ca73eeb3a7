import {
  AlignmentType,
  FootnoteReferenceRun,
  Paragraph,
  type ParagraphChild,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlign,
  WidthType,
} from 'docx';
import type { CompiledRound, MonthsDifference } from '../../domain/compiled-round.ts';
import { figureOf } from '../../domain/compiled-round.ts';
import type { FormField } from '../../domain/report-form.ts';
import { STANDING_WORDS, sayChange, sayFigure, sayRemark, saySource } from '../../wording/compiled.ts';
import { DRAFT, sayDifference } from '../../wording/draft.ts';
import { sayPeriodKey } from '../../wording/period.ts';
import { sayMoment } from '../../wording/when.ts';
import { lines, run, SIZE, TEXT_WIDTH } from './look.ts';

type Side = 'left' | 'right' | 'centre';
const ALIGN = { left: AlignmentType.LEFT, right: AlignmentType.RIGHT, centre: AlignmentType.CENTER } as const;

interface Column {
  head: string;
  /** Its share of the width; all shares are added up. */
  share: number;
  side: Side;
}

interface Written {
  columns: readonly Column[];
  /** Cells are texts, or runs where a text alone will not do. */
  rows: readonly (readonly (string | readonly ParagraphChild[])[])[];
  size?: number;
  /** The last row is a sum. */
  hasSum?: boolean;
}

/** A table as wide as the text, its head repeated on every page, no row cut in two by the end of one. */
function writeTable({ columns, rows, size = SIZE.cell, hasSum = false }: Written): Table {
  const shares = columns.reduce((sum, column) => sum + column.share, 0);
  const widths = columns.map((column) => Math.floor((TEXT_WIDTH * column.share) / shares));
  const cell = (index: number, children: readonly ParagraphChild[], side: Side): TableCell =>
    new TableCell({
      width: { size: widths[index] ?? 0, type: WidthType.DXA },
      verticalAlign: VerticalAlign.CENTER,
      margins: { left: 60, right: 60, top: 20, bottom: 20 },
      children: [new Paragraph({ alignment: ALIGN[side], children })],
    });
  const head = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: columns.map((column, index) => cell(index, [run(column.head, { size, bold: true })], 'centre')),
  });
  const body = rows.map(
    (row, at) =>
      new TableRow({
        cantSplit: true,
        children: row.map((content, index) => {
          const bold = hasSum && at === rows.length - 1;
          const children = typeof content === 'string' ? lines(content, { size, bold }) : content;
          return cell(index, children, columns[index]?.side ?? 'left');
        }),
      }),
  );
  return new Table({
    width: { size: TEXT_WIDTH, type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    rows: [head, ...body],
  });
}

/** Totals, and what they were in the period before and a year ago. With notes every total says at the foot of the page where it is from. */
export function totalsTable(round: CompiledRound, hasNotes: boolean): Table {
  const { columns } = DRAFT;
  const { months } = round;
  const compared = [round.before, round.yearBefore].filter((one) => one !== null);
  return writeTable({
    columns: [
      { head: columns.order, share: 8, side: 'centre' },
      { head: columns.figure, share: 34, side: 'left' },
      { head: columns.thisPeriod, share: 14, side: 'right' },
      ...(months === null ? [] : [{ head: columns.months, share: 14, side: 'right' as const }]),
      ...compared.flatMap((one): Column[] => [
        { head: capital(sayPeriodKey(one.period)), share: 14, side: 'right' },
        { head: columns.change, share: 12, side: 'right' },
      ]),
    ],
    rows: round.figures.map((field, index) => {
      const value = round.totals[field.key]?.value ?? null;
      const shown = run(sayFigure(value), { size: SIZE.cell, bold: true });
      return [
        String(index + 1),
        field.shortLabel,
        hasNotes ? [shown, noteOf(round, field)] : [shown],
        ...(months === null ? [] : [sayFigure(months.totals[field.key]?.value ?? null)]),
        ...compared.flatMap((one) => {
          const then = one.totals[field.key]?.value ?? null;
          return [sayFigure(then), sayChange(value, then)];
        }),
      ];
    }),
  });
}

function noteOf(round: CompiledRound, field: FormField): FootnoteReferenceRun {
  const text = ` ${field.shortLabel}: ${sourcesOf(round, field)}`;
  return new FootnoteReferenceRun({ children: [new Paragraph({ children: [run(text, { size: SIZE.small })] })] });
}

/** Every unit with its figures, and their sum. */
export function unitsTable(round: CompiledRound): Table {
  const { columns } = DRAFT;
  const { figures, units } = round;
  const isWide = figures.length > 6;
  return writeTable({
    size: isWide ? 18 : SIZE.cell,
    hasSum: true,
    columns: [
      { head: columns.order, share: 8, side: 'centre' },
      { head: columns.unit, share: 30, side: 'left' },
      ...figures.map((field): Column => ({ head: field.shortLabel, share: 12, side: 'right' })),
    ],
    rows: [
      ...units.map((unit, index) => {
        const name =
          unit.counted?.report.nothingToReport === true
            ? `${unit.shortName} (${DRAFT.nothingToReport.toLowerCase()})`
            : unit.shortName;
        return [String(index + 1), name, ...figures.map(({ key }) => sayFigure(figureOf(unit, key)))];
      }),
      ['', columns.total, ...figures.map(({ key }) => sayFigure(round.totals[key]?.value ?? null))],
    ],
  });
}

/** Where units' own figures are not the sums of their months: a row a unit, and of each figure both, the own one first. */
export function differencesTable(round: CompiledRound, differences: readonly MonthsDifference[]): Table {
  const figures = round.figures.filter(({ key }) => differences.some((one) => one.key === key));
  const units = round.units.filter(({ code }) => differences.some((one) => one.unit === code));
  const both = (unit: string, key: string): string => {
    const found = differences.find((one) => one.unit === unit && one.key === key);
    return found === undefined ? '' : sayDifference(found.own, found.months);
  };
  return writeTable({
    size: figures.length > 4 ? 18 : SIZE.cell,
    columns: [
      { head: DRAFT.columns.unit, share: 24, side: 'left' },
      ...figures.map((field): Column => ({ head: field.shortLabel, share: 14, side: 'right' })),
    ],
    rows: units.map(({ code, shortName }) => [shortName, ...figures.map(({ key }) => both(code, key))]),
  });
}

/** Who was late, is missing, was waived or extended, and why. Null: nobody. */
export function timelinessTable(round: CompiledRound): Table | null {
  const { columns } = DRAFT;
  const told = round.units.filter((unit) => unit.standing !== 'on_time' || unit.extended || unit.state === 'returned');
  if (told.length === 0) return null;
  const order = ['missing', 'open', 'late', 'waived', 'on_time'];
  const sorted = told.toSorted((a, b) => order.indexOf(a.standing) - order.indexOf(b.standing));
  return writeTable({
    columns: [
      { head: columns.order, share: 8, side: 'centre' },
      { head: columns.unit, share: 34, side: 'left' },
      { head: columns.standing, share: 14, side: 'centre' },
      { head: columns.time, share: 20, side: 'centre' },
      { head: columns.remark, share: 32, side: 'left' },
    ],
    rows: sorted.map((unit, index) => [
      String(index + 1),
      unit.name,
      STANDING_WORDS[unit.standing],
      unit.firstValidAt === null ? DRAFT.dash : sayMoment(unit.firstValidAt, round.zone),
      sayRemark(unit),
    ]),
  });
}

/** Which version of which unit the figures of Annex 1 are from; the codes of receipts stand in the workbook. */
export function sourcesTable(round: CompiledRound): Table {
  const { columns } = DRAFT;
  const counted = round.units.flatMap((unit) => (unit.counted === null ? [] : [{ unit, version: unit.counted }]));
  return writeTable({
    columns: [
      { head: columns.order, share: 8, side: 'centre' },
      { head: columns.unit, share: 60, side: 'left' },
      { head: columns.version, share: 8, side: 'centre' },
      { head: columns.time, share: 28, side: 'centre' },
    ],
    rows: counted.map(({ unit, version }, index) => [
      String(index + 1),
      unit.name,
      String(version.version),
      sayMoment(version.receivedAt, round.zone),
    ]),
  });
}

function sourcesOf(round: CompiledRound, field: FormField): string {
  const given = round.units.filter((unit) => figureOf(unit, field.key) !== null);
  if (given.length === 0) return DRAFT.dash;
  return given.map((unit) => `${saySource(unit)}: ${sayFigure(figureOf(unit, field.key))}`).join('; ');
}

function capital(text: string): string {
  return `${text.charAt(0).toLocaleUpperCase('vi')}${text.slice(1)}`;
}
