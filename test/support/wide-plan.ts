import { addDays, dayOf } from '../../src/domain/calendar.ts';
import type { Obligation } from '../../src/domain/obligation.ts';
import type { ReportForm } from '../../src/domain/report-form.ts';
import { createPlan, type Plan, ruleBookOf } from '../../src/plan/plan.ts';
import { type Bench, FROZEN_PLAN, ZONE } from './bot-bench.ts';

/** A form that shares no field with the plan's own. */
const TOPIC_FORM: ReportForm = {
  code: 'chuyen_de',
  title: 'Biểu chuyển đổi số',
  fields: [
    {
      key: 'to_cds',
      label: 'Có bao nhiêu tổ công nghệ số cộng đồng hoạt động trong kỳ ạ?',
      shortLabel: 'Tổ công nghệ số',
      kind: 'count',
      required: false,
      maxLength: null,
      source: 'II',
      aliases: ['to cong nghe so', 'to cnscd'],
    },
    {
      key: 'noi_dung',
      label: 'Nhờ anh/chị nêu nội dung đã triển khai.',
      shortLabel: 'Nội dung triển khai',
      kind: 'text',
      required: true,
      maxLength: 1500,
      source: 'II',
      aliases: ['noi dung', 'noi dung trien khai'],
    },
  ],
};

const monthly = FROZEN_PLAN.obligations.find((one) => one.frequency === 'monthly');
if (monthly === undefined) throw new Error('the frozen plan has no monthly report');

/** A second monthly report: another form, another deadline, departments and districts only. */
const TOPIC_MONTHLY: Obligation = {
  ...monthly,
  code: 'chuyen_de',
  title: 'Báo cáo chuyên đề chuyển đổi số tháng',
  cutOff: { month: 0, day: 25, word: 'by' },
  addressees: ['department', 'district'],
  form: TOPIC_FORM.code,
  legalBasis: 'Công văn về chuyển đổi số',
  compiled: null,
};

/** A quarterly one on the same second form, of the last two quarters only. */
export const QUARTERLY: Obligation = {
  ...TOPIC_MONTHLY,
  code: 'quy',
  title: 'Báo cáo chuyển đổi số quý',
  frequency: 'quarterly',
  parts: [3, 4],
  window: { from: { month: -3, day: 15 }, to: { month: 0, day: 14 } },
  cutOff: { month: 0, day: 20, word: 'before' },
  firstPeriod: '2025-Q1',
};

/** The real plan with another monthly and a quarterly report, each on a form of its own: data, and no line of code. */
export const WIDE_PLAN: Plan = planWithMore([TOPIC_MONTHLY, QUARTERLY]);

/** The frozen plan with these obligations behind its own. */
export function planWithMore(more: readonly Obligation[]): Plan {
  const rules = ruleBookOf(FROZEN_PLAN);
  const content = {
    ...rules,
    obligations: [...rules.obligations, ...more],
    forms: [...rules.forms, TOPIC_FORM],
  };
  return createPlan(content, FROZEN_PLAN.units, ZONE);
}

/** The same reports, owed by units that no transcript has people in: nothing that others read may change by them. */
export const ASIDE_PLAN: Plan = planWithMore(
  [TOPIC_MONTHLY, QUARTERLY].map((one) => ({ ...one, addressees: ['press'], units: ['DPTTH'] })),
);

/** A one-off report on the second form, owed by the same unit from the first day on, and asked for by nobody who is in a transcript. */
export function askAside({ store, clock }: Bench): void {
  const now = clock.now();
  const askedOn = dayOf(now, ZONE);
  const order = { title: 'Báo cáo nhanh về chuyển đổi số', form: TOPIC_FORM.code, addressees: ['press'] as const };
  store.oneOffs.add({
    ...order,
    units: ['DPTTH'],
    askedOn,
    dueOn: addDays(askedOn, 10),
    word: 'by',
    askedAt: now,
    askedBy: store.people.add('Không ai', now, ''),
  });
}
