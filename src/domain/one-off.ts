import { addDays, type Day, type Instant } from './calendar.ts';
import { monthIndex } from './month.ts';
import type { CutOffWord, Obligation, RelativeDay } from './obligation.ts';
import type { UnitCode, UnitKind } from './unit.ts';

/** A report that is asked for once ("báo cáo đột xuất"): by a coordinator, beside the plan's standing obligations. */
export interface OneOff {
  id: number;
  title: string;
  /** Code of the form that is filled in. */
  form: string;
  addressees: readonly UnitKind[];
  units: readonly UnitCode[] | null;
  askedOn: Day;
  /** The day that is named, to be read with `word`. */
  dueOn: Day;
  word: CutOffWord;
  withdrawnAt: Instant | null;
}

/** Code of the form for words alone; every rule book has it. */
export const FREE_FORM = 'tu_do';

/** Its obligation: one period, from the day it was asked for to the day it is due. */
export function obligationOfOneOff(oneOff: OneOff, legalBasis: string): Obligation {
  const { id, title, form, addressees, units, askedOn, dueOn, word } = oneOff;
  return {
    code: oneOffCode(id),
    title,
    frequency: 'once',
    parts: [],
    window: { from: relativeTo(dueOn, askedOn), to: relativeTo(dueOn, word === 'before' ? addDays(dueOn, -1) : dueOn) },
    cutOff: { ...relativeTo(dueOn, dueOn), word },
    onDayOff: 'keep',
    firstPeriod: dueOn,
    lastPeriod: dueOn,
    addressees,
    units,
    form,
    replacesMonthly: false,
    legalBasis,
    compiled: null,
  };
}

function relativeTo(dueOn: Day, day: Day): RelativeDay {
  return { month: monthIndex(day) - monthIndex(dueOn), day: Number(day.slice(8)) };
}

/** The code of its obligation: what its tasks and its round go by. */
export function oneOffCode(id: number): string {
  return `dx_${id}`;
}
