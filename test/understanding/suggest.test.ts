import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HEARD } from '../../src/understanding/command-words.ts';
import { suggestCommands } from '../../src/understanding/suggest.ts';

const COMMANDS = Object.entries(HEARD).map(([name, heard]) => ({ name, ...heard }));

describe('suggestions', () => {
  it.each<[string, string]>([
    ['/nhiemv', 'nhiemvu'],
    ['nhimvu', 'nhiemvu'],
    ['nhiệm vụu', 'nhiemvu'],
    ['/npo', 'nop'],
    ['thong', 'thongbao'],
    ['đôn đốcc', 'dondoc'],
    ['tong hop nhe', 'tonghop'],
    ['bao giờ thì đến hạn vậy', 'nhiemvu'],
    ['đơn vị em đã gửi từ hôm qua', 'lichsu'],
    ['sao lại nhắc tôi thế này', 'visao'],
  ])('for %j begin with %s', (text, first) => {
    expect(suggestCommands(text, COMMANDS)).toMatchObject({ isFounded: true });
    expect(suggestCommands(text, COMMANDS).names[0]).toBe(first);
  });

  it.each(['trời hôm nay đẹp quá', 'zzzzzzzz', '???'])(
    'for %j are what most people come for, and unfounded',
    (text) => {
      expect(suggestCommands(text, COMMANDS)).toEqual({ isFounded: false, names: ['nhiemvu', 'nop', 'tonghop'] });
    },
  );

  it.each(['tháng 11 nộp như mọi khi nhé', 'nhầm tháng rồi, tháng 10 mới đúng'])(
    'for %j hold nothing that only looks alike without its marks',
    (text) => {
      const invite = { name: 'moi', subjects: ['mời', 'mã mời'] };
      expect(suggestCommands(text, [...COMMANDS, invite]).names).not.toContain('moi');
    },
  );

  it('are as many as asked for, each once', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.integer({ min: 0, max: 5 }), (text, count) => {
        const found = suggestCommands(text, COMMANDS, count).names;
        expect(new Set(found).size).toBe(count);
      }),
    );
  });
});
