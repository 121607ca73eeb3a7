import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type JsonPath, locateJson } from '../../src/plan/json-lines.ts';

function linesOf(text: string) {
  const located = locateJson(text);
  if ('brokenLine' in located) throw new Error(`broken on line ${located.brokenLine}`);
  return located;
}

describe('lines of a JSON text', () => {
  const text = '{\n  "a": [\n    1,\n    {"b": "x\\"y", "c"\n: null}\n  ],\n  "": true\n}';

  it.each<[JsonPath, number]>([
    [[], 1],
    [['a'], 2],
    [['a', 0], 3],
    [['a', 1], 4],
    [['a', 1, 'b'], 4],
    [['a', 1, 'c'], 4],
    [[''], 7],
    [['a', 1, 'absent'], 4],
    [['a', 9, 'deep', 'er'], 2],
    [['absent'], 1],
  ])('%j stands on line %i', (path, line) => {
    expect(linesOf(text).lineOf(path)).toBe(line);
  });

  it('keys that stand twice are reported, in one object only', () => {
    expect(linesOf('{"a":1,\n"b":{"a":2},\n"a":3}').repeated).toEqual([['a']]);
    expect(linesOf('[{"a":1},{"a":1}]').repeated).toEqual([]);
  });

  it.each([
    ['', 1],
    ['{', 1],
    ['{\n"a" 1}', 2],
    ['[1,\n2,\n]', 3],
    ['[1\n2]', 2],
    ['{"a":1}\n}', 2],
    ['{\n"a": "unclosed\n}', 2],
    ['{\na: 1}', 2],
    ['[1,\n:]', 2],
    ["['a']", 1],
    ['[1, // one\n2]', 1],
  ])('%j is broken on line %i', (broken, line) => {
    expect(locateJson(broken)).toEqual({ brokenLine: line });
  });

  it('takes whatever JSON.stringify writes', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.constantFrom(undefined, 2, '\t'), (value, indent) => {
        expect(linesOf(JSON.stringify(value, null, indent)).repeated).toEqual([]);
      }),
    );
  });
});
