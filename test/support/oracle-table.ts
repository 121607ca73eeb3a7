import { readFileSync } from 'node:fs';

/** The committed table of what is owed, made without the product: `test/fixtures/oracle/README.md`. */
export type OracleFile = 'periods' | 'moments' | 'groups' | 'owed' | 'messages';

/** The rows of one of its files, by column. No field of it has a comma or a quote in it. */
export function oracleRows(file: OracleFile): Record<string, string>[] {
  const lines = readFileSync(`test/fixtures/oracle/${file}.csv`, 'utf8').trimEnd().split('\n');
  const [head = '', ...rows] = lines.filter((line) => !line.startsWith('#'));
  const columns = head.split(',');
  return rows.map((row) => {
    const fields = row.split(',');
    if (fields.length !== columns.length) throw new Error(`${file}.csv: ${row}`);
    return Object.fromEntries(columns.map((column, index) => [column, fields[index] ?? '']));
  });
}

/** A moment written as the table writes it. */
export function asInOracle(instant: number): string {
  return new Date(instant + 7 * 3600_000).toISOString().slice(0, 16);
}
