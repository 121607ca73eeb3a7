import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, it, onTestFinished } from 'vitest';
import type { Role } from '../../src/domain/access.ts';
import { createPlan, ruleBookOf } from '../../src/plan/plan.ts';
import { readPlan } from '../../src/plan/read-plan.ts';
import { createBench, ZONE } from '../support/bot-bench.ts';
import { asInOracle, oracleRows } from '../support/oracle-table.ts';

interface Task {
  unit: string;
  obligation: string;
  period: string;
  opened_at: number;
  cut_off_at: number;
}

interface Said {
  unit: string;
  role: string;
  outbox: number;
  decided_at: number;
  about: string;
}

/** One unit of each kind: the first of each group of the table. */
const firstOf = new Map<string, string>();
for (const { group = '', unit = '' } of oracleRows('groups')) if (!firstOf.has(group)) firstOf.set(group, unit);
const codes = [...firstOf.values()];
const read = readPlan('data/plan', ZONE);
if ('problems' in read) throw new Error('the plan that ships cannot be read');
const { plan } = read;
const kept = plan.units.filter(({ code, compiles }) => compiles || codes.includes(code));

it('a bot that lives through 2025-2027 opens and says exactly what the table says is owed', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'oracle-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const path = join(folder, 'bot.sqlite');
  const bench = createBench({ start: '2025-03-01 00:00', path, plan: createPlan(ruleBookOf(plan), kept, ZONE) });
  const people = new Map<number, { unit: string; role: Role }>();
  for (const unit of codes)
    for (const role of ['liaison', 'leader'] as const) people.set(bench.join(role, unit).person, { unit, role });
  // The bot is there when the first day begins.
  await bench.tick();
  const db = new Database(path, { readonly: true });
  onTestFinished(() => void db.close());
  const tasks = db.prepare<[], Task>('SELECT unit, obligation, period, opened_at, cut_off_at FROM task');
  const said = db.prepare<[], Omit<Said, 'unit' | 'role'> & { person: number }>(
    `SELECT r.person, r.outbox, r.decided_at, t.obligation || ' ' || t.period || ' ' || r.milestone AS about
     FROM reminder r JOIN task t ON t.id = r.task JOIN outbox o ON o.id = r.outbox WHERE o.state = 'accepted'`,
  );

  const opened = new Map<string, string>();
  const messages = new Map<string, string[]>();
  // Looked at every month: what was said long ago is forgotten.
  for (const end of monthEnds()) {
    await bench.liveTo(end);
    for (const { unit, obligation, period, opened_at, cut_off_at } of tasks.all())
      opened.set(`${unit} ${obligation} ${period}`, `opens ${asInOracle(opened_at)} due ${asInOracle(cut_off_at)}`);
    for (const { person, outbox, decided_at, about } of said.all()) {
      const { unit, role } = people.get(person) ?? { unit: '?', role: '?' };
      const key = `${unit} ${role} ${asInOracle(decided_at)} row ${outbox}`;
      messages.set(key, [...new Set([...(messages.get(key) ?? []), about])].sort());
    }
  }

  const periods = new Map(
    oracleRows('periods').map(({ obligation, period, opens, cut_off: due }) => [
      `${obligation} ${period}`,
      `opens ${opens} due ${due}`,
    ]),
  );
  const owed = oracleRows('owed').map(({ group = '', obligation, period }) => {
    const round = `${obligation} ${period}`;
    return `${firstOf.get(group)} ${round} ${periods.get(round)}`;
  });
  expect([...opened].map((one) => one.join(' ')).sort()).toEqual(owed.sort());

  const meant = codes.flatMap((unit) =>
    oracleRows('messages').map(({ role, at, about }) => `${unit} ${role} ${at} ${about}`),
  );
  const made = [...messages].map(([key, about]) => `${key.replace(/ row \d+$/u, '')} ${about.join('; ')}`);
  expect(made.sort()).toEqual(meant.sort());
  expect(made).toHaveLength(codes.length * oracleRows('messages').length);
});

function monthEnds(): string[] {
  const years = [2025, 2026, 2027].flatMap((year) => Array.from({ length: 12 }, (_, month) => [year, month + 1]));
  return years.slice(2).map(([year, month]) => `${year}-${String(month).padStart(2, '0')}-28 23:00`);
}
