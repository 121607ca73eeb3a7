import { GIVEN_UP_FOR } from './answers-given.ts';
import { type Breach, inWords } from './journal.ts';
import { BOUNDS, LATE_FOR, RECOVERED_WITHIN } from './lateness.ts';
import type { YearResult } from './year.ts';

/** What several years came to. */
export interface Figures {
  years: number;
  steps: number;
  counts: Map<string, number>;
  measures: Map<string, number[]>;
  breaches: { seed: number; breach: Breach }[];
}

export function createFigures(): Figures {
  return { years: 0, steps: 0, counts: new Map(), measures: new Map(), breaches: [] };
}

export function addYear(figures: Figures, result: YearResult): void {
  figures.years += result.days / 365;
  figures.steps += result.steps;
  for (const [what, count] of result.counts) figures.counts.set(what, (figures.counts.get(what) ?? 0) + count);
  for (const [what, values] of result.measures) {
    const known = figures.measures.get(what) ?? [];
    for (const value of values) known.push(value);
    figures.measures.set(what, known);
  }
  for (const breach of result.breaches) figures.breaches.push({ seed: result.seed, breach });
}

const KINDS = ['answer', 'reminder', 'nudge', 'digest', 'notice', 'alert'] as const;
/** How the count of reminders that nobody can hold against the bot begins; the reason follows. */
export const EXCUSED = 'reminders excused: ';
const FAULTS =
  /^(send: |machine: |death |429 |5xx|time-out|HTML|connection refused|picture not|update lost|update delivered again|update given up|commit on|people: |flood: )/u;

const DECISIONS = /^(decided: |decisions told: |totals read|paper reports|changes followed|stand-ins: )/u;

/** The figures in words, the same for the same years. */
export function tell({ years, steps, counts, measures, breaches }: Figures, units: number): string {
  const of = (what: string): number => counts.get(what) ?? 0;
  const sum = (what: string): number => KINDS.reduce((total, kind) => total + of(`${kind}: ${what}`), 0);
  const excused = [...counts].filter(([what]) => what.startsWith(EXCUSED)).sort();
  const givenUp = [...counts].filter(([what]) => what.startsWith(GIVEN_UP_FOR)).sort();
  const lines = [
    `years simulated: ${years.toFixed(2)} (each a world of its own), ${units} units, ${steps} events`,
    '',
    'faults by kind',
    ...[...counts]
      .filter(([what]) => FAULTS.test(what))
      .sort()
      .map(([what, count]) => `  ${what}: ${count}`),
    '',
    'reminders',
    `  owed (task x milestone x person who could be written to): ${of('reminders owed')}`,
    `  sent: ${of('reminders owed and sent')}`,
    `  left in doubt, not repeated by policy: ${of('reminders owed and left in doubt')}`,
    `  missed: ${of('reminders missed')}`,
    `  looked at: ${of('reminders looked at')} = judged ${of('reminders judged')} + not judged ${of('reminders not judged')}`,
    `  judged: ${of('reminders judged')} = owed ${of('reminders owed')} + excused ${excused.reduce((total, [, count]) => total + count, 0)}, of which`,
    ...excused.map(([what, count]) => `    ${what.slice(EXCUSED.length)}: ${count}`),
    `  messages taken: ${of('reminder: taken by a platform')}`,
    `  duplicated, all marked: ${of('reminder: duplicated, marked')}; left in doubt: ${of('reminder: left in doubt')}`,
    '',
    'lateness (bounds where nothing was in the way; where something was, it is counted by what was over last, and the bound runs from then)',
    ...tellLateness('of the reminders due, by then', 'reminders due', counts, BOUNDS.reminder),
    ...tellLateness('reminders, when they came', 'reminder', counts, BOUNDS.reminder, measures),
    ...tellLateness('answers, from the update to the answer', 'answer', counts, BOUNDS.answer, measures),
    '',
    'everything said',
    `  taken by a platform: ${sum('taken by a platform')}, of which ${of('answer: taken by a platform')} answers to ${of('updates')} updates`,
    `  duplicated, all marked: ${sum('duplicated, marked')}; left in doubt: ${sum('left in doubt')}`,
    `  from a start that found answers owed to the first one taken: ${spread(measures.get('recovery'))}`,
    `  answers followed: ${of('answers followed')} = taken ${of('answers taken')} + left in doubt ${of('answers left in doubt')} + given up ${givenUp.reduce((total, [, count]) => total + count, of('answers given up for no reason'))} + undone by a restore or a power loss ${of('answers lost at restores') + of('answers undone by a power loss')} + on their way at the end ${of('answers on their way at the end')}; given up because`,
    ...givenUp.map(([what, count]) => `    ${what.slice(GIVEN_UP_FOR.length)}: ${count}`),
    '',
    'reports',
    `  versions stored: ${of('submissions')}; on time: ${of('received on time')}; late: ${of('received late')}; within a millisecond of the cut-off: ${of('received within a millisecond of the cut-off')}`,
    `  receipts held: ${of('receipts held')} = stored ${of('receipts stored')} + lost at restores ${of('receipts lost at restores')}`,
    `  figures in previews: as typed ${of('figures in previews: as typed')}, the sum of the months ${of('figures in previews: the sum of the months')}, of merged units and not followed ${of('figures in previews: not followed, of a merged unit')}; stored as shown ${of('figures stored as shown')}`,
    `  sums of several reports added up again: ${of('sums of several reports added up again')}`,
    `  pictures sent along, each the one that was sent: ${of('pictures with a report')}`,
    '',
    'decisions',
    ...[...counts]
      .filter(([what]) => DECISIONS.test(what))
      .sort()
      .map(([what, count]) => `  ${what}: ${count}`),
    '',
    breaches.length === 0 ? 'invariants: all held' : `invariants: ${breaches.length} breaches`,
  ];
  return lines.join('\n');
}

function tellLateness(
  title: string,
  what: string,
  counts: Figures['counts'],
  bound: number,
  measures?: Figures['measures'],
): string[] {
  const of = (suffix: string): number => counts.get(`${what}: ${suffix}`) ?? 0;
  const excused = [...counts].filter(([key]) => key.startsWith(`${what}: ${LATE_FOR}`)).sort();
  const clear = measures?.get(`lateness: ${what}`);
  return [
    `  ${title} (bound ${bound / 1000} s, after a trouble ${RECOVERED_WITHIN / 1000} s): in time ${of('in time')}, late ${of('late')}, late for a reason ${excused.reduce((total, [, count]) => total + count, 0)}${excused.length > 0 ? ', of which' : ''}`,
    ...excused.map(([key, count]) => `    ${key.slice(`${what}: ${LATE_FOR}`.length)}: ${count}`),
    ...(clear === undefined ? [] : [`    with nothing in the way: ${spread(clear)}`]),
  ];
}

/** One breach with what led to it, and how to see it again. */
export function tellBreach({ seed, breach }: Figures['breaches'][number], units: number): string {
  return [
    `BROKEN: ${breach.invariant}`,
    `  ${breach.said}`,
    `  seed ${seed}, event ${breach.step}, ${inWords(breach.at)}; again: npm run simulate -- --seed ${seed} --years 1 --units ${units}`,
    ...breach.trail.slice(-30).map((line) => `    ${line}`),
  ].join('\n');
}

function spread(values: readonly number[] | undefined): string {
  if (values === undefined || values.length === 0) return 'none';
  const sorted = [...values].sort((a, b) => a - b);
  const at = (share: number): string =>
    ((sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0) / 1000).toFixed(1);
  return `p50 ${at(0.5)} s, p99 ${at(0.99)} s, most ${at(1)} s (${values.length})`;
}
