import type { Instant } from '../domain/calendar.ts';
import { dayOf } from '../domain/calendar.ts';
import { existsOn } from '../domain/unit.ts';
import { sayEndedUnit } from '../wording/ended-unit.ts';
import type { Desk } from './desk.ts';
import { tellCoordinators } from './tell.ts';

/** Asks the coordinators, once for each unit that has ended, what becomes of the people who still have a role in it. */
export function askAboutEnded(desk: Desk, now: Instant): number {
  const { store } = desk;
  const today = dayOf(now, desk.zone);
  return store.transact(() => {
    let asked = 0;
    for (const [code, members] of Map.groupBy(store.people.members(), ({ unit }) => unit)) {
      const unit = code === null ? null : store.units.find(code, today);
      if (unit?.validTo == null || unit.validTo >= today || existsOn(unit, today)) continue;
      const fact = `asked_about_ended:${unit.code}`;
      if (store.facts.get(fact) === unit.validTo) continue;
      store.facts.set(fact, unit.validTo);
      const successors = unit.successors.flatMap((one) => store.units.find(one.code, today) ?? []);
      const names = [...new Set(members.map(({ name }) => name))];
      tellCoordinators(
        desk,
        sayEndedUnit({ name: unit.shortName, code: unit.code, endedOn: unit.validTo, names, successors }),
        now,
      );
      asked += 1;
    }
    return asked;
  });
}
