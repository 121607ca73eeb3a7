import { statSync } from 'node:fs';
import type { PlanProblem } from '../domain/plan-problem.ts';
import { crossCheck, type PlanParts } from './cross-checks.ts';
import { createPlan, type Plan } from './plan.ts';
import { readDocument, readList } from './read-json.ts';
import { readUnits, UNITS_FILE } from './read-units.ts';
import {
  calendarYearSchema,
  obligationSchema,
  planDocumentSchema,
  reminderPolicySchema,
  reportFormSchema,
} from './schemas.ts';

const FILES = ['plan.json', UNITS_FILE, 'obligations.json', 'forms.json', 'reminders.json', 'calendar.json'];

/** Reads a plan's folder: the whole plan, or every problem of every file at once, in the order of files and lines. */
export function readPlan(dir: string, zone: string): { plan: Plan } | { problems: PlanProblem[] } {
  if (!isDirectory(dir)) return { problems: [{ file: dir, line: null, field: null, code: 'no_directory' }] };
  const parts: PlanParts = {
    document: readDocument(dir, 'plan.json', planDocumentSchema),
    units: readUnits(dir),
    obligations: readList(dir, 'obligations.json', obligationSchema),
    forms: readList(dir, 'forms.json', reportFormSchema),
    policy: readDocument(dir, 'reminders.json', reminderPolicySchema),
    calendarYears: readList(dir, 'calendar.json', calendarYearSchema),
  };
  const problems = [...Object.values(parts).flatMap((part) => part.problems), ...crossCheck(parts)];
  const [document] = parts.document.entries;
  const [policy] = parts.policy.entries;
  if (problems.length > 0 || document === undefined || policy === undefined) return { problems: inOrder(problems) };
  const ruleBook = {
    document: document.value,
    obligations: parts.obligations.entries.map((entry) => entry.value),
    forms: parts.forms.entries.map((entry) => entry.value),
    policy: policy.value,
    calendarYears: parts.calendarYears.entries.map((entry) => entry.value),
  };
  const units = parts.units.entries.map((entry) => entry.value);
  return { plan: createPlan(ruleBook, units, zone) };
}

/** By file in the order they are read, then by line; a problem of a whole file comes first. */
function inOrder(problems: readonly PlanProblem[]): PlanProblem[] {
  return problems.toSorted((a, b) => FILES.indexOf(a.file) - FILES.indexOf(b.file) || (a.line ?? 0) - (b.line ?? 0));
}

function isDirectory(dir: string): boolean {
  return statSync(dir, { throwIfNoEntry: false })?.isDirectory() ?? false;
}
