import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { describe, expect, it, vi } from 'vitest';
import { fetchCopy, statesBefore } from '../../src/replica/fetch-copy.ts';
import { dropCopy, litestreamFolder, restoreInto } from '../../src/replica/litestream.ts';
import { createReplicator } from '../../src/replica/replicate.ts';
import { hasLitestream, place } from '../support/replica-place.ts';

type Place = ReturnType<typeof place>;

/** Writes a line about every second and lets each go out by itself. */
async function writeFor(seconds: number, { folder, write, parts }: Place): Promise<void> {
  const replicator = createReplicator(parts);
  await replicator.start();
  for (let count = 0; count < seconds; count += 1) {
    const uploaded = filesIn(folder);
    write();
    await vi.waitFor(() => expect(filesIn(folder)).toBeGreaterThan(uploaded), 30_000);
    // The next one in another second: uploads of one are stepped past together.
    await sleep(1200);
  }
  await vi.waitFor(() => expect(replicator.lagMs()).toBeLessThan(1900), 30_000);
  await replicator.stop();
}

function filesIn(folder: string): number {
  const copy = join(folder, 'copy');
  return existsSync(copy) ? readdirSync(copy, { recursive: true }).length : 0;
}

function newest(folder: string, kind: 'wal' | 'snapshots'): string {
  const root = join(folder, 'copy', 'generations');
  const files = readdirSync(root).flatMap((generation) =>
    readdirSync(join(root, generation, kind)).map((name) => join(root, generation, kind, name)),
  );
  return files.sort((a, b) => statSync(a).mtimeMs - statSync(b).mtimeMs).at(-1) ?? '';
}

/** As an upload leaves it that was cut off. */
function tear(file: string): void {
  writeFileSync(file, readFileSync(file).subarray(0, 40));
}

/** How many; below zero: what was uploaded last was left out. */
async function rowsFetched({ folder, parts }: Place): Promise<number> {
  const copy = join(folder, 'fetched.sqlite');
  const isWhole = await fetchCopy(parts, copy);
  const fetched = new Database(copy, { readonly: true });
  const rows = fetched.prepare('SELECT count(*) FROM t').pluck().get() as number;
  fetched.close();
  dropCopy(copy);
  expect(readdirSync(folder).filter((name) => name.startsWith('fetched'))).toEqual([]);
  return isWhole ? rows : -rows;
}

it('a copy that does not come is given up: whoever waits for it is told', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'silent-'));
  const program = join(folder, 'litestream');
  writeFileSync(program, '#!/bin/sh\nexec sleep 60\n', { mode: 0o700 });
  const { parts } = place();
  const restored = restoreInto({ ...parts, program }, join(folder, 'copy'), { generation: null, upTo: null }, 200);
  await expect(restored).rejects.toMatchObject({ fault: 'failed', detail: 'no end within 200 ms' });
});

describe.skipIf(!hasLitestream)('a copy whose last upload was cut off', () => {
  it('is fetched without it, and what cannot be mended is said', async () => {
    const at = place();
    await writeFor(4, at);
    expect(await rowsFetched(at)).toBe(4);
    tear(newest(at.folder, 'wal'));
    const rows = await rowsFetched(at);
    expect(rows).toBeLessThan(-1);
    expect(rows).toBeGreaterThan(-4);

    // A generation that had just begun gives way to the one before.
    rmSync(litestreamFolder(at.parts.database), { recursive: true });
    await writeFor(1, at);
    expect(await rowsFetched(at)).toBe(5);
    tear(newest(at.folder, 'snapshots'));
    expect(await rowsFetched(at)).toBe(rows);

    tear(newest(at.folder, 'snapshots'));
    for (const generation of readdirSync(join(at.folder, 'copy', 'generations'))) {
      const snapshots = join(at.folder, 'copy', 'generations', generation, 'snapshots');
      for (const name of readdirSync(snapshots)) tear(join(snapshots, name));
    }
    await expect(rowsFetched(at)).rejects.toThrow(/replica: failed .*EOF/u);
    at.db.close();
  });
});

it('a torn file that litestream does not name is stepped past as well', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'bot-litestream-'));
  const program = join(folder, 'litestream');
  // Of the worker that failed first it tells nothing, only that the others were ended.
  const script = `#!/bin/sh
case "$*" in
  *"-timestamp 2026-11-17T13:00:04.999Z"*) echo "the state before" > ${folder}/fetched ;;
  restore*) echo 'time=2026-11-17T13:00:09Z level=ERROR msg="failed to run" error="context canceled"' >&2; exit 1 ;;
  *) echo "sftp 0123456789abcdef 0 0 100 2026-11-17T13:00:05Z" ;;
esac
`;
  writeFileSync(program, script, { mode: 0o700 });
  const replica = {
    url: 'sftp://bot@host/copy',
    syncSeconds: 1,
    retentionHours: 1,
    s3Endpoint: null,
    keyFile: null,
    ageKey: null,
    holdsReceipts: false,
    programs: '',
  };
  const at = { program, database: join(folder, 'bot.sqlite'), replica };
  expect(await fetchCopy(at, join(folder, 'fetched'))).toBe(false);
  expect(readFileSync(join(folder, 'fetched'), 'utf8')).toBe('the state before\n');
});

it('the states to fall back to go back second by second, then to the generation before', () => {
  const file = (generation: string, second: number) => ({ generation, at: new Date(second * 1000) });
  const files = [file('a', 10), file('b', 20), file('b', 21), file('b', 21), file('b', 22)];
  expect(statesBefore(files)).toEqual([
    { generation: 'b', upTo: new Date(21_999) },
    { generation: 'b', upTo: new Date(20_999) },
    { generation: 'b', upTo: new Date(19_999) },
    { generation: 'a', upTo: null },
    { generation: 'a', upTo: new Date(9999) },
  ]);
});
