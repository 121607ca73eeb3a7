import { expect, it } from 'vitest';
import { readChange } from '../../src/language/change/correction.ts';
import { isTalkOfText } from '../../src/language/report/talk-of-text.ts';
import { doubtOfText } from '../../src/understanding/text-doubt.ts';
import { FROZEN_PLAN } from '../support/bot-bench.ts';

const [form] = FROZEN_PLAN.forms;
const results = form?.fields.find(({ key }) => key === 'ket_qua');
if (form === undefined || results === undefined) throw new Error('the plan has no such form');

const TALK = [
  'có rồi, sếp đang cầm',
  'co roi sep dang cam',
  'để em bổ sung sau',
  'chưa có, mai em gửi',
  'em chưa viết',
  'đợi phòng chuyên môn',
  'ở trong file đính kèm',
  'đang tổng hợp',
  'dang cho lanh dao duyet',
  'ghi sau nhé',
  'chị Hoa đang viết',
  'em gửi qua zalo rồi',
  'lấy ở báo cáo giấy nhé',
  'có gửi kèm file word',
  'để mai em viết',
  'văn phòng đang tổng hợp nốt',
];

it.each(TALK)('"%s" is talk of the report, with a label or without, and no content of it', (text) => {
  expect(doubtOfText(form, results, text)).toBe('to-bot');
  expect(doubtOfText(form, results, `kết quả ${text}`)).toBe('to-bot');
  for (const label of ['kết quả ', 'kết quả: ', 'kq ', 'hn 3, người dự 90, kết quả ']) {
    const { values, unread } = readChange(form, label + text);
    expect(values.ket_qua, label).toBeUndefined();
    expect(unread, label).not.toEqual([]);
  }
});

it.each([
  'đã phủ sóng 100% thôn',
  '18/18 xã hoàn thành',
  'đang được nhân rộng',
  'chưa có máy tính',
  'chờ hướng dẫn của Bộ',
  'cán bộ chưa biết dùng',
  'bổ sung kinh phí năm 2027',
  'đang triển khai tại 5 xã',
  'lãnh đạo quan tâm chỉ đạo',
  'để người dân dễ tiếp cận, đã phát tờ rơi',
  'trong báo cáo của xã nêu nhiều mô hình hay',
  'xem phim tuyên truyền',
  'các xã đang hoàn thiện hồ sơ',
  'chưa kịp thời',
  'qua zalo tiếp cận 3000 người',
  'phòng đang thiếu người',
])('"%s" is content', (text) => {
  expect(isTalkOfText(text)).toBe(false);
});
