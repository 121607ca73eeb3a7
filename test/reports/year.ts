import type { Plan } from '../../src/plan/plan.ts';
import { type Bench, createBench, FROZEN_PLAN } from '../support/bot-bench.ts';
import { makeRound, reportOf } from './rounds.ts';

const ADDED = ['Xã Tân Kỳ', 'Xã Đại Sơn', 'Phường Ái Quốc', 'Xã Hà Bắc', 'Phường Nhị Chiểu'];

/** The plan with five communes more: forty units that owe reports. */
const FORTY: Plan = {
  ...FROZEN_PLAN,
  units: [
    ...FROZEN_PLAN.units,
    ...ADDED.map((name, at) => ({
      code: `XA${at + 1}`,
      name: `Ủy ban nhân dân ${name.charAt(0).toLocaleLowerCase('vi')}${name.slice(1)}`,
      shortName: name,
      kind: 'commune' as const,
      validFrom: '2025-03-01',
      validTo: null,
      compiles: false,
      successors: [],
      source: 'IV.5',
      assumption: '',
    })),
  ],
};

export const YEAR_ROUNDS: readonly { obligation: string; period: string }[] = [
  ...Array.from({ length: 12 }, (_, at) => ({
    obligation: 'thang',
    period: `2026-${String(at + 1).padStart(2, '0')}`,
  })),
  { obligation: 'sau_thang', period: '2026-H1' },
  { obligation: 'nam', period: '2026' },
];

/** Of each round some come late, twice, are sent back, waived or missing: other ones every time. */
export function makeYear(): Bench {
  const bench = createBench({ start: '2026-01-02 08:00', plan: FORTY });
  const codes = FORTY.units.filter((unit) => !unit.compiles).map(({ code }) => code);
  for (const [at, round] of YEAR_ROUNDS.entries()) {
    const nth = (step: number): string => codes[(at * 7 + step) % codes.length] ?? '';
    const missing = [nth(0), nth(11)];
    makeRound(bench, {
      ...round,
      late: [nth(3), nth(17)],
      twice: [nth(5)],
      returned: [nth(8)],
      waived: [nth(13)],
      report: (unit) => {
        if (missing.includes(unit)) return null;
        return unit === nth(20) ? { nothingToReport: true, values: {} } : reportOf(unit, round.period);
      },
    });
  }
  return bench;
}
