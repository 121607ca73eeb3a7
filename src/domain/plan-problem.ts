import type { UnitCode } from './unit.ts';

/** Rules that one value of the plan's files can break; each has one sentence in wording. */
export const PLAN_RULES = [
  'day',
  'time',
  'code',
  'unit_code',
  'alias',
  'phone',
  'successors',
  'period_monthly',
  'period_quarterly',
  'period_half_yearly',
  'period_nine_monthly',
  'period_yearly',
  'period_once',
  'last_period_after_first',
  'parts',
  'one_period_once',
  'max_length_of_text',
  'no_max_length',
  'working_days_back',
  'working_days_after',
  'within_sending_hours',
  'milestone_key',
  'hours_in_order',
  'valid_to_after_from',
  'day_in_year',
  'make_up_on_weekend',
] as const;
export type PlanRule = (typeof PLAN_RULES)[number];

export type PlanValueKind = 'text' | 'number' | 'yes_no' | 'list' | 'object';

/** What is wrong, without words. */
export type PlanTrouble =
  | { code: 'no_directory' | 'no_file' | 'not_readable' | 'not_utf8' | 'json_syntax' | 'csv_syntax' }
  | { code: 'missing' | 'missing_column' | 'unknown_name' | 'repeated_name' | 'empty' | 'too_many_cells' }
  | { code: 'wrong_kind'; expected: PlanValueKind }
  | { code: 'not_one_of'; allowed: readonly string[] }
  | { code: 'out_of_range'; minimum: number | null; maximum: number | null }
  | { code: 'breaks_rule'; rule: PlanRule }
  | { code: 'duplicate'; value: string; firstLine: number | null }
  | { code: 'overlapping_validity'; unit: UnitCode; otherLine: number | null }
  | { code: 'unknown_unit' | 'unknown_form'; value: string }
  | { code: 'no_compiling_unit' };

/** Where it stands: `line` counts from 1; `field` is a column or a dotted path such as `thang.cutOff.day`. */
export interface PlanPlace {
  file: string;
  line: number | null;
  field: string | null;
}

/** One thing in the plan's files that keeps them from being used. */
export type PlanProblem = PlanPlace & PlanTrouble;
