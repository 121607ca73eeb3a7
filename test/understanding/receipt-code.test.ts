import { describe, expect, it } from 'vitest';
import type { ReportForm } from '../../src/domain/report-form.ts';
import { readReceipt, readReceiptFigures } from '../../src/understanding/receipt-code.ts';

const SEALED = 'HBG-2026-11-1-7KQ2-M4XP-9TRW';
const MESSAGE = [
  '✅ Đã nhận báo cáo',
  '',
  'Báo cáo tháng 11/2026 – Ủy ban nhân dân huyện Bình Giang',
  'Bản thứ 1, nhận lúc 16:00:18 ngày 17/11/2026',
  'Ghi nhận: đúng hạn',
  'Số liệu: Hội nghị, tập huấn 3; Lượt người dự 1.250; Kinh phí (triệu đồng) 12,5',
  `Mã biên nhận: ${SEALED}`,
  '',
  'Cần sửa, gõ /nop 6.',
].join('\n');

describe('a pasted receipt', () => {
  it.each([
    ['its code', SEALED],
    ['its code in small letters', SEALED.toLowerCase()],
    ['its code with blanks for hyphens', 'hbg 2026 11 1 7kq2 m4xp 9trw'],
    ['its code with blanks beside the hyphens', 'HBG - 2026 - 11 - 1 - 7KQ2 - M4XP - 9TRW'],
    ['its code over two lines', 'HBG-2026-11-1-\n7KQ2-M4XP-9TRW'],
    ['its code with the long dashes of a phone', SEALED.replaceAll('-', '–')],
    ['its code with the letters in one', 'HBG-2026-11-1-7KQ2M4XP9TRW'],
    ['the whole message', MESSAGE],
    ['the message forwarded', `Chuyển tiếp từ Bot báo cáo 57\n[17/11/2026 16:01] ${MESSAGE}`],
    ['the message in one line', MESSAGE.replace(/\s+/gu, ' ')],
    ['the message in small letters', MESSAGE.toLowerCase()],
    ['the message with the accents taken apart', MESSAGE.normalize('NFD')],
    ['the message with Windows’ line breaks', MESSAGE.replaceAll('\n', '\r\n')],
  ])('is read from %s', (_name, text) => {
    expect(readReceipt(text)).toMatchObject({
      receipt: SEALED,
      unit: 'HBG',
      period: '2026-11',
      version: 1,
      seal: '7KQ2-M4XP-9TRW',
    });
    if (!text.toLowerCase().includes('số liệu')) return;
    expect(readReceipt(text)).toMatchObject({ at: '2026-11-17T16:00:18', timeliness: 'on_time' });
  });

  it('reads letters that were taken for one another', () => {
    expect(readReceipt('HBG-2026-11-1-OKQI-L4XP-9TRW')?.seal).toBe('0KQ1-14XP-9TRW');
  });

  it.each([
    ['HBG-2026-11-1-7KQ2', { seal: null, receipt: 'HBG-2026-11-1-7KQ2', period: '2026-11' }],
    ['HBG-2026-H1-2-7KQ2-M4XP-9TRW', { period: '2026-H1', version: 2 }],
    ['HBG-2026-1-7KQ2-M4XP-9TRW', { period: '2026', version: 1 }],
    ['ĐTN-2026-11-12-7KQ2-M4XP-9TRW', { unit: 'ĐTN', version: 12 }],
  ])('%s', (text, expected) => {
    expect(readReceipt(text)).toMatchObject(expected);
  });

  it.each([
    'HBG 2026-11',
    'em nộp HBG-2026-11 rồi',
    'hbg 2026 11 1 hội nghị, 250 người dự tham gia',
    'gọi 0912-2026-11-1-2345',
  ])('is not seen in "%s"', (text) => {
    expect(readReceipt(text)).toBeNull();
  });
});

describe('the figures of a pasted receipt', () => {
  const field = (key: string, shortLabel: string) => ({ key, shortLabel }) as ReportForm['fields'][number];
  const fields = [
    field('hoi_nghi', 'Hội nghị, tập huấn'),
    field('nguoi_du', 'Lượt người dự'),
    field('kinh_phi', 'Kinh phí (triệu đồng)'),
  ];
  const form: ReportForm = { code: 'x', title: 'x', fields };
  const figures = (text: string) => readReceiptFigures(readReceipt(text)?.message ?? '', form);

  it('are read as the form has them', () => {
    expect(figures(MESSAGE)).toEqual({
      nothingToReport: false,
      values: { hoi_nghi: 3, nguoi_du: 1250, kinh_phi: 12.5 },
    });
    expect(figures(MESSAGE.replace(/Số liệu: .*/u, 'Số liệu: không phát sinh'))).toEqual({
      nothingToReport: true,
      values: {},
    });
  });

  it('are none where they are not there, or one of them is not of the form', () => {
    expect(figures(MESSAGE.replace(/Số liệu: .*\n/u, ''))).toBeNull();
    expect(figures(MESSAGE.replace('Lượt người dự', 'Lượt khách'))).toBeNull();
  });
});
