import { describe, expect, it } from 'vitest';
import { unitReportedFor } from '../../src/understanding/reported-for.ts';
import { createBench } from '../support/bot-bench.ts';

describe('the unit for which a report is handed in', () => {
  const units = [
    { code: 'SNV', name: 'Sở Nội vụ', shortName: 'Sở Nội vụ' },
    { code: 'HBG', name: 'Ủy ban nhân dân huyện Bình Giang', shortName: 'Huyện Bình Giang' },
  ];

  it.each([
    ['gửi giúp sở nội vụ: hội nghị 5; kết quả: tốt', 'SNV'],
    ['thay mặt sở nội vụ em xin nộp: hội nghị 1', 'SNV'],
    ['em gửi hộ SNV: hội nghị 5, kết quả tốt', 'SNV'],
    ['nop thay so noi vu: hoi nghi 2', 'SNV'],
    ['Kính gửi, UBND huyện Bình Giang báo cáo tháng 11: hội nghị 3', 'HBG'],
    ['Dạ em huyện Bình Giang xin báo cáo: 3 hội nghị', 'HBG'],
    ['Kính gửi Sở Nội vụ, đơn vị em báo cáo: hội nghị 3', null],
    ['gửi giúp em báo cáo: hội nghị 3', null],
    ['hội nghị 3; kết quả: phối hợp Sở Nội vụ báo cáo chuyên đề', null],
    ['t11 hội nghị 3', null],
  ])('%s: %s', (text, unit) => expect(unitReportedFor(text, units)).toBe(unit));
});

it('that is not theirs is refused, not ignored', async () => {
  const bench = createBench({ start: '2026-11-10 08:00' });
  const an = bench.join('liaison', 'HBG');
  await bench.tick();
  for (const text of [
    'gửi giúp sở nội vụ: hội nghị 5; kết quả: tốt',
    'Sở Nội vụ báo cáo tháng 11: hội nghị 3, kết quả: tốt',
  ]) {
    await bench.type(an, text);
    await bench.clock.advance(3000);
    expect(bench.texts(an).at(-1)).toContain('Sở Nội vụ');
    expect(bench.texts(an).at(-1)).not.toContain('Xem lại trước khi gửi');
  }
});
