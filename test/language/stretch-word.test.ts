import { expect, it } from 'vitest';
import { namesPerson, readStretch, sidesOf } from '../../src/language/time/stretch-word.ts';

const TODAY = '2026-11-09';

it.each([
  ['chị Hoa thay em từ 10/11 đến 20/11', '2026-11-10', '2026-11-20'],
  ['chi hoa thay em tu 10/11 den het ngay 20/11/2026', '2026-11-10', '2026-11-20'],
  ['Em nghỉ phép từ mai đến thứ Sáu, anh Nam thay em', '2026-11-10', '2026-11-13'],
  ['/thaythe Hoa từ 20 đến 25/11', '2026-11-20', '2026-11-25'],
  ['Hoa 10-20/11', '2026-11-10', '2026-11-20'],
  ['Hoa thay em đến 20/11', '2026-11-09', '2026-11-20'],
  ['từ hôm nay đến mai', '2026-11-09', '2026-11-10'],
  ['mai voi mot la 13/11 den 14/11', '2026-11-13', '2026-11-14'],
  ['mai với mốt', '2026-11-10', '2026-11-11'],
  ['thứ 5 và thứ 6 chị Hoa thay em', '2026-11-12', '2026-11-13'],
  ['mai em nghỉ đến hết 20/11, chị Hoa thay', '2026-11-10', '2026-11-20'],
  ['thứ năm tôi đi công tác tới 20/11, anh Nam thay', '2026-11-12', '2026-11-20'],
  ['13.11 đến hết ngày 14.11', '2026-11-13', '2026-11-14'],
  ['chị Mai thay em đến 20/11', '2026-11-09', '2026-11-20'],
  ['HBG 3 4 2026-11-10 2026-11-20', '2026-11-10', '2026-11-20'],
])('%s is a stretch of days', (text, from, until) => {
  expect(readStretch(text, TODAY)).toMatchObject({ from, until });
});

it.each(['Em nghỉ việc rồi, chị Hoa thay em', 'chị Hoa thay em', 'từ 20/11/2026 đến 10/11/2026', 'từ 31/2 đến 5/3'])(
  '%s is none',
  (text) => {
    expect(readStretch(text, TODAY)).toBeNull();
  },
);

it("a title is nobody's name, unless it is one", () => {
  expect(namesPerson('chị Hoa', 'Lê Chi')).toBe(false);
  expect(namesPerson('chi hoa', 'Trần Thị Hoa')).toBe(true);
  expect(namesPerson('chị Chi', 'Lê Chi')).toBe(true);
  expect(namesPerson('Chi', 'Lê Chi')).toBe(true);
  expect(sidesOf('Hoa thay anh An')).toEqual({ substitute: 'hoa ', absent: ' anh an' });
  expect(sidesOf('thay em: Hoa').substitute).toContain('hoa');
});
