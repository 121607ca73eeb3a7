import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';
import { ageKeyOf } from '../../src/age-key.ts';
import { SHELL } from '../../src/wording/shell.ts';
import type { Dice } from '../simulation/seeded-random.ts';
import {
  type BotProcess,
  type Env,
  makeFolder,
  rehearsalOver,
  runScript,
  startBot,
  TOKEN,
} from '../support/bot-process.ts';
import { startFakeTelegram } from '../support/fake-telegram.ts';
import { openPlace, type PlaceKind } from './place.ts';
import { seatLiaisons, startReporting } from './reporters.ts';

export interface DrillOptions {
  on: PlaceKind;
  drills: number;
  /** Receipts wait for the copy. */
  holds: boolean;
  /** The copy is encrypted. */
  isEncrypted?: boolean;
  dice: Dice;
  onDrill(drill: Drill, index: number): void;
}

/** One machine that was lost, and what came back. */
export interface Drill {
  /** Receipts that people were sent in this life of the bot. */
  receipts: number;
  /** Of all that people hold: those the database does not have any more. */
  lost: number;
  /** Lost ones that said that the copy did not have the report yet. */
  lostHereOnly: number;
  /** How far back what was lost reaches, from the death of the machine. */
  rpoMs: number;
  /** From the death of the machine until people have an answer again; and how much of it the recovery took. */
  rtoMs: number;
  recoverMs: number;
  /** What was uploaded last was cut off, and stepped past. */
  isTorn: boolean;
  /** From confirming a report to its receipt, for each of them. */
  waitsMs: readonly number[];
}

const AT_ONCE = 10;
/** Long enough for a machine whose disk stands still for a while. */
const FIRST_RECEIPT_WITHIN_MS = 180_000;
/** The machine dies so long after the first receipt at most. */
const LONGEST_LIFE_MS = 8000;

/**
 * Lets the real bot and its litestream run under load, kills both at once at a random moment, takes the disk away, recovers from
 * the copy, starts again, and goes on with that. Throws when a recovery fails, or the bot does not come back.
 */
export async function runDrills({ on, drills, holds, isEncrypted, dice, onDrill }: DrillOptions): Promise<Drill[]> {
  const folder = makeFolder();
  const data = join(folder.path, 'disk');
  const server = join(folder.path, 'server');
  mkdirSync(data);
  mkdirSync(server);
  const fake = await startFakeTelegram({ token: TOKEN });
  const place = await openPlace(on, server);
  const env: Env & { DATABASE_PATH: string } = {
    ...rehearsalOver(fake.url, folder.path, { REHEARSAL_SPEED: '20', ...place.env }),
    ...(holds ? { REPLICA_HOLD_RECEIPTS: 'yes' } : {}),
    ...(isEncrypted === true ? { REPLICA_KEY: ageKeyOf(Buffer.alloc(32, 57)) } : {}),
    DATABASE_PATH: join(data, 'bot.sqlite'),
  };
  let bot: BotProcess | null = null;
  let reporting: ReturnType<typeof startReporting> | null = null;
  try {
    // The plan comes into the database at a first start, the people after it.
    await (await startBot(env)).stop();
    reporting = startReporting(fake, seatLiaisons(env.DATABASE_PATH, fake), AT_ONCE);
    const done: Drill[] = [];
    const gone = new Set<string>();
    bot = await startBot(env);
    for (let index = 0; index < drills; index += 1) {
      const { held } = reporting;
      const before = held().size;
      await fake
        .until(() => held().size > before, FIRST_RECEIPT_WITHIN_MS)
        .catch(() => {
          const last = fake.sent.slice(-3).map(({ text }) => text);
          throw new Error(
            `no receipt for three minutes; ${fake.pending()} updates wait\n${last.join('\n--\n')}\n${bot?.stderr().slice(-3000)}`,
          );
        });
      await sleep(dice.number() * LONGEST_LIFE_MS);
      await killBoth(bot);
      const diedAt = Date.now();
      rmSync(data, { recursive: true });
      mkdirSync(data);
      // What had left the machine arrives.
      await sleep(100);
      const receipts = [...held().values()];
      const waitsMs = reporting.takeWaits();

      const recovered = await runScript('recover', [], env);
      if (recovered.code !== 0) throw new Error(`recover: ${recovered.stdout}${recovered.stderr}`);
      const recoverMs = Date.now() - diedAt;
      const stored = receiptsIn(env.DATABASE_PATH);
      const lost = receipts.filter(({ code }) => !stored.has(code) && !gone.has(code));
      for (const { code } of lost) gone.add(code);
      const sent = fake.sent.length;
      bot = await startBot(env);
      await fake.until(() => fake.sent.length > sent, FIRST_RECEIPT_WITHIN_MS);
      const drill: Drill = {
        receipts: receipts.length - before,
        lost: lost.length,
        lostHereOnly: lost.filter(({ isHereOnly }) => isHereOnly).length,
        rpoMs: Math.max(0, ...lost.map(({ at }) => diedAt - at)),
        rtoMs: Date.now() - diedAt,
        recoverMs,
        isTorn: recovered.stdout.includes(SHELL.recover.torn),
        waitsMs,
      };
      done.push(drill);
      onDrill(drill, index);
    }
    return done;
  } finally {
    await bot?.stop();
    await reporting?.stop();
    await fake.close();
    await place.close();
    folder.remove();
  }
}

/** As power loss does: neither hears of the other's death. */
async function killBoth(bot: BotProcess): Promise<void> {
  const found = execFileSync('sh', ['-c', `pgrep -P ${bot.pid} -f litestream || true`]).toString();
  const pids = [bot.pid, ...found.split('\n').filter(Boolean).map(Number)];
  if (pids.length < 2) throw new Error('no litestream runs beside the bot');
  for (const pid of pids) process.kill(pid, 'SIGKILL');
  await bot.ended;
}

/** Whole, or it is no recovery. */
function receiptsIn(database: string): Set<string> {
  const db = new DatabaseSync(database);
  const [verdict] = db.prepare('PRAGMA integrity_check').all();
  if (verdict?.integrity_check !== 'ok') throw new Error('the recovered database is damaged');
  const rows = db.prepare('SELECT receipt FROM submission').all();
  db.close();
  return new Set(rows.map(({ receipt }) => String(receipt)));
}
