import { expect, it } from 'vitest';
import { readChange } from '../../src/language/correction.ts';
import { FORM } from './form.ts';

it('each part of a text is asked about by its own word', () => {
  const { faults } = readChange(FORM, 'bớt 10 người dự, còn 8 bài báo nữa');
  expect(faults.map(({ field, fault }) => [field, fault])).toEqual([
    ['nguoi_du', 'less'],
    ['tin_bai', 'more'],
  ]);
});

it.each([
  ['bớt 10 người dự', 'less'],
  ['giảm đi 10 người dự', 'less'],
  ['còn 8 bài báo nữa', 'more'],
])('%s is asked about, and is no figure by itself', (text, fault) => {
  const { values, faults, added } = readChange(FORM, text);
  expect(values).toEqual({});
  expect(faults.map((one) => one.fault).concat(added === null ? [] : ['more'])).toEqual([fault]);
});
