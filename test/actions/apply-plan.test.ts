import { expect, it } from 'vitest';
import { applyPlan, isApplied } from '../../src/actions/apply-plan.ts';
import { addDays, dayOf } from '../../src/domain/calendar.ts';
import { at, createBench, FROZEN_PLAN, ZONE } from '../support/bot-bench.ts';
import { monthlyBefore, newUnit, planWith } from './plans.ts';

it('changes nothing when it is applied again', () => {
  const { store, clock } = createBench();
  const before = [store.facts.get('plan_revision'), store.ruleBooks.newestId(), store.units.all()];
  expect(applyPlan(store, FROZEN_PLAN, clock.now() + 1000)).toEqual([]);
  expect([store.facts.get('plan_revision'), store.ruleBooks.newestId(), store.units.all()]).toEqual(before);
  expect(isApplied(store, FROZEN_PLAN)).toBe(true);
});

it('names what changed: units added, changed and ended, and which part of the rules', () => {
  const { store, clock } = createBench();
  const plan = planWith({
    units: (units) => [
      ...units
        .filter((unit) => unit.code !== 'TDOAN')
        .map((unit) => (unit.code === 'HBG' ? { ...unit, shortName: 'Bình Giang' } : unit)),
      newUnit('HMOI'),
    ],
    obligation: monthlyBefore(20),
    policy: { dailyCap: 2 },
  });
  expect(isApplied(store, plan)).toBe(false);
  const changes = applyPlan(store, plan, clock.now());
  expect(changes.map((one) => ('unit' in one ? `${one.change} ${one.unit}` : one.part)).toSorted()).toEqual([
    'obligations',
    'policy',
    'unit-added HMOI',
    'unit-changed HBG',
    'unit-ended TDOAN',
  ]);
  expect(isApplied(store, plan)).toBe(true);
});

it('writes into the audit what each unit was and is, and by which source', () => {
  const { store, clock } = createBench();
  const successors = [{ code: 'HCG', share: 'whole' as const }];
  const plan = planWith({
    units: (units) =>
      units.map((unit) =>
        unit.code === 'HBG' ? { ...unit, validTo: '2026-12-31', successors, source: 'NQ 202/2025/QH15' } : unit,
      ),
  });
  applyPlan(store, plan, clock.now());
  const lines = store.audit.about(['HBG'], 5).filter(({ action }) => action === 'change-unit');
  expect(lines).toHaveLength(1);
  expect(JSON.parse(String(lines[0]?.detail))).toMatchObject({
    from: { validTo: null, successors: [] },
    to: { validTo: '2026-12-31', successors },
    reason: 'NQ 202/2025/QH15',
  });
  expect(store.audit.about(['HCG'], 5)).toEqual([]);
});

it('never deletes: a unit that left the list is ended yesterday, and can come back', () => {
  const { store, clock } = createBench();
  const without = planWith({ units: (units) => units.filter((unit) => unit.code !== 'HBG') });
  applyPlan(store, without, clock.now());
  const yesterday = addDays(dayOf(clock.now(), ZONE), -1);
  expect(store.units.all().find((unit) => unit.code === 'HBG')?.validTo).toBe(yesterday);
  expect(applyPlan(store, without, clock.now())).toEqual([]);
  expect(applyPlan(store, without, clock.now() + 5 * 24 * 3600_000)).toEqual([]);
  applyPlan(store, FROZEN_PLAN, clock.now());
  expect(store.units.find('HBG', '2026-12-01')?.validTo).toBeNull();
});

it('lets a unit that was announced and withdrawn again never exist', () => {
  const { store, clock } = createBench();
  applyPlan(store, planWith({ units: (units) => [...units, newUnit('HMOI', '2027-01-01')] }), clock.now());
  applyPlan(store, FROZEN_PLAN, clock.now());
  expect(store.units.owingOn('2027-01-01').map((unit) => unit.code)).not.toContain('HMOI');
  expect(applyPlan(store, FROZEN_PLAN, clock.now())).toEqual([]);
});

it('keeps every version of the rules, and the bot follows the newest at once', () => {
  const bench = createBench();
  const before = bench.store.ruleBooks.newestId() ?? 0;
  expect(bench.bot().desk.rules().policy.dailyCap).toBe(4);
  applyPlan(bench.store, planWith({ policy: { dailyCap: 1 } }), at('2026-11-03 08:00'));
  expect(bench.store.ruleBooks.newestId()).toBe(before + 1);
  expect(bench.bot().desk.rules().policy.dailyCap).toBe(1);
});

it('takes the regime over at its first application only', () => {
  const { store, clock } = createBench();
  const adopted = store.facts.get('adopted_at');
  applyPlan(store, planWith({ policy: { dailyCap: 1 } }), clock.now() + 1000);
  expect(store.facts.get('adopted_at')).toBe(adopted);
});
