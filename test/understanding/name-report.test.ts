import { describe, expect, it } from 'vitest';
import { type NamedReport, nameReport } from '../../src/understanding/name-report.ts';

const SITUATION = {
  today: '2026-12-10',
  reports: [
    { code: 'thang', title: 'Báo cáo tháng', frequency: 'monthly' },
    { code: 'nam', title: 'Báo cáo năm', frequency: 'yearly' },
    { code: 'chuyen_de', title: 'Báo cáo chuyên đề chuyển đổi số tháng', frequency: 'monthly' },
    { code: 'quy', title: 'Báo cáo chuyển đổi số quý', frequency: 'quarterly' },
    { code: 'dx_1', title: 'Báo cáo đột xuất về an toàn thông tin', frequency: 'once' },
    { code: 'dx_2', title: 'Báo cáo đột xuất về họ tên miền', frequency: 'once' },
  ],
  ownUnits: ['HBG', 'CAT'],
  units: ['HBG', 'CAT', 'HCG', 'HND'],
} as const;
const nothing: NamedReport = { task: null, obligations: null, period: null, unit: null, rest: '' };

describe('what the words in front of a report name', () => {
  it.each<[string, Partial<NamedReport>]>([
    ['', {}],
    ['12', { task: 12 }],
    ['6 khong phat sinh', { task: 6, rest: 'khong phat sinh' }],
    ['6 không phát sinh', { task: 6, rest: 'không phát sinh' }],
    ['3 hội nghị 200 người', { rest: '3 hội nghị 200 người' }],
    ['#12 hoi_nghi=3', { task: 12, rest: 'hoi_nghi=3' }],
    ['t12', { period: '2026-12' }],
    ['báo cáo tháng 12', { period: '2026-12' }],
    ['tháng 12 hoi_nghi=3', { period: '2026-12', rest: 'hoi_nghi=3' }],
    ['thang 2026-12', { obligations: ['thang'], period: '2026-12' }],
    ['thang 12', { period: '2026-12' }],
    ['nam 2026', { obligations: ['nam'], period: '2026' }],
    ['năm', { period: '2026' }],
    ['6 tháng', { period: '2026-H1' }],
    ['9 tháng', { period: '2026-9M' }],
    ['chuyen_de', { obligations: ['chuyen_de'] }],
    ['chuyen_de t12 to_cds=4', { obligations: ['chuyen_de'], period: '2026-12', rest: 'to_cds=4' }],
    ['chuyên đề chuyển đổi số t12', { obligations: ['chuyen_de'], period: '2026-12' }],
    ['báo cáo chuyển đổi số quý 4', { obligations: ['quy'], period: '2026-Q4' }],
    ['quy 2026-Q4', { obligations: ['quy'], period: '2026-Q4' }],
    ['đột xuất về an toàn thông tin', { obligations: ['dx_1'] }],
    ['đột xuất', { obligations: ['dx_1', 'dx_2'] }],
    ['dx_2 2026-11-20 ket_qua=xong', { obligations: ['dx_2'], rest: '2026-11-20 ket_qua=xong' }],
    ['HBG t12', { unit: 'HBG', period: '2026-12' }],
    ['hbg t12', { unit: 'HBG', period: '2026-12' }],
    ['t12 HBG hoi_nghi=3', { unit: 'HBG', period: '2026-12', rest: 'hoi_nghi=3' }],
    ['HCG t12', { unit: 'HCG', period: '2026-12' }],
    ['hnd t12', { unit: 'HND', period: '2026-12' }],
    ['HBG chuyen_de t12', { unit: 'HBG', obligations: ['chuyen_de'], period: '2026-12' }],
    [
      '#BC chuyen_de 2026-12 HCG\nx: 1',
      { obligations: ['chuyen_de'], period: '2026-12', unit: 'HCG', rest: '#BC chuyen_de 2026-12 HCG\nx: 1' },
    ],
    ['hoi_nghi=3 ket_qua=chuyển đổi số', { rest: 'hoi_nghi=3 ket_qua=chuyển đổi số' }],
  ])('%j', (text, named) => {
    expect(nameReport(text, SITUATION)).toEqual({ ...nothing, ...named });
  });
});
