import { z } from 'zod';
import { ROLES } from '../domain/access.ts';
import { weekday } from '../domain/calendar.ts';
import { dayNumber } from '../domain/day-number.ts';
import { CUT_OFF_WORDS, DAY_OFF_RULES } from '../domain/obligation.ts';
import { FREQUENCIES, type Frequency, PERIOD_KINDS } from '../domain/period-kinds.ts';
import type { PlanRule } from '../domain/plan-problem.ts';
import { FIELD_KINDS, FIELD_ROLES } from '../domain/report-form.ts';
import type { StoredRules } from '../domain/rule-book.ts';
import { UNIT_KINDS, type Unit } from '../domain/unit.ts';

// A value of the wrong shape stops the rules about the whole object (`abort`), which may rely on its shape.
// A broken rule travels as the message of a zod issue; `troubles.ts` turns it back into a `PlanTrouble`.
const shaped = (rule: PlanRule, fits: (text: string) => boolean) =>
  z.string().trim().refine(fits, { error: rule, abort: true });
const matching = (rule: PlanRule, shape: RegExp) => shaped(rule, (text) => shape.test(text));

const text = z.string().trim().min(1);
const day = shaped('day', isDay);
const time = matching('time', /^([01]\d|2[0-3]):[0-5]\d$/);
const code = matching('code', /^[a-z0-9_]+$/);
const unitCode = matching('unit_code', /^[A-Z0-9-]+$/);
const namedDay = z.strictObject({ day, name: text });

/** The rule that a key of another shape breaks. */
const PERIOD_RULES: Readonly<Record<Frequency, PlanRule>> = {
  monthly: 'period_monthly',
  quarterly: 'period_quarterly',
  'half-yearly': 'period_half_yearly',
  'nine-monthly': 'period_nine_monthly',
  yearly: 'period_yearly',
  once: 'period_once',
};

const relativeDay = z.strictObject({
  month: z.int().min(-24).max(24),
  day: z.int().min(1).max(31),
});

const contactSchema = z.strictObject({
  office: text,
  name: text.nullable(),
  phone: matching('phone', /^\+?\d(?:[ .()-]*\d){7,14}$/).nullable(),
});

export const planDocumentSchema = z.strictObject({
  code,
  title: text,
  number: z.string().trim(),
  issuedOn: day.nullable(),
  issuer: text,
  recipient: text,
  contact: contactSchema.nullable().default(null),
  legalBasis: z.array(text),
  topics: z.array(z.strictObject({ code, title: text, source: text })).default([]),
  assumptions: z.array(text),
});

const obligationFields = z
  .strictObject({
    code,
    title: text,
    frequency: z.enum(FREQUENCIES),
    parts: z.array(z.int().min(1)),
    window: z.strictObject({ from: relativeDay, to: relativeDay }),
    cutOff: relativeDay.extend({ word: z.enum(CUT_OFF_WORDS) }),
    onDayOff: z.enum(DAY_OFF_RULES),
    firstPeriod: text,
    lastPeriod: text.nullable(),
    addressees: z.array(z.enum(UNIT_KINDS)).min(1),
    units: z.array(unitCode).min(1).nullable(),
    form: code,
    replacesMonthly: z.boolean(),
    legalBasis: text,
    compiled: z
      .strictObject({ recipient: text, cutOff: relativeDay.extend({ word: z.enum(CUT_OFF_WORDS) }), source: text })
      .nullable(),
  })
  .superRefine((obligation, context) => {
    const broken = (field: keyof typeof obligation, message: PlanRule) =>
      context.addIssue({ code: 'custom', path: [field], message });
    const { keyShape, perYear } = PERIOD_KINDS[obligation.frequency];
    const rule = PERIOD_RULES[obligation.frequency];
    const { firstPeriod, lastPeriod } = obligation;
    if (!keyShape.test(firstPeriod)) broken('firstPeriod', rule);
    if (lastPeriod !== null && !keyShape.test(lastPeriod)) broken('lastPeriod', rule);
    // Keys of one frequency sort as strings.
    else if (lastPeriod !== null && lastPeriod < firstPeriod) broken('lastPeriod', 'last_period_after_first');
    if (obligation.parts.some((part) => part > perYear)) broken('parts', 'parts');
    if (perYear === 0 && lastPeriod !== firstPeriod) broken('lastPeriod', 'one_period_once');
  });

/** Plan folders made before 2026-12 say `halves`, and nothing about single units or what is compiled. */
export const obligationSchema = z.preprocess((written) => {
  if (written === null || typeof written !== 'object' || Array.isArray(written)) return written;
  const { halves, ...rest } = written as Record<string, unknown>;
  return { parts: halves ?? [], units: null, compiled: null, ...rest };
}, obligationFields);

const formFieldSchema = z
  .strictObject({
    key: code,
    label: text,
    shortLabel: text,
    kind: z.enum(FIELD_KINDS),
    role: z.enum(FIELD_ROLES).optional(),
    required: z.boolean(),
    maxLength: z.int().min(1).nullable(),
    source: text,
    aliases: z.array(matching('alias', /^[a-z0-9]+( [a-z0-9]+)*$/)),
  })
  .superRefine(({ kind, maxLength }, context) => {
    const broken = (message: PlanRule) => context.addIssue({ code: 'custom', path: ['maxLength'], message });
    if (kind === 'text' && maxLength === null) broken('max_length_of_text');
    if (kind !== 'text' && maxLength !== null) broken('no_max_length');
  });

export const reportFormSchema = z.strictObject({ code, title: text, fields: z.array(formFieldSchema).min(1) });

const milestoneSchema = z
  .strictObject({
    key: text,
    anchor: z.enum(['last-good-working-day', 'after-cut-off']),
    workingDays: z.int().min(-60).max(60),
    at: time,
    audience: z.array(z.enum(ROLES)).min(1),
    escalates: z.boolean(),
    repeatIfUnknown: z.boolean(),
  })
  .superRefine(({ anchor, workingDays }, context) => {
    const broken = (message: PlanRule) => context.addIssue({ code: 'custom', path: ['workingDays'], message });
    if (anchor === 'last-good-working-day' && workingDays > 0) broken('working_days_back');
    if (anchor === 'after-cut-off' && workingDays < 1) broken('working_days_after');
  });

/** Plans of before there were digests have them at these hours. */
const DIGESTS = { morning: '08:30', evening: '16:30' };

export const reminderPolicySchema = z
  .strictObject({
    milestones: z.array(milestoneSchema).min(1),
    sendingHours: z.strictObject({ from: time, until: time }),
    dailyCap: z.int().min(1).max(50),
    digests: z.strictObject({ morning: time, evening: time }).default(DIGESTS),
    typingGraceMinutes: z.int().min(0).max(1440),
  })
  .superRefine(({ milestones, sendingHours }, context) => {
    const broken = (path: (string | number)[], message: PlanRule) =>
      context.addIssue({ code: 'custom', path, message });
    if (sendingHours.from >= sendingHours.until) return broken(['sendingHours', 'until'], 'hours_in_order');
    milestones.forEach(({ at }, index) => {
      const outside = at < sendingHours.from || at >= sendingHours.until;
      if (outside) broken(['milestones', index, 'at'], 'within_sending_hours');
    });
  });

export const calendarYearSchema = z
  .strictObject({
    year: z.int().min(2000).max(2100),
    provisional: z.boolean(),
    sources: z.array(text).min(1),
    daysOff: z.array(namedDay).min(1),
    makeUpDays: z.array(namedDay),
  })
  .superRefine(({ year, daysOff, makeUpDays }, context) => {
    const lists = { daysOff, makeUpDays };
    for (const list of ['daysOff', 'makeUpDays'] as const) {
      lists[list].forEach((entry, index) => {
        const broken = (message: PlanRule) => context.addIssue({ code: 'custom', path: [list, index, 'day'], message });
        if (!entry.day.startsWith(`${year}-`)) broken('day_in_year');
        else if (list === 'makeUpDays' && weekday(entry.day) < 6) broken('make_up_on_weekend');
      });
    }
  });

/** The snapshot that the store keeps, in the format of this release: see `stored-rules.ts`. */
export const storedRulesSchema: z.ZodType<StoredRules> = z.strictObject({
  document: planDocumentSchema,
  obligations: z.array(obligationFields),
  forms: z.array(reportFormSchema),
  policy: reminderPolicySchema,
  calendarYears: z.array(calendarYearSchema),
  former: z.strictObject({ obligations: z.array(obligationFields), forms: z.array(reportFormSchema) }),
});

const SUCCESSOR = /^([A-Z0-9-]+)(?::(whole|part))?$/;

const successors = z.string().transform((cell, context): Unit['successors'] => {
  const found = cell.split(/[\s|]+/).filter((word) => word !== '');
  return found.map((word) => {
    const match = SUCCESSOR.exec(word);
    if (match === null) context.addIssue({ code: 'custom', message: 'successors' satisfies PlanRule });
    return { code: match?.[1] ?? '', share: match?.[2] === 'part' ? 'part' : 'whole' };
  });
});

/** One line of units.csv, its cells as text. Successors are codes separated by a space or `|`; `:part` after one means a part only. */
export const unitRowSchema = z
  .object({
    code: unitCode,
    name: text,
    short_name: text,
    kind: z.enum(UNIT_KINDS),
    valid_from: day,
    valid_to: shaped('day', (cell) => cell === '' || isDay(cell)),
    compiles: z.enum(['yes', 'no']),
    successors,
    source: text,
    assumption: z.string(),
  })
  .superRefine((row, context) => {
    if (row.valid_to !== '' && row.valid_to < row.valid_from) {
      context.addIssue({
        code: 'custom',
        path: ['valid_to'],
        message: 'valid_to_after_from' satisfies PlanRule,
      });
    }
  })
  .transform(
    (row): Unit => ({
      code: row.code,
      name: row.name,
      shortName: row.short_name,
      kind: row.kind,
      validFrom: row.valid_from,
      validTo: row.valid_to === '' ? null : row.valid_to,
      compiles: row.compiles === 'yes',
      successors: row.successors,
      source: row.source,
      assumption: row.assumption,
    }),
  );

function isDay(candidate: string): boolean {
  try {
    return Number.isFinite(dayNumber(candidate));
  } catch {
    return false;
  }
}
