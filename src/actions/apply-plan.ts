import { createHash } from 'node:crypto';
import type { Instant } from '../domain/calendar.ts';
import { addDays, dayOf } from '../domain/calendar.ts';
import type { RuleBookContent, StoredRules } from '../domain/rule-book.ts';
import type { Unit } from '../domain/unit.ts';
import type { Plan } from '../plan/plan.ts';
import { ruleBookOf } from '../plan/plan.ts';
import { RULES_FORMAT, readStoredRules } from '../plan/stored-rules.ts';
import type { Store } from '../store/store.ts';

/** One change a plan brought: words for it are wording's. */
export type PlanChange =
  | { change: 'unit-added'; unit: string; name: string }
  | { change: 'unit-changed'; unit: string; name: string }
  | { change: 'unit-ended'; unit: string; name: string; on: string }
  | { change: 'rules-changed'; part: 'document' | 'obligations' | 'forms' | 'policy' | 'calendarYears' };

/**
 * Brings a plan into the database. Applying the same plan again changes nothing. Nothing is deleted: a unit that left
 * the plan's list is ended yesterday, and every version of the rules is kept.
 */
export function applyPlan(store: Store, plan: Plan, now: Instant): PlanChange[] {
  return store.transact(() => {
    const changes = [...applyUnits(store, plan, now), ...applyRules(store, plan, now)];
    if (store.facts.get('adopted_at') === null) store.facts.set('adopted_at', String(now));
    store.facts.set('plan_revision', digest([store.units.all(), ruleBookOf(plan)]));
    store.facts.set('plan_digest', digestOf(plan));
    if (changes.length > 0) store.audit.add(now, null, 'apply-plan', plan.document.code, { changes: changes.length });
    return changes;
  });
}

/** Whether this is the plan that was applied last. Told by its digest: a start must not read every unit there ever was. */
export function isApplied(store: Store, plan: Plan): boolean {
  return store.facts.get('plan_digest') === digestOf(plan) || isAsStored(store, plan);
}

/** Another digest may only mean another format: a release that upgraded the stored rules has not changed the plan. */
function isAsStored(store: Store, plan: Plan): boolean {
  const newest = store.ruleBooks.newest();
  if (newest === null) return false;
  const { former: _former, ...rules } = readStoredRules(newest);
  return (
    digest(rules) === digest(ruleBookOf(plan)) &&
    digest(sortedUnits(store.units.all())) === digest(sortedUnits(plan.units))
  );
}

function digestOf(plan: Plan): string {
  return digest([sortedUnits(plan.units), ruleBookOf(plan)]);
}

function sortedUnits(units: readonly Unit[]): Unit[] {
  return units.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
}

function applyUnits(store: Store, plan: Plan, now: Instant): PlanChange[] {
  const changes: PlanChange[] = [];
  const known = new Map(store.units.all().map((unit) => [keyOf(unit), unit]));
  const codes = new Set([...known.values()].map((unit) => unit.code));
  for (const unit of plan.units) {
    const before = known.get(keyOf(unit));
    known.delete(keyOf(unit));
    if (before !== undefined && digest(before) === digest(unit)) continue;
    putUnit(store, before ?? null, unit, now);
    changes.push({ change: codes.has(unit.code) ? 'unit-changed' : 'unit-added', unit: unit.code, name: unit.name });
    codes.add(unit.code);
  }
  const yesterday = addDays(dayOf(now, plan.calendar.zone), -1);
  for (const gone of known.values()) {
    if (gone.validTo !== null && gone.validTo <= yesterday) continue;
    putUnit(store, gone, { ...gone, validTo: yesterday }, now);
    changes.push({ change: 'unit-ended', unit: gone.code, name: gone.name, on: yesterday });
  }
  return changes;
}

/** Writes a span of a unit. But for the first plan, the audit has what it was and is now, and the plan's own source for it. */
function putUnit(store: Store, before: Unit | null, unit: Unit, now: Instant): void {
  store.units.put(unit);
  if (store.facts.get('adopted_at') === null) return;
  const changed = UNIT_FACTS.filter((fact) => digest(before?.[fact] ?? null) !== digest(unit[fact] ?? null));
  const of = (one: Unit | null) => (one === null ? null : Object.fromEntries(changed.map((fact) => [fact, one[fact]])));
  const detail = { validFrom: unit.validFrom, from: of(before), to: of(unit), reason: unit.source };
  store.audit.add(now, null, 'change-unit', unit.code, detail);
}

const UNIT_FACTS = ['name', 'shortName', 'kind', 'validTo', 'compiles', 'successors', 'source', 'assumption'] as const;

function applyRules(store: Store, plan: Plan, now: Instant): PlanChange[] {
  const wanted = ruleBookOf(plan);
  const newest = store.ruleBooks.newest();
  if (newest?.digest === digest(wanted)) return [];
  const before = newest === null ? null : readStoredRules(newest);
  const content = { ...wanted, former: before === null ? NOTHING_FORMER : formerOf(wanted, before) };
  store.ruleBooks.add(now, digest(wanted), RULES_FORMAT, JSON.stringify(content));
  if (before === null) return [];
  const parts = ['document', 'obligations', 'forms', 'policy', 'calendarYears'] as const;
  return parts
    .filter((part) => digest(before[part]) !== digest(content[part]))
    .map((part) => ({ change: 'rules-changed', part }));
}

const NOTHING_FORMER: StoredRules['former'] = { obligations: [], forms: [] };

/** What left the plan, now or earlier, and did not come back: readable for the history; nothing is opened for it any more. */
function formerOf(wanted: RuleBookContent, before: StoredRules): StoredRules['former'] {
  const gone = <T extends { code: string }>(old: readonly T[], older: readonly T[], now: readonly T[]): T[] => {
    const left = [...old, ...older].filter(({ code }) => !now.some((one) => one.code === code));
    return [...new Map(left.toReversed().map((one) => [one.code, one])).values()];
  };
  return {
    obligations: gone(before.obligations, before.former.obligations, wanted.obligations),
    forms: gone(before.forms, before.former.forms, wanted.forms),
  };
}

function keyOf(unit: Unit): string {
  return `${unit.code}@${unit.validFrom}`;
}

function digest(value: unknown): string {
  return createHash('sha256')
    .update(JSON.stringify(sorted(value)))
    .digest('hex');
}

/** The same value with its keys in order, so that equal values have equal digests. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, sorted(inner)]),
  );
}
