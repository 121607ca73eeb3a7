import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitText } from '../../src/channels/split-text.ts';
import { plain, type RichText, type Span, spanText } from '../../src/wording/rich-text.ts';

const plainParts = (text: RichText, limit: number) => splitText(text, limit).map(plain);

describe('splitText', () => {
  it.each([
    ['leaves a text that fits as it is', 'ngắn thôi', 20, ['ngắn thôi']],
    ['cuts between paragraphs first', 'một hai\nba\n\nbốn năm', 14, ['một hai\nba', 'bốn năm']],
    ['then between lines', 'một hai\nba bốn', 12, ['một hai', 'ba bốn']],
    ['then between words', 'một hai ba bốn', 8, ['một hai', 'ba bốn']],
    ['inside a word only when it alone is too long', 'abcdefghij', 4, ['abcd', 'efgh', 'ij']],
    ['keeps the indentation of a line', 'một hai\n  - ba bốn', 12, ['một hai', '  - ba bốn']],
    ['never leaves a stump for the sake of a paragraph', 'a\n\nmột hai ba bốn', 12, ['a\n\nmột hai', 'ba bốn']],
    ['keeps what no break space ties together', 'có 12\u00a0000 phiếu', 8, ['có', '12\u00a0000', 'phiếu']],
    ['never cuts a surrogate pair', '😀😀😀', 3, ['😀', '😀', '😀']],
    ['gets on even when a pair alone is too long', '😀😀', 1, ['😀', '😀']],
    ['keeps a letter and its marks together', 'ê\u0323ê\u0323ê\u0323', 3, ['ê\u0323', 'ê\u0323', 'ê\u0323']],
    ['has nothing to say of blanks', ' \n\n ', 2, []],
  ])('%s', (_, text, limit, parts) => {
    expect(plainParts([text], limit)).toEqual(parts);
  });

  it('keeps a block to be copied whole while it fits into a part', () => {
    const block = { code: 'Thôn: \nSố hộ: \nGhi chú: ' };
    expect(splitText(['Xin điền vào mẫu:\n', block, '\nrồi gửi lại.'], 30)).toEqual([
      ['Xin điền vào mẫu:'],
      [block],
      ['rồi gửi lại.'],
    ]);
  });

  it('keeps the emphasis on both sides of a cut', () => {
    expect(splitText([{ b: 'một hai ba' }, ' ', { code: 'bốn năm' }], 8)).toEqual([
      [{ b: 'một hai' }],
      [{ b: 'ba' }],
      [{ code: 'bốn năm' }],
    ]);
  });

  it('counts as the platform counts', () => {
    const rendered = (text: RichText) =>
      text.map((span) => (typeof span === 'string' ? span : `**${spanText(span)}**`));
    const measure = (text: RichText) => rendered(text).join('').length;
    const parts = splitText([{ b: 'một' }, ' ', { b: 'hai' }, ' ', { b: 'ba' }], 9, measure);
    expect(parts.map(plain)).toEqual(['một', 'hai', 'ba']);
    for (const part of parts) expect(measure(part)).toBeLessThanOrEqual(9);
  });

  const words = fc
    .array(
      fc.oneof(
        fc.string({ unit: 'grapheme', maxLength: 12 }),
        fc.constantFrom(' ', '\n', '\n\n', '  ', '\t', 'ế', '😀'),
      ),
    )
    .map((list) => list.join(''));
  const span: fc.Arbitrary<Span> = fc.oneof(
    words,
    words.map((text) => ({ b: text })),
    words.map((text) => ({ code: text })),
  );
  const text = fc.array(span, { maxLength: 12 });

  it('loses nothing but blanks, whatever the text', () => {
    fc.assert(
      fc.property(text, fc.integer({ min: 1, max: 60 }), (whole, limit) => {
        const unblanked = (value: string) => value.replace(/\s/gu, '');
        expect(unblanked(plainParts(whole, limit).join(''))).toBe(unblanked(plain(whole)));
      }),
    );
  });

  it('keeps every part within the limit and cuts no pair', () => {
    fc.assert(
      fc.property(text, fc.integer({ min: 2, max: 60 }), (whole, limit) => {
        const lone = (value: string) => !value.isWellFormed();
        for (const part of plainParts(whole, limit)) {
          expect(part.length).toBeLessThanOrEqual(limit);
          expect(part.trim()).not.toBe('');
          if (!lone(plain(whole))) expect(lone(part)).toBe(false);
        }
      }),
    );
  });

  it('keeps the emphasis of every character', () => {
    const marked = (whole: RichText) =>
      whole.flatMap((piece) => {
        const kind = typeof piece === 'string' ? 'plain' : Object.keys(piece)[0];
        return [...spanText(piece).replace(/\s/gu, '')].map((character) => `${kind}:${character}`);
      });
    fc.assert(
      fc.property(text, fc.integer({ min: 2, max: 60 }), (whole, limit) => {
        expect(splitText(whole, limit).flatMap(marked)).toEqual(marked(whole));
      }),
    );
  });

  it('is quick with a very long text', () => {
    const long = Array.from({ length: 20_000 }, (_, index) => `từ${index}`).join(' ');
    expect(plainParts([long], 2000).join(' ')).toBe(long);
  });
});
