import type { Drill, DrillOptions } from './run-drills.ts';

/** Seconds. */
export interface Spread {
  min: number;
  median: number;
  p95: number;
  max: number;
}

/** What a row of drills showed. */
export interface DisasterFigures {
  on: DrillOptions['on'];
  holds: boolean;
  seed: number;
  drills: number;
  /** Held by people = stored + lost. */
  receipts: { held: number; stored: number; lost: number; lostHereOnly: number };
  drillsWithLoss: number;
  /** Uploads that were cut off, and stepped past. */
  torn: number;
  rpo: Spread;
  rto: Spread;
  recover: Spread;
  /** From confirming a report to its receipt. */
  wait: Spread;
}

export function sumUp(
  { on, holds, seed }: Pick<DisasterFigures, 'on' | 'holds' | 'seed'>,
  drills: readonly Drill[],
): DisasterFigures {
  const sum = (of: (drill: Drill) => number): number => drills.reduce((total, drill) => total + of(drill), 0);
  const held = sum(({ receipts }) => receipts);
  const lost = sum((drill) => drill.lost);
  return {
    on,
    holds,
    seed,
    drills: drills.length,
    receipts: { held, stored: held - lost, lost, lostHereOnly: sum((drill) => drill.lostHereOnly) },
    drillsWithLoss: drills.filter((drill) => drill.lost > 0).length,
    torn: drills.filter(({ isTorn }) => isTorn).length,
    rpo: spreadOf(drills.map(({ rpoMs }) => rpoMs)),
    rto: spreadOf(drills.map(({ rtoMs }) => rtoMs)),
    recover: spreadOf(drills.map(({ recoverMs }) => recoverMs)),
    wait: spreadOf(drills.flatMap(({ waitsMs }) => waitsMs)),
  };
}

/** Of the values themselves: nothing is made up between two of them. */
function spreadOf(ms: readonly number[]): Spread {
  const sorted = [...ms].sort((a, b) => a - b);
  const at = (share: number): number => (sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0) / 1000;
  return { min: at(0), median: at(0.5), p95: at(0.95), max: at(1) };
}

export function tellDisasters(figures: DisasterFigures): string {
  const { on, holds, seed, drills, receipts, drillsWithLoss, torn, rpo, rto, recover, wait } = figures;
  const row = (name: string, { min, median, p95, max }: Spread): string =>
    `| ${name} | ${[min, median, p95, max].map((seconds) => seconds.toFixed(1)).join(' | ')} |`;
  return [
    `on ${on}, seed ${seed}, receipts ${holds ? 'wait for the copy' : 'do not wait'}: ${drills} machines lost, ${drillsWithLoss} of them with a receipt, ${torn} in the middle of an upload`,
    `receipts held by people: ${receipts.held} = ${receipts.stored} stored + ${receipts.lost} lost` +
      (receipts.lostHereOnly === 0 ? '' : ` (${receipts.lostHereOnly} said that the copy was behind)`),
    '| seconds | min | median | p95 | max |',
    '| --- | --- | --- | --- | --- |',
    row('RPO: how far back lost receipts reach', rpo),
    row('RTO: until people have an answer', rto),
    row('of it, until the database is back', recover),
    row('from confirming a report to its receipt', wait),
  ].join('\n');
}
