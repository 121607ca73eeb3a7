import type { RuleBook, RuleBookContent } from '../domain/rule-book.ts';
import { openRuleBook } from '../domain/rule-book.ts';
import type { Unit } from '../domain/unit.ts';

/** A plan's folder as domain values, checked. */
export interface Plan extends RuleBook {
  units: readonly Unit[];
}

/** The part of a plan that the database keeps as one snapshot. */
export function ruleBookOf(plan: Plan): RuleBookContent {
  const { document, obligations, forms, policy, calendarYears } = plan;
  return { document, obligations, forms, policy, calendarYears };
}

/** The rule book and the units put together as a plan, its calendar read in `zone`. */
export function createPlan(content: RuleBookContent, units: readonly Unit[], zone: string): Plan {
  return { ...openRuleBook({ ...content, former: { obligations: [], forms: [] } }, zone), units };
}
