import { describe, expect, it } from 'vitest';
import { goesOn, joinParts, mayGoOn } from '../../src/language/report/cut-text.ts';

const LIMIT = 2000;
const LINE = `Kết quả nổi bật (ket_qua): ${'Đã tuyên truyền. '.repeat(200)}`;

/** As an app cuts: at the limit, or at the last line that fits. */
const cutHard = (text: string): string[] =>
  Array.from({ length: Math.ceil(text.length / LIMIT) }, (_, at) => text.slice(at * LIMIT, (at + 1) * LIMIT));

describe('a text that an app cut', () => {
  it('is whole again, where it was cut at the limit and inside of a word', () => {
    expect(joinParts(cutHard(LINE), LIMIT)).toBe(LINE);
  });

  it('is whole again, where it was cut between two lines', () => {
    const [first, second] = ['a'.repeat(1500), 'b'.repeat(900)];
    expect(joinParts([first, second], LIMIT)).toBe(`${first}\n${second}`);
  });

  it.each(['hoi_nghi=3', 'Lượt người dự (nguoi_du): 250', 'Kết quả nổi bật (ket_qua, bắt buộc): tốt'])(
    'begins a new line with a field of its own: %s',
    (line) => {
      expect(joinParts(['a'.repeat(LIMIT), line], LIMIT).split('\n')).toHaveLength(2);
    },
  );

  it.each([
    ['a short text is not waited for', 'a'.repeat(900), false],
    ['a long one is', 'a'.repeat(1100), true],
    ['nor is one that no app could have sent whole', 'a'.repeat(2001), false],
  ])('%s', (_, text, waits) => {
    expect(mayGoOn(text, LIMIT)).toBe(waits);
  });

  it.each([
    ['what is longer than the limit together', 1500, 600, true],
    ['all but a blank at the cut', 1999, 1, true],
    ['what would have fitted was never cut', 1500, 20, false],
    ['a short text is never the beginning', 900, 1900, false],
  ])('goes on: %s', (_, one, other, isCut) => {
    expect(goesOn('a'.repeat(one), 'b'.repeat(other), LIMIT)).toBe(isCut);
  });
});
