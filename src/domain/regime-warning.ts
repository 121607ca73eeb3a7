import type { Day } from './calendar.ts';
import type { CutOffWord } from './obligation.ts';
import type { UnitCode } from './unit.ts';

/** One period whose dates deserve a second look. */
export interface RegimeCase {
  /** Key of the period, `2026-02`. */
  period: string;
  /** Last day of the data window. */
  windowTo: Day;
  word: CutOffWord;
  /** The effective day to name with `word`. */
  namedDay: Day;
  lastGoodDay: Day;
  /** The last working day on which a report is still on time. */
  lastWorkingDay: Day;
}

/** Something the plan allows but that will hurt: for the coordinators to settle before the day comes. */
export type RegimeWarning =
  | { code: 'no_working_day_for_data'; obligation: string; cases: readonly RegimeCase[] }
  | {
      code: 'deadline_in_holiday';
      obligation: string;
      case: RegimeCase;
      /** The run of days off around the last good day, both included, with the names of its public holidays. */
      holiday: { from: Day; to: Day; names: readonly string[] };
    }
  | { code: 'calendar_missing' | 'calendar_provisional'; years: readonly number[] }
  | { code: 'contact_missing' }
  | { code: 'unit_without_people'; units: readonly { code: UnitCode; shortName: string }[] }
  | { code: 'overlapping_validity'; unit: UnitCode; spans: readonly { from: Day; to: Day | null }[] };
