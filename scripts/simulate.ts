import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { buildShim, shimEnv } from '../test/power/synced-state.ts';
import { dieEverywhere } from '../test/simulation/every-death.ts';
import { addYear, createFigures, tell, tellBreach } from '../test/simulation/figures.ts';
import { simulateMany } from '../test/simulation/many-years.ts';
import { CONTROL, tryMutations } from '../test/simulation/mutation-table.ts';
import { MUTATIONS } from '../test/simulation/mutations.ts';
import { SIMULATED_IN } from '../test/simulation/year.ts';
import { FLAG, readArguments, TEXT } from './arguments.ts';

const HELP = `npm run simulate -- [what] [options]: the whole bot but its sockets, under a simulated clock

  (nothing)        years with every fault there is
  --deaths         a few weeks, once for each side of each transaction, at which the process dies
  --power          the machine loses its power again and again, and with it whatever was not synced; with --mutations: breaks what syncs
  --mutations      breaks each mechanism in turn and says which invariant noticed

  --seed N         the first seed (1)
  --years N        years, one world each (4)
  --units N        units that report (60; with --deaths 2)
  --days N         days of a year (365; with --deaths 20)
  --workers N      how many at once (as many as there are processors)
  --only a,b       these mutations only`;

const { values, whole, refuse } = readArguments(HELP, {
  deaths: FLAG,
  mutations: FLAG,
  power: FLAG,
  seed: TEXT,
  years: TEXT,
  units: TEXT,
  days: TEXT,
  workers: TEXT,
  only: TEXT,
});
const seed = whole('seed', 1);
const years = whole('years', 4);
const units = whole('units', values.deaths ? 2 : 60);
const days = whole('days', values.deaths ? 20 : 365);
const atOnce = whole('workers', availableParallelism());
const begun = performance.now();
const shadow = values.power ? losingPower() : undefined;
if (values.mutations) await breakEach();
else if (values.deaths) await dieEach();
else await simulate();
// Wall time is no part of the figures: the same seed gives the same bytes on standard output.
console.error(`wall time: ${((performance.now() - begun) / 1000).toFixed(1)} s`);

async function simulate(): Promise<void> {
  console.log(`seeds ${seed} to ${seed + years - 1}`);
  const figures = createFigures();
  const orders = Array.from({ length: years }, (_, index) => ({
    seed: seed + index,
    units,
    days,
    ...(shadow === undefined ? {} : { shadow }),
  }));
  await simulateMany(orders, atOnce, (result) => {
    addYear(figures, result);
    console.error(`year of seed ${result.seed}: ${result.steps} events, ${result.breaches.length} breaches`);
  });
  for (const broken of figures.breaches.slice(0, 3)) console.log(`${tellBreach(broken, units)}\n`);
  console.log(tell(figures, units));
  process.exitCode = figures.breaches.length === 0 ? 0 : 1;
}

/** Starts itself anew with the library that keeps what was synced, and ends with it; where it is there, says where it keeps that. */
function losingPower(): string {
  const { SYNCED_SHADOW: known } = process.env;
  if (known !== undefined) return known;
  const shim = buildShim();
  if (shim === null) return refuse('--power needs Linux and a C compiler (cc)');
  const folder = mkdtempSync(join(SIMULATED_IN, 'synced-'));
  const env = { ...process.env, ...shimEnv(shim, join(SIMULATED_IN, 'simulation-'), folder) };
  const { status } = spawnSync(process.execPath, process.argv.slice(1), { env, stdio: 'inherit' });
  rmSync(folder, { recursive: true, force: true });
  process.exit(status ?? 1);
}

async function dieEach(): Promise<void> {
  const { commits, boundaries, deaths, breaches } = await dieEverywhere({ seed, units, days, atOnce });
  console.log(`seed ${seed}: ${days} days of ${units} units, ${commits} transactions`);
  console.log(`those that leave something new, and the first and last of those that do not: ${boundaries}`);
  console.log(`lives ended before and after each of these: ${deaths}`);
  for (const { commit, moment, breach } of breaches.slice(0, 3))
    console.log(`BROKEN by a death ${moment} transaction ${commit}: ${breach.invariant}\n  ${breach.said}`);
  console.log(breaches.length === 0 ? 'invariants: all held' : `invariants: ${breaches.length} breaches`);
  process.exitCode = breaches.length === 0 ? 0 : 1;
}

async function breakEach(): Promise<void> {
  console.log(
    `seeds from ${seed}, ${units} units\n| broken on purpose | caught by | after years |\n| --- | --- | --- |`,
  );
  const only = values.only?.split(',') ?? MUTATIONS.map(({ name }) => name);
  const unknown = only.filter((name) => !MUTATIONS.some((one) => one.name === name));
  if (unknown.length > 0)
    refuse(`no such mutation: ${unknown.join(', ')}; there are ${MUTATIONS.map(({ name }) => name).join(', ')}`);
  const order = { seed, years, units, days, atOnce, only, ...(shadow === undefined ? {} : { shadow }) };
  await tryMutations(order, ({ name, breaks, caughtBy, years: tried }) => {
    const isRight = (name === CONTROL.name) === (caughtBy.length === 0);
    const told = caughtBy.length === 0 ? 'nothing' : caughtBy.join('; ');
    console.log(`| ${breaks} | ${isRight ? told : `WRONG: ${told}`} | ${tried} |`);
    if (!isRight) process.exitCode = 1;
  });
}
