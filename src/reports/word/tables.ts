import { FootnoteReferenceRun, Paragraph } from 'docx';
import type { CompiledRound, CompiledUnit, MonthsDifference } from '../../domain/compiled-round.ts';
import { figureOf } from '../../domain/compiled-round.ts';
import type { FormField } from '../../domain/report-form.ts';
import { capital } from '../../wording/capital.ts';
import { STANDING_WORDS, sayChange, sayFigure, sayRemark, saySource } from '../../wording/compiled.ts';
import { DRAFT, sayDifference } from '../../wording/draft.ts';
import { sayPeriodKey } from '../../wording/period.ts';
import { sayMoment } from '../../wording/when.ts';
import { run, SIZE } from './look.ts';
import type { Column, Written } from './written-table.ts';

/** Totals, and what they were in the period before and a year ago; with a place for the note that says of each where it is from. */
export function totalsTable(round: CompiledRound, hasNotes: boolean): Written {
  const { columns } = DRAFT;
  const { months } = round;
  const compared = [round.before, round.yearBefore].filter((one) => one !== null);
  return {
    columns: [
      { head: columns.order, share: 8, side: 'center' },
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
      const bold = sayFigure(value);
      return [
        String(index + 1),
        field.shortLabel,
        hasNotes ? { bold, note: index } : { bold },
        ...(months === null ? [] : [sayFigure(months.totals[field.key]?.value ?? null)]),
        ...compared.flatMap((one) => {
          const then = one.totals[field.key]?.value ?? null;
          return [sayFigure(then), sayChange(value, then)];
        }),
      ];
    }),
  };
}

/** Of every total, for the foot of the page, where it is from. */
export function totalsNotes(round: CompiledRound): FootnoteReferenceRun[] {
  return round.figures.map((field) => {
    const text = ` ${field.shortLabel}: ${sourcesOf(round, field)}`;
    return new FootnoteReferenceRun({ children: [new Paragraph({ children: [run(text, { size: SIZE.small })] })] });
  });
}

/** Every unit with its figures, and their sum. */
export function unitsTable(round: CompiledRound): Written {
  const { columns } = DRAFT;
  const { figures, units } = round;
  return {
    isDense: figures.length > 6,
    hasSum: true,
    columns: [
      { head: columns.order, share: 8, side: 'center' },
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
  };
}

/** Where units' own figures are not the sums of their months: a row a unit, and of each figure both, the own one first. */
export function differencesTable(round: CompiledRound, differences: readonly MonthsDifference[]): Written {
  const figures = round.figures.filter(({ key }) => differences.some((one) => one.key === key));
  const units = round.units.filter(({ code }) => differences.some((one) => one.unit === code));
  const both = (unit: string, key: string): string => {
    const found = differences.find((one) => one.unit === unit && one.key === key);
    return found === undefined ? '' : sayDifference(found.own, found.months);
  };
  return {
    isDense: figures.length > 4,
    columns: [
      { head: DRAFT.columns.unit, share: 24, side: 'left' },
      ...figures.map((field): Column => ({ head: field.shortLabel, share: 14, side: 'right' })),
    ],
    rows: units.map(({ code, shortName }) => [shortName, ...figures.map(({ key }) => both(code, key))]),
  };
}

/** Who was late, is missing, was waived or extended, and why. Null: nobody. */
export function timelinessTable(round: CompiledRound): Written | null {
  const { columns } = DRAFT;
  const owing = round.units.filter((unit) => unit.standing !== 'on_time' || unit.extended || unit.state === 'returned');
  // Last those nobody waits for: they have receipts, and their figures are in no total.
  const told = [...owing, ...round.formers];
  if (told.length === 0) return null;
  const order = ['missing', 'open', 'unsettled', 'late', 'waived', 'on_time'];
  const rank = (unit: CompiledUnit): number =>
    round.formers.includes(unit) ? order.length : order.indexOf(unit.standing);
  const sorted = told.toSorted((a, b) => rank(a) - rank(b));
  return {
    columns: [
      { head: columns.order, share: 8, side: 'center' },
      { head: columns.unit, share: 34, side: 'left' },
      { head: columns.standing, share: 14, side: 'center' },
      { head: columns.time, share: 20, side: 'center' },
      { head: columns.remark, share: 32, side: 'left' },
    ],
    rows: sorted.map((unit, index) => [
      String(index + 1),
      unit.name,
      round.formers.includes(unit) ? DRAFT.dash : STANDING_WORDS[unit.standing],
      unit.firstValidAt === null ? DRAFT.dash : sayMoment(unit.firstValidAt, round.zone),
      sayRemark(unit),
    ]),
  };
}

/** Which version of which unit the figures of Annex 1 are from; the codes of receipts stand in the workbook. */
export function sourcesTable(round: CompiledRound): Written {
  const { columns } = DRAFT;
  const counted = round.units.flatMap((unit) => (unit.counted === null ? [] : [{ unit, version: unit.counted }]));
  return {
    columns: [
      { head: columns.order, share: 8, side: 'center' },
      { head: columns.unit, share: 60, side: 'left' },
      { head: columns.version, share: 8, side: 'center' },
      { head: columns.time, share: 28, side: 'center' },
    ],
    rows: counted.map(({ unit, version }, index) => [
      String(index + 1),
      unit.name,
      String(version.version),
      sayMoment(version.receivedAt, round.zone),
    ]),
  };
}

function sourcesOf(round: CompiledRound, field: FormField): string {
  const given = round.units.filter((unit) => figureOf(unit, field.key) !== null);
  if (given.length === 0) return DRAFT.dash;
  return given.map((unit) => `${saySource(unit)}: ${sayFigure(figureOf(unit, field.key))}`).join('; ');
}
