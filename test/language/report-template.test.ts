import { describe, expect, it } from 'vitest';
import { looksLikeReport } from '../../src/language/report/looks-like-report.ts';
import { fillTemplate, parseField, parseReport } from '../../src/language/report/report-template.ts';
import { FORM, fieldOf } from './form.ts';

const BLANK = fillTemplate(FORM, 'thang 2026-11 HBG', {});
const HEADER = { obligation: 'thang', period: '2026-11', unit: 'HBG', from: 0 };

function read(text: string) {
  const { nothingToReport, values, faults, unread } = parseReport(FORM, text);
  return {
    ...(nothingToReport ? { nothing: true } : {}),
    values,
    faults: faults.map((one) => `${one.field}: ${one.fault}`),
    unread,
  };
}

function valuesOf(text: string) {
  const parsed = parseReport(FORM, text);
  expect(parsed.faults).toEqual([]);
  return parsed.values;
}

describe('the template', () => {
  it('is short, names its task and says nothing when sent back blank', () => {
    expect(BLANK.length).toBeLessThan(1200);
    expect(BLANK.split('\n')[0]).toBe('#BC thang 2026-11 HBG');
    expect(parseReport(FORM, BLANK)).toEqual({
      header: HEADER,
      nothingToReport: false,
      values: {},
      faults: [],
      unread: [],
      rest: null,
    });
  });

  it('is read when filled in, with gaps, in another order, by whatever app it came back', () => {
    const text = [
      'Dạ em gửi báo cáo ạ',
      '#bc thang 2026-11 hbg',
      'Kinh phí (triệu đồng) (kinh_phi): 12,5 ạ',
      '1. Hội nghị, tập huấn (hoi_nghi)： 3 hội nghị',
      '• Lượt người dự\u00a0(nguoi_du) :\u00a01.250 lượt',
      '- **Tin, bài báo chí** = 12',
      'Phát thanh, truyền hình (phat_thanh): ...',
      'Bài mạng xã hội – 7',
      'Kết quả nổi bật (ket_qua, bắt buộc): “Tuần lễ số”',
      '- 100% xã tham gia',
      '',
      'Website: www.hbg.gov.vn',
      'Khó khăn: không có',
      'Đề xuất, kiến nghị (kien_nghi): -',
      'Em cảm ơn ạ!',
    ].join('\r\n');
    expect(parseReport(FORM, text)).toEqual({
      header: HEADER,
      nothingToReport: false,
      values: {
        kinh_phi: 12.5,
        hoi_nghi: 3,
        nguoi_du: 1250,
        tin_bai: 12,
        mang_xa_hoi: 7,
        ket_qua: '“Tuần lễ số”\n- 100% xã tham gia\n\nWebsite: www.hbg.gov.vn',
        vuong_mac: 'không có',
      },
      faults: [],
      unread: [],
      rest: null,
    });
  });

  it('is read with our whole message around it', () => {
    const filled = BLANK.replace('(hoi_nghi): ', '(hoi_nghi): 3');
    const text = `Báo cáo tháng 11/2026\n\nChép đoạn dưới đây, điền số\n\n${filled}\n\nKhông gửi nội dung mật qua kênh này.\n1. Trả lời từng câu\n2. Không phát sinh\nTrả lời bằng số, ví dụ: 1`;
    expect(read(text)).toEqual({ values: { hoi_nghi: 3 }, faults: [], unread: [] });
  });

  it('is read after an app has made one line of it', () => {
    const text = BLANK.replace('(hoi_nghi): ', '(hoi_nghi): 3')
      .replace('(ket_qua, bắt buộc): ', '(ket_qua, bắt buộc): Tốt')
      .replaceAll('\n', ' ');
    expect(parseReport(FORM, text)).toMatchObject({
      header: HEADER,
      values: { hoi_nghi: 3, ket_qua: 'Tốt' },
      faults: [],
      unread: [],
    });
  });

  it('takes labels, aliases and keys, without diacritics, and values on the next line', () => {
    expect(valuesOf('hoi nghi: 3\nSố lượt người dự: 250 người\nFacebook: 5\nKet qua noi bat:\nTốt')).toEqual({
      hoi_nghi: 3,
      nguoi_du: 250,
      mang_xa_hoi: 5,
      ket_qua: 'Tốt',
    });
    expect(valuesOf('Hội nghị\t3\nNgười dự\t250')).toEqual({ hoi_nghi: 3, nguoi_du: 250 });
    expect(valuesOf('Hội nghị:\n3\nNgười dự:\n250')).toEqual({ hoi_nghi: 3, nguoi_du: 250 });
    expect(valuesOf('Hội nghị 3\nhoi_nghi - 3\nKhó khăn: ít người')).toEqual({ hoi_nghi: 3, vuong_mac: 'ít người' });
  });

  it('leaves a text its own words, even when they sound like labels', () => {
    const text =
      'Kết quả nổi bật: Đã làm tốt\n- Hội nghị: tại thị xã\nKết quả: 100%\nKhó khăn, vướng mắc:\nKhông phát sinh\nVăn bản: 12/BC-SNV ngày 5/11';
    expect(valuesOf(text)).toEqual({
      ket_qua: 'Đã làm tốt\n- Hội nghị: tại thị xã\nKết quả: 100%',
      vuong_mac: 'Không phát sinh',
      van_ban: '12/BC-SNV ngày 5/11',
    });
  });

  it('gives back what it could not place', () => {
    expect(read('Báo cáo tháng 10\nhoi_nghi: 3\nLớp học vui')).toEqual({
      values: { hoi_nghi: 3 },
      faults: [],
      unread: ['Báo cáo tháng 10', 'Lớp học vui'],
    });
  });
});

describe('one line', () => {
  it.each<[string, Record<string, number | string>]>([
    [
      'hoi_nghi=3 nguoi_du=250 ket_qua=Đã tổ chức 3 hội nghị',
      { hoi_nghi: 3, nguoi_du: 250, ket_qua: 'Đã tổ chức 3 hội nghị' },
    ],
    ['ket_qua="họp, hoi_nghi=5 lần" hoi_nghi = 3', { ket_qua: 'họp, hoi_nghi=5 lần', hoi_nghi: 3 }],
    ['hoi_nghi=3, nguoi_du=1.250; kinh_phi=12tr5', { hoi_nghi: 3, nguoi_du: 1250, kinh_phi: 12.5 }],
    ['HOI_NGHI=3 hoinghi=3 hội nghị=3', { hoi_nghi: 3 }],
    ['ket_qua=A=B, C vuong_mac=không', { ket_qua: 'A=B, C', vuong_mac: 'không' }],
    ['hoi_nghi: 3 nguoi_du: 250', { hoi_nghi: 3, nguoi_du: 250 }],
    ['hoi_nghi=0 nguoi_du=không', { hoi_nghi: 0, nguoi_du: 0 }],
  ])('%s', (text, values) => {
    expect(valuesOf(text)).toEqual(values);
  });
});

describe('nothing to report', () => {
  it.each([
    'Không phát sinh ạ',
    'kps',
    '#BC thang 2026-11 HBG\nkhông phát sinh',
    `${BLANK}\nKhông phát sinh`,
    'ket_qua: không phát sinh',
  ])('%j', (text) => {
    expect(read(text)).toEqual({ nothing: true, values: {}, faults: [], unread: [] });
  });

  it('contradicts figures, zeros too', () => {
    expect(read('hoi_nghi=3\nkhông phát sinh').faults).toEqual([': contradiction']);
    expect(read('không phát sinh\nhoi_nghi=0').faults).toEqual([': contradiction']);
  });
});

describe('faults', () => {
  it('names each value that could not be read, why, and keeps none of it', () => {
    expect(
      parseReport(
        FORM,
        'hoi_nghi=1,234 nguoi_du=-3 tin_bai=nhiều truc_quan=1,5 kinh_phi=12,55 mxh=99999999 phat_thanh=2',
      ),
    ).toMatchObject({
      values: { phat_thanh: 2 },
      faults: [
        { field: 'hoi_nghi', raw: '1,234', fault: 'ambiguous', readings: [1234] },
        { field: 'nguoi_du', raw: '-3', fault: 'negative' },
        { field: 'tin_bai', raw: 'nhiều', fault: 'not-a-number' },
        { field: 'truc_quan', raw: '1,5', fault: 'not-whole' },
        { field: 'kinh_phi', raw: '12,55', fault: 'ambiguous', readings: [12.6] },
        { field: 'mang_xa_hoi', raw: '99999999', fault: 'too-large' },
      ],
    });
  });

  it('does not choose between two values of one field', () => {
    expect(read('Facebook: 5\nZalo: 3')).toEqual({ values: {}, faults: ['mang_xa_hoi: twice'], unread: [] });
    expect(read('hoi_nghi=3\nHội nghị: 3').faults).toEqual([]);
  });

  it('does not choose between two heads', () => {
    expect(parseReport(FORM, '#BC thang 2026-11 HBG\nhoi_nghi: 1\n#BC thang 2026-11 SNV').faults).toEqual([
      { field: '', raw: '#BC thang 2026-11 SNV', fault: 'twice' },
    ]);
  });

  it('counts characters as people do', () => {
    expect(read(`van_ban=${'😀'.repeat(40)}`).faults).toEqual([]);
    expect(read(`van_ban=${'a'.repeat(41)}`).faults).toEqual(['van_ban: too-long']);
  });
});

describe('one answer', () => {
  it.each<[string, string, unknown]>([
    ['hoi_nghi', '3 hội nghị ạ', { kind: 'ok', value: 3 }],
    ['hoi_nghi', 'không', { kind: 'ok', value: 0 }],
    ['hoi_nghi', '?', { kind: 'fault', fault: 'not-a-number' }],
    ['hoi_nghi', '...', { kind: 'fault', fault: 'empty' }],
    ['kinh_phi', '1,234', { kind: 'fault', fault: 'ambiguous', readings: [1234] }],
    ['vuong_mac', '  Không có. ', { kind: 'ok', value: 'Không có.' }],
    ['vuong_mac', '[nội dung]', { kind: 'fault', fault: 'empty' }],
    ['van_ban', 'a'.repeat(41), { kind: 'fault', fault: 'too-long' }],
  ])('%s: %j', (key, text, expected) => {
    expect(parseField(fieldOf(key), text)).toEqual(expected);
  });
});

describe('a text without a command', () => {
  it.each([
    BLANK,
    'hoi_nghi: 3\nnguoi_du: 250',
    'Hội nghị: 3\nKết quả: tốt',
    'hội nghị=3, người dự=nhiều',
    '#BC thang 2026-11 HBG kps',
  ])('is a report: %j', (text) => {
    expect(looksLikeReport(FORM, text)).toBe(true);
  });

  it.each([
    '',
    'hoi_nghi: 3',
    'không phát sinh',
    'Chào em, hôm nay họp mấy giờ?',
    'Khó khăn: ít người\nĐề xuất: thêm người',
    'Kính gửi: Sở\nThời gian: 8h ngày 5/11',
  ])('is none: %j', (text) => {
    expect(looksLikeReport(FORM, text)).toBe(false);
  });
});
