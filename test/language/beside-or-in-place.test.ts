import { expect, it } from 'vitest';
import { besideOrInPlace } from '../../src/language/change/beside-or-in-place.ts';

it('what is said the other way round, or of something else, is no answer', () => {
  expect(besideOrInPlace('cộng vào đi', 'more')).toBe('beside');
  expect(besideOrInPlace('bớt đi', 'less')).toBe('beside');
  expect(besideOrInPlace('cả kỳ', 'more')).toBe('in-place');
  expect(besideOrInPlace('bớt lại đi', 'more')).toBeNull();
  expect(besideOrInPlace('thêm nữa', 'less')).toBeNull();
});
