import { expect, it } from 'vitest';
import { FROZEN_PLAN } from '../support/bot-bench.ts';
import { runTranscript } from '../support/transcript.ts';

/** On the last day at 16:30 from a phone: everything the coordinator does, line by line as in a transcript. */
const DONE = [
  '[Đôn đốc]',
  '[Thêm lời nhắn]',
  '> Đề nghị gửi trước 19h, chỉ cần nhập số liệu vào mẫu.',
  '> có',
  '> /goi',
  '> chi linh da goi, hua 19h',
  '> nam sách, thanh hà không nghe máy',
  '> kinh mon da goi, toi nay 20h nop',
  '> /tonghop',
];
const ON_ZALO = DONE.map((line) => ({ '[Đôn đốc]': '> 2', '[Thêm lời nhắn]': '> 2' })[line] ?? line);

/** Thirty-five reminders take a moment to go out. */
const TIMES = ['16:05', '16:10', '16:30', '16:31', '16:32', '16:35'].map((time) => `@ 2026-11-17 ${time}`);

function script(lines: readonly string[], app: string): string {
  const units = FROZEN_PLAN.units.filter((unit) => !unit.compiles && unit.validTo === null);
  const joined = units.map((unit, index) => {
    const on = index % 2 === 0 ? '' : ', zalo';
    return `% L${index} = Đầu mối ${unit.code}, liaison ${unit.code}${on}`;
  });
  const coordinator = `% Bình = Phạm Thanh Bình, coordinator${app}`;
  return ['@ 2026-11-17 16:00', ...joined, coordinator, ...TIMES, 'Bình:', ...lines].join('\n\n');
}

it.each([
  ['with buttons', DONE, ''],
  ['with numbers', ON_ZALO, ', zalo'],
])(
  'the last evening, everybody missing, %s: chased, called and looked at with under ten messages typed',
  async (_, lines, app) => {
    const said = await runTranscript(script(lines, app));
    expect(lines.filter((line) => line.startsWith('>')).length).toBeLessThan(10);
    const answers = said;
    expect(answers).toContain('🌆 Cuối ngày thứ Ba 17/11/2026');
    expect(answers).toContain('Tin nhắc sẽ gửi tới 35 người (');
    expect(answers).toContain('Đang gửi tin đôn đốc tới 35 người.');
    expect(answers.match(/📣 Cán bộ điều phối Phạm Thanh Bình đôn đốc\n\s*“Đề nghị gửi trước 19h/gu)).toHaveLength(35);
    expect(answers).toContain('TP Chí Linh, Báo cáo tháng 11/2026: đã gọi, hẹn gửi trước 19:00 hôm nay');
    expect(answers).toContain('Huyện Nam Sách, Báo cáo tháng 11/2026: gọi không gặp');
    expect(answers).toMatch(/🤝 Đã hẹn giờ gửi \(2\): TP Chí Linh \(19:00 hôm nay\), TX Kinh Môn \(20:00 hôm nay\)\./u);
    expect(answers).toMatch(/🔔 Đã nhắc, chưa gửi \(33\)/u);
  },
  60_000,
);
