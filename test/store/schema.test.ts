import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { dumpSchema, openDatabase } from '../../src/store/database.ts';

const DUMP = join(import.meta.dirname, 'schema.sql');

interface Table {
  name: string;
  sql: string;
}

function tables(): Table[] {
  const db = openDatabase(':memory:');
  const found = db
    .prepare<[], Table>("SELECT name, sql FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
    .all();
  db.close();
  return found;
}

it('is what the committed dump shows (npm run schema:dump writes it)', () => {
  const db = openDatabase(':memory:');
  expect(dumpSchema(db)).toBe(readFileSync(DUMP, 'utf8'));
  db.close();
});

it.each(tables())('table $name is STRICT and says what it is for', ({ sql }) => {
  expect(sql).toMatch(/\)\s*STRICT/u);
  expect(sql).toMatch(/^CREATE TABLE \w+ \(\n\s+-- [A-Z]/u);
});

it('points only at tables that are there', () => {
  const db = openDatabase(':memory:');
  const names = new Set(tables().map((table) => table.name));
  for (const { name } of tables()) {
    const targets = db.prepare<[], { table: string }>(`PRAGMA foreign_key_list(${name})`).all();
    for (const target of targets) expect(names).toContain(target.table);
  }
  db.close();
});
