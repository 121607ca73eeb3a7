import { writeCsv } from 'hucre/csv';
import type { CompiledRound } from '../../domain/compiled-round.ts';
import { STANDING_WORDS } from '../../wording/compiled.ts';
import { sayMoment } from '../../wording/when.ts';
import { WORKBOOK } from '../../wording/workbook.ts';

/**
 * One row a unit, the values of the version that counts, headed by the form's keys: for other programs. UTF-8 with a byte order
 * mark, so that Excel reads the letters right; a text that Excel would take for a formula is marked as text.
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
    STANDING_WORDS[unit.standing],
    unit.counted?.version ?? null,
    unit.firstValidAt === null ? null : sayMoment(unit.firstValidAt, round.zone),
    unit.counted?.report.nothingToReport === true ? WORKBOOK.yes : null,
    ...fields.map(({ key }) => unit.counted?.report.values[key] ?? null),
  ]);
  return Buffer.from(writeCsv([head, ...rows], { bom: true, escapeFormulae: true }), 'utf8');
}
