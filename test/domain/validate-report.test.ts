import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ReportContent } from '../../src/domain/report-form.ts';
import {
  doubtsAbout,
  type FieldFault,
  LARGEST_COUNT,
  LARGEST_MONEY,
  validateReport,
} from '../../src/domain/validate-report.ts';
import { FORM, NOTHING_TO_REPORT, report } from './report-builder.ts';

const faults = (content: ReportContent) => validateReport(FORM, content).map(({ field, fault }) => `${field} ${fault}`);

describe('a report is taken', () => {
  test.each<[string, ReportContent]>([
    ['with all it asks', report({ hoi_nghi: 3, tin_bai: 0, kinh_phi: 12.5, ket_qua: 'Tốt', vuong_mac: '' })],
    ['with numbers not given', report({ ket_qua: 'Tốt' })],
    ['with the largest figures', report({ hoi_nghi: LARGEST_COUNT, kinh_phi: LARGEST_MONEY, ket_qua: 'Tốt' })],
    [
      'with a text as long as allowed, accents typed as separate marks',
      report({ ket_qua: 'ế'.repeat(20).normalize('NFD') }),
    ],
    ['with emoji counted as one character', report({ ket_qua: '🎉'.repeat(20) })],
    ['when there is nothing to report', NOTHING_TO_REPORT],
  ])('%s', (_, content) => {
    expect(validateReport(FORM, content)).toEqual([]);
  });

  test('with any amount that has one decimal, whatever binary makes of it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 9_999_999 }), (tenths) => {
        expect(faults(report({ ket_qua: 'Tốt', kinh_phi: tenths / 10 }))).toEqual([]);
      }),
    );
  });
});

describe('a report is refused', () => {
  test.each<[string, ReportContent['values'], string[]]>([
    ['without what is required', {}, ['ket_qua missing']],
    ['with blanks for what is required', { ket_qua: ' \n' }, ['ket_qua missing']],
    ['with a negative figure', { ket_qua: 'Tốt', hoi_nghi: -1 }, ['hoi_nghi negative']],
    ['with half a meeting', { ket_qua: 'Tốt', hoi_nghi: 1.5 }, ['hoi_nghi not-whole']],
    ['with two decimals of money', { ket_qua: 'Tốt', kinh_phi: 1.25 }, ['kinh_phi too-many-decimals']],
    ['with too many', { ket_qua: 'Tốt', hoi_nghi: LARGEST_COUNT + 1 }, ['hoi_nghi too-large']],
    ['with words for a figure', { ket_qua: 'Tốt', hoi_nghi: '3' }, ['hoi_nghi not-a-number']],
    [
      'with no number at all',
      { ket_qua: 'Tốt', hoi_nghi: Number.NaN, kinh_phi: Number.POSITIVE_INFINITY },
      ['hoi_nghi not-a-number', 'kinh_phi not-a-number'],
    ],
    ['with a text too long', { ket_qua: 'x'.repeat(21) }, ['ket_qua too-long']],
    ['with a field the form does not have', { ket_qua: 'Tốt', la: 1 }, ['la unknown-field']],
    [
      'with everything wrong, all of it told at once',
      { la: 1, hoi_nghi: -1, tin_bai: 0.5 },
      ['hoi_nghi negative', 'tin_bai not-whole', 'ket_qua missing', 'la unknown-field'],
    ],
  ])('%s', (_, values, expected) => {
    expect(faults(report(values))).toEqual(expected);
  });

  test('with figures beside "nothing to report"', () => {
    expect(faults({ nothingToReport: true, values: { hoi_nghi: 0 } })).toEqual(['hoi_nghi unknown-field']);
  });

  test('saying what was given and what the limit is', () => {
    const expected: FieldFault[] = [
      { field: 'hoi_nghi', fault: 'too-large', value: 1e9, limit: LARGEST_COUNT },
      { field: 'ket_qua', fault: 'too-long', value: 'x'.repeat(21), limit: 20 },
    ];
    expect(validateReport(FORM, report({ hoi_nghi: 1e9, ket_qua: 'x'.repeat(21) }))).toEqual(expected);
  });
});

describe('a figure is asked about', () => {
  test.each<[string, number | null, number | null, boolean]>([
    ['ten times last month’s', 12, 120, true],
    ['more than that', 12, 1200, true],
    ['a little less', 12, 119, false],
    ['money, to the tenth', 1.1, 11, true],
    ['money just short of it', 1.1, 10.9, false],
    ['after a zero', 0, 500, false],
    ['after nothing given', null, 500, false],
    ['when not given now', 12, null, false],
    ['far below', 120, 12, false],
  ])('%s: from %s to %s, %s', (_, previous, value, asked) => {
    const of = (figure: number | null) => report(figure === null ? {} : { kinh_phi: figure });
    expect(doubtsAbout(FORM, of(value), of(previous))).toEqual(
      asked ? [{ field: 'kinh_phi', kind: 'ten-times', previous, value }] : [],
    );
  });

  test('never without a report before, or where either has nothing to report', () => {
    const figures = report({ hoi_nghi: 100 });
    expect(doubtsAbout(FORM, figures, null)).toEqual([]);
    expect(doubtsAbout(FORM, figures, NOTHING_TO_REPORT)).toEqual([]);
    expect(doubtsAbout(FORM, NOTHING_TO_REPORT, figures)).toEqual([]);
  });
});
