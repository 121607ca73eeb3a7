import { describe, expect, it } from 'vitest';
import type { Outgoing } from '../../src/channels/channel.ts';
import { numberChoices } from '../../src/channels/number-choices.ts';
import { layOut, toPlain } from '../../src/channels/zalo/lay-out.ts';
import { b, code, say } from '../../src/wording/rich-text.ts';

const pick = (...labels: string[]): NonNullable<Outgoing['choices']> =>
  labels.map((label) => [{ label, value: label }]);
const words = (length: number) => 'chữ '.repeat(length / 4).trim();

describe('a message on Zalo', () => {
  it('is plain text: emphasis without signs, words as typed', () => {
    expect(layOut({ text: say`Đơn vị ${b('Xã A')}: *gõ* ${code('/nop 12')} <b>` })).toEqual([
      'Đơn vị Xã A: *gõ* /nop 12 <b>',
    ]);
  });

  it('gives a block to be copied lines of its own', () => {
    expect(toPlain(say`Mẫu: ${code('a: 1\nb: 2')} rồi gửi lại`)).toBe('Mẫu:\na: 1\nb: 2\nrồi gửi lại');
    expect(toPlain(say`Mẫu:\n${code('a: 1\nb: 2')}\nrồi gửi lại`)).toBe('Mẫu:\na: 1\nb: 2\nrồi gửi lại');
  });

  it.each<[string, Outgoing, string]>([
    [
      'numbers choices row by row',
      {
        text: ['Chọn:'],
        answer: 'pick',
        choices: [
          [
            { label: 'Gửi báo cáo', value: 'a' },
            { label: 'Xem lại', value: 'b' },
          ],
          [{ label: 'Huỷ', value: 'c' }],
        ],
      },
      'Chọn:\n\n1. Gửi báo cáo\n2. Xem lại\n3. Huỷ\nTrả lời bằng số, ví dụ: 1',
    ],
    [
      'takes choices without a kind of answer as a pick',
      { text: ['Nhắc hạn.'], choices: pick('Nộp', 'Để sau') },
      'Nhắc hạn.\n\n1. Nộp\n2. Để sau\nTrả lời bằng số, ví dụ: 1',
    ],
    [
      'says a single choice in a line',
      { text: ['Nhắc hạn.'], choices: pick('Nộp ngay') },
      'Nhắc hạn.\n\nTrả lời 1 để chọn: Nộp ngay',
    ],
    [
      'shows what may be typed, in small letters and without pictures',
      { text: ['Số hội nghị?'], answer: 'free', choices: pick('Bỏ qua', '⬅️ QUAY LẠI') },
      'Số hội nghị?\n\nCó thể gõ: "bỏ qua", "quay lại"',
    ],
    ['leaves empty rows out', { text: ['Xong.'], choices: [[], []] }, 'Xong.'],
    ['can be choices alone', { text: [], choices: pick('Có', 'Không') }, '1. Có\n2. Không\nTrả lời bằng số, ví dụ: 1'],
  ])('%s', (_, message, shown) => {
    expect(layOut(message)).toEqual([shown]);
  });

  it('numbers in the order the chat counts in', () => {
    const choices = [
      [
        { label: 'một', value: '1' },
        { label: 'hai', value: '2' },
      ],
      [],
      [{ label: 'ba', value: '3' }],
    ];
    expect(numberChoices(choices).map(({ number, choice }) => `${number} ${choice.label}`)).toEqual([
      '1 một',
      '2 hai',
      '3 ba',
    ]);
  });

  it('is one message up to 2,000 characters, choices included', () => {
    const choices = pick('Có', 'Không');
    const list = '\n\n1. Có\n2. Không\nTrả lời bằng số, ví dụ: 1'.length;
    expect(layOut({ text: ['x'.repeat(2000)] })).toHaveLength(1);
    expect(layOut({ text: ['x'.repeat(2001)] })).toHaveLength(2);
    expect(layOut({ text: ['x'.repeat(2000 - list)], choices })).toHaveLength(1);
    expect(layOut({ text: ['x'.repeat(2001 - list)], choices })).toHaveLength(2);
  });

  it.each([1200, 1900, 1996, 2400, 3792, 5000])('keeps the choices with the end of %i characters', (length) => {
    const choices = pick(
      ...Array.from({ length: 12 }, (_, index) => `Đơn vị thứ ${index} với tên khá là dài để chiếm chỗ`),
    );
    const parts = layOut({ text: [`${words(length)}\n\nChọn đơn vị nào?`], choices });
    for (const part of parts) expect(part.length).toBeLessThanOrEqual(2000);
    expect(parts.at(-1)).toMatch(/Chọn đơn vị nào\?\n\n1\. Đơn vị/);
    expect(parts.at(-1)).toMatch(/Trả lời bằng số, ví dụ: 1$/);
    expect(parts.join(' ').match(/chữ/g)).toHaveLength(length / 4);
  });

  it('splits even a list that is longer than a message', () => {
    const labels = Array.from({ length: 120 }, (_, index) => `Xã thứ ${index} của tỉnh`);
    const parts = layOut({ text: ['Chọn xã:'], choices: pick(...labels) });
    for (const part of parts) expect(part.length).toBeLessThanOrEqual(2000);
    for (const label of labels) expect(parts.join('\n')).toContain(label);
  });

  it('never cuts a character in two', () => {
    for (const part of layOut({ text: ['💡'.repeat(1500)] })) expect(part.isWellFormed()).toBe(true);
  });

  it.each<[string, Outgoing]>([
    ['nothing at all', { text: [] }],
    ['blanks only', { text: [' \n '] }],
  ])('refuses %s', (_, message) => {
    expect(() => layOut(message)).toThrow(expect.objectContaining({ kind: 'refused' }));
  });
});
