import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { applyPlan } from '../../src/actions/apply-plan.ts';
import { openTasks } from '../../src/actions/open-tasks.ts';
import { atTime } from '../../src/domain/calendar.ts';
import { periodOf } from '../../src/domain/period.ts';
import type { Unit } from '../../src/domain/unit.ts';
import type { Plan } from '../../src/plan/plan.ts';
import { openStore } from '../../src/store/store.ts';
import { acceptingChannel, buildBot, realPlan, scratchFolder, ZONE } from './scene.ts';

const MIGRATIONS = join(import.meta.dirname, '..', '..', 'src', 'store', 'migrations');
const AT_ONCE = 5000;
const PERIOD = `${new Date().getFullYear() + 1}-03`;

/**
 * A copy of a database in which that many units, each with a liaison, owe the monthly report of next year's March: so
 * nothing is due yet, whenever the benchmark runs. Built once and kept.
 */
export function bigDatabase(units: number): string {
  const folder = join(tmpdir(), 'bot-bench-cache');
  mkdirSync(folder, { recursive: true });
  const kept = join(folder, `${units}-${PERIOD}-${schemaDigest()}.sqlite`);
  if (!existsSync(kept)) {
    rmSync(`${kept}.half`, { force: true });
    build(`${kept}.half`, units);
    renameSync(`${kept}.half`, kept);
  }
  const copy = join(scratchFolder(), 'bot.sqlite');
  copyFileSync(kept, copy);
  return copy;
}

function build(path: string, count: number): void {
  const store = openStore(path);
  const plan = planOf(count);
  const [obligation] = plan.obligations;
  const period = obligation === undefined ? null : periodOf(obligation, PERIOD);
  if (period === null) throw new Error(`the plan has no monthly report for ${PERIOD}`);
  const now = atTime(period.opensOn, '01:00', ZONE);
  applyPlan(store, plan, now);
  const owing = plan.units.filter((unit) => !unit.compiles);
  for (let from = 0; from < count; from += AT_ONCE) {
    store.transact(() => {
      for (const [i, unit] of owing.slice(from, from + AT_ONCE).entries()) {
        const person = store.people.add(`Cán bộ ${from + i}`, now, '2026-11');
        store.people.join(person, 'liaison', unit.code, now);
        const chat = store.chats.meet('telegram', '1', String(1000 + from + i), 'private', now);
        store.chats.link(chat.id, person, 0);
      }
    });
  }
  const silent = acceptingChannel('telegram', () => {});
  openTasks(buildBot(store, silent, { now: () => now, wire: () => now, after: () => () => {} }).desk, now);
  store.close();
}

/** The real plan's monthly report, owed by made-up communes. */
function planOf(count: number): Plan {
  const real = realPlan();
  const compiler = real.units.filter((unit) => unit.compiles);
  const communes = Array.from({ length: count }, (_, i): Unit => {
    const code = `X${String(i).padStart(6, '0')}`;
    const name = `Xã số ${i}`;
    const span = { validFrom: '2025-07-01', validTo: null, compiles: false, successors: [] };
    return { code, name, shortName: name, kind: 'commune', ...span, source: '', assumption: '' };
  });
  const obligations = real.obligations.filter((obligation) => obligation.frequency === 'monthly');
  return { ...real, obligations, units: [...compiler, ...communes] };
}

function schemaDigest(): string {
  const sources = [...readdirSync(MIGRATIONS).map((file) => join('migrations', file)), 'database.ts'];
  const text = sources.map((file) => readFileSync(join(MIGRATIONS, '..', file), 'utf8'));
  return createHash('sha256').update(text.join()).digest('hex').slice(0, 12);
}
