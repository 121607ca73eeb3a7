import { writeCsv } from 'hucre/csv';
import type { CompiledRound } from '../../domain/compiled-round.ts';
import { sayStandingAlone } from '../../wording/compiled.ts';
import { sayMoment } from '../../wording/when.ts';
import { WORKBOOK } from '../../wording/workbook.ts';

/**
 * One row a unit, the values of the version that counts, headed by the form's keys: for other programs (RFC 4180: commas, a decimal
 * point). Excel splits and reads it by the machine's regional settings, so no one file of numbers is right on every machine: people
 * take the workbook. UTF-8 with a byte order mark, so that the letters are right; a text that Excel would take for a formula is marked.
 */
export function writeTable(round: CompiledRound): Buffer {
  const { columns } = WORKBOOK;
  const fields = [...round.figures, ...round.texts];
  const head = [
    columns.code,
    columns.unit,
    columns.standing,
    columns.version,
    columns.firstAt,
    columns.nothing,
    ...fields.map(({ key }) => key),
  ];
  const rows = round.units.map((unit) => [
    unit.code,
    unit.name,
    sayStandingAlone(unit, round),
    unit.counted?.version ?? null,
    unit.firstValidAt === null ? null : sayMoment(unit.firstValidAt, round.zone),
    unit.counted?.report.nothingToReport === true ? WORKBOOK.yes : null,
    ...fields.map(({ key }) => unit.counted?.report.values[key] ?? null),
  ]);
  return Buffer.from(writeCsv([head, ...rows], { bom: true, escapeFormulae: true }), 'utf8');
}
