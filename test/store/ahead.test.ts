import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { aheadOf } from '../../src/store/ahead.ts';
import { openStore } from '../../src/store/store.ts';

function scene() {
  const dir = mkdtempSync(join(tmpdir(), 'ahead-'));
  onTestFinished(() => rmSync(dir, { recursive: true }));
  const note = (path: string, at: number): void => {
    const store = openStore(path);
    store.audit.add(at, null, 'test', 'x');
    store.close();
  };
  const copy = async (from: string, to: string): Promise<void> => {
    const store = openStore(from);
    await store.backup(to, 1);
    store.close();
  };
  return { here: join(dir, 'here.sqlite'), there: join(dir, 'there.sqlite'), note, copy };
}

it('a database is not ahead of a copy that holds all of it, and is by what came since', async () => {
  const { here, there, note, copy } = scene();
  note(here, 1000);
  await copy(here, there);
  expect(aheadOf(here, there)).toBeNull();
  note(there, 3000);
  expect(aheadOf(here, there)).toBeNull();
  note(here, 2000);
  note(here, 4000);
  expect(aheadOf(here, there)).toEqual({ here: 4000, there: 3000, isBranched: true });
});

it('an older moment tells nothing where each went on by itself', async () => {
  const { here, there, note, copy } = scene();
  note(here, 1000);
  await copy(here, there);
  note(here, 2000);
  note(there, 9000);
  expect(aheadOf(here, there)).toEqual({ here: 2000, there: 9000, isBranched: true });
});

it('where there is no database, or none that can be read, nothing would be lost', async () => {
  const { here, there, note } = scene();
  note(there, 1000);
  expect(aheadOf(here, there)).toBeNull();
  writeFileSync(here, 'this is no database');
  expect(aheadOf(here, there)).toBeNull();
});
