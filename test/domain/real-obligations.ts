import type { Obligation } from '../../src/domain/obligation.ts';
import type { MilestoneRule, ReminderPolicy } from '../../src/domain/reminder-policy.ts';

/** "gửi trước ngày 18 hằng tháng", from March 2025. */
export const MONTHLY: Obligation = {
  code: 'monthly',
  title: 'Báo cáo tháng',
  frequency: 'monthly',
  parts: [],
  window: { from: { month: -1, day: 15 }, to: { month: 0, day: 14 } },
  cutOff: { month: 0, day: 18, word: 'before' },
  onDayOff: 'keep',
  firstPeriod: '2025-03',
  lastPeriod: null,
  addressees: ['department', 'commune'],
  units: null,
  form: 'monthly',
  replacesMonthly: false,
  legalBasis: 'V.2',
  compiled: null,
};

/** "trước ngày 15 tháng 6": the first half only. */
export const HALF_YEARLY: Obligation = {
  ...MONTHLY,
  code: 'half_yearly',
  title: 'Báo cáo 6 tháng',
  frequency: 'half-yearly',
  parts: [1],
  window: { from: { month: -6, day: 15 }, to: { month: 0, day: 14 } },
  cutOff: { month: 0, day: 15, word: 'before' },
  firstPeriod: '2025-H1',
};

/** "trước ngày 15 tháng 12". */
export const YEARLY: Obligation = {
  ...MONTHLY,
  code: 'yearly',
  title: 'Báo cáo năm',
  frequency: 'yearly',
  window: { from: { month: -12, day: 15 }, to: { month: 0, day: 14 } },
  cutOff: { month: 0, day: 15, word: 'before' },
  firstPeriod: '2025',
};

function rule(key: string, anchor: MilestoneRule['anchor'], workingDays: number, at = '08:30'): MilestoneRule {
  return {
    key,
    anchor,
    workingDays,
    at,
    audience: ['liaison'],
    escalates: false,
    repeatIfUnknown: anchor !== 'after-cut-off',
  };
}

/** The default ladder. */
export const POLICY: ReminderPolicy = {
  milestones: [
    rule('L-5', 'last-good-working-day', -5),
    rule('L-2', 'last-good-working-day', -2),
    rule('L', 'last-good-working-day', 0),
    rule('L-15h', 'last-good-working-day', 0, '15:00'),
    rule('T+1', 'after-cut-off', 1),
    { ...rule('T+3', 'after-cut-off', 3), audience: ['liaison', 'leader'] },
    { ...rule('T+5', 'after-cut-off', 5), audience: ['liaison', 'leader'], escalates: true },
  ],
  sendingHours: { from: '07:00', until: '21:00' },
  digests: { morning: '08:30', evening: '16:30' },
  dailyCap: 4,
  typingGraceMinutes: 30,
};

/** A moment in Viet Nam, written `2026-11-17 08:30` (or with seconds). Deliberately does not use the code under test. */
export function vn(text: string): number {
  return Date.parse(`${text.replace(' ', 'T')}+07:00`);
}
