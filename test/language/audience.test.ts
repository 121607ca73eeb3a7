import { expect, it } from 'vitest';
import { readAudience } from '../../src/language/desk/audience.ts';

const NOBODY = { roles: [], state: null, report: '', kinds: [], units: '' };

it.each([
  ['chưa nộp tháng 11', { state: 'missing', report: 'tháng 11' }],
  ['cac don vi chua nop t11', { state: 'missing', report: 't11' }],
  ['các huyện chưa nộp quý 3', { state: 'missing', report: 'quý 3', kinds: ['district'] }],
  ['các huyện', { kinds: ['district'] }],
  ['huyện, sở ngành và báo đài', { kinds: ['district', 'department', 'press'] }],
  ['lãnh đạo', { roles: ['leader'] }],
  ['lanh dao cac so', { roles: ['leader'], kinds: ['department'] }],
  ['đầu mối các sở', { roles: ['liaison'], kinds: ['department'] }],
  ['lãnh đạo và đầu mối các huyện', { roles: ['leader', 'liaison'], kinds: ['district'] }],
  ['HBG, HCG', { units: 'HBG, HCG' }],
  ['đầu mối HBG, HCG', { roles: ['liaison'], units: 'HBG, HCG' }],
  ['lãnh đạo của huyện Bình Giang', { roles: ['leader'], units: 'huyện Bình Giang' }],
  ['đã nộp tháng 11', { state: 'submitted', report: 'tháng 11' }],
  ['các sở nộp muộn tháng 10', { state: 'late', report: 'tháng 10', kinds: ['department'] }],
  ['tất cả', {}],
  ['toàn bộ các đơn vị', {}],
  ['Sở Tài chính', { units: 'Sở Tài chính' }],
])('“%s”', (typed, said) => {
  expect(readAudience(typed)).toEqual({ ...NOBODY, ...said });
});
