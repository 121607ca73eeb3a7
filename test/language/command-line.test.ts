import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseCommand } from '../../src/language/command-line.ts';
import { editDistance } from '../../src/language/edit-distance.ts';

const NAMES = [
  'nhiemvu',
  'tasks',
  'nop',
  'submit',
  'nopthay',
  'toi',
  'moi',
  'thongbao',
  'tonghop',
  'nhac',
  'huy',
  'dondoc',
];

describe('a command', () => {
  it.each<[string, string, string, boolean]>([
    ['/nhiemvu', 'nhiemvu', '', true],
    ['/NHIEMVU', 'nhiemvu', '', true],
    ['Nhiệm  Vụ', 'nhiemvu', '', true],
    ['nhiệm vụ'.normalize('NFD'), 'nhiemvu', '', true],
    ['／nop', 'nop', '', true],
    ['/ nộp', 'nop', '', true],
    ['/nop@Bot_57 t11', 'nop', 't11', true],
    ['@Bot_57 nộp t11', 'nop', 't11', false],
    ['nộp: t11', 'nop', 't11', false],
    ['Nộp t11\nHội nghị: 3\n\nKết quả: Tốt', 'nop', 't11\nHội nghị: 3\n\nKết quả: Tốt', false],
    ['/nop\nHội nghị: 3', 'nop', 'Hội nghị: 3', true],
    ['nộp thay HBG', 'nopthay', 'HBG', false],
    ['Thông báo Họp lúc 8h', 'thongbao', 'Họp lúc 8h', false],
    ['tôi muốn hỏi', 'toi', 'muốn hỏi', false],
  ])('%j is %s with %j', (text, name, args, exact) => {
    expect(parseCommand(text, NAMES)).toEqual({ name, args, exact });
  });

  it.each(['', '/', '/abc', 'nopx', 'xin chào', 'hội nghị: 3', 'toithu'])('is not in %j', (text) => {
    expect(parseCommand(text, NAMES)).toBeNull();
  });

  it('is found whatever its case, blanks and slash, and never makes it throw', () => {
    fc.assert(
      fc.property(fc.constantFrom(...NAMES), fc.constantFrom('', '/', ' / '), fc.boolean(), (name, slash, upper) => {
        expect(parseCommand(`${slash}${upper ? name.toUpperCase() : name} `, NAMES)?.name).toBe(name);
      }),
    );
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void parseCommand(text, NAMES)));
  });
});

describe('the edit distance', () => {
  it.each<[string, string, number]>([
    ['nop', 'nop', 0],
    ['nop', 'npo', 1],
    ['nop', 'nopp', 1],
    ['', 'nop', 3],
    ['huy', 'nhac', 3],
  ])('%s to %s is %i', (a, b, distance) => {
    expect(editDistance(a, b)).toBe(distance);
  });
});
