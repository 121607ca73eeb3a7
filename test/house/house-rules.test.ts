import { existsSync, globSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { beyondKnown, readKnown, staleEntries } from '../../scripts/house/known-breaches.ts';
import { PURE_ROOMS, ROOMS, roomOf, standsIn, WRITERS } from '../../scripts/house/layout.ts';
import { lintFile, lintHouse } from '../../scripts/house/lint.ts';
import { readSource } from '../../scripts/house/source.ts';
import { nounsOf, readWrites } from '../../scripts/house/store-writes.ts';
import { openDatabase } from '../../src/store/database.ts';
import { createNouns } from '../../src/store/store.ts';

const writes = readWrites('src');
const rulesBroken = (file: string, text: string) => lintFile(file, text, writes).map((fault) => fault.rule);

describe('the house', () => {
  const all = lintHouse();

  it('breaks no rule but where that is known', () => {
    expect(beyondKnown(all, readKnown())).toEqual([]);
  });

  it('knows what every noun of the store can write', () => {
    const db = openDatabase(':memory:');
    expect([...writes.keys()].sort()).toEqual(Object.keys(createNouns(db)).sort());
    db.close();
    expect(writes.get('keptDrafts')).toContain('drop');
  });

  it('sees a noun that is made beforehand, and one of which it cannot tell how', () => {
    const text =
      'export function createNouns(db: Db) { const a = createA(db); return { a, b: createB(db, a), c: a.c }; }';
    expect(nounsOf(readSource('store/store.ts', text))).toEqual([
      { name: 'a', factory: 'createA' },
      { name: 'b', factory: 'createB' },
      { name: 'c', factory: null },
    ]);
  });

  it('knows of no breach that is mended: the list may only shrink', () => {
    expect(staleEntries(all, readKnown())).toEqual([]);
  });

  it('has no list of known breaches longer than itself', () => {
    const fault = { file: 'a.ts', line: 1, rule: 'sizes', said: '' };
    expect(beyondKnown([fault, fault], { sizes: { 'a.ts': 1 } })).toHaveLength(2);
    expect(beyondKnown([fault], { sizes: { 'a.ts': 1 } })).toEqual([]);
    expect(staleEntries([fault], { sizes: { 'a.ts': 2, 'b.ts': 1 } })).toHaveLength(2);
  });

  it('has its arrows pointing down: a room sees rooms below it only, so there is no circle', () => {
    const order = ROOMS.map(([room]) => room);
    for (const [room, sees] of ROOMS) {
      for (const seen of sees) expect(order.indexOf(seen), `${room} sees ${seen}`).toBeGreaterThan(order.indexOf(room));
    }
  });

  it('gives every folder and file of src a room', () => {
    const rooms = ROOMS.map(([room]) => room);
    for (const file of globSync('**/*.ts', { cwd: 'src' })) expect(rooms, file).toContain(roomOf(file));
    expect(readdirSync('src').filter((name) => !rooms.includes(name))).toEqual([]);
  });

  it('names nobody who writes in a place that is not there, or a noun that is none', () => {
    for (const { place, nouns } of WRITERS) {
      expect(existsSync(`src/${place}`), place).toBe(true);
      for (const noun of nouns === 'all' ? [] : nouns) expect(writes.get(noun)?.size, noun).toBeGreaterThan(0);
    }
  });

  it('knows which methods of the store write', () => {
    expect([...(writes.get('facts') ?? [])]).toEqual(['set']);
    expect(writes.get('oneTimeCodes')).not.toContain('findLink');
    expect(writes.get('outbox')).toContain('settleUnsent');
    expect(writes.get('outbox')).not.toContain('ready');
    expect(writes.get('tasks')).toContain('open');
    expect(writes.get('tasks')).not.toContain('find');
    expect(writes.get('counts')?.size).toBe(0);
  });
});

describe('a rule of the house', () => {
  it.each([
    ['an arrow that points up', 'domain/task.ts', "import { openStore } from '../store/store.ts';"],
    ['a type from above', 'domain/task.ts', "import type { Store } from '../store/store.ts';"],
    ['a type named in passing', 'domain/task.ts', "export type S = import('../store/store.ts').Store;"],
    ['a re-export from above', 'domain/task.ts', "export { openStore } from '../store/store.ts';"],
    ['a re-export of all', 'domain/task.ts', "export * from '../store/store.ts';"],
    ['a lazy import', 'domain/unit.ts', "export const load = () => import('../store/store.ts');"],
    ['an import of what is computed', 'web/server.ts', 'export const load = (name: string) => import(name);'],
    ['require', 'domain/unit.ts', "export const load = () => require('../store/store.ts');"],
    ['an old import', 'domain/unit.ts', "import fs = require('node:fs');"],
    ['an import for its effect', 'chat/router.ts', "import './register.ts';"],
    ['a sibling', 'chat/router.ts', "import { startServer } from '../web/server.ts';"],
    ['a platform that knows the store', 'channels/zalo/api.ts', "import type { S } from '../../store/store.ts';"],
    ['a new platform that knows chat', 'channels/sms/api.ts', "import { route } from '../../chat/router.ts';"],
    ['a platform that knows another', 'channels/zalo/api.ts', "import { x } from '../telegram/api-failure.ts';"],
    ['delivery that knows a platform', 'delivery/pace.ts', "import { x } from '../channels/telegram/sending.ts';"],
    ['a room nobody has heard of', 'helpers/string.ts', "import { x } from '../domain/unit.ts';"],
    ['a library outside its folder', 'actions/join.ts', "import Database from 'better-sqlite3';"],
    ['telegraf by a deep path', 'bot.ts', "import { x } from 'telegraf/types';"],
    ['another platform with telegraf', 'channels/sms/api.ts', "import { Telegraf } from 'telegraf';"],
    ['a library without a home', 'actions/join.ts', "import { chunk } from 'lodash';"],
    ['a library for development', 'actions/join.ts', "import fc from 'fast-check';"],
    ['files in a pure room', 'language/fold.ts', "import { readFileSync } from 'node:fs';"],
    ['the network in a pure room', 'wording/when.ts', "import { connect } from 'node:net';"],
    ['another process', 'domain/unit.ts', "import { spawn } from 'node:child_process';"],
  ])('imports is broken by %s', (_what, file, text) => {
    expect(rulesBroken(file, text)).toEqual(['imports']);
  });

  it.each([
    ['the system clock', 'export const f = () => Date.now();'],
    ['a bare new Date', 'export const f = () => new Date();'],
    ['Date as a function', 'export const f = () => Date();'],
    ['Date taken apart', 'export const f = () => { const { now } = Date; return now(); };'],
    ['Date under another name', 'export const f = () => { const D = Date; return D; };'],
    ['Date by way of the global object', 'export const f = () => globalThis.Date.now();'],
    ['performance', 'export const f = () => performance.now();'],
    ['high resolution time', 'export const f = () => process.hrtime();'],
    ['luxon', "import { DateTime } from 'luxon';\nexport const f = () => DateTime.now();"],
    ['luxon under another name', "import { DateTime as D } from 'luxon';\nexport const f = () => D.local();"],
    [
      'luxon taken apart',
      "import { DateTime } from 'luxon';\nexport const f = () => { const { now } = DateTime; return now; };",
    ],
    ['the clock of luxon itself', "import { Settings } from 'luxon';\nexport const f = () => Settings.now();"],
    ['the whole of luxon', "import * as luxon from 'luxon';\nexport const f = () => luxon;"],
    ['time as seen from now', 'export const f = (at: { toRelative(): string }) => at.toRelative();'],
    ['chance', 'export const f = () => Math.random();'],
    ['chance in brackets', "export const f = () => Math['random']();"],
    ['chance taken apart', 'export const f = () => { const { random } = Math; return random(); };'],
    ['chance of the global crypto', 'export const f = () => crypto.randomUUID();'],
    ['the environment', 'export const f = () => process.env.PLAN_DIR;'],
    ['the environment in brackets', "export const f = () => process['env'];"],
    ['the environment under another name', 'export const f = () => { const { env } = process; return env; };'],
    ['a timer', 'export const f = (wake: () => void) => setTimeout(wake, 5);'],
    ['a timer handed on', 'export const f = () => ({ later: setInterval });'],
    ['a signal with a timer', 'export const f = () => AbortSignal.timeout(5);'],
  ])('system is broken by %s', (_what, text) => {
    expect(rulesBroken('domain/when.ts', text)).toEqual(['system']);
  });

  it.each([
    ['random bytes', 'actions/join.ts', "import { randomBytes as bytes } from 'node:crypto';"],
    ['the whole of crypto', 'actions/join.ts', "import * as crypto from 'node:crypto';"],
    ['timers as a module', 'actions/join.ts', "import { setTimeout as wait } from 'node:timers/promises';"],
    ['time in SQL', 'store/facts.ts', "export const SQL = `SELECT datetime('now')`;"],
    ['a default of SQL', 'store/facts.ts', "export const SQL = 'INSERT INTO fact VALUES (CURRENT_TIMESTAMP)';"],
    ['chance in SQL', 'store/facts.ts', "export const SQL = 'SELECT name FROM fact ORDER BY random()';"],
  ])('system is broken by %s', (_what, file, text) => {
    expect(rulesBroken(file, text)).toContain('system');
  });

  it.each([
    ['a call', "import { start } from './start.ts';\nstart();"],
    ['a constant that works', "import { openStore } from './open.ts';\nexport const store = openStore('x');"],
    [
      'a loop that fills a table',
      'const table = new Map<string, number>();\nfor (const key of ["a"]) table.set(key, 1);',
    ],
    ['a wait', "import { load } from './load.ts';\nexport const words = await load();"],
    ['an object that connects', "import { Bot } from './bot.ts';\nexport const bot = new Bot();"],
    ['state', 'let count = 0;\nexport const next = () => ++count;'],
    ['a static block', 'export class A { static { A.name; } }'],
    ['a condition', 'export const a = 1;\nif (a > 1) throw new Error("a");'],
    ['a callback', "import { log } from './log.ts';\nexport const b = [1].map((one) => log(one));"],
  ])('at-import is broken by %s', (_what, text) => {
    expect(rulesBroken('chat/router.ts', text)).toEqual(['at-import']);
  });

  it.each([
    ['a sentence', "export const a = 'Đã nhận báo cáo';"],
    ['a template', 'export const a = (n: string) => `Còn ' + '$' + '{n} ngày`;'],
    ['a word', "export const a = ['đúng'];"],
    ['what people type, without marks', "export const a = ['khong phat sinh'];"],
    ['a short pattern of it', 'export const a = /^gui ?lai\\s*(\\d*)$/u;'],
    ['a pattern of it', 'export const a = /^(dung roi|chua|sai)$/u;'],
  ])('vietnamese is broken by %s', (_what, text) => {
    expect([...new Set(rulesBroken('chat/router.ts', text))]).toEqual(['vietnamese']);
  });

  it("lets a platform's card have words, and no other file of the platform", () => {
    const text = "export const title = 'phòng diễn tập';";
    expect(rulesBroken('channels/zalo/card.ts', text)).toEqual([]);
    expect(rulesBroken('channels/zalo/api.ts', text)).toEqual(['vietnamese']);
  });

  it('takes what is named define... to put parts together, and not what it is handed', () => {
    const parts = "import { other } from '../settings.ts';\nimport { api } from './api.ts';\n";
    const rule = '((value: string) => api.has(value));';
    expect(rulesBroken('channels/zalo/card.ts', `${parts}export const a = defineText${rule}`)).toEqual([]);
    expect(rulesBroken('channels/zalo/card.ts', `${parts}export const a = other${rule}`)).toEqual(['at-import']);
    expect(rulesBroken('channels/zalo/card.ts', `${parts}export const a = defineText(api.open());`)).toEqual([
      'at-import',
    ]);
  });

  it.each([
    ['a row', 'export const f = (row: Row) => row.cut_off_at;'],
    ['a row in brackets', 'export const f = ({ due_at }: Row) => ({ at: due_at });'],
    ['a shape', 'export interface Row { cutOffAt: number; sent_at: number }'],
  ])('row-fields is broken by %s', (_what, text) => {
    expect([...new Set(rulesBroken('actions/nudge.ts', text))]).toEqual(['row-fields']);
  });

  it.each([
    ['a write', 'export const f = (turn: Turn) => turn.desk.store.people.rename(1, "x");'],
    ['a write that is handed on', 'export const f = (store: Store) => [1].map(store.tasks.reschedule);'],
    ['a noun taken out', 'export const f = ({ store }: Desk) => { const { people } = store; people.rename(1, "x"); };'],
    [
      'a noun by another name',
      'export const f = (desk: Desk) => { const all = desk.store.people; all.rename(1, "x"); };',
    ],
    ['a write of what others own', 'export const f = (store: Store) => store.facts.set("a", "b");'],
  ])('store-writes is broken by %s', (_what, text) => {
    expect(rulesBroken('chat/commands/me.ts', text)).toEqual(['store-writes']);
  });

  it.each([
    ['a long file', '// a line\n'.repeat(251)],
    ['a long factory', `export function create() {\n${'  // a line\n'.repeat(100)}}`],
    ['a long arrow', `export const create = () => {\n${'  // a line\n'.repeat(100)}};`],
  ])('sizes is broken by %s', (_what, text) => {
    expect(rulesBroken('chat/router.ts', text)).toEqual(['sizes']);
  });

  it.each([
    ['a comment', 'domain/unit.ts', '// Date.now() is not for here, và đây cũng vậy\nexport {};'],
    [
      'luxon in pure code',
      'domain/calendar.ts',
      "import { DateTime } from 'luxon';\nexport const a = DateTime.fromISO('2026-01-01');",
    ],
    ['a date that is given', 'domain/calendar.ts', 'export const f = (at: number) => new Date(at);'],
    ['a type named Date', 'domain/calendar.ts', 'export const f = (at: Date): Date => at;'],
    ['UTC of a day', 'domain/calendar.ts', 'export const f = () => Date.UTC(2026, 0, 1);'],
    ['arithmetic', 'domain/totals.ts', 'export const f = (a: number) => Math.round(a);'],
    [
      'a field that is called like a global',
      'domain/unit.ts',
      'export const f = (a: A) => a.performance + a.process.env;',
    ],
    ['the clock itself', 'clock.ts', 'export const now = () => Date.now();'],
    ['its own library', 'channels/telegram/bot-api.ts', "import { Telegraf } from 'telegraf';"],
    [
      'a new platform',
      'channels/sms/sending.ts',
      "import { SendError } from '../send-error.ts';\nimport axios from 'axios';",
    ],
    [
      'a table',
      'chat/router.ts',
      "const A = new Map([['a', 1]]);\nexport const B = [...A.keys()].map((key) => key.trim());",
    ],
    ['a schema', 'chat/draft.ts', "import { z } from 'zod';\nconst a = z.object({});\nexport const b = a.nullable();"],
    ['a table that a pure room computes', 'language/a.ts', 'const index = () => new Map();\nexport const A = index();'],
    [
      'a class',
      'channels/send-error.ts',
      "export class A extends Error { override name = 'A'; static of = () => new A(); }",
    ],
    ['a sentence in its room', 'wording/router.ts', "export const a = 'Xin lỗi anh/chị';"],
    ['the name of a command', 'chat/commands/submit.ts', "export const a = { name: 'nop', alias: 'submit' };"],
    ['the name of a place', 'rehearsal/seed.ts', "export const a = 'dau-moi';"],
    ['English', 'app.ts', "export const a = ['not to be sent', 'on the way', 'in time', 'a chat is gone'];"],
    ['a pattern of a code', 'chat/router.ts', 'export const a = /^[a-hjkmnp-z2-9]{10}$/iu;'],
    ['a pattern of English', 'config.ts', 'export const a = /^(yes|no|on|off)$/u;'],
    ['a table of codes', 'wording/plan-problem.ts', "export const a = { wrong_kind: 'x' };"],
    ['a payload', 'channels/telegram/read-update.ts', 'export const f = (update: U) => update.message_id;'],
    ['a write in an action', 'actions/join.ts', 'export const f = (store: Store) => store.people.rename(1, "x");'],
    ['a read', 'chat/router.ts', 'export const f = (store: Store) => store.people.find(1);'],
    ['an outcome', 'delivery/settle.ts', 'export const f = (store: Store) => store.outbox.putOff(1, 2);'],
    ['a file of some length', 'chat/router.ts', '// a line\n'.repeat(250)],
  ])('is not broken by %s', (_what, file, text) => {
    expect(lintFile(file, text, writes)).toEqual([]);
  });

  it('knows the pure rooms, and what stands in a room', () => {
    expect(PURE_ROOMS.every((room) => ROOMS.some(([name]) => name === room))).toBe(true);
    expect(standsIn('channels/zalo/api.ts', ['channels'])).toBe(true);
    expect(standsIn('channelsX/api.ts', ['channels'])).toBe(false);
  });
});
