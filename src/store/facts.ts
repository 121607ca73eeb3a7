import type { Db } from './database.ts';

/** Single facts about the database: when the regime was taken over, where the rehearsal clock stands. */
export function createFacts(db: Db) {
  const read = db.prepare<[string], { value: string }>('SELECT value FROM fact WHERE name = ?');
  const write = db.prepare<[string, string]>(
    'INSERT INTO fact (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value',
  );
  return {
    get: (name: string): string | null => read.get(name)?.value ?? null,
    set(name: string, value: string): void {
      write.run(name, value);
    },
  };
}
