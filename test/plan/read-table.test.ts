import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readTables } from '../../src/plan/read-table.ts';
import { excel } from '../documents/sheet-parts.ts';

const inFile = (name: string, bytes: Uint8Array | string): string => {
  const path = join(mkdtempSync(join(tmpdir(), 'list-')), name);
  writeFileSync(path, bytes);
  return path;
};

describe('an office’s list of units', () => {
  it('is read though Excel has made a date of a number that is none', async () => {
    const phone = { value: 912_345_678, format: 'dd/mm/yyyy' };
    const file = await excel([{ name: 'DS', rows: [['Sở Nội vụ', phone, new Date('2026-11-05T00:00:00Z')]] }]);
    expect(await readTables(inFile('ds.xlsx', file))).toMatchObject([{ rows: [['Sở Nội vụ', '', '2026-11-05']] }]);
  });

  it('is read as Excel in Vietnam saves it', async () => {
    expect(await readTables(inFile('ds.csv', '\uFEFFtên;điện thoại\nSở  Nội vụ;0220, 0221\n'))).toMatchObject([
      {
        rows: [
          ['tên', 'điện thoại'],
          ['Sở Nội vụ', '0220, 0221'],
        ],
      },
    ]);
  });
});
