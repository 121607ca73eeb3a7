import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it, vi } from 'vitest';
import { compileRound } from '../../src/actions/compile-round.ts';
import { readZip, ZipError } from '../../src/reports/read-zip.ts';
import { absentBlocks, checkTemplate } from '../../src/reports/word/check-template.ts';
import { fillTemplate } from '../../src/reports/word/fill.ts';
import { plain } from '../../src/wording/rich-text.ts';
import { sayTakeTemplate, sayTemplateProblems } from '../../src/wording/template.ts';
import { at, type Bench, createBench, type Member } from '../support/bot-bench.ts';
import { FROZEN_PLAN_DIR } from '../support/frozen-plan.ts';
import { makeTwoMonths } from './rounds.ts';
import { paragraphsOf, partOf } from './unzip.ts';

const SHIPPED = new Uint8Array(readFileSync(join(FROZEN_PLAN_DIR, 'bao-cao.docx')));
const TOTALS = ['tong_hoi_nghi', 'tong_kinh_phi'];

/** The shipped template with something in its text changed; throws where that is not there. */
function changed(old: string, replacement: string): Buffer {
  const parts = unzipSync(SHIPPED);
  const xml = strFromU8(parts['word/document.xml'] ?? new Uint8Array());
  if (!xml.includes(old)) throw new Error(`the template has no ${old}`);
  return Buffer.from(zipSync({ ...parts, 'word/document.xml': strToU8(xml.replace(old, () => replacement)) }));
}

function november() {
  const bench = createBench({ start: '2026-09-20 08:00' });
  makeTwoMonths(bench);
  const round = compileRound(bench.bot().desk, 'thang', '2026-11', at('2026-11-20 09:00'));
  if (round === null) throw new Error('the round is not there');
  return round;
}

const sentenceOf = (file: Uint8Array): string => plain(sayTemplateProblems('mau.docx', checkTemplate(file, TOTALS)));

describe('a Word template', () => {
  it('that ships is sound, and stays so with a letterhead changed and a total named', () => {
    expect(checkTemplate(SHIPPED, TOTALS)).toEqual([]);
    expect(checkTemplate(changed('THỦ TRƯỞNG CƠ QUAN', 'GIÁM ĐỐC: {{ tong_hoi_nghi }} hội nghị'), TOTALS)).toEqual([]);
  });

  it('that was changed in LibreOffice Writer is taken, and filled in to the last name', async () => {
    const edited = readFileSync('test/fixtures/mau-sua-trong-writer.docx');
    expect(checkTemplate(edited, TOTALS)).toEqual([]);
    const lines = paragraphsOf(await fillTemplate(edited, november()));
    expect(lines).toContain('KT. GIÁM ĐỐC');
    expect(lines).toContain('II. SỐ LIỆU CHỦ YẾU (cả tỉnh 106 hội nghị)');
    expect(lines.join('\n')).not.toMatch(/[{}]/u);
  });

  it('keeps the page breaks and the ends of sections that share a paragraph with a block', async () => {
    const broken = (from: string, to: string) => fillTemplate(changed(from, to), november());
    const count = (file: Uint8Array) =>
      partOf(file, 'word/document.xml').match(/<w:br w:type="page"\/>|<w:pageBreakBefore\/>/gu)?.length ?? 0;
    const before = count(await fillTemplate(SHIPPED, november()));
    const name = '<w:t xml:space="preserve">{{bang_don_vi}}</w:t>';
    expect(count(await broken(name, `${name}<w:br w:type="page"/>`))).toBe(before + 1);
    expect(count(await broken(name, `<w:br w:type="page"/>${name}`))).toBe(before + 1);
    const landscape = '<w:sectPr><w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/></w:sectPr>';
    const parts = unzipSync(SHIPPED);
    const xml = strFromU8(parts['word/document.xml'] ?? new Uint8Array());
    const paragraph = xml.slice(
      xml.lastIndexOf('<w:p>', xml.indexOf('{{bang_don_vi}}')),
      xml.indexOf('{{bang_don_vi}}'),
    );
    const filled = await broken(paragraph, paragraph.replace('<w:p>', `<w:p><w:pPr>${landscape}</w:pPr>`));
    expect(partOf(filled, 'word/document.xml')).toContain('w:orient="landscape"');
  });

  it('says which blocks it leaves out', () => {
    expect(absentBlocks(SHIPPED)).toEqual([]);
    expect(absentBlocks(changed('{{chenh_lech}}', ' '))).toEqual(['chenh_lech']);
    expect(plain(sayTakeTemplate(1, 'mau.docx', ['chenh_lech', 'can_cu']).text)).toContain(
      'Mẫu này không có {{chenh_lech}} (chỗ số liệu kỳ khác tổng các tháng (kỳ tháng: để trống)), {{can_cu}}',
    );
  });

  it('may have the sources at the foot of the page instead of in an annex', async () => {
    const noted = changed('{{bang_so_lieu}}', '{{bang_so_lieu_chu_thich}}');
    expect(checkTemplate(noted, TOTALS)).toEqual([]);
    const filled = await fillTemplate(noted, november());
    const notes = [...partOf(filled, 'word/footnotes.xml').matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/gu)].map(
      ([, text]) => text,
    );
    expect(
      notes.filter((text) => /^ Hội nghị, tập huấn: .*Huyện Cẩm Giàng \(bản 2\): 8/u.test(text ?? '')),
    ).toHaveLength(1);
    expect(partOf(filled, 'word/document.xml').match(/<w:footnoteReference /gu)).toHaveLength(8);
  });

  it('takes no orders from what units wrote', async () => {
    const round = november();
    const said = { ...round.units[0]!.counted!.report.values, ket_qua: 'Xem {{bang_don_vi}} và {{noi_dung}}' };
    const counted = { ...round.units[0]!.counted!, report: { nothingToReport: false, values: said } };
    const units = [{ ...round.units[0]!, counted }, ...round.units.slice(1)];
    const lines = paragraphsOf(await fillTemplate(SHIPPED, { ...round, units }));
    expect(lines.filter((line) => line.endsWith('Xem { {bang_don_vi}} và { {noi_dung}}'))).toHaveLength(1);
  });

  it('is read as a reader sees it, whatever runs Word cut a name into', () => {
    const cut = changed('{{trich_yeu}}', '{{tri</w:t></w:r><w:r><w:t>ch_yeu}}');
    expect(checkTemplate(cut, TOTALS)).toEqual([]);
  });

  it.each([
    [
      'macros',
      Buffer.from(zipSync({ ...unzipSync(SHIPPED), 'word/vbaProject.bin': strToU8('x') })),
      'Tệp có macro, sẽ đi theo mọi dự thảo lập từ mẫu này.',
    ],
    [
      'a misspelt name',
      changed('{{bang_don_vi}}', '{{bang don vi}}'),
      'Không có tên {{bang don vi}}; có phải là {{bang_don_vi}}?',
    ],
    ['a name with marks', changed('{{tinh_hinh}}', '{{Tình hình}}'), 'có phải là {{tinh_hinh}}?'],
    ['a name nobody knows', changed('{{tinh_hinh}}', '{{abcxyz}}'), 'Không có tên {{abcxyz}}. Xin xóa'],
    ['a name that is missing', changed('{{bang_tien_do}}', ''), 'Thiếu {{bang_tien_do}} (bảng đơn vị nộp muộn'],
    ['no source of the figures', changed('{{bang_nguon}}', ''), 'Thiếu {{bang_nguon}} hoặc {{bang_so_lieu_chu_thich}}'],
    ['a brace too few', changed('{{noi_dung}}', '{{noi_dung}'), 'thiếu hoặc thừa dấu ngoặc'],
    ['a table beside words', changed('{{bang_so_lieu}}', 'Xem {{bang_so_lieu}} dưới đây'), 'phải đứng riêng một đoạn'],
    ['no word that it is a draft', changed('DỰ THẢO', 'CHÍNH THỨC'), 'Thiếu chữ “DỰ THẢO”'],
    ['no document at all', Buffer.from('Đây không phải tệp zip'), 'không mở được như một văn bản Word'],
    ['a workbook', Buffer.from(zipSync({ 'xl/workbook.xml': strToU8('<x/>') })), 'không mở được như một văn bản Word'],
  ])('with %s is refused in a sentence a clerk understands', (_what, file, sentence) => {
    expect(sentenceOf(file)).toContain(sentence);
    expect(sentenceOf(file)).toContain('Mẫu đang dùng vẫn giữ nguyên');
  });

  it('that would fill the memory when it is opened is refused before it does', () => {
    const bomb = zipSync({ 'word/document.xml': new Uint8Array(42 * 1024 * 1024) }, { level: 1 });
    expect(bomb.length).toBeLessThan(400_000);
    expect(() => readZip(bomb)).toThrow(new ZipError('too-large'));
    expect(sentenceOf(bomb)).toContain('quá lớn');
    // A size it states of itself is not believed.
    const lying = Buffer.from(bomb);
    for (let at = 0; at < lying.length - 4; at++)
      if (lying.readUInt32LE(at) === 42 * 1024 * 1024) lying.writeUInt32LE(10, at);
    expect(() => readZip(lying)).toThrow(new ZipError('too-large'));
  });
});

function office(): { bench: Bench; tu: Member; mai: Member } {
  const bench = createBench({ start: '2026-11-20 09:00' });
  makeTwoMonths(bench);
  const tu = bench.join('coordinator', null, { name: 'Lê Anh Tú' });
  return { bench, tu, mai: bench.join('coordinator', null, { name: 'Phạm Thị Mai' }) };
}

async function send(bench: Bench, member: Member, name: string, bytes: Buffer): Promise<void> {
  await member.channel.attach(member.chat, { name, bytes });
  const chat = bench.store.chats.ofPerson(member.person)[0]?.id ?? 0;
  // Looking into a file takes more than a turn.
  await vi.waitFor(async () => {
    await bench.clock.settle();
    expect(bench.store.inbound.next(chat)).toBeNull();
  });
  await bench.bot().printer.whenIdle();
  // A chat gets about one message a second.
  await bench.clock.advance(3000);
}

const filesTo = (member: Member) =>
  member.channel.sent.flatMap(({ chat, message }) =>
    chat === member.chat && message.file !== undefined ? [message.file] : [],
  );

describe('/mau', () => {
  it('gives the template, tries a changed one out, uses it once it is confirmed, and goes back', async () => {
    const { bench, tu, mai } = office();
    await bench.type(tu, '/mau');
    expect(filesTo(tu).map(({ name }) => name)).toEqual(['mau-bao-cao-tong-hop.docx']);
    await send(bench, tu, 'mau-moi.docx', changed('THỦ TRƯỞNG CƠ QUAN', 'GIÁM ĐỐC SỞ'));
    // First the picture, to be looked at on the spot, then the file.
    expect(
      filesTo(tu)
        .slice(1)
        .map(({ name, mediaType }) => [name, mediaType]),
    ).toEqual([
      ['thu-mau-trang-dau.png', 'image/png'],
      ['thu-mau-du-thao.docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
    ]);
    // Nothing changes before somebody says so.
    expect(bench.store.templates.inForce().current).toBeNull();
    await bench.type(tu, 'dùng mẫu này');
    expect(bench.texts(tu).at(-1)).toContain('Từ nay báo cáo tổng hợp dùng mẫu “mau-moi.docx”');
    expect(bench.texts(mai).at(-1)).toContain('Lê Anh Tú vừa đổi mẫu Word');
    // An old button, and somebody else with it: done once, and said so.
    await bench.type(mai, '/mau dung 1');
    expect(bench.texts(mai).at(-1)).toContain('đã được làm rồi');
    await bench.type(mai, '/mau truoc 1');
    expect(bench.texts(mai).at(-1)).toContain('dùng lại mẫu kèm theo kế hoạch');
    await bench.clock.advance(3000);
    await bench.type(tu, '/mau truoc 1');
    await bench.clock.advance(3000);
    expect(bench.texts(tu).at(-1)).toContain('đã được làm rồi');
    expect(bench.store.templates.find(1)).not.toBeNull();
  });

  it('only looked at is nothing half done: other work goes on as ever, and a file that comes later is still tried', async () => {
    const { bench, tu } = office();
    await bench.type(tu, '/mau');
    for (const words of ['/tonghop t11', 'xuất báo cáo tháng 11 word', '/xuat 6 tháng']) {
      await bench.type(tu, words);
      await bench.clock.advance(3000);
      expect(bench.texts(tu).at(-1), words).not.toMatch(/mẫu Word|Mẫu mới/u);
    }
    expect(filesTo(tu).map(({ name }) => name)).toContain('thang-2026-11-du-thao.docx');
    await send(bench, tu, 'mau-moi.docx', changed('THỦ TRƯỞNG CƠ QUAN', 'GIÁM ĐỐC SỞ'));
    expect(filesTo(tu).map(({ name }) => name)).toContain('thu-mau-du-thao.docx');
  });

  it('refuses a broken one and keeps the old one', async () => {
    const { bench, tu } = office();
    await bench.type(tu, '/mau');
    await send(bench, tu, 'hong.docx', changed('{{ky_hieu}}', '{{ky hieu'));
    expect(bench.texts(tu).at(-1)).toContain('Chưa dùng được mẫu “hong.docx”');
    expect(bench.store.templates.inForce().current).toBeNull();
    // The mended one needs no second /mau; hours later a Word file is for something else.
    await send(bench, tu, 'sua.docx', Buffer.from(SHIPPED));
    expect(bench.texts(tu).at(-1)).toContain('Mẫu “sua.docx” dùng được');
    await bench.clock.advance(2 * 3600_000);
    await send(bench, tu, 'moi-hop.docx', Buffer.from(SHIPPED));
    expect(bench.texts(tu).at(-1)).toContain('Anh/chị muốn làm gì với tệp này?');
  });

  it('without the table by unit is refused: the report would not have it', () => {
    expect(checkTemplate(changed('{{bang_don_vi}}', ' '), TOTALS)).toEqual([
      { fault: 'missing-name', anyOf: ['bang_don_vi'] },
    ]);
  });

  it('is for those who compile: a liaison can neither read, send nor take one', async () => {
    const { bench } = office();
    const an = bench.join('liaison', 'HBG', { name: 'An' });
    const file = bench.store.storedFiles.keep(Buffer.from(SHIPPED));
    const id = bench.store.templates.offer(file, 'x.docx', an.person, bench.clock.now());
    for (const typed of ['/mau', `/mau dung ${id}`, '/mau truoc 1', '/mau ten']) {
      await bench.type(an, typed);
      expect(bench.texts(an).at(-1)).toContain('ngoài quyền');
    }
    expect(bench.store.templates.inForce().current).toBeNull();
  });
});
