import type { core } from 'zod';
import { PLAN_RULES, type PlanRule, type PlanTrouble, type PlanValueKind } from '../domain/plan-problem.ts';

const KINDS: Readonly<Record<string, PlanValueKind>> = {
  string: 'text',
  number: 'number',
  int: 'number',
  boolean: 'yes_no',
  array: 'list',
  object: 'object',
};

/** What a zod issue says, in the plan's own closed set; one trouble for each name that does not belong, with its path. */
export function troublesOf(issue: core.$ZodIssue, value: unknown): { path: PropertyKey[]; trouble: PlanTrouble }[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({ path: [...issue.path, key], trouble: { code: 'unknown_name' } }));
  }
  return [{ path: issue.path, trouble: troubleOf(issue, value) }];
}

function troubleOf(issue: core.$ZodIssue, value: unknown): PlanTrouble {
  if (valueAt(value, issue.path) === undefined) return { code: 'missing' };
  switch (issue.code) {
    case 'invalid_type':
      return { code: 'wrong_kind', expected: KINDS[issue.expected] ?? 'text' };
    case 'invalid_value':
      return { code: 'not_one_of', allowed: issue.values.map(String) };
    case 'invalid_union':
      return { code: 'not_one_of', allowed: issue.errors.flat().flatMap(allowedBy) };
    case 'too_small':
      if (issue.origin === 'string' || issue.origin === 'array') return { code: 'empty' };
      return { code: 'out_of_range', minimum: Number(issue.minimum), maximum: null };
    case 'too_big':
      return { code: 'out_of_range', minimum: null, maximum: Number(issue.maximum) };
    default:
      return { code: 'breaks_rule', rule: ruleNamed(issue.message) };
  }
}

function allowedBy(issue: core.$ZodIssue): string[] {
  return issue.code === 'invalid_value' ? issue.values.map(String) : [];
}

function ruleNamed(message: string): PlanRule {
  const rule = PLAN_RULES.find((candidate) => candidate === message);
  if (rule === undefined) throw new Error(`a schema of the plan has an issue without a rule: ${message}`);
  return rule;
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((inner, step) => Object(inner)[step], value);
}
