import { expect, it } from 'vitest';
import { RULES_FORMAT, readStoredRules, StoredRulesError } from '../../src/plan/stored-rules.ts';

/** The plan's rules as the release of 2026-11-23 stored them, shortened to one of everything. */
const FORMAT_1 = {
  document: {
    code: 'nq57',
    title: 'Kế hoạch',
    number: '',
    issuedOn: null,
    issuer: 'UBND tỉnh',
    recipient: 'Sở KH&CN',
    legalBasis: [],
    assumptions: [],
  },
  obligations: [
    {
      code: 'sau_thang',
      title: 'Báo cáo 6 tháng',
      frequency: 'half-yearly',
      halves: [1],
      window: { from: { month: -6, day: 15 }, to: { month: 0, day: 14 } },
      cutOff: { month: 0, day: 15, word: 'before' },
      onDayOff: 'keep',
      firstPeriod: '2025-H1',
      lastPeriod: null,
      addressees: ['department'],
      form: 'chung',
      replacesMonthly: false,
      legalBasis: 'Mục V.2',
    },
  ],
  forms: [
    {
      code: 'chung',
      title: 'Biểu',
      fields: [
        {
          key: 'ket_qua',
          label: 'Kết quả?',
          shortLabel: 'Kết quả',
          kind: 'text',
          required: true,
          maxLength: 100,
          source: 'V',
          aliases: [],
        },
      ],
    },
  ],
  policy: {
    milestones: [
      {
        key: 'L',
        anchor: 'last-good-working-day',
        workingDays: 0,
        at: '08:30',
        audience: ['liaison'],
        escalates: false,
        repeatIfUnknown: true,
      },
    ],
    sendingHours: { from: '07:00', until: '21:00' },
    dailyCap: 4,
    typingGraceMinutes: 30,
  },
  calendarYears: [
    {
      year: 2026,
      provisional: false,
      sources: ['Thông báo'],
      daysOff: [{ day: '2026-01-01', name: 'Tết' }],
      makeUpDays: [],
    },
  ],
};

const faultOf = (format: number, content: string): unknown => {
  try {
    return readStoredRules({ format, content });
  } catch (error) {
    return error instanceof StoredRulesError ? error.reason : error;
  }
};

it('rules of format 1 come up: halves are occurrences of the year, and nothing is former', () => {
  const rules = readStoredRules({ format: 1, content: JSON.stringify(FORMAT_1) });
  expect(rules.obligations).toMatchObject([{ code: 'sau_thang', parts: [1], units: null }]);
  expect(rules.obligations[0]).not.toHaveProperty('halves');
  expect(rules.document.contact).toBeNull();
  expect(rules.obligations[0]?.compiled).toBeNull();
  expect(rules.former).toEqual({ obligations: [], forms: [] });
  expect(readStoredRules({ format: RULES_FORMAT, content: JSON.stringify(rules) })).toEqual(rules);
});

it.each([
  ['newer', RULES_FORMAT + 1, JSON.stringify(FORMAT_1)],
  ['damaged', 1, '{"obligations":'],
  ['damaged', RULES_FORMAT, JSON.stringify(FORMAT_1)],
  ['damaged', 1, JSON.stringify({ ...FORMAT_1, forms: 'none' })],
])('what cannot be read is named: %s (format %i)', (reason, format, content) => {
  expect(faultOf(format, content)).toBe(reason);
});
