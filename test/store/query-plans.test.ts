import { afterAll, expect, it, vi } from 'vitest';
import { openDatabase } from '../../src/store/database.ts';
import { createNouns } from '../../src/store/store.ts';

/** Tables that grow for as long as the bot serves. Going through all of one, once an update, is a bot that gets slower every month. */
const GROWING = [
  'inbound',
  'outbox',
  'submission',
  'reminder',
  'milestone',
  'task',
  'attachment',
  'audit',
  'stored_file',
  'ticket',
  'ticket_line',
];

/** For /metrics, once a scrape; and what the forgetting asks once a day, of rows whose bytes it does not read. Nothing else. */
const ALLOWED = ['SELECT kind, state, count(*) AS n FROM outbox GROUP BY kind, state', 'DELETE FROM stored_file'];

const db = openDatabase(':memory:');
afterAll(() => void db.close());

/** Each is compiled here: the store does that when it first runs. */
const statements = (() => {
  const prepare = vi.spyOn(db, 'prepare');
  createNouns(db);
  const seen = prepare.mock.calls.map(([sql]) => sql);
  prepare.mockRestore();
  return [...new Set(seen)];
})();

function planOf(sql: string): string[] {
  const names = [...sql.matchAll(/@(\w+)/gu)].map(([, name]) => [name, 1]);
  const values = names.length > 0 ? [Object.fromEntries(names)] : Array((sql.match(/\?/gu) ?? []).length).fill(1);
  return db
    .prepare<unknown[], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`)
    .all(...values)
    .map(({ detail }) => detail);
}

/** The tables behind the aliases a statement uses. */
function tableOf(sql: string, alias: string): string {
  return new RegExp(`\\b(\\w+) (?:AS )?${alias}\\b`, 'u').exec(sql)?.[1] ?? alias;
}

it('no statement goes through the whole of a table that grows', () => {
  const looking = statements.filter(
    (sql) => /^\s*(SELECT|UPDATE|DELETE|WITH)/u.test(sql) && !ALLOWED.some((allowed) => sql.startsWith(allowed)),
  );
  expect(looking.length).toBeGreaterThan(80);
  const scans = looking.flatMap((sql) =>
    planOf(sql).flatMap((detail) => {
      const alias = /^SCAN (\w+)(?! USING (?:COVERING )?INDEX)/u.exec(detail)?.[1];
      if (alias === undefined) return [];
      const table = GROWING.includes(alias) ? alias : tableOf(sql, alias);
      return GROWING.includes(table) ? [`${detail}: ${sql.replace(/\s+/gu, ' ')}`] : [];
    }),
  );
  expect(scans).toEqual([]);
});
