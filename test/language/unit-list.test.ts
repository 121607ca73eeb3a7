import { describe, expect, it } from 'vitest';
import type { Table } from '../../src/domain/unit-list.ts';
import { codeFromList, proposeCodes } from '../../src/language/unit/unit-code.ts';
import { kindOfGroup, kindOfName } from '../../src/language/unit/unit-kind-word.ts';
import { readUnitList } from '../../src/language/unit/unit-list.ts';

const table = (rows: string[][], merges: Table['merges'] = []): Table => ({ name: '', rows, merges });
const brief = (rows: string[][], merges: Table['merges'] = []) =>
  readUnitList(table(rows, merges)).units.map(({ row, code, kind }) => `${row} ${code} ${kind}`);

describe('the kind of a unit', () => {
  it.each([
    ['Sở Tài chính', 'department'],
    ['Bảo hiểm xã hội tỉnh', 'department'],
    ['BẢO TÀNG TỈNH', 'department'],
    ['Bao hiem xa hoi tinh', 'department'],
    ['Công an tỉnh', 'department'],
    ['Đảng ủy UBND tỉnh', 'department'],
    ['UBND huyện Bình Giang', 'district'],
    ['Ủy ban nhân dân thành phố Hải Dương', 'district'],
    ['TX. Kinh Môn', 'district'],
    ['Xã An Bình', 'commune'],
    ['UBND phường Hải Tân', 'commune'],
    ['Đặc khu Cát Hải', 'commune'],
    ['Báo Hải Dương', 'press'],
    ['BAO HAI DUONG', 'press'],
    ['Đài Phát thanh và Truyền hình', 'press'],
    ['Hội Nông dân tỉnh', 'mass_organisation'],
    ['Tỉnh đoàn', 'mass_organisation'],
    ['Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh', 'front'],
    ['Hội đồng nhân dân tỉnh', 'department'],
    ['Ông Nguyễn Văn A', null],
  ])('%s is %s', (name, kind) => expect(kindOfName(name)).toBe(kind));

  it.each([
    ['Sở, ban, ngành', 'department'],
    ['II. UBND các huyện, thị xã, thành phố', 'district'],
    ['Cấp xã', 'commune'],
    ['Xã', 'commune'],
    ['Thị xã', 'district'],
    ['Báo, đài', 'press'],
    ['Đoàn thể', 'mass_organisation'],
    ['Mặt trận', 'front'],
    ['Khác', null],
  ])('the word %s means %s', (word, kind) => expect(kindOfGroup(word)).toBe(kind));
});

describe('a code', () => {
  it.each([
    ['hbg', 'HBG'],
    ['H35.12', 'H35-12'],
    [' Đ.S ', 'D-S'],
    ['001', null],
    ['', null],
  ])('given as %j is %j', (typed, code) => expect(codeFromList(typed)).toBe(code));

  it('is the initials, and all who would share them grow by the fewest letters', () => {
    expect(proposeCodes(['Huyện Bình Giang', 'Sở Tài chính', 'Sở KH&CN', 'UBND thành phố Hải Dương'], [])).toEqual([
      'HBG',
      'STC',
      'SKHCN',
      'TPHD',
    ]);
    expect(proposeCodes(['Xã An Bình', 'Xã An Bồng', 'Xã Lạc Khánh', 'Xã Lương Khánh'], ['XABI'])).toEqual([
      'XABIN',
      'XABON',
      'XLAK',
      'XLUK',
    ]);
    expect(proposeCodes(['Xã Tân Hòa', 'Xã Tân Hoà', 'Xã Tàn Hòa'], ['XTH2'])).toEqual(['XTH', 'XTH3', 'XTH4']);
  });

  it('is the same for the same list', () => {
    const names = ['Xã An Bình', 'Xã An Bồng', 'Phường An Bình'];
    expect(proposeCodes(names, [])).toEqual(proposeCodes(names, []));
  });
});

describe("an office's list of units", () => {
  it('is read by its headings, in any order and any spelling', () => {
    const rows = [
      ['SỞ KHOA HỌC VÀ CÔNG NGHỆ'],
      ['DANH SÁCH ĐƠN VỊ'],
      [],
      ['Ghi chú', 'LOẠI', 'Ten don vi', 'TT', 'Mã số'],
      ['', 'huyện', 'Bình Giang', '1', 'hbg'],
      ['đầu mối tổng hợp', '', 'Sở Khoa học và Công nghệ', '2', ''],
    ];
    expect(brief(rows)).toEqual(['5 HBG district', '6 SKHCN department']);
    expect(readUnitList(table(rows)).units.map((unit) => unit.compiles)).toEqual([false, true]);
  });

  it('has groups, numbered columns, repeated headings, totals and signatures around its units', () => {
    const rows = [
      ['STT', 'Tên đơn vị', 'Ghi chú'],
      ['1', '2', '3'],
      ['I', 'Các sở, ban, ngành', ''],
      ['1', 'Sở Tài chính', ''],
      ['2', 'Công an tỉnh', ''],
      ['', 'Cộng: 2 đơn vị', ''],
      ['STT', 'Tên đơn vị', 'Ghi chú'],
      ['II', 'Mặt trận Tổ quốc tỉnh', ''],
      ['III. CẤP XÃ'],
      ['1', '- UBND xã An Bình', ''],
      ['', 'Tổng cộng', '3'],
      ['', 'Hải Dương, ngày 3 tháng 11 năm 2026'],
      ['', 'Trần Thị Bình'],
    ];
    expect(brief(rows)).toEqual(['4 STC department', '5 CAT department', '8 MTTQ front', '10 XAB commune']);
  });

  it('may have merged cells: headings in two rows, a kind for several units, a name over two lines', () => {
    const rows = [
      ['Loại', 'Đơn vị', '', 'Điện thoại'],
      ['', 'Tên', 'Viết tắt', ''],
      ['Xã', 'An Bình', 'XAB', '1'],
      ['', 'An Lạc', '', '2'],
      ['', '', '', '3'],
    ];
    const merges = [
      { startRow: 0, endRow: 1, startCol: 0, endCol: 0 },
      { startRow: 0, endRow: 0, startCol: 1, endCol: 2 },
      { startRow: 2, endRow: 4, startCol: 0, endCol: 0 },
      { startRow: 3, endRow: 4, startCol: 1, endCol: 1 },
    ];
    expect(brief(rows, merges)).toEqual(['3 XAB commune', '4 AL commune']);
  });

  it('may be nothing but names', () => {
    expect(brief([['Đơn vị'], ['Xã An Bình'], ['Sở Y tế']])).toEqual(['2 XAB commune', '3 SYT department']);
  });

  it('is told about row by row where it cannot be used', () => {
    const rows = [
      ['STT', 'Tên đơn vị', 'Mã', 'Loại'],
      ['1', 'Sở Tài chính', 'STC', ''],
      ['2', '', '', ''],
      ['3', 'Ông Nguyễn Văn A', '', 'khác'],
      ['4', 'SỞ TÀI CHÍNH', '', ''],
      ['5', 'Sở Y tế', 'stc', ''],
    ];
    expect(readUnitList(table(rows)).troubles).toEqual([
      { trouble: 'no-name', row: 3 },
      { trouble: 'unknown-kind', row: 4, name: 'Ông Nguyễn Văn A', said: 'khác' },
      { trouble: 'same-name', row: 5, name: 'SỞ TÀI CHÍNH', first: 2 },
      { trouble: 'same-code', row: 6, code: 'STC', first: 2 },
    ]);
    expect(readUnitList(table([['Họ tên', 'Chức vụ']])).troubles).toEqual([{ trouble: 'no-heading' }]);
    expect(readUnitList(table([['STT', 'Tên đơn vị']])).troubles).toEqual([{ trouble: 'no-units' }]);
  });

  it('that is used is told about where somebody should look', () => {
    const rows = [
      ['STT', 'Tên đơn vị', 'Mã', 'Người phụ trách'],
      ['1', 'UBND xã An Bình', '001', 'A'],
      ['2', 'Xã An Bình', 'H35.1', 'B'],
    ];
    expect(readUnitList(table(rows)).notes).toEqual([
      { note: 'unused-columns', headings: ['Người phụ trách'] },
      { note: 'code-changed', row: 2, from: '001', to: 'XAB' },
      { note: 'code-changed', row: 3, from: 'H35.1', to: 'H35-1' },
      { note: 'nearly-same-name', row: 3, name: 'Xã An Bình', first: 2 },
    ]);
  });
});

it('what is no name, and a kind that had to be guessed, are told', () => {
  const { notes } = readUnitList(
    table([
      ['Tên đơn vị', 'Loại'],
      ['=SUM(1,2)', 'Xã'],
      ['12/2026', 'Xã'],
      ['Trung tâm “A”, B', 'đơn vị lạ'],
      ['Xã An Bình', 'Xã'],
    ]),
  );
  expect(notes.map(({ note }) => note)).toEqual(['odd-name', 'odd-name', 'kind-guessed']);
  expect(notes[2]).toMatchObject({ row: 4, said: 'đơn vị lạ', kind: 'department' });
});
