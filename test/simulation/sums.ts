import { compileRound } from '../../src/actions/compile-round.ts';
import type { Bot } from '../../src/assembly/bot.ts';
import { writeTable } from '../../src/reports/workbook/csv.ts';
import type { Eye } from './eye.ts';
import { addUp, SUMS } from './figures-read.ts';
import type { Journal } from './journal.ts';

/** I11: the compiled report and its table for other programs add up to what stands in the reports that count, added up here. */
export function createSums(journal: Journal) {
  /** What was added up at the last look, by round: a round in which nothing has changed is not compiled again. */
  const known = new Map<string, string>();

  return (bot: Bot, eye: Eye, { obligation, period }: { obligation: string; period: string }, now: number): void => {
    const reports = eye.countedIn(obligation, period);
    const standing = JSON.stringify(reports);
    const round = `${obligation} ${period}`;
    if (known.get(round) === standing) return;
    known.set(round, standing);
    // Nothing is written: without a transaction nothing dies in it either, and the world goes on as if nobody had looked.
    const { desk } = bot;
    const readOnly = { ...desk, store: { ...desk.store, transact: <T>(work: () => T): T => work() } };
    try {
      const compiled = compileRound(readOnly, obligation, period, now);
      if (compiled === null) return;
      const right = addUp(reports.map(({ content }) => JSON.parse(content)));
      for (const { key } of compiled.figures) {
        const { value, given } = compiled.totals[key] ?? { value: null, given: 0 };
        const sum = right.get(key);
        journal.count(given > 1 ? 'sums of several reports added up again' : 'sums of one report or none looked at');
        if (value !== (sum === undefined ? null : sum.tenths / 10) || given !== (sum?.given ?? 0))
          journal.breach(
            SUMS,
            `${round}: ${key} is said to come to ${value} of ${given}, right is ${JSON.stringify(sum)}`,
          );
      }
      const rows = tableIn(writeTable(compiled).toString('utf8'));
      const [head = [], ...units] = rows;
      for (const { unit, content } of reports) {
        const row = units.find(([code]) => code === unit);
        // A report of a unit that was merged gives way to its successor's.
        if (row === undefined) continue;
        for (const [key, value] of Object.entries(JSON.parse(content)))
          if (typeof value === 'number' && Number(row[head.indexOf(key)]) !== value)
            journal.breach(SUMS, `${round}: ${unit} has ${key} ${value}, its table ${row[head.indexOf(key)]}`);
      }
    } catch (error) {
      journal.breach(SUMS, `${round} cannot be compiled: ${error instanceof Error ? error.message : error}`);
    }
  };
}

/** Rows and cells of a table with commas (RFC 4180). */
function tableIn(text: string): string[][] {
  const rows: string[][] = [[]];
  for (const [, quoted, bare = '', end = ''] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/gu)) {
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? bare);
    if (end.endsWith('\n')) rows.push([]);
    if (end === '') break;
  }
  return rows;
}
