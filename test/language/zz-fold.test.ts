import fc0 from 'fast-check'; fc0.configureGlobal({numRuns: 8000});
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold, foldInPlace, tidy } from '../../src/language/fold.ts';

describe('fold', () => {
  it.each([
    ['Nhiệm  Vụ', 'nhiem vu'],
    ['Nhiệm Vụ'.normalize('NFD'), 'nhiem vu'],
    ['ĐỒNG Ý', 'dong y'],
    ['Ðồng ý', 'dong y'],
    ['  hội\u00a0nghị\u200b \t\n ', 'hoi nghi'],
    ['ＮＨＩＥＭＶＵ１２', 'nhiemvu12'],
    ['\ufeffkhông\u2060 phát\u3000sinh', 'khong phat sinh'],
    ['Quyết định 57‑NQ/TW', 'quyet dinh 57‐nq/tw'],
    ['', ''],
  ])('%j → %j', (text, folded) => {
    expect(fold(text)).toBe(folded);
  });

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(fold(fold(text))).toBe(fold(text));
      }),
    );
  });

  it('reads composed and decomposed letters alike', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(fold(text.normalize('NFD'))).toBe(fold(text.normalize('NFC')));
      }),
    );
  });
});

describe('tidy', () => {
  it('keeps words, case, marks and line breaks', () => {
    expect(tidy('Tổ chức “Tuần lễ”\r\n– xã A\u00a0B\u2028C')).toBe('Tổ chức “Tuần lễ”\n– xã A B\nC');
  });
});

describe('foldInPlace', () => {
  it('keeps every position', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(foldInPlace(tidy(text))).toHaveLength(tidy(text).length);
      }),
    );
  });

  it('keeps line breaks', () => {
    expect(foldInPlace('Đã\nnộp')).toBe('da\nnop');
  });
});
