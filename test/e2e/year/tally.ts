/**
 * The year's books, kept by the rules of the reporting round alone and without the product's code: who owes, until when, what came first
 * and what counts. Moments are local (`2026-11-16T08:30`) and compare as text.
 */
export interface Figures {
  hoi_nghi: number;
  nguoi_du: number;
  kinh_phi: number;
}

interface Entry {
  /** The last day on which it is on time. */
  lastDay: string;
  isWaived: boolean;
  waivedAt: string | null;
  firstAt: string | null;
  /** The newest version's; null: nothing to report. */
  figures: Figures | null;
  versions: number;
  isReturned: boolean;
}

export interface Expected {
  onTime: number;
  late: number;
  missing: number;
  waived: number;
  sums: Figures;
}

export interface Span {
  code: string;
  from: string;
  to: string | null;
  successor: string | null;
  /** When the plan said that it had ended. */
  goneAt: string | null;
}

/** Before the 18th of each month; before 15 June and 15 December. */
const LAST_DAYS: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    Array.from({ length: 12 }, (_, at) => String(at + 1).padStart(2, '0')).map((month) => [
      `2026-${month}`,
      `2026-${month}-17`,
    ]),
  ),
  '2026-H1': '2026-06-14',
  '2026': '2026-12-14',
};

export function createTally(units: readonly Span[]) {
  const spans = new Map(units.map((unit) => [unit.code, { ...unit }]));
  const entries = new Map<string, Entry>();

  function lastDayOf(period: string): string {
    const day = LAST_DAYS[period];
    if (day === undefined) throw new Error(`no period ${period}`);
    return day;
  }

  function entryOf(unit: string, period: string): Entry {
    const key = `${period} ${unit}`;
    const known = entries.get(key);
    if (known !== undefined) return known;
    const blank = { isWaived: false, waivedAt: null, firstAt: null, figures: null, versions: 0, isReturned: false };
    const entry = { ...blank, lastDay: lastDayOf(period) };
    entries.set(key, entry);
    return entry;
  }

  function exists({ from, to }: Span, day: string): boolean {
    return from <= day && (to === null || day <= to);
  }

  /** Those who exist on the last day, and the reports of those who ended that no successor's has replaced. */
  function counted(period: string): { code: string; entry: Entry }[] {
    return [...spans.values()].flatMap((span) => {
      const entry = entryOf(span.code, period);
      const isReplaced = span.successor !== null && entryOf(span.successor, period).firstAt !== null;
      const counts = exists(span, lastDayOf(period)) || (entry.firstAt !== null && !isReplaced);
      return counts ? [{ code: span.code, entry }] : [];
    });
  }

  return {
    entryOf,
    counted,
    submit(unit: string, period: string, at: string, figures: Figures | null): void {
      const entry = entryOf(unit, period);
      Object.assign(entry, { firstAt: entry.firstAt ?? at, figures, versions: entry.versions + 1, isReturned: false });
    },
    giveBack(unit: string, period: string): void {
      entryOf(unit, period).isReturned = true;
    },
    extend(unit: string, period: string, lastDay: string): void {
      entryOf(unit, period).lastDay = lastDay;
    },
    waive: (unit: string, period: string, at: string): void =>
      void Object.assign(entryOf(unit, period), { isWaived: true, waivedAt: at }),
    merge(codes: readonly string[], into: Span, lastDay: string, at: string): void {
      for (const code of codes) Object.assign(spans.get(code) ?? {}, { to: lastDay, successor: into.code, goneAt: at });
      spans.set(into.code, into);
    },
    isLate: (entry: Entry): boolean => entry.firstAt !== null && entry.firstAt.slice(0, 10) > entry.lastDay,
    expected(period: string): Expected {
      const all = counted(period).map(({ entry }) => entry);
      const owing = all.filter(({ isWaived }) => !isWaived);
      const late = owing.filter(this.isLate).length;
      const missing = owing.filter(({ firstAt }) => firstAt === null).length;
      const given = owing.flatMap(({ figures, isReturned }) => (figures === null || isReturned ? [] : figures));
      return {
        onTime: owing.length - late - missing,
        late,
        missing,
        waived: all.length - owing.length,
        sums: addUp(given),
      };
    },
    /** What the months of a unit add up to, with those that became it as a whole. */
    monthsOf(unit: string, periods: readonly string[]): Figures {
      const codes = [...spans.values()].flatMap(({ code, successor }) =>
        code === unit || successor === unit ? code : [],
      );
      const given = periods.flatMap((period) =>
        counted(period).flatMap(({ code, entry }) => (codes.includes(code) ? (entry.figures ?? []) : [])),
      );
      return addUp(given);
    },
    versions: (): number => [...entries.values()].reduce((sum, { versions }) => sum + versions, 0),
    /** Whether the unit had ended, and been known to have, before that moment. */
    isGone(unit: string, period: string, at: string): boolean {
      const span = spans.get(unit);
      return span?.to != null && span.goneAt !== null && span.goneAt < at && lastDayOf(period) > span.to;
    },
    /** The day before which it is due. */
    namedDay: (period: string): string => `${lastDayOf(period).slice(0, 8)}${Number(lastDayOf(period).slice(8)) + 1}`,
    /** `XAB 2026-03`: what was owed to the end, and never came. */
    neverSent: (): string[] =>
      Object.keys(LAST_DAYS).flatMap((period) =>
        counted(period).flatMap(({ code, entry }) =>
          entry.firstAt === null && !entry.isWaived ? `${code} ${period}` : [],
        ),
      ),
  };
}

export type Tally = ReturnType<typeof createTally>;

function addUp(given: readonly Figures[]): Figures {
  const sum = (key: keyof Figures): number => given.reduce((total, one) => total + Math.round(one[key] * 10), 0) / 10;
  return { hoi_nghi: sum('hoi_nghi'), nguoi_du: sum('nguoi_du'), kinh_phi: sum('kinh_phi') };
}
