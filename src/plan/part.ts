import type { PlanPlace, PlanProblem } from '../domain/plan-problem.ts';
import type { JsonPath } from './json-lines.ts';

/** One value of a file that reads well by itself, with the way to say where it (or a field of it) stands. */
export interface Entry<T> {
  value: T;
  at(...path: JsonPath): PlanPlace;
}

/** What one file gave: the values that read well, and what is wrong with the others. */
export interface Part<T> {
  entries: Entry<T>[];
  problems: PlanProblem[];
}
