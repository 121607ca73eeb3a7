import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { looksLikeReport } from '../../src/language/report/looks-like-report.ts';
import { cleanText, isBlank } from '../../src/language/report/report-field.ts';
import { fillTemplate, parseReport } from '../../src/language/report/report-template.ts';
import { FORM } from './form.ts';

const COUNTS = fc.integer({ min: 0, max: 9_999_999 });
const MONEY = fc.integer({ min: 0, max: 9_999_999 }).map((tenths) => tenths / 10);
/** Lines that look like everything the parser knows. */
const TRAPS = fc.constantFrom(
  'hoi_nghi: 5',
  'hoi_nghi=5 nguoi_du=3',
  'Hội nghị: 3',
  'Khó khăn: nhiều',
  'Kết quả: tốt',
  '#BC thang 2026-10 SNV',
  'Không phát sinh',
  'Trân trọng cảm ơn',
  'Không gửi nội dung mật qua kênh này.',
  '"trong ngoặc"',
  '| gạch',
  '|',
  '-',
  '...',
  '[nội dung]',
  '',
  '1. Đã làm: 5 việc',
);
const LINES = fc.array(
  fc.oneof(TRAPS, fc.string({ unit: 'grapheme', maxLength: 30 }), fc.string({ unit: 'binary', maxLength: 10 })),
  {
    maxLength: 5,
  },
);
const TEXTS = LINES.map((lines) => cleanText(lines.join('\n'))).filter(
  (text) => !isBlank(text) && [...text].length <= 40,
);

const VALUES = fc.record(
  Object.fromEntries(FORM.fields.map(({ key, kind }) => [key, { count: COUNTS, money: MONEY, text: TEXTS }[kind]])),
  { requiredKeys: [] },
);

describe('a template', () => {
  it('filled in and read gives the same values, whatever the texts contain', () => {
    fc.assert(
      fc.property(VALUES, (values) => {
        const parsed = parseReport(
          FORM,
          fillTemplate(FORM, 'thang 2026-11 HBG', values as Record<string, number | string>),
        );
        expect(parsed).toEqual({
          header: { obligation: 'thang', period: '2026-11', unit: 'HBG', from: 0 },
          nothingToReport: false,
          values: { ...values },
          faults: [],
          unread: [],
          rest: null,
        });
      }),
      { numRuns: 300 },
    );
  });

  it('gives the same report in any order of its lines', () => {
    const numbers = fc.record({ hoi_nghi: COUNTS, nguoi_du: COUNTS, kinh_phi: MONEY }, { requiredKeys: [] });
    fc.assert(
      fc.property(numbers, fc.infiniteStream(fc.nat()), (values, order) => {
        const lines = fillTemplate(FORM, 'thang 2026-11 HBG', values).split('\n');
        const shuffled = lines.map((line) => ({ line, at: order.next().value ?? 0 })).sort((a, b) => a.at - b.at);
        expect(parseReport(FORM, shuffled.map(({ line }) => line).join('\n')).values).toEqual({ ...values });
      }),
    );
  });
});

describe('the parser', () => {
  it('takes any text without throwing, and holds only what the form allows', () => {
    const noise = fc.array(
      fc.oneof(
        TRAPS,
        fc.string({ unit: 'binary' }),
        fc.constantFrom('hoi_nghi=', ':', '=', '"', 'ket_qua: ', '\n', '| '),
      ),
    );
    fc.assert(
      fc.property(
        noise.map((parts) => parts.join('')),
        (text) => {
          const { values, faults } = parseReport(FORM, text);
          looksLikeReport(FORM, text);
          for (const [key, value] of Object.entries(values)) {
            const field = FORM.fields.find((one) => one.key === key);
            expect(typeof value).toBe(field?.kind === 'text' ? 'string' : 'number');
            expect(faults.some((fault) => fault.field === key)).toBe(false);
          }
        },
      ),
    );
  });

  it('takes the longest messages there are within a moment', () => {
    for (const part of ['\n', ':', ' ', '(', 'hoi_nghi=1 ', 'không phát sinh ', 'dạ ', '| ', '"', 'Hội nghị: 1\n']) {
      const started = performance.now();
      parseReport(FORM, part.repeat(Math.ceil(5000 / part.length)));
      expect(performance.now() - started).toBeLessThan(2000);
    }
  });
});
