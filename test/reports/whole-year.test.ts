import { parse } from 'csv-parse/sync';
import ExcelJS from 'exceljs';
import { expect, it } from 'vitest';
import { compileRound } from '../../src/actions/compile-round.ts';
import { fillTemplate } from '../../src/reports/word/fill.ts';
import { writeTable } from '../../src/reports/workbook/csv.ts';
import { writeWorkbook } from '../../src/reports/workbook/workbook.ts';
import { sayFigure } from '../../src/wording/compiled.ts';
import { at } from '../support/bot-bench.ts';
import { recalculate } from './recalculate.ts';
import { paragraphsOf, partOf } from './unzip.ts';
import { makeYear, YEAR_ROUNDS } from './year.ts';

/** Tables of a Word document as rows of cells. */
function rowsOf(file: Uint8Array): string[][] {
  return [...partOf(file, 'word/document.xml').matchAll(/<w:tr[ >].*?<\/w:tr>/gsu)].map(([row]) =>
    [...row.matchAll(/<w:tc>.*?<\/w:tc>/gsu)].map(([cell]) =>
      [...cell.matchAll(/<w:t(?: [^>]*)?>([^<]*)/gu)].map(([, text]) => text).join(''),
    ),
  );
}

it('every export of a year of forty units says what SQL adds up, however it is read back', async () => {
  const bench = makeYear();
  for (const { obligation, period } of YEAR_ROUNDS) {
    const round = compileRound(bench.bot().desk, obligation, period, at('2026-12-30 09:00'));
    if (round === null) throw new Error(`no round ${period}`);
    expect(round.units, period).toHaveLength(40);
    const sums = new Map(bench.store.figures.sums(obligation, period).map(({ key, tenths }) => [key, tenths / 10]));
    expect(sums.size).toBe(8);

    const draft = await fillTemplate(null, round);
    expect(paragraphsOf(draft).join('\n'), period).not.toMatch(/[{}]{2}/u);
    const rows = rowsOf(draft);
    const whole = rows.find((cells) => cells[1] === 'Cộng')?.slice(2);
    expect(whole, period).toEqual(round.figures.map(({ key }) => sayFigure(sums.get(key) ?? null)));
    for (const { key, shortLabel } of round.figures)
      expect(rows.find((cells) => cells[1] === shortLabel)?.[2], `${period} ${key}`).toBe(
        sayFigure(sums.get(key) ?? null),
      );

    const book = new ExcelJS.Workbook();
    await book.xlsx.load((await writeWorkbook(round)) as unknown as ArrayBuffer);
    let formulas = 0;
    for (const sheet of book.worksheets)
      sheet.eachRow((row) =>
        row.eachCell((cell) => {
          if (cell.formula === undefined) return;
          formulas += 1;
          expect(cell.result, `${period} ${sheet.name}!${cell.address}`).toBe(recalculate(sheet, cell.formula));
        }),
      );
    expect(formulas, period).toBeGreaterThanOrEqual(8);
    const figures = book.getWorksheet('Số liệu');
    for (const [index, { key }] of round.figures.entries())
      expect(figures?.getRow(42).getCell(6 + index).result, `${period} ${key}`).toBe(sums.get(key));

    const [head = [], ...table]: string[][] = parse(writeTable(round), { bom: true });
    for (const { key } of round.figures) {
      const column = head.indexOf(key);
      const tenths = table.reduce((sum, cells) => sum + Math.round(Number(cells[column] || 0) * 10), 0);
      expect(tenths / 10, `${period} ${key} in the CSV`).toBe(sums.get(key));
    }
  }
});
