import { benchBoardMatrix } from '../test/bench/board-matrix.ts';
import { benchExport } from '../test/bench/export-round.ts';
import type { BenchOptions, Finding } from '../test/bench/figures.ts';
import { holds, inWords } from '../test/bench/figures.ts';
import { benchFloodControl } from '../test/bench/flood-control.ts';
import { benchInboundCommand } from '../test/bench/inbound-command.ts';
import { benchLastDay } from '../test/bench/last-day.ts';
import { benchOutboxThroughput } from '../test/bench/outbox-throughput.ts';
import { benchProvince } from '../test/bench/province.ts';
import { benchRoundMessages } from '../test/bench/round-messages.ts';
import { benchSchedulerTick } from '../test/bench/scheduler-tick.ts';
import { benchStartUp } from '../test/bench/start-up.ts';
import { writeFindings } from '../test/bench/write-findings.ts';
import { FLAG, readArguments, TEXT } from './arguments.ts';

const MEASURES: Readonly<Record<string, (options: BenchOptions) => Promise<Finding[]>>> = {
  a: benchInboundCommand,
  b: benchOutboxThroughput,
  c: benchFloodControl,
  d: benchSchedulerTick,
  e: benchStartUp,
  f: benchRoundMessages,
  g: benchProvince,
  h: benchLastDay,
  i: benchBoardMatrix,
  j: benchExport,
};

const HELP = `npm run bench -- [--only LETTERS] [--quick] [--write]
Measures, as ratios of one run. LETTERS: some of ${Object.keys(MEASURES).join(',')}. --write puts them into BENCHMARKS.md.`;

const { values, refuse } = readArguments(HELP, { only: TEXT, quick: FLAG, write: FLAG });
const wanted = (values.only?.split(',') ?? Object.keys(MEASURES)).map((letter) => {
  const measure = MEASURES[letter];
  return measure === undefined ? refuse(`--only: there is no ${letter}`) : { letter, measure };
});
let missed = 0;
for (const { letter, measure } of wanted) {
  const findings = await measure({ quick: values.quick });
  console.log(`${letter})`);
  for (const finding of findings) console.log(inWords(finding));
  if (values.write) writeFindings('BENCHMARKS.md', letter, findings, new Date());
  missed += findings.filter((finding) => !holds(finding)).length;
}
console.log(missed === 0 ? 'All goals hold.' : `${missed} goals missed.`);
process.exitCode = missed === 0 ? 0 : 1;
