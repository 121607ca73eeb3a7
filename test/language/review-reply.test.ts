import { describe, expect, it } from 'vitest';
import { fromItsPeriod } from '../../src/language/report/report-prose.ts';
import { mayBeText, saysSend } from '../../src/language/review-reply.ts';

describe('before a preview', () => {
  it.each([
    'thống nhất gửi',
    'chị kiểm tra xong rồi, gửi',
    'thôi gửi luôn',
    'sửa xong rồi gửi',
    'sếp duyệt rồi, gửi',
    'đúng r gửi giúp e',
    'cộng sẵn rồi thì gửi luôn',
  ])('%s: it may go', (text) => expect(saysSend(text)).toBe(true));

  it.each([
    'chưa gửi vội, để chị hỏi sếp đã',
    'mai gửi',
    'em gửi rồi mà',
    'Đã nhắc các xã về hạn nộp báo cáo',
    'bỏ tin bài rồi gửi',
    'gửi cho ai',
    'đừng gửi',
    'sếp chưa duyệt, khoan gửi',
  ])('%s: it may not', (text) => expect(saysSend(text)).toBe(false));

  it.each(['Đã triển khai học bạ số tại 100% trường tiểu học', 'ra quân tổng vệ sinh ở 23 phường'])(
    '%s: it may be a text of the report',
    (text) => expect(mayBeText(text)).toBe(true),
  );

  it.each(['bỏ bản đang xem đi em ơi', 'nhắc lại cho chị chiều thứ sáu', 'thế có bị tính là muộn không'])(
    '%s: it is said to the bot',
    (text) => expect(mayBeText(text)).toBe(false),
  );
});

describe('the period said first', () => {
  it.each([
    'à thôi khoan, tháng 12: hội nghị 2, người dự 77',
    'Tháng 12/2026: Văn phòng không phát sinh',
    'tháng 12 chị làm sớm: 6 hội nghị, 900 người dự',
  ])('%s', (text) => expect(fromItsPeriod(text)).not.toBeNull());

  it.each(['kết quả: tổng kết tháng 10: 5 xã', 'hội nghị 3, tháng 10: 2', 'Đã tổng kết tháng 10: tốt'])(
    '%s: it is spoken of',
    (text) => expect(fromItsPeriod(text)).toBeNull(),
  );
});
