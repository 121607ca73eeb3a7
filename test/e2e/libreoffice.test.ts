import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import { compileRound } from '../../src/actions/compile-round.ts';
import { viewTask } from '../../src/actions/task-view.ts';
import { keyedLabel } from '../../src/language/report/report-template.ts';
import { roundPicture } from '../../src/reports/picture-data.ts';
import { makeFile } from '../../src/reports/print-file.ts';
import { checkTemplate } from '../../src/reports/word/check-template.ts';
import { fillTemplate } from '../../src/reports/word/fill.ts';
import { buildTemplate } from '../../src/reports/word/template.ts';
import { writeTable } from '../../src/reports/workbook/csv.ts';
import { writeForm } from '../../src/reports/workbook/form.ts';
import { writeWorkbook } from '../../src/reports/workbook/workbook.ts';
import { sayFigure } from '../../src/wording/compiled.ts';
import { paragraphsOf } from '../reports/unzip.ts';
import { makeYear, YEAR_ROUNDS } from '../reports/year.ts';
import { at } from '../support/bot-bench.ts';
import { convert, fontsOfPdf, HAS_LIBREOFFICE, wordsOfPdf, wordsOverWords } from '../support/libreoffice.ts';

/** Where the files and pages are kept, to be looked at; nowhere by default. */
const KEPT = process.env.KEEP_EXPORTS === '' ? undefined : process.env.KEEP_EXPORTS;
const NOW = at('2026-12-30 09:00');

function folderFor(period: string): string | undefined {
  if (KEPT === undefined) return undefined;
  const folder = join(KEPT, period);
  mkdirSync(folder, { recursive: true });
  return folder;
}

/** The year once, and a round of it compiled. */
function compiled(obligation: string, period: string) {
  const bench = makeYear();
  const round = compileRound(bench.bot().desk, obligation, period, NOW);
  if (round === null) throw new Error(`no round ${period}`);
  const sums = new Map(bench.store.figures.sums(obligation, period).map(({ key, tenths }) => [key, tenths / 10]));
  return { bench, round, sums };
}

describe.skipIf(!HAS_LIBREOFFICE)('as LibreOffice opens it', () => {
  it.each(YEAR_ROUNDS)('the draft of $period keeps to the decree on every page', async ({ obligation, period }) => {
    const { round, sums } = compiled(obligation, period);
    const { path } = convert(await fillTemplate(null, round), 'du-thao.docx', 'pdf', folderFor(period));
    const { words, pages } = wordsOfPdf(path);
    // A4, the table of all units on its side.
    const widths = pages.map(({ width }) => Math.round(width));
    for (const { width, height } of pages)
      expect([Math.round(width), Math.round(height)].toSorted((a, b) => a - b)).toEqual([210, 297]);
    expect(widths.join(' ')).toMatch(/^(?:210 ){2,}(?:297 )+210(?: 210)+$/u);
    expect(pages.length).toBeGreaterThan(3);
    // Forty units whose own figures are not the sums of their months: a table of them, not pages of sentences.
    expect(pages.length).toBeLessThanOrEqual(9);
    // Times New Roman, or what stands in for it here; letters it lacks come from another serif.
    for (const font of fontsOfPdf(path))
      expect(font).toMatch(/^(?:TimesNewRoman|Times|LiberationSerif|NotoSerif|Tinos|DejaVuSerif)/u);
    for (const { page, left, right, top, text } of words) {
      expect(left, `${text} on page ${page}`).toBeGreaterThanOrEqual(29);
      expect(right, `${text} on page ${page}`).toBeLessThanOrEqual((widths[page - 1] ?? 0) - 19);
      const isNumber = page > 1 && text === String(page) && top < 20;
      expect(isNumber || top >= 18.5, `${text} on page ${page} stands at ${top} mm`).toBe(true);
    }
    for (let page = 2; page <= pages.length; page++) {
      const number = words.find((word) => word.page === page && word.text === String(page) && word.top < 20);
      expect(((number?.left ?? 0) + (number?.right ?? 0)) / 2, `number of page ${page}`).toBeCloseTo(
        ((widths[page - 1] ?? 0) + 10) / 2,
        -0.5,
      );
    }
    expect(words.filter(({ page, top }) => page === 1 && top < 19)).toEqual([]);
    // Words are cut where a letter comes from the other font.
    const first = words.flatMap(({ page, text }) => (page === 1 ? [text] : [])).join('');
    expect(first).toContain('DỰTHẢO');
    // Where both columns' lines are of one height, the place and date are read between the two.
    // The number is to be filled in: nothing stands between "Số:" and the slash.
    expect(first).toMatch(/Số:(?:HảiDương,ngày)?\/BC-SKHCN/u);
    const all = words.map(({ text }) => text);
    for (const [key, value] of sums) expect(all, key).toContain(sayFigure(value));
  });

  it.each(YEAR_ROUNDS)(
    'the workbook of $period comes to what stands in it when everything is worked out anew',
    async ({ obligation, period }) => {
      const { round, sums } = compiled(obligation, period);
      const written = await writeWorkbook(round);
      const folder = folderFor(period);
      const { words } = wordsOfPdf(convert(written, 'so-lieu.xlsx', 'pdf', folder).path);
      expect(wordsOverWords(words)).toEqual([]);
      const anew = convert(written, 'so-lieu.xlsx', 'xlsx', folder === undefined ? undefined : join(folder)).bytes;
      const [ours, theirs] = [new ExcelJS.Workbook(), new ExcelJS.Workbook()];
      await ours.xlsx.load(written as unknown as ArrayBuffer);
      await theirs.xlsx.load(anew as unknown as ArrayBuffer);
      let formulas = 0;
      for (const sheet of ours.worksheets)
        sheet.eachRow((row) =>
          row.eachCell((cell) => {
            const other = theirs.getWorksheet(sheet.name)?.getCell(cell.address);
            if (cell.formula === undefined) return;
            formulas += 1;
            const at = `${sheet.name}!${cell.address}`;
            if (cell.result === undefined) expect(other?.result ?? '', at).toBe('');
            else expect(other?.result, at).toBeCloseTo(Number(cell.result), 6);
          }),
        );
      expect(formulas).toBeGreaterThanOrEqual(8);
      const sheet = theirs.getWorksheet('Số liệu');
      for (const [index, { key }] of round.figures.entries())
        expect(sheet?.getRow(round.units.length + 2).getCell(6 + index).result, key).toBeCloseTo(sums.get(key) ?? 0, 6);
    },
  );

  it('the form opens with the keys behind its labels whole', async () => {
    const { bench } = compiled('thang', '2026-11');
    const { form } = viewTask(bench.bot().desk, bench.task('HBG', '2026-11'));
    const file = await writeForm({ title: 'Biểu mẫu', head: '#BC', form, values: {} });
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(convert(file, 'bieu-mau.xlsx', 'xlsx').bytes as unknown as ArrayBuffer);
    const labels = (book.worksheets[0]?.getColumn(1).values ?? []).map(String);
    for (const field of form.fields) expect(labels).toContain(keyedLabel(field));
  });

  it('the CSV opens with its letters right, and nothing in it is a formula', async () => {
    const { round } = compiled('thang', '2026-11');
    const { bytes } = convert(writeTable(round), 'bang.csv', 'xlsx', folderFor('2026-11'));
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(bytes as unknown as ArrayBuffer);
    const [sheet] = book.worksheets;
    expect(sheet?.rowCount).toBe(round.units.length + 1);
    expect(sheet?.getColumn(2).values).toContain('Ủy ban nhân dân huyện Bình Giang');
    sheet?.eachRow((row) => row.eachCell((cell) => expect(cell.formula).toBeUndefined()));
  });

  it.runIf(KEPT !== undefined)('the pictures are kept to be looked at', async () => {
    const { bench } = compiled('thang', '2026-12');
    const picture = roundPicture(bench.bot().desk, 'thang', '2026-12', NOW);
    if (picture === null) throw new Error('no picture');
    const made = await makeFile({ make: 'round-picture', picture });
    if ('problems' in made) throw new Error('no picture');
    writeFileSync(join(KEPT ?? '', 'tinh-hinh.png'), made.bytes);
  });
});

/** A table of one row, as Writer keeps it. */
const TABLE = `<table:table table:name="Them"><table:table-column table:number-columns-repeated="2"/><table:table-row>${[
  'Hội nghị cả tỉnh',
  '{{tong_hoi_nghi}}',
]
  .map((text) => `<table:table-cell office:value-type="string"><text:p>${text}</text:p></table:table-cell>`)
  .join('')}</table:table-row></table:table>`;

/** The paragraph of Writer's flat format that holds that name, whole. */
function paragraphWith(xml: string, name: string): string {
  const at = xml.indexOf(name);
  const from = xml.lastIndexOf('<text:p ', at);
  const to = xml.indexOf('</text:p>', at) + '</text:p>'.length;
  if (at < 0 || from < 0) throw new Error(`no ${name} in the template`);
  return xml.slice(from, to);
}

describe.skipIf(!HAS_LIBREOFFICE)('the template changed in LibreOffice Writer', () => {
  it('with another letterhead, another order and a table more is taken, and filled in to the last name', async () => {
    const { round, sums } = compiled('thang', '2026-11');
    const flat = convert(await buildTemplate(), 'mau.docx', 'fodt').bytes.toString('utf8');
    const [figures, texts] = [paragraphWith(flat, '{{bang_so_lieu}}'), paragraphWith(flat, '{{noi_dung}}')];
    const edited = flat
      .replace(figures, '@@')
      .replace(texts, () => figures)
      .replace('@@', () => `${texts}${TABLE}`)
      .replace('THỦ TRƯỞNG CƠ QUAN', 'KT. GIÁM ĐỐC PHÓ GIÁM ĐỐC')
      .replace('{{co_quan_cap_tren}}', 'TỈNH ỦY HẢI DƯƠNG');
    const saved = convert(Buffer.from(edited), 'mau.fodt', 'docx').bytes;
    expect(checkTemplate(saved, ['tong_hoi_nghi'])).toEqual([]);
    const filled = await fillTemplate(saved, round);
    const lines = paragraphsOf(filled);
    expect(lines.join('\n')).not.toMatch(/[{}]/u);
    expect(lines).toContain('TỈNH ỦY HẢI DƯƠNG');
    expect(lines).toContain('KT. GIÁM ĐỐC PHÓ GIÁM ĐỐC');
    expect(lines).toContain(sayFigure(sums.get('hoi_nghi') ?? null));
    expect(lines.indexOf('Chỉ tiêu')).toBeGreaterThan(lines.findIndex((line) => line.startsWith('1. Kết quả nổi bật')));
    // And it is still a document that opens, in the same pages.
    const { words } = wordsOfPdf(convert(filled, 'dien.docx', 'pdf', folderFor('mau')).path);
    expect(words.map(({ text }) => text)).toContain(sayFigure(sums.get('nguoi_du') ?? null));
  });
});
