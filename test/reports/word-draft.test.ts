import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { compileRound } from '../../src/actions/compile-round.ts';
import { fillTemplate } from '../../src/reports/word/fill.ts';
import { buildTemplate } from '../../src/reports/word/template.ts';
import { sayFigure } from '../../src/wording/compiled.ts';
import { sayTicketLine } from '../../src/wording/draft.ts';
import { sayExported } from '../../src/wording/export.ts';
import { plain } from '../../src/wording/rich-text.ts';
import { at, createBench } from '../support/bot-bench.ts';
import { FROZEN_PLAN_DIR } from '../support/frozen-plan.ts';
import { makeRound, makeTwoMonths, reportOf } from './rounds.ts';
import { paragraphsOf, partOf, partsOf } from './unzip.ts';

/** Made once: making it is what takes the time. */
const made = new Map<Uint8Array | null, ReturnType<typeof makeDraft>>();

function draft(template: Uint8Array | null = null): ReturnType<typeof makeDraft> {
  const known = made.get(template) ?? makeDraft(template);
  made.set(template, known);
  return known;
}

async function makeDraft(template: Uint8Array | null) {
  const bench = createBench({ start: '2026-09-20 08:00' });
  makeTwoMonths(bench);
  const round = compileRound(bench.bot().desk, 'thang', '2026-11', at('2026-11-20 09:00'));
  if (round === null) throw new Error('the round is not there');
  const sums = bench.store.figures.sums('thang', '2026-11');
  const file = await fillTemplate(template, round);
  return { sums, round, file, xml: partOf(file, 'word/document.xml'), lines: paragraphsOf(file) };
}

/** Millimetres of a length in twentieths of a point. */
const mm = (twips: string | undefined): number => (Number(twips) / 1440) * 25.4;

describe('the Word draft, by Decree 30/2020/NĐ-CP, Annex I', () => {
  it('is A4 with the margins of the decree', async () => {
    const { xml } = await draft();
    const [, margins = ''] = /<w:pgMar ([^>]*)\/>/u.exec(xml) ?? [];
    const of = (side: string): number => mm(new RegExp(`w:${side}="(\\d+)"`, 'u').exec(margins)?.[1]);
    const size = /<w:pgSz w:w="(\d+)" w:h="(\d+)"/u.exec(xml);
    expect([Math.round(mm(size?.[1])), Math.round(mm(size?.[2]))]).toEqual([210, 297]);
    for (const side of ['top', 'bottom']) expect(of(side)).toSatisfy((value: number) => value >= 19.9 && value <= 25);
    expect(of('left')).toSatisfy((value: number) => value >= 29.9 && value <= 35);
    expect(of('right')).toSatisfy((value: number) => value >= 14.9 && value <= 20.1);
  });

  it('is set in black Times New Roman and nothing else', async () => {
    const { file, xml } = await draft();
    const fonts = [...`${xml}${partOf(file, 'word/styles.xml')}`.matchAll(/w:ascii="([^"]+)"/gu)].map(
      ([, font]) => font,
    );
    expect(new Set(fonts)).toEqual(new Set(['Times New Roman']));
    const colours = [...xml.matchAll(/<w:color w:val="([^"]+)"/gu)].map(([, colour]) => colour);
    expect(new Set(colours)).toEqual(new Set(['000000']));
  });

  it('leaves number, day and month blank, says that it is a draft, and underlines the motto', async () => {
    const { xml, lines } = await draft();
    expect(lines).toContain('Số:        /BC-SKHCN');
    expect(lines).toContain('Hải Dương, ngày      tháng      năm 2026');
    expect(lines).toContain('DỰ THẢO');
    expect(lines).toContain('UBND TỈNH HẢI DƯƠNG');
    expect(/<w:r>(?:(?!<\/w:r>).)*<w:u w:val="single"\/>(?:(?!<\/w:r>).)*Độc lập - Tự do - Hạnh phúc/su.test(xml)).toBe(
      true,
    );
  });

  it('numbers the pages in the middle of the top margin, the first one not', async () => {
    const { file, xml } = await draft();
    expect(xml).toContain('<w:titlePg/>');
    const headers = partsOf(file)
      .filter((part) => /^word\/header\d+\.xml$/u.test(part))
      .map((part) => partOf(file, part));
    const numbered = headers.filter((header) => /instrText[^>]*>\s*PAGE/u.test(header));
    expect(numbered).toHaveLength(1);
    expect(numbered[0]).toContain('<w:jc w:val="center"/>');
    expect(headers.some((header) => !header.includes('PAGE'))).toBe(true);
  });

  it('lays the table of all units on its side, in letters of the usual size; upright in a template without that', async () => {
    const { xml } = await draft();
    const tableOf = (document: string): string =>
      /<w:tbl>(?:(?!<w:tbl>)[\s\S])*>Cộng<(?:(?!<w:tbl>)[\s\S])*?<\/w:tbl>/u.exec(document)?.[0] ?? '';
    expect(mm(/<w:tblW w:type="dxa" w:w="(\d+)"/u.exec(tableOf(xml))?.[1])).toBeCloseTo(297 - 50, 0);
    expect(tableOf(xml).match(/<w:sz w:val="(?!22")\d+"/u)).toBeNull();
    expect(xml.match(/<w:pgSz [^>]*landscape/gu)).toHaveLength(1);
    const upright = await draft(new Uint8Array(readFileSync('test/fixtures/mau-sua-trong-writer.docx')));
    const table = tableOf(upright.xml);
    expect(mm(/<w:tblW w:type="dxa" w:w="(\d+)"/u.exec(table)?.[1])).toBeLessThan(170);
    expect(table).toContain('<w:sz w:val="18"/>');
  });

  it('writes what people typed into a table as text, whatever it is', async () => {
    const { round } = await draft();
    const units = round.units.map((unit) => ({ ...unit, shortName: 'A & <b>\u0001\ue0000\ue001 {{ky}}\nB' }));
    const file = await fillTemplate(null, { ...round, units });
    expect(paragraphsOf(file)).toContain('A &amp; &lt;b&gt;\ue0000\ue001 {{ky}}B');
    expect(partOf(file, 'word/document.xml')).not.toContain('\u0001');
  });

  it('justifies the body and indents its first lines by 12.7 mm', async () => {
    const { xml } = await draft();
    const paragraph = /<w:p>(?:(?!<\/w:p>).)*Kỳ báo cáo tháng 11\/2026/su.exec(xml)?.[0] ?? '';
    expect(paragraph).toContain('<w:jc w:val="both"/>');
    expect(mm(/w:firstLine="(\d+)"/u.exec(paragraph)?.[1])).toBeCloseTo(12.7, 1);
  });

  it('says of every height of lines by what rule it is meant: LibreOffice takes a bare one for fixed', async () => {
    const { file } = await draft();
    for (const xml of [
      partOf(file, 'word/document.xml'),
      partOf(readFileSync(join(FROZEN_PLAN_DIR, 'bao-cao.docx')), 'word/document.xml'),
    ]) {
      const spacings = xml.match(/<w:spacing [^>]*w:line="[^>]*\/>/gu) ?? [];
      expect(spacings.length).toBeGreaterThan(1);
      expect(spacings.filter((one) => !one.includes('w:lineRule='))).toEqual([]);
    }
  });

  it('sets the legal basis in italics, closes with "./.", and keeps the period on one line', async () => {
    const { file, lines } = await draft();
    const xml = partOf(file, 'word/document.xml');
    const basis = xml.match(/<w:p>(?:(?!<w:p>)[\s\S])*?>Căn cứ [\s\S]*?<\/w:p>/gu) ?? [];
    expect(basis.length).toBeGreaterThan(0);
    expect(basis.filter((one) => !one.includes('<w:i/>'))).toEqual([]);
    expect(lines.filter((line) => /^Trên đây là .*kính báo cáo .*\.\/\.$/u.test(line))).toHaveLength(1);
    expect(lines.some((line) => line.endsWith('tháng\u00a011/2026'))).toBe(true);
  });

  it('keeps a unit’s own numbers of its points, and apart what a ticket says in two fields', async () => {
    const { round } = await draft();
    const units = round.units.map((unit) => {
      if (unit.counted === null || unit.code !== 'HBG') return unit;
      const values = { ...unit.counted.report.values, ket_qua: '1. Về chỉ đạo: tốt\n2. Về kinh phí: đủ' };
      return { ...unit, counted: { ...unit.counted, report: { ...unit.counted.report, values } } };
    });
    const lines = paragraphsOf(await fillTemplate(null, { ...round, units }));
    expect(lines).toContain('1. Về chỉ đạo: tốt');
    const ticket = {
      id: 1,
      unit: 'Sở Công Thương',
      state: 'open' as const,
      answer: null,
      openedAt: 0,
      owner: null,
      answeredAt: null,
    };
    const text = 'Khó khăn, vướng mắc: Thiếu người chuyên trách\nĐề xuất, kiến nghị: Mở lớp tập huấn';
    expect(sayTicketLine({ ...ticket, text })).toBe(
      '- Số 1, Sở Công Thương: Khó khăn, vướng mắc: Thiếu người chuyên trách. Đề xuất, kiến nghị: Mở lớp tập huấn. Chưa trả lời.',
    );
  });

  it('gives every total as SQL adds it up', async () => {
    const { sums, round, xml } = await draft();
    const rows = [...xml.matchAll(/<w:tr[ >].*?<\/w:tr>/gsu)].map(([row]) =>
      [...row.matchAll(/<w:tc>.*?<\/w:tc>/gsu)].map(([cell]) =>
        [...cell.matchAll(/<w:t(?: [^>]*)?>([^<]*)/gu)].map(([, text]) => text).join(''),
      ),
    );
    expect(round.figures).toHaveLength(8);
    for (const field of round.figures) {
      const sum = sums.find((one) => one.key === field.key);
      const row = rows.find((cells) => cells[1] === field.shortLabel);
      expect(row?.[2], field.key).toBe(sayFigure((sum?.tenths ?? Number.NaN) / 10));
    }
    const total = rows.find((cells) => cells[1] === 'Cộng');
    expect(total?.slice(2)).toEqual(round.figures.map(({ key }) => sayFigure(round.totals[key]?.value ?? null)));
  });

  it('names those who were late, missing and waived with the reason, and the version each figure is from', async () => {
    const { lines } = await draft();
    expect(lines).toContain('Đơn vị đang sắp xếp lại tổ chức');
    expect(lines).toContain('đã trả lại, chờ sửa; Số liệu kinh phí chưa khớp');
    const sources = lines.slice(lines.indexOf('Phụ lục 3'));
    expect(sources.slice(sources.indexOf('Ủy ban nhân dân huyện Cẩm Giàng')).slice(0, 2)).toEqual([
      'Ủy ban nhân dân huyện Cẩm Giàng',
      '2',
    ]);
  });

  it('keeps codes of receipts and of the audit out of the text; the audit’s goes along as a property of the file', async () => {
    const { file, lines, round } = await draft();
    expect(lines.join('\n')).not.toMatch(/thang-2026-11-\d|Mã (?:kiểm|biên nhận)/u);
    expect(partOf(file, 'docProps/core.xml')).toContain(`Mã kiểm nhật ký: ${round.auditHead.slice(0, 12)}`);
    expect(lines).toContain('- UBND tỉnh;');
  });

  it('says beside the comparison how many reports each side is the sum of, while they are not all in', async () => {
    const { lines } = await draft();
    expect(lines).toContain(
      'Kỳ này mới có 30/34 báo cáo (tháng 10/2026: 35 báo cáo), nên cột tăng, giảm chưa phản ánh hết kết quả của kỳ.',
    );
    expect(lines.join(' ')).toContain(
      'tổng hợp từ 30 báo cáo đã nhận, trong đó 30 báo cáo chưa được cơ quan tổng hợp duyệt',
    );
  });

  it('sets the points of a text under the unit that wrote them, and a broken line back to its sentence', async () => {
    const { round } = await draft();
    const units = round.units.map((unit) => {
      if (unit.counted === null || unit.code !== 'HBG') return unit;
      const values = { ...unit.counted.report.values, ket_qua: '- Hội nghị 1\ntại huyện;\n<b>Phát</b> tờ rơi' };
      return { ...unit, counted: { ...unit.counted, report: { ...unit.counted.report, values } } };
    });
    const lines = paragraphsOf(await fillTemplate(null, { ...round, units }));
    const from = lines.indexOf('- Huyện Bình Giang:');
    expect(lines.slice(from + 1, from + 3)).toEqual(['+ Hội nghị 1 tại huyện;', '+ &lt;b&gt;Phát&lt;/b&gt; tờ rơi']);
  });

  it('of a year nobody reported yet says what the months add up to', async () => {
    const bench = createBench({ start: '2026-09-20 08:00' });
    makeTwoMonths(bench);
    makeRound(bench, { obligation: 'nam', period: '2026', report: () => null });
    const round = compileRound(bench.bot().desk, 'nam', '2026', at('2026-12-10 09:00'));
    if (round === null) throw new Error('the round is not there');
    const lines = paragraphsOf(await fillTemplate(null, round));
    expect(lines).toContain(
      'Chưa có báo cáo nào của kỳ này; cột “Cộng các tháng” là tổng các báo cáo tháng đã nhận trong kỳ.',
    );
    const from = lines.indexOf('Hội nghị, tập huấn');
    expect(lines.slice(from + 1, from + 3)).toEqual(['–', sayFigure(round.months?.totals.hoi_nghi?.value ?? null)]);
    expect(round.months?.totals.hoi_nghi?.value).toBeGreaterThan(100);
    expect(lines.join(' ')).not.toContain('khớp với tổng');
  });

  it('leaves no name of the template unfilled', async () => {
    const { file } = await draft();
    expect(paragraphsOf(file).join('\n')).not.toMatch(/\{\{|\}\}/u);
  });

  it('is the same from the template of the plan folder, which is the built-in one', async () => {
    const shipped = readFileSync(join(FROZEN_PLAN_DIR, 'bao-cao.docx'));
    expect(paragraphsOf(shipped)).toEqual(paragraphsOf(await buildTemplate()));
    expect((await draft(shipped)).lines).toEqual((await draft(null)).lines);
  });
});

it('a total that is one unit’s for the most part is named beside the file, not in it', async () => {
  const bench = createBench({ start: '2026-09-20 08:00' });
  makeRound(bench, {
    obligation: 'thang',
    period: '2026-11',
    report: (unit) => ({
      ...reportOf(unit, '2026-11'),
      values: { hoi_nghi: 2, kinh_phi: unit === 'SNV' ? 1500 : 2, ket_qua: 'Đã làm.' },
    }),
  });
  const round = compileRound(bench.bot().desk, 'thang', '2026-11', at('2026-11-20 09:00'));
  if (round === null) throw new Error('the round is not there');
  expect(plain(sayExported(round, 'word'))).toMatch(
    / ⚠️ Nên kiểm tra lại trước khi dùng: Kinh phí \(triệu đồng\) của Sở Nội vụ \(1\.500 trong tổng 1\.568\)\.$/u,
  );
  expect(paragraphsOf(await fillTemplate(null, round)).join(' ')).not.toContain('kiểm tra lại');
  expect(plain(sayExported((await draft()).round, 'word'))).not.toContain('⚠️');
});

it('lists what was raised in the days of the round, by number and unit, with the answer; nobody is named', async () => {
  const bench = createBench({ start: '2026-10-20 08:00' });
  makeTwoMonths(bench);
  const an = bench.join('liaison', 'HBG', { name: 'Nguyễn Văn An' });
  const tu = bench.join('coordinator', null, { name: 'Lê Anh Tú' });
  await bench.type(an, '/vuongmac Máy tính xã hỏng,\nchưa có hướng dẫn {{noi_dung}}');
  await bench.type(an, '/vuongmac Kinh phí quý IV chưa cấp.');
  await bench.type(tu, '/vuongmac traloi 1 Sở đã cử cán bộ hỗ trợ.');
  await bench.liveTo('2026-11-18 08:00');
  await bench.type(an, '/vuongmac Chuyện của kỳ sau');
  const round = compileRound(bench.bot().desk, 'thang', '2026-11', at('2026-11-20 09:00'));
  if (round === null) throw new Error('the round is not there');
  const lines = paragraphsOf(await fillTemplate(null, round));
  const from = lines.indexOf('5. Vướng mắc đã nêu với cơ quan điều phối');
  expect(lines.slice(from + 1, from + 3)).toEqual([
    '- Số 1, Huyện Bình Giang: Máy tính xã hỏng, chưa có hướng dẫn { {noi_dung}}. Trả lời: Sở đã cử cán bộ hỗ trợ.',
    '- Số 2, Huyện Bình Giang: Kinh phí quý IV chưa cấp. Chưa trả lời.',
  ]);
  expect(lines.join('\n')).not.toMatch(/Chuyện của kỳ sau|Nguyễn Văn An|Lê Anh Tú/u);
});
