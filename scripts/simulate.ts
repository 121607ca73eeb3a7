import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { addYear, createFigures, tell, tellBreach } from '../test/simulation/figures.ts';
import { simulateMany } from '../test/simulation/many-years.ts';
import { tryMutations } from '../test/simulation/mutation-table.ts';

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    years: { type: 'string', default: '4' },
    units: { type: 'string', default: '60' },
    workers: { type: 'string', default: String(availableParallelism()) },
    mutations: { type: 'boolean', default: false },
    only: { type: 'string' },
  },
});
const [seed, years, units, atOnce] = [values.seed, values.years, values.units, values.workers].map(Number) as [
  number,
  number,
  number,
  number,
];
if (![seed, years, units, atOnce].every((value) => Number.isInteger(value) && value > 0)) {
  throw new Error('--seed, --years, --units and --workers take whole numbers above 0');
}
const begun = performance.now();
if (values.mutations) await breakEach();
else await simulate();
// Wall time is no part of the figures: the same seed gives the same bytes on standard output.
console.error(`wall time: ${((performance.now() - begun) / 1000).toFixed(1)} s`);

async function simulate(): Promise<void> {
  console.log(`seed ${seed}`);
  const figures = createFigures();
  const orders = Array.from({ length: years }, (_, index) => ({ seed: seed + index, units }));
  await simulateMany(orders, atOnce, (result) => {
    addYear(figures, result);
    console.error(`year of seed ${result.seed}: ${result.steps} events, ${result.breaches.length} breaches`);
  });
  for (const broken of figures.breaches.slice(0, 3)) console.log(`${tellBreach(broken, units)}\n`);
  console.log(tell(figures, units));
  process.exitCode = figures.breaches.length === 0 ? 0 : 1;
}

async function breakEach(): Promise<void> {
  console.log(`seed ${seed}\n| broken on purpose | caught by | after years |\n| --- | --- | --- |`);
  const only = values.only === undefined ? {} : { only: values.only.split(',') };
  await tryMutations({ seed, years, units, atOnce, ...only }, ({ breaks, caughtBy, years: tried }) => {
    console.log(`| ${breaks} | ${caughtBy.length === 0 ? 'NOTHING' : caughtBy.join('; ')} | ${tried} |`);
    if (caughtBy.length === 0) process.exitCode = 1;
  });
}
