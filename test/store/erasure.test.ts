import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import Database from 'better-sqlite3';
import { expect, it, onTestFinished } from 'vitest';
import { finishErasures } from '../../src/actions/finish-erasures.ts';
import { withdrawConsent } from '../../src/actions/join.ts';
import { openStore } from '../../src/store/store.ts';
import { createBench } from '../support/bot-bench.ts';
import { openEmptyStore } from '../support/open-store.ts';

function freshPath(): string {
  const folder = mkdtempSync(join(tmpdir(), 'erasure-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return join(folder, 'bot.sqlite');
}

/** How often any of the words stands in the database or its log. */
function countOf(path: string, words: RegExp): number {
  return [path, `${path}-wal`].flatMap((file) => readFileSync(file).toString('latin1').match(words) ?? []).length;
}

it('300 people whose rows grew, shrank and moved between pages: once they withdrew, no byte of theirs is left', () => {
  const path = freshPath();
  const bench = createBench({ path });
  const { store } = bench;
  const people = Array.from({ length: 300 }, (_, i) => {
    const named = { name: `Qwzx${i} ${'ă'.repeat(i % 70)}`, chat: `addr-${(i * 7919) % 1000}-${'7'.repeat(i % 40)}` };
    const { person } = bench.join('liaison', 'HBG', named);
    const chat = store.chats.ofPerson(person)[0]?.id ?? 0;
    for (const length of [(i * 37) % 3000, (i * 91) % 900])
      store.dialogs.write(chat, 'submit', 1, `Plmk${'x'.repeat(length)}`, 1);
    if (i % 5 === 0) store.people.rename(person, `Qwzx ${'o'.repeat(i % 60)}`);
    return person;
  });
  const traces = /Qwzx|Plmk|addr-/gu;
  expect(countOf(path, traces)).toBeGreaterThan(900);
  for (const half of [0, 1]) {
    for (const person of people.filter((_, i) => i % 2 === half)) withdrawConsent(bench.bot().desk, person, 5000);
  }
  finishErasures(store, bench.clock.now());
  expect(countOf(path, traces)).toBe(0);
  expect(store.audit.check().broken).toBeNull();
});

it('what an earlier release erased without overwriting it is overwritten at the next start', () => {
  const path = freshPath();
  openStore(path).close();
  const old = new Database(path);
  old.pragma('secure_delete = OFF');
  old.exec("DELETE FROM fact WHERE name = 'overwritten'");
  const insert = old.prepare("INSERT INTO fact (name, value) VALUES (?, 'Qwzx')");
  for (let i = 0; i < 200; i++) insert.run(`old-${i}`);
  old.exec("DELETE FROM fact WHERE name LIKE 'old-%'");
  old.close();
  expect(readFileSync(path).includes('Qwzx')).toBe(true);
  openStore(path).close();
  expect(readFileSync(path).includes('Qwzx')).toBe(false);
});

it('an update that is delivered again after its chat was forgotten brings no address back', async () => {
  const path = freshPath();
  const bench = createBench({ path });
  const an = bench.join('liaison', 'HBG', { name: 'An', chat: 'addr-an' });
  const order = { key: 'addr-an:1', text: '/toi rut' };
  await an.channel.deliver(an.chat, order);
  await bench.clock.settle();
  await bench.type(an, 'có');
  expect(bench.texts(an).at(-1)).toContain('Đã rút lại đồng ý');
  await bench.tick();
  expect(countOf(path, /addr-an/gu)).toBe(0);
  await an.channel.deliver(an.chat, order);
  await bench.clock.settle();
  expect(countOf(path, /addr-an/gu)).toBe(0);
  // A new word from there is a stranger's.
  await bench.type(an, 'xin chào');
  expect(bench.texts(an).at(-1)).toContain('/batdau');
});

it('updates that cannot be read are a thousand at most, and long ones are kept as a glimpse', () => {
  const store = openEmptyStore();
  onTestFinished(() => store.close());
  for (let i = 0; i < 1100; i++) store.unreadable.add('zalo', '1', `{"n":${i}}`, i);
  store.unreadable.add('zalo', '2', 'x'.repeat(200_000), 1);
  expect(store.unreadable.of('zalo', '1')).toHaveLength(1000);
  expect(store.unreadable.of('zalo', '1').at(-1)?.body).toBe('{"n":1099}');
  expect(store.unreadable.of('zalo', '2').map(({ body }) => body.length)).toEqual([1000]);
});

it('after an erasure was finished a write still waits for another program’s', async () => {
  const path = freshPath();
  const store = openStore(path);
  onTestFinished(() => store.close());
  expect(store.settleLog()).toBe(true);
  const holder = `
    const { parentPort, workerData } = require('node:worker_threads');
    const db = require('better-sqlite3')(workerData);
    db.exec('BEGIN IMMEDIATE');
    parentPort.postMessage('held');
    setTimeout(() => db.exec('COMMIT'), 500);`;
  await once(new Worker(holder, { eval: true, workerData: path }), 'message');
  store.facts.set('said', 'meanwhile');
  expect(store.facts.get('said')).toBe('meanwhile');
});
