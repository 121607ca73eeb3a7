/** Which task a template is for, and over which version: the first line of it, `#BC thang 2026-11 HBG b2`. */
export interface ReportHeader {
  obligation: string;
  /** In the shape of its kind: `2026-11`, `2026-Q4`, `2026-H1`, `2026-9M`, `2026` or `2026-11-20`. */
  period: string;
  unit: string;
  /** The version in force when the template was made; 0: there was none. */
  from: number;
}

const HEADER =
  /#\s?bc\s+([a-z0-9_-]+)\s+(20\d\d(?:-(?:(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?|h[12]|q[1-4]|9m))?)\s+([a-z0-9]+(?:-[a-z0-9]+)*)(?![\p{L}\p{N}_-])(?:\s+b(\d{1,4})(?![\p{L}\p{N}_-]))?/iu;

/** The head of a template in a line, in whatever case it came back, with what stands before and behind it; or null. */
export function splitHeader(line: string): { header: ReportHeader; before: string; after: string } | null {
  const match = HEADER.exec(line);
  const [all = '', obligation, period, unit, from = '0'] = match ?? [];
  if (match === null || obligation === undefined || period === undefined || unit === undefined) return null;
  return {
    header: {
      obligation: obligation.toLowerCase(),
      period: period.toUpperCase(),
      unit: unit.toUpperCase(),
      from: Number(from),
    },
    before: line.slice(0, match.index),
    after: line.slice(match.index + all.length),
  };
}

/** A template's head, without its mark, for a form that starts from that version (0: none). */
export function headOf({ obligation, period, unit, from }: ReportHeader): string {
  return `${obligation} ${period} ${unit}${from === 0 ? '' : ` b${from}`}`;
}

/** The line for the head that was given as `thang 2026-11 HBG`, with or without the mark. */
export function headerLine(header: string): string {
  return header.trimStart().startsWith('#') ? header.trim() : `#BC ${header.trim()}`;
}
