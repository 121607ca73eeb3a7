import type { Instant } from '../../domain/calendar.ts';
import { dayOf, startOfDay } from '../../domain/calendar.ts';
import type { CompiledRound, CompiledUnit } from '../../domain/compiled-round.ts';
import { figureOf, textOf } from '../../domain/compiled-round.ts';
import type { FormField } from '../../domain/report-form.ts';
import { sayAuditHead } from '../../wording/audit.ts';
import { BOARD_TICKETS } from '../../wording/board-pages.ts';
import { capital } from '../../wording/capital.ts';
import { STANDING_WORDS, sayRemark, sayTaskState, sayVia } from '../../wording/compiled.ts';
import { sayPeriodKey } from '../../wording/period.ts';
import { WORKBOOK } from '../../wording/workbook.ts';
import { letter, type SheetCell, type SheetColumn, type SheetContent, writeSheets } from './sheet.ts';

const { columns: HEADS, sheets: NAMES } = WORKBOOK;
type Content = Omit<SheetContent, 'foot'>;

/** The round as a workbook: one row a unit, one a version, the comparison, the texts, how the date was kept, and the difficulties. */
export async function writeWorkbook(round: CompiledRound): Promise<Uint8Array> {
  const contents = [
    figuresSheet(round),
    comparisonSheet(round),
    textsSheet(round),
    timelinessSheet(round),
    versionsSheet(round),
    ticketsSheet(round),
  ];
  const foot = WORKBOOK.foot(round.title, sayAuditHead(round.auditHead));
  return writeSheets(
    contents.map((content) => ({ ...content, foot })),
    round.title,
  );
}

const UNIT_COLUMNS: readonly SheetColumn[] = [
  { head: HEADS.order, kind: 'whole', width: 6 },
  { head: HEADS.code, kind: 'text', width: 12 },
  { head: HEADS.unit, kind: 'text', width: 44 },
];

const unitCells = (unit: CompiledUnit, index: number): SheetCell[] => [index + 1, unit.code, unit.name];

function figureColumn({ shortLabel, kind }: FormField): SheetColumn {
  return { head: shortLabel, kind: kind === 'money' ? 'money' : 'whole', width: 13 };
}

function figuresSheet(round: CompiledRound): Content {
  const { figures, units } = round;
  const before: SheetColumn[] = [
    ...UNIT_COLUMNS,
    { head: HEADS.standing, kind: 'text', width: 12 },
    { head: HEADS.version, kind: 'whole', width: 6 },
  ];
  const last = units.length + 1;
  return {
    name: NAMES.figures,
    frozen: UNIT_COLUMNS.length,
    columns: [...before, ...figures.map(figureColumn), { head: HEADS.nothing, kind: 'text', width: 12 }],
    rows: units.map((unit, index) => [
      ...unitCells(unit, index),
      STANDING_WORDS[unit.standing],
      unit.counted?.version ?? null,
      ...figures.map(({ key }) => figureOf(unit, key)),
      unit.counted?.report.nothingToReport === true ? WORKBOOK.yes : null,
    ]),
    sums: [
      [
        null,
        null,
        WORKBOOK.total,
        null,
        null,
        ...figures.map(({ key }, at): SheetCell => {
          const column = letter(before.length + at);
          const cells = `${column}2:${column}${last}`;
          // What nobody gave is not zero: the cell is empty, as in the Word draft, and fills itself when somebody types a figure.
          return { formula: `IF(COUNT(${cells})=0,"",SUM(${cells}))`, result: round.totals[key]?.value ?? null };
        }),
        null,
      ],
    ],
  };
}

/** This period beside the one before, the same one last year and, for a longer period, the sum of its months. */
function comparisonSheet(round: CompiledRound): Content {
  const counted = round.units.filter((unit) => unit.counted !== null).length;
  const others = [
    round.before === null
      ? null
      : { ...round.before, head: capital(sayPeriodKey(round.before.period)), word: HEADS.change },
    round.yearBefore === null
      ? null
      : { ...round.yearBefore, head: capital(sayPeriodKey(round.yearBefore.period)), word: HEADS.change },
    round.months === null
      ? null
      : {
          totals: round.months.totals,
          counted: counted === 0 ? null : counted,
          head: HEADS.months,
          word: HEADS.difference,
        },
  ].filter((one) => one !== null);
  return {
    name: NAMES.comparison,
    frozen: 1,
    columns: [
      { head: HEADS.figure, kind: 'text', width: 30 },
      { head: HEADS.thisPeriod, kind: 'money', width: 14 },
      { head: HEADS.given, kind: 'whole', width: 14 },
      ...others.flatMap(({ head, word }): SheetColumn[] => [
        { head, kind: 'money', width: 18 },
        { head: word, kind: 'money', width: 14 },
      ]),
    ],
    rows: round.figures.map(({ key, shortLabel, kind }, index) => {
      const value = round.totals[key]?.value ?? null;
      const isWhole = kind === 'count';
      const shown = (one: number | null): SheetCell => (isWhole ? { whole: one } : one);
      return [
        shortLabel,
        shown(value),
        round.totals[key]?.given ?? 0,
        ...others.flatMap(({ totals }, at): SheetCell[] => {
          const then = totals[key]?.value ?? null;
          if (value === null || then === null) return [shown(then), null];
          const column = letter(3 + 2 * at);
          const result = Math.round((value - then) * 10) / 10;
          const formula = `ROUND(B${index + 2}-${column}${index + 2},1)`;
          return [shown(then), { formula, result, ...(isWhole ? { kind: 'whole' as const } : {}) }];
        }),
      ];
    }),
    sums: [
      [
        HEADS.reports,
        { whole: counted },
        null,
        ...others.flatMap((one): SheetCell[] => [{ whole: one.counted }, null]),
      ],
    ],
  };
}

function textsSheet(round: CompiledRound): Content {
  return {
    name: NAMES.texts,
    frozen: UNIT_COLUMNS.length,
    columns: [
      ...UNIT_COLUMNS,
      ...round.texts.map((field): SheetColumn => ({ head: field.shortLabel, kind: 'prose', width: 50 })),
    ],
    rows: round.units.map((unit, index) => [
      ...unitCells(unit, index),
      ...round.texts.map(({ key }) => (textOf(unit, key) === '' ? null : textOf(unit, key))),
    ]),
  };
}

function timelinessSheet(round: CompiledRound): Content {
  return {
    name: NAMES.timeliness,
    frozen: UNIT_COLUMNS.length,
    columns: [
      ...UNIT_COLUMNS,
      { head: HEADS.standing, kind: 'text', width: 12 },
      { head: HEADS.state, kind: 'text', width: 20 },
      { head: HEADS.firstAt, kind: 'moment', width: 18 },
      { head: HEADS.lastGoodDay, kind: 'day', width: 14 },
      { head: HEADS.versions, kind: 'whole', width: 8 },
      { head: HEADS.remark, kind: 'prose', width: 50 },
    ],
    // Last those nobody waits for, as in the Word draft: they have receipts, and their figures are in no total.
    rows: [...round.units, ...round.formers].map((unit, index) => [
      ...unitCells(unit, index),
      index < round.units.length ? STANDING_WORDS[unit.standing] : null,
      sayTaskState(unit.state),
      unit.firstValidAt === null ? null : localDate(unit.firstValidAt, round.zone),
      new Date(`${unit.lastGoodDay}T00:00:00Z`),
      unit.versions.length,
      sayRemark(unit) === '' ? null : sayRemark(unit),
    ]),
  };
}

function versionsSheet(round: CompiledRound): Content {
  const rows = [...round.units, ...round.formers].flatMap((unit) =>
    unit.versions.map((version) => ({ unit, version })),
  );
  return {
    name: NAMES.versions,
    frozen: UNIT_COLUMNS.length,
    columns: [
      ...UNIT_COLUMNS,
      { head: HEADS.version, kind: 'whole', width: 6 },
      { head: HEADS.counted, kind: 'text', width: 10 },
      { head: HEADS.receivedAt, kind: 'moment', width: 18 },
      { head: HEADS.via, kind: 'text', width: 16 },
      { head: HEADS.receipt, kind: 'text', width: 32 },
      ...round.figures.map(figureColumn),
      ...round.texts.map((field): SheetColumn => ({ head: field.shortLabel, kind: 'prose', width: 40 })),
    ],
    rows: rows.map(({ unit, version }, index) => [
      ...unitCells(unit, index),
      version.version,
      version === unit.counted || version.version === unit.counted?.version ? WORKBOOK.yes : WORKBOOK.no,
      localDate(version.receivedAt, round.zone),
      sayVia(version.via),
      version.receipt,
      ...[...round.figures, ...round.texts].map(({ key }) => version.report.values[key] ?? null),
    ]),
  };
}

/** One row a difficulty, with who answers it and what was answered; nobody who raised one is named. */
function ticketsSheet({ tickets, zone }: CompiledRound): Content {
  const at = (instant: Instant | null): Date | null => (instant === null ? null : localDate(instant, zone));
  return {
    name: NAMES.tickets,
    frozen: 2,
    columns: [
      { head: HEADS.number, kind: 'whole', width: 8 },
      { head: HEADS.askerUnit, kind: 'text', width: 28 },
      { head: HEADS.difficulty, kind: 'prose', width: 50 },
      { head: HEADS.state, kind: 'text', width: 14 },
      { head: HEADS.owner, kind: 'text', width: 22 },
      { head: HEADS.answer, kind: 'prose', width: 50 },
      { head: HEADS.openedAt, kind: 'moment', width: 18 },
      { head: HEADS.answeredAt, kind: 'moment', width: 18 },
    ],
    rows: tickets.map(({ id, unit, text, state, owner, answer, openedAt, answeredAt }) => [
      id,
      unit,
      text,
      BOARD_TICKETS.states[state],
      owner,
      answer,
      at(openedAt),
      at(answeredAt),
    ]),
  };
}

/** A workbook knows no zones: its date is written as the clock on the wall showed it. */
function localDate(instant: Instant, zone: string): Date {
  const day = dayOf(instant, zone);
  return new Date(Date.parse(`${day}T00:00:00Z`) + (instant - startOfDay(day, zone)));
}
