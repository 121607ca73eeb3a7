import type { Deadline } from '../domain/deadline.ts';
import type { Obligation } from '../domain/obligation.ts';
import type { Period } from '../domain/period.ts';
import type { ReportForm } from '../domain/report-form.ts';
import type { TaskState, Timeliness } from '../domain/task.ts';
import type { Unit } from '../domain/unit.ts';

/** A task as people hear of it: the row with its unit, period, form and the deadline it is judged by. */
export interface SpokenTask {
  task: {
    id: number;
    state: TaskState;
    timeliness: Timeliness | null;
    unsettled?: number;
    cutOffAt: number;
    firstValidAt: number | null;
    stateReason: string | null;
    /** Which fields of a returned report are to be corrected: a JSON list of keys; null: the whole. */
    objected: string | null;
  };
  unit: Unit;
  obligation: Obligation;
  period: Period;
  form: ReportForm;
  deadline: Deadline;
  /** Why its deadline was moved, and who did; null or absent where it was not. */
  extension?: { reason: string; by: string } | null;
  /** Its report may have come in a stretch that a restored database knows nothing of, and nobody has looked yet: it is not called late. */
  mayBeLost?: boolean;
}
