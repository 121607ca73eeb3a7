import type { Verdict } from './judge.ts';
import type { Mutant } from './sample.ts';

export interface Run {
  seed: number;
  commit: string;
  date: string;
  /** How many mutants there are to draw from. */
  all: number;
  verdicts: readonly Verdict[];
  /** Why a survivor is left, by `changeOf`. */
  reasons: Readonly<Record<string, string>>;
}

/** What the run found, as it is published: Markdown, every figure from the verdicts. */
export function tellRun({ seed, commit, date, all, verdicts, reasons }: Run): string {
  const judged = verdicts.filter(({ compiles }) => compiles);
  const byTests = judged.filter(isKilled('tests'));
  const bySimulation = judged.filter(isKilled('simulation'));
  const both = byTests.filter(isKilled('simulation'));
  const survivors = judged.filter((one) => !isKilled('tests')(one) && !isKilled('simulation')(one));
  const reached = judged.filter(({ simulation }) => simulation !== 'unreached');
  const row = (what: string, some: readonly Verdict[], of = judged): string =>
    `| ${what} | ${some.length} | ${share(some.length, of.length)} |`;
  return [
    `Run of ${date}, seed ${seed}, commit ${commit}: ${verdicts.length} of ${all} mutants, drawn by chance; ${verdicts.length - judged.length} do not compile and count no further.`,
    '',
    '| | mutants | share |',
    '| --- | --- | --- |',
    row('judged', judged),
    row('killed by the tests', byTests),
    row('killed by the simulation', bySimulation),
    row('killed by both', both),
    row(
      'by the tests alone',
      byTests.filter((one) => !both.includes(one)),
    ),
    row(
      'by the simulation alone',
      bySimulation.filter((one) => !both.includes(one)),
    ),
    row('by neither', survivors),
    row(
      'of these not asked of every test, for want of time',
      survivors.filter(({ tests }) => tests === 'open'),
      survivors,
    ),
    row('come by in the simulation', reached),
    row('of these killed by it', bySimulation, reached),
    '',
    '| room | judged | tests | simulation | neither |',
    '| --- | --- | --- | --- | --- |',
    ...byRoom(judged).map(([room, ofRoom]) => {
      const count = (some: readonly Verdict[]): number => ofRoom.filter((one) => some.includes(one)).length;
      return `| ${room} | ${ofRoom.length} | ${count(byTests)} | ${count(bySimulation)} | ${count(survivors)} |`;
    }),
    '',
    '| survivor | change | run by | why it is left |',
    '| --- | --- | --- | --- |',
    ...survivors.map(
      (one) =>
        `| ${placeOf(one.mutant)} | ${inCell(one.mutant)} | ${runBy(one)} | ${reasons[changeOf(one.mutant)] ?? '?'} |`,
    ),
  ].join('\n');
}

/** A change as reasons name it: without its line, which moves. */
function changeOf({ file, original, replacement }: Mutant): string {
  return `${file}: ${inOneLine(original)} -> ${inOneLine(replacement)}`;
}

function isKilled(judge: 'tests' | 'simulation'): (verdict: Verdict) => boolean {
  return (verdict) => verdict[judge] === 'killed';
}

function share(some: number, of: number): string {
  return of === 0 ? '-' : `${((100 * some) / of).toFixed(0)} %`;
}

function byRoom(verdicts: readonly Verdict[]): [string, Verdict[]][] {
  const rooms = Map.groupBy(verdicts, ({ mutant }) => mutant.file.split('/')[1] ?? '');
  return [...rooms].sort(([one], [other]) => one.localeCompare(other));
}

function runBy({ tests, simulation }: Verdict): string {
  const asked = { survived: 'tests', open: 'some of its tests', killed: '', unreached: '' }[tests];
  const runners = [asked, simulation === 'survived' ? 'simulation' : ''];
  return runners.filter((one) => one !== '').join(', ') || 'nobody';
}

function placeOf({ file, start }: Mutant): string {
  return `${file.replace('src/', '')}:${start.line + 1}`;
}

function inCell({ original, replacement }: Mutant): string {
  const quote = (text: string): string =>
    text === '' ? 'nothing' : `\`${text.replaceAll('|', '\\|').replaceAll('`', "'")}\``;
  return `${quote(short(inOneLine(original)))} → ${quote(short(inOneLine(replacement)))}`;
}

function inOneLine(text: string): string {
  return text.replace(/\s+/g, ' ');
}

function short(text: string): string {
  return text.length <= 60 ? text : `${text.slice(0, 40)} … ${text.slice(-16)}`;
}
