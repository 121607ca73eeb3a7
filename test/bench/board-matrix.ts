import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { applyPlan } from '../../src/actions/apply-plan.ts';
import { enterBoard, offerBoard } from '../../src/actions/board-access.ts';
import { createBoard } from '../../src/assembly/board.ts';
import { createBot } from '../../src/assembly/bot.ts';
import { atTime } from '../../src/domain/calendar.ts';
import { systemRandom } from '../../src/random.ts';
import { createLandingPlace } from '../../src/store/landing.ts';
import { openStore } from '../../src/store/store.ts';
import { boardRoutes } from '../../src/web/routes/board.ts';
import type { BenchOptions, Finding } from './figures.ts';
import { median } from './figures.ts';
import { acceptingChannel, QUIET, realPlan, scratchFolder, ZONE } from './scene.ts';

const UNITS = 500;
const PERIODS = 24;

/** i: the board's matrix of 500 units and 24 periods, from the request to the last byte, gzipped. */
export async function benchBoardMatrix({ quick }: BenchOptions): Promise<Finding[]> {
  const { routes, cookie, html } = await openBoard();
  const times: number[] = [];
  const waits: number[] = [];
  let bytes = 0;
  for (let run = 0; run < (quick ? 5 : 25); run += 1) {
    const begun = process.cpuUsage();
    const beganAt = performance.now();
    const headers = { cookie, 'accept-encoding': 'gzip' };
    const answer = await routes.request(`/board?so-ky=${PERIODS}`, { headers });
    bytes = (await answer.arrayBuffer()).byteLength;
    waits.push(performance.now() - beganAt);
    // What the processor spent, gzip's thread too: neighbours on the machine do not count.
    const spent = process.cpuUsage(begun);
    times.push((spent.user + spent.system) / 1000);
    if (answer.status !== 200 || answer.headers.get('content-encoding') !== 'gzip')
      throw new Error(`the board answers ${answer.status}, ${answer.headers.get('content-encoding')}`);
  }
  const cells = html.match(/<td/gu)?.length ?? 0;
  return [
    {
      what: `ms of server time for the board's matrix of ${UNITS} units and ${PERIODS} periods`,
      value: median(times),
      goal: { atMost: 150 },
      behind: `by the clock ${median(waits).toFixed(0)} ms, at best ${Math.min(...waits).toFixed(0)} ms; ${cells} cells`,
    },
    {
      what: 'KB of it on the wire',
      value: bytes / 1024,
      goal: { atMost: 100 },
      behind: `${(html.length / 1024).toFixed(0)} KB before gzip, ${(gzipSync(html).length / 1024).toFixed(0)} KB at gzip's own level`,
    },
  ];
}

/** The same in every run, and without a pattern that gzip would find. */
function scattered(seed: number): number {
  const mixed = Math.imul(seed ^ (seed >>> 7), 2_654_435_761);
  return Math.imul(mixed ^ (mixed >>> 15), 2_246_822_519) >>> 8;
}

/** A database in which the units owe two years of monthly reports, in every state, and somebody who is signed in. */
async function openBoard() {
  const store = openStore(join(scratchFolder(), 'bot.sqlite'));
  const now = atTime('2026-12-20', '09:00', ZONE);
  const real = realPlan();
  const [monthly] = real.obligations;
  const code = (i: number): string => `X${String(i).padStart(4, '0')}`;
  const span = { validFrom: '2024-01-01', validTo: null, compiles: false, successors: [], source: '', assumption: '' };
  const communes = Array.from({ length: UNITS }, (_, i) => {
    const name = `Ủy ban nhân dân xã số ${i}`;
    return { code: code(i), name, shortName: `Xã số ${i}`, kind: 'commune' as const, ...span };
  });
  applyPlan(store, { ...real, units: [...real.units, ...communes] }, now);
  store.transact(() => {
    for (let at = 0; at < PERIODS; at += 1) {
      const month = `${2025 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`;
      const obligation = monthly?.code ?? '';
      const cutOffAt = atTime(`${month}-18`, '00:00', ZONE);
      store.tasks.openRound(obligation, month, cutOffAt, '');
      for (let i = 0; i < UNITS; i += 1) {
        const days = {
          word: 'before' as const,
          legalDay: `${month}-18`,
          namedDay: `${month}-18`,
          lastGoodDay: `${month}-17`,
        };
        const id = store.tasks.open({
          unit: code(i),
          obligation,
          period: month,
          openedAt: cutOffAt,
          cutOffAt,
          ...days,
        });
        const luck = scattered(i * PERIODS + at) % 10;
        if (id === null || luck === 0) continue;
        if (luck < 8) store.tasks.stampFirst(id, luck < 6 ? 'on_time' : 'late', cutOffAt);
        store.tasks.move(id, luck < 8 ? 'submit' : 'waive', null);
      }
    }
  });
  const person = store.people.add('Lê Anh Tú', now, '2026-11');
  store.people.join(person, 'coordinator', null, now);
  const chat = store.chats.meet('telegram', '1', '1', 'private', now);
  store.chats.link(chat.id, person, now);
  const clock = { now: () => now, wire: () => now, after: () => () => {} };
  const channels = [acceptingChannel('telegram', () => {})];
  const publicUrl = 'https://baocao.example.gov.vn';
  const { desk } = createBot({ store, channels, clock, random: systemRandom, log: QUIET, zone: ZONE, publicUrl });
  const offer = offerBoard(desk, { person, at: now }, chat);
  const entered = 'url' in offer ? enterBoard(desk, offer.url.split('/').at(-1) ?? '', now) : offer;
  if (!('cookie' in entered)) throw new Error('nobody is signed in');
  const landing = createLandingPlace('board-matrix');
  const board = createBoard(desk, clock, { lagMs: null, landing, template: () => null, onDone: () => {} });
  const routes = boardRoutes(board);
  const cookie = `__Host-bang=${entered.cookie}`;
  const html = await (await routes.request(`/board?so-ky=${PERIODS}`, { headers: { cookie } })).text();
  return { routes, cookie, html };
}
