import { isCorrecting } from './correction.ts';
import { foldInPlace, tidy } from './fold.ts';
import type { ParsedReport } from './report-template.ts';
import { masked } from './told-figures.ts';
import { FIGURE, SIZE } from './told-words.ts';

const LONGEST = 300;

/**
 * The parts of a short text whose figures came out nowhere: in no value, no doubt, nothing unread. Nothing may be dropped silently, whatever the reader did
 * with it; parts of a sum, sizes of money, days and periods are no figures of their own.
 */
export function lostFigures(typed: string, { values, faults, unread, header }: ParsedReport): string[] {
  const said = tidy(typed).trim();
  if (said.length > LONGEST || said.includes('\n') || header !== null || isCorrecting(said)) return [];
  const kept = [
    ...Object.values(values).filter((value) => typeof value === 'string'),
    ...unread,
    ...faults.map(({ raw }) => raw),
  ].join(' ');
  const numbers = [
    ...Object.values(values).filter((value) => typeof value === 'number'),
    ...faults.flatMap(({ readings = [] }) => readings),
  ];
  const folded = foldInPlace(said);
  const figures = [...masked(folded).matchAll(FIGURE)].map(({ index, 0: raw }) => ({
    index,
    raw,
    value: Number(raw.replaceAll('.', '').replace(',', '.')),
    isSized: SIZE.test(folded.slice(index + raw.length)),
  }));
  const sums = numbers.filter((number) => !figures.some(({ value }) => value === number));
  const lost = figures.filter(
    ({ raw, value, isSized }) =>
      !isSized &&
      !kept.includes(raw) &&
      !numbers.includes(value) &&
      !numbers.includes(value / 1e6) &&
      !sums.some((sum) => value < sum),
  );
  return [...new Set(lost.map(({ index }) => partAt(said, index)))];
}

function partAt(said: string, at: number): string {
  const before =
    said
      .slice(0, at)
      .split(/[,;]\s/u)
      .at(-1) ?? '';
  const behind = said.slice(at).split(/[,;]\s/u)[0] ?? '';
  return `${before}${behind}`.trim();
}
