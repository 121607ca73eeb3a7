/** One line of the table: a ratio or share, what it may be, and the figures behind it. */
export interface Finding {
  what: string;
  value: number;
  goal: { atMost: number } | { atLeast: number } | null;
  behind: string;
}

export interface BenchOptions {
  /** Fewer and shorter runs: to see that it works, not to be quoted. */
  quick: boolean;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2;
}

/** The value below which that share of them lies; they are in order. */
export function at(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

/** Runs the sides in turn, A B A B, so that whatever slows the machine meets all of them; gives each side's median. */
export async function alternate<K extends string>(
  runs: number,
  sides: Readonly<Record<K, () => Promise<number>>>,
): Promise<Record<K, number>> {
  const names = Object.keys(sides) as K[];
  const taken = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<K, number[]>;
  for (let run = 0; run < runs; run += 1) {
    for (const name of names) taken[name].push(await sides[name]());
  }
  return Object.fromEntries(names.map((name) => [name, median(taken[name])])) as Record<K, number>;
}

export function holds({ value, goal }: Finding): boolean {
  if (goal === null) return true;
  return 'atMost' in goal ? value <= goal.atMost : value >= goal.atLeast;
}

export function inWords(finding: Finding): string {
  const { what, value, goal, behind } = finding;
  const wanted = goal === null ? '' : 'atMost' in goal ? ` (goal ≤ ${goal.atMost})` : ` (goal ≥ ${goal.atLeast})`;
  const mark = goal === null ? '·' : holds(finding) ? '✓' : '✗';
  return `  ${mark} ${what}: ${figure(value)}${wanted}  [${behind}]`;
}

export function figure(value: number): string {
  if (Number.isInteger(value)) return String(value);
  return value >= 1000 ? value.toFixed(0) : value >= 100 ? value.toFixed(1) : value.toPrecision(3);
}
