import { parse } from 'csv-parse/sync';
import ExcelJS from 'exceljs';
import { readXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import { compileRound } from '../../src/actions/compile-round.ts';
import { viewTask } from '../../src/actions/task-view.ts';
import { answerTicket, raiseTicket } from '../../src/actions/tickets.ts';
import { writeTable } from '../../src/reports/workbook/csv.ts';
import { writeForm } from '../../src/reports/workbook/form.ts';
import { writeWorkbook } from '../../src/reports/workbook/workbook.ts';
import { at, createBench } from '../support/bot-bench.ts';
import { recalculate } from './recalculate.ts';
import { makeRound, makeTwoMonths, reportOf } from './rounds.ts';
import { partOf } from './unzip.ts';

function november() {
  const bench = createBench({ start: '2026-09-20 08:00' });
  makeTwoMonths(bench);
  const round = compileRound(bench.bot().desk, 'thang', '2026-11', at('2026-11-20 09:00'));
  if (round === null) throw new Error('the round is not there');
  return { bench, round };
}

async function workbook() {
  const { bench, round } = november();
  const book = new ExcelJS.Workbook();
  await book.xlsx.load((await writeWorkbook(round)) as unknown as ArrayBuffer);
  const sheet = (name: string): ExcelJS.Worksheet => {
    const found = book.getWorksheet(name);
    if (found === undefined) throw new Error(`no sheet ${name}`);
    return found;
  };
  return { bench, round, book, sheet };
}

describe('the workbook', () => {
  it('carries the code of the audit at that moment at the foot of each sheet', async () => {
    const { bench, book } = await workbook();
    const code = bench.store.audit.head().slice(0, 12);
    for (const { headerFooter } of book.worksheets)
      expect(headerFooter.oddFooter).toContain(`Mã kiểm nhật ký: ${code}`);
  });

  it('prints the head and the units’ names on every page, and a wide sheet on several side by side', async () => {
    const { round, sheet } = await workbook();
    const xml = partOf(await writeWorkbook(round), 'xl/workbook.xml');
    const titles = [...xml.matchAll(/<definedName name="_xlnm\.Print_Titles"[^>]*>([^<]*)</gu)].map(([, one]) => one);
    expect(titles).toHaveLength(6);
    expect(titles).toContain("'Các bản'!$A:$C,'Các bản'!$1:$1");
    expect(titles.filter((one) => !/^'[^']+'!\$A:\$[A-C],'[^']+'!\$1:\$1$/u.test(one ?? ''))).toEqual([]);
    expect(sheet('Số liệu').pageSetup.fitToWidth).toBe(1);
    expect(sheet('Các bản').pageSetup.fitToWidth).toBe(3);
  });

  it('has real formulas whose kept results are what they come to, and what SQL adds up', async () => {
    const { bench, book, sheet } = await workbook();
    let seen = 0;
    for (const one of book.worksheets)
      one.eachRow((row) =>
        row.eachCell((cell) => {
          if (cell.formula === undefined) return;
          seen += 1;
          expect(cell.result, `${one.name}!${cell.address}`).toBe(recalculate(one, cell.formula));
        }),
      );
    expect(seen).toBe(16);
    const figures = sheet('Số liệu');
    const sums = bench.store.figures.sums('thang', '2026-11');
    expect(figures.getRow(37).getCell(6).result).toBe((sums.find(({ key }) => key === 'hoi_nghi')?.tenths ?? 0) / 10);
  });

  it('spells what a workbook would take for a letter, in the form and in texts: LibreOffice swallowed the key mang_xa_hoi', async () => {
    const { bench, round } = november();
    const { form } = viewTask(bench.bot().desk, bench.task('HBG', '2026-11'));
    const sheets = [
      await writeForm({ title: 'Biểu mẫu', head: '#BC', form, values: { ket_qua: 'mã _x0041_' } }),
      await writeWorkbook({ ...round, units: round.units.map((unit) => ({ ...unit, name: 'mã _xa_' })) }),
    ];
    const [shared, others] = sheets.map((file) => partOf(Buffer.from(file), 'xl/sharedStrings.xml'));
    expect(shared).toContain('(mang_x005F_xa_hoi');
    expect(shared).toContain('mã _x005F_x0041_');
    expect(others).toContain('mã _x005F_xa_');
    const rows = (await readXlsx(sheets[0] ?? new Uint8Array())).sheets[0]?.rows ?? [];
    expect(rows.flat().filter((value) => /\(mang_xa_hoi|^mã _x0041_$/u.test(String(value)))).toHaveLength(2);
  });

  it('has one row a unit and one a version, heads that stay in sight, and filters', async () => {
    const { book, round, sheet } = await workbook();
    expect(book.worksheets.map(({ name }) => name)).toEqual([
      'Số liệu',
      'So sánh',
      'Nội dung',
      'Tình hình nộp',
      'Các bản',
      'Vướng mắc',
    ]);
    // A head, the units, the sum.
    expect(sheet('Số liệu').rowCount).toBe(round.units.length + 2);
    expect(sheet('Các bản').rowCount).toBe(round.units.reduce((sum, unit) => sum + unit.versions.length, 0) + 1);
    for (const one of book.worksheets) {
      expect(one.views[0], one.name).toMatchObject({ state: 'frozen', ySplit: 1 });
      expect(one.autoFilter, one.name).toBeTruthy();
    }
    expect(sheet('Số liệu').autoFilter).toBe(`A1:N${round.units.length + 1}`);
  });

  it('leaves the sum of a figure that nobody gave empty, as the Word draft does', async () => {
    const bench = createBench({ start: '2026-09-20 08:00' });
    makeRound(bench, {
      obligation: 'thang',
      period: '2026-11',
      report: (unit) => {
        const { phat_thanh: _, ...values } = reportOf(unit, '2026-11').values;
        return { nothingToReport: false, values };
      },
    });
    const round = compileRound(bench.bot().desk, 'thang', '2026-11', at('2026-11-20 09:00'));
    if (round === null) throw new Error('the round is not there');
    const book = new ExcelJS.Workbook();
    await book.xlsx.load((await writeWorkbook(round)) as unknown as ArrayBuffer);
    const figures = book.getWorksheet('Số liệu');
    const sums = figures?.getRow(round.units.length + 2);
    for (const [index, { key }] of round.figures.entries()) {
      const cell = sums?.getCell(6 + index);
      expect(cell?.result, key).toBe(key === 'phat_thanh' ? undefined : round.totals[key]?.value);
      expect(figures === undefined ? null : recalculate(figures, cell?.formula ?? ''), key).toBe(cell?.result);
    }
  });

  it('keeps numbers as numbers, times as times, and a text that looks like a formula as text', async () => {
    const { sheet } = await workbook();
    const texts = sheet('Nội dung');
    const row = texts.getRows(2, 40)?.find((one) => one.getCell(2).value === 'SXD');
    expect(row?.getCell(4).value).toBe('=1+1 là dòng bắt đầu bằng dấu bằng');
    expect(row?.getCell(4).formula).toBeUndefined();
    expect(row?.getCell(6).value).toBe('- Đề nghị A\n- Đề nghị B');
    const figures = sheet('Số liệu').getRow(2);
    expect(figures.getCell(6).type).toBe(ExcelJS.ValueType.Number);
    const received = sheet('Tình hình nộp').getRow(2).getCell(6);
    expect(received.value).toEqual(new Date('2026-11-17T09:15:00Z'));
    expect(received.numFmt).toBe('dd/mm/yyyy hh:mm');
  });
});

describe('the difficulties in the workbook', () => {
  it('stand there with unit, state, owner, answer and times; who asked is not named, and no text is a formula', async () => {
    const bench = createBench({ start: '2026-11-02 08:00' });
    const an = bench.join('liaison', 'HBG', { name: 'Nguyễn Văn An 0912345678' });
    const tú = bench.join('coordinator', null, { name: 'Lê Anh Tú' });
    makeTwoMonths(bench);
    const { desk } = bench.bot();
    const ask = (text: string, when: string) =>
      raiseTicket(desk, { person: an.person, at: at(when) }, { unit: 'HBG', task: null, text });
    const first = ask('=HYPERLINK("http://x")', '2026-11-03 09:05');
    ask('-5 cán bộ, chưa có kinh phí', '2026-11-04 10:00');
    if (!first.ok) throw new Error('not raised');
    const act = { person: tú.person, at: at('2026-11-05 14:30') };
    expect(answerTicket(desk, act, first.value.id, { text: '+ Kinh phí cấp quý I', seen: null }).ok).toBe(true);
    const round = compileRound(desk, 'thang', '2026-11', at('2026-11-20 09:00'));
    if (round === null) throw new Error('the round is not there');
    const book = new ExcelJS.Workbook();
    await book.xlsx.load((await writeWorkbook(round)) as unknown as ArrayBuffer);
    const sheet = book.getWorksheet('Vướng mắc');
    const rows = sheet?.getRows(1, 3)?.map((row) => (row.values as unknown[]).slice(1)) ?? [];
    const [head, one, two] = rows;
    expect(head).toEqual([
      'Số',
      'Đơn vị nêu',
      'Nội dung vướng mắc',
      'Trạng thái',
      'Người giải đáp',
      'Trả lời',
      'Nêu lúc',
      'Trả lời lúc',
    ]);
    expect(one).toEqual([
      first.value.id,
      'Huyện Bình Giang',
      '=HYPERLINK("http://x")',
      'đã trả lời',
      'Lê Anh Tú',
      '+ Kinh phí cấp quý I',
      new Date('2026-11-03T09:05:00Z'),
      new Date('2026-11-05T14:30:00Z'),
    ]);
    expect(two?.slice(1, 4)).toEqual(['Huyện Bình Giang', '-5 cán bộ, chưa có kinh phí', 'chờ trả lời']);
    sheet?.eachRow((row) => row.eachCell((cell) => expect(cell.formula).toBeUndefined()));
    expect(sheet?.getRow(2).getCell(1).type).toBe(ExcelJS.ValueType.Number);
    expect(sheet?.autoFilter).toBe('A1:H3');
    expect(JSON.stringify(rows)).not.toMatch(/Nguyễn Văn An|0912345678/u);
  });
});

describe('the CSV', () => {
  it('is UTF-8 with a byte order mark, one row a unit, and gives no formula away', () => {
    const { round } = november();
    const bytes = writeTable(round);
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const rows: string[][] = parse(bytes, { bom: true });
    expect(rows).toHaveLength(round.units.length + 1);
    const head = rows[0] ?? [];
    const of = (code: string, key: string): string | undefined =>
      rows.find(([one]) => one === code)?.[head.indexOf(key)];
    expect(of('SXD', 'ket_qua')).toBe("'=1+1 là dòng bắt đầu bằng dấu bằng");
    expect(of('SXD', 'kien_nghi')?.startsWith("'- ")).toBe(true);
    expect(of('HCG', 'hoi_nghi')).toBe('8');
    expect(rows.flat().filter((cell) => /^[=+@-]/u.test(cell) && Number.isNaN(Number(cell)))).toEqual([]);
  });
});
