import { expect, it } from 'vitest';
import { readChange } from '../../src/language/change/correction.ts';
import { figuresBehind } from '../../src/language/report/figures-out-of-text.ts';
import { lostFields, lostFigures } from '../../src/language/report/lost-figures.ts';
import { isNothingToReport } from '../../src/language/report/nothing-to-report.ts';
import { parseReport } from '../../src/language/report/report-template.ts';
import { splitAsBefore } from '../../src/language/wish-words.ts';
import { FORM } from './form.ts';

it.each([
  'chị Hà sở nội vụ đây, tháng này chưa làm gì cả, ghi không có nhé',
  'tháng này sở mình không làm gì đâu em, ghi không phát sinh hộ chị',
  'thang 11 ben chi em nghi ca, khong trien khai noi dung gi',
  't12 nil',
  'ý em là tháng 12 không phát sinh gì',
  'uh khong co gi that',
])('%s: nothing to report', (text) => expect(isNothingToReport(text)).toBe(true));

it.each([
  'đừng ghi không phát sinh',
  'không phát sinh, chỉ có 2 lớp',
  'mai chị gửi, tháng này không phát sinh',
  'tháng này chưa làm gì cả',
])('%s: not that', (text) => expect(isNothingToReport(text)).toBe(false));

it.each([
  ['2 hội nghị, kết quả: tốt, gửi gấp', { hoi_nghi: 2, ket_qua: 'tốt' }],
  ['Kết quả nổi bật: kết quả nổi bật cả năm: 100% trường tổ chức', { ket_qua: '100% trường tổ chức' }],
  ['kết quả 100% phường xã có tổ', { ket_qua: '100% phường xã có tổ' }],
  ['kết quả: lãnh đạo chỉ đạo sát sao, 4 hội nghị', { ket_qua: 'lãnh đạo chỉ đạo sát sao', hoi_nghi: 4 }],
  ['kết quả: đã tổ chức 3 hội nghị, 200 người dự', { ket_qua: 'đã tổ chức 3 hội nghị, 200 người dự' }],
])('%s: an order, an own name and bare figures are no text', (text, values) => {
  expect(parseReport(FORM, text).values).toEqual(values);
});

it('a part and the whole of one field are asked about', () => {
  expect(readChange(FORM, '12 tin bài, tổng cộng 40').faults).toMatchObject([{ fault: 'twice', readings: [40, 12] }]);
});

it('figures of a text that tells figures itself stay in it', () => {
  expect(figuresBehind(FORM, 'đã tổ chức 3 hội nghị, 200 người dự')).toBeNull();
});

it('a figure that came out nowhere is named', () => {
  const read = { ...parseReport(FORM, ''), values: { hoi_nghi: 3 } };
  expect(lostFigures('3 hội nghị, 17 thứ khác', read)).toEqual(['17 thứ khác']);
  expect(lostFigures('3 hội nghị ngày 18/11, tháng 11', read)).toEqual([]);
});

it.each([
  ['thang 11 nhu thang 10 nhe nhung 3 hoi nghi', 'thang 10', 'thang 11 3 hoi nghi'],
  ['lấy số tháng 10, sửa hội nghị thành 6', 'thang 10', 'sửa hội nghị thành 6'],
  ['các mục khác như tháng trước', 'thang truoc', ''],
])('%s takes another report over', (text, of, rest) => expect(splitAsBefore(text)).toMatchObject({ of, rest }));

// Strangers sent such reports: the preview left these fields empty and said nothing of it.
it.each([
  ['sct gui: hoi nghi ba, nguoi du hai tram ruoi, tin bai mot chuc, kp 7tr', []],
  ['báo 4; HN 2/85 người', []],
  ['hội nghị: ba, người dự 250', []],
  ['người dự 250, hội nghị năm 2026 tổ chức tốt', []],
  ['người dự 250, các hội nghị đều tốt', []],
])('no number of what the form counts is dropped: %s', (text, lost) => {
  expect(lostFields(text, FORM, readChange(FORM, text))).toEqual(lost);
});

// With a read that left them out: whatever the reader may lose one day is found.
it.each([
  ['hội nghị ba, người dự 250', {}, ['hội nghị ba', 'người dự 250']],
  ['người dự 250, hội nghị ba', { nguoi_du: 250 }, ['hội nghị ba']],
  ['hoi nghi ba, tin bai muoi hai', { hoi_nghi: 3 }, ['tin bai muoi hai']],
  ['hội nghị: 3; tin bài: mười hai', { hoi_nghi: 3 }, ['tin bài: mười hai']],
  ['ba hội nghị, kinh phí 7 triệu', { kinh_phi: 7 }, ['ba hội nghị']],
  ['hội nghị năm 2026 tổ chức tốt', {}, []],
  ['các hội nghị đều tốt', {}, []],
])('%s read as %j: what is lost of it is named', (text, values, lost) => {
  const nothing = readChange(FORM, 'kính gửi');
  expect(lostFields(text, FORM, { ...nothing, unread: [], values })).toEqual(lost);
});
