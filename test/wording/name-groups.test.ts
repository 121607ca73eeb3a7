import { expect, it } from 'vitest';
import { fitNames } from '../../src/wording/name-groups.ts';
import { plain } from '../../src/wording/rich-text.ts';

const names = (word: string, count: number): string[] =>
  Array.from({ length: count }, (_, at) => `${word} số ${at + 1}`);

it('shows every name where there is room, and no heading of an empty group', () => {
  const fitted = fitNames(
    [
      { title: 'A', names: ['x', 'y'] },
      { title: 'B', names: [] },
    ],
    200,
  );
  expect(plain(fitted.text)).toBe('A (2): x, y.');
  expect(fitted.isCut).toBe(false);
});

it('cuts long groups with "và còn N", gives a short group all of its names, and stays within the room', () => {
  const groups = [
    { title: 'Đã nhắc', names: names('Ủy ban nhân dân xã', 140) },
    { title: 'Đã hẹn', names: names('Sở', 3) },
  ];
  const { text, isCut } = fitNames(groups, 600);
  expect(isCut).toBe(true);
  expect(plain(text).length).toBeLessThanOrEqual(600);
  expect(plain(text)).toMatch(/^Đã nhắc \(140\): .* và còn \d+\.\n\nĐã hẹn \(3\): Sở số 1, Sở số 2, Sở số 3\.$/u);
  const shown = [...plain(text).matchAll(/nhân dân xã/gu)].length;
  expect(plain(text)).toContain(`và còn ${140 - shown}.`);
});

it('keeps the counts when there is no room for any name, and all names when they are asked for', () => {
  const groups = [{ title: 'Đã nhắc', names: names('xã', 140) }];
  expect(plain(fitNames(groups, 10).text)).toBe('Đã nhắc (140)');
  expect(plain(fitNames(groups, null).text)).toContain('xã số 140.');
});
