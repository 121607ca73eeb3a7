import type { CalendarYear } from '../domain/calendar.ts';
import type { Obligation, PlanDocument } from '../domain/obligation.ts';
import type { PlanPlace, PlanProblem } from '../domain/plan-problem.ts';
import { causeOf } from '../domain/reminder-key.ts';
import type { ReminderPolicy } from '../domain/reminder-policy.ts';
import type { ReportForm } from '../domain/report-form.ts';
import type { Unit } from '../domain/unit.ts';
import type { Entry, Part } from './part.ts';
import { UNITS_FILE } from './read-units.ts';
import { findOverlaps } from './unit-overlaps.ts';

/** Everything the folder's files gave, before they are held against one another. */
export interface PlanParts {
  document: Part<PlanDocument>;
  units: Part<Unit>;
  obligations: Part<Obligation>;
  forms: Part<ReportForm>;
  policy: Part<ReminderPolicy>;
  calendarYears: Part<CalendarYear>;
}

interface Named {
  name: string;
  place: PlanPlace;
}

/** What is wrong between values that each read well. A reference into a file with problems of its own is not judged: its target may be the broken one. */
export function crossCheck(parts: PlanParts): PlanProblem[] {
  return [
    ...checkUnits(parts.units),
    ...duplicates(parts.obligations.entries.map((entry) => named(entry, entry.value.code, 'code'))),
    ...checkFormReferences(parts),
    ...checkUnitReferences(parts),
    ...duplicates(parts.forms.entries.map((entry) => named(entry, entry.value.code, 'code'))),
    ...parts.forms.entries.flatMap(checkForm),
    ...parts.policy.entries.flatMap(checkMilestones),
    ...duplicates(parts.calendarYears.entries.map((entry) => named(entry, String(entry.value.year), 'year'))),
    ...parts.calendarYears.entries.flatMap(checkCalendarYear),
  ];
}

function checkUnits({ entries, problems }: Part<Unit>): PlanProblem[] {
  const spans = entries.map((entry) => ({ unit: entry.value, at: entry.at }));
  const overlaps = findOverlaps(spans).map(([earlier, later]): PlanProblem => {
    const firstLine = earlier.at().line;
    const { code } = later.unit;
    if (earlier.unit.validFrom === later.unit.validFrom) {
      return { ...later.at('code'), code: 'duplicate', value: code, firstLine };
    }
    return { ...later.at('valid_from'), code: 'overlapping_validity', unit: code, otherLine: firstLine };
  });
  if (problems.length > 0) return overlaps;
  const known = new Set(entries.map((entry) => entry.value.code));
  const unknown = entries.flatMap((entry) =>
    entry.value.successors
      .filter((successor) => !known.has(successor.code))
      .map(({ code }): PlanProblem => ({ ...entry.at('successors'), code: 'unknown_unit', value: code })),
  );
  const compiled = entries.some((entry) => entry.value.compiles);
  const place = { file: UNITS_FILE, line: null, field: 'compiles' };
  return [...overlaps, ...unknown, ...(compiled ? [] : [{ ...place, code: 'no_compiling_unit' } as const])];
}

function checkFormReferences({ obligations, forms }: PlanParts): PlanProblem[] {
  if (forms.problems.length > 0) return [];
  const known = new Set(forms.entries.map((entry) => entry.value.code));
  return obligations.entries
    .filter((entry) => !known.has(entry.value.form))
    .map((entry) => ({ ...entry.at('form'), code: 'unknown_form', value: entry.value.form }));
}

function checkUnitReferences({ obligations, units }: PlanParts): PlanProblem[] {
  if (units.problems.length > 0) return [];
  const known = new Set(units.entries.map((entry) => entry.value.code));
  return obligations.entries.flatMap((entry) =>
    (entry.value.units ?? []).flatMap((unit, index): PlanProblem[] =>
      known.has(unit) ? [] : [{ ...entry.at('units', index), code: 'unknown_unit', value: unit }],
    ),
  );
}

/** Keys and aliases share one space: the parser must know which field a word means. */
function checkForm(form: Entry<ReportForm>): PlanProblem[] {
  const keys = form.value.fields.map((field, index) => named(form, field.key, 'fields', index, 'key'));
  const aliases = form.value.fields.flatMap((field, index) =>
    field.aliases.map((alias, position) => named(form, alias, 'fields', index, 'aliases', position)),
  );
  const roles = form.value.fields.flatMap(({ role }, index) =>
    role === undefined ? [] : [named(form, role, 'fields', index, 'role')],
  );
  return [...duplicates([...keys, ...aliases]), ...duplicates(roles)];
}

/** A key of another cause's shape would be told for that one. Databases of before the rule may hold one, so no schema refuses it. */
function checkMilestones(policy: Entry<ReminderPolicy>): PlanProblem[] {
  const keys = policy.value.milestones.map(({ key }, index) => named(policy, key, 'milestones', index, 'key'));
  const taken = keys.filter(({ name }) => causeOf(name) !== 'milestone');
  return [
    ...duplicates(keys),
    ...taken.map(({ place }): PlanProblem => ({ ...place, code: 'breaks_rule', rule: 'milestone_key' })),
  ];
}

/** One day stands in one list, once. */
function checkCalendarYear(year: Entry<CalendarYear>): PlanProblem[] {
  const lists = ['daysOff', 'makeUpDays'] as const;
  return duplicates(
    lists.flatMap((list) => year.value[list].map(({ day }, index) => named(year, day, list, index, 'day'))),
  );
}

function named<T>(entry: Entry<T>, name: string, ...path: (string | number)[]): Named {
  return { name, place: entry.at(...path) };
}

function duplicates(all: readonly Named[]): PlanProblem[] {
  const firstLines = new Map<string, number | null>();
  return all.flatMap(({ name, place }): PlanProblem[] => {
    const firstLine = firstLines.get(name);
    if (firstLine === undefined) {
      firstLines.set(name, place.line);
      return [];
    }
    return [{ ...place, code: 'duplicate', value: name, firstLine }];
  });
}
