import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { invite } from '../../src/actions/invite.ts';
import type { Store } from '../../src/store/store.ts';
import { whatIsSynced } from '../power/synced-state.ts';
import { type Audit, createAudit } from './audit.ts';
import { type Crowd, createCrowd } from './crowd.ts';
import { createFiguresRead } from './figures-read.ts';
import { floodedAllowance, planFloods } from './floods.ts';
import { type Breach, createJournal } from './journal.ts';
import { BOUNDS, createLateness } from './lateness.ts';
import { createLedger } from './ledger.ts';
import { createMachine } from './machine.ts';
import { planMerger } from './merger.ts';
import type { Mutation } from './mutations.ts';
import type { Account, Person } from './person.ts';
import { pictureHash, pictureName, picturesIn } from './pictures.ts';
import { type Arrived, type Border, createPlatformBot, type PlatformBot } from './platform-bot.ts';
import type { Reading } from './reading.ts';
import type { Handed } from './said.ts';
import { createDice } from './seeded-random.ts';
import { createTimeline } from './timeline.ts';
import { planTroubles } from './troubles.ts';
import { createWeather } from './weather.ts';
import { planWith } from './wide-plan.ts';
import { createWitness } from './witness.ts';

const HOUR = 3600_000;
const DAY = 24 * HOUR;
const ZONE_MS = 7 * HOUR;
/** The hours of the day at which a milestone may stand. */
const MILESTONES_AT = [8.5 * HOUR, 15 * HOUR] as const;
/** Days at the end in which the world is kind, so that all that is owed can be paid. */
const CALM_DAYS = 8;
/** A shorter world has no month to flood. */
const SHORTEST_FLOODED_DAYS = 60;

export interface YearOptions {
  seed: number;
  units: number;
  days?: number;
  /** 0 = nothing goes wrong; 1 = as usual. */
  roughness?: number;
  mutation?: Mutation | null;
  /** The process dies once, at this side of the commit of that number (from 1), and never by chance. */
  diesAtCommit?: { number: number; moment: 'before' | 'after' };
  /** The folder in which the preloaded library keeps what was synced: when the machine dies, what was not is lost. */
  shadow?: string;
  /** Writes down what stands in the database after each commit. */
  notesStates?: boolean;
  /** Stop at the first broken invariant. */
  stopsAtBreach?: boolean;
}

export interface YearResult {
  seed: number;
  days: number;
  steps: number;
  commits: number;
  /** By commit, from 1: what stood in the database after it, as a digest; empty where it was not asked for. */
  states: readonly string[];
  counts: [string, number][];
  measures: [string, number[]][];
  breaches: readonly Breach[];
}

/** One world, one database, one year: the whole bot but its sockets, and everything that can happen to it. */
export async function simulateYear(options: YearOptions): Promise<YearResult> {
  const { seed, units, days = 365, roughness = 1, mutation = null, shadow } = options;
  const mend = mutation?.synchronous === undefined ? null : syncAlways(mutation.synchronous);
  const dice = createDice(`year ${seed}`);
  // Years begin anywhere between the plan's first month and the first year without a calendar notice.
  const start = Date.parse('2025-03-03T00:00:00Z') - ZONE_MS + dice.between(0, 1000) * DAY;
  const end = start + days * DAY;
  const calmFrom = end - CALM_DAYS * DAY;
  const timeline = createTimeline(start);
  const journal = createJournal(timeline.now, timeline.steps);
  const plan = planWith(units);
  const merger = roughness === 0 ? null : planMerger(plan, dice.fork('merger'), start, days);
  /** The plan that was applied last. */
  let inForce = plan;
  const unitCodes = plan.units.filter((unit) => !unit.compiles).map((unit) => unit.code);
  const folder = makeFolder();
  let crowd: Crowd | null = null;
  let audit: Audit | null = null;

  const handed = new Map<string, { keys: Set<string>; said: Handed[]; acknowledged: Set<string> }>();
  const chatOf = (chat: string) => {
    const known = handed.get(chat) ?? {
      keys: new Set<string>(),
      said: [],
      acknowledged: new Set<string>(),
    };
    handed.set(chat, known);
    return known;
  };
  const lateness = createLateness({ timeline, journal, machine: () => machine });
  const witness = createWitness({
    timeline,
    journal,
    machine: () => machine,
    rules: plan,
    lateness,
    remindsOf: (...reminder) => audit?.judgeReminder(...reminder),
  });
  const figures = createFiguresRead({ plan, journal, machine: () => machine, people: () => crowd?.people ?? [] });
  const ledger = createLedger({ timeline, journal, machine: () => machine, plan: merger?.plan ?? plan });
  const border: Border = {
    begins: (attempt) => {
      if (roughness > 0 && timeline.now() < calmFrom && dice.chance(0.0015)) {
        timeline.at(timeline.now() + dice.between(0, 260), () => killNow('in mid-send'));
      }
      return witness.begins(attempt);
    },
    hands(platform, incoming) {
      const chat = chatOf(`${platform.label}:${incoming.chat}`);
      if (!chat.keys.has(incoming.key)) {
        journal.count('updates');
        const isMember = isLinked({ platform, address: incoming.chat }) && !platform.floodedBy.has(incoming.chat);
        if (isMember) lateness.hands(platform, incoming.chat, incoming.key);
        else lateness.forget(platform, incoming.chat);
      }
      chat.keys.add(incoming.key);
      figures.hands(`${platform.label}:${incoming.chat}`, incoming.text);
      const { key, text, sentAt } = incoming;
      chat.said.push({ key, text, stamp: sentAt ?? null, at: machine.now(), trueAt: timeline.now() });
    },
    acknowledged(platform, incoming) {
      chatOf(`${platform.label}:${incoming.chat}`).acknowledged.add(incoming.key);
      mayLosePower(60);
    },
    fails: (platform, address) => lateness.fails(platform, address, 0),
    arrives(seen) {
      mayLosePower(120);
      crowd?.arrives(seen);
    },
  };

  const allowance = floodedAllowance(units);
  const platforms: PlatformBot[] = (
    [
      ['telegram', '1', null],
      ['zalo', '1', allowance],
      ['zalo', '2', 3000],
      ['zalo', '3', dice.chance(0.3) ? 250 : 3000],
    ] as const
  ).map(([name, bot, monthlyMessages]) =>
    createPlatformBot({
      name,
      bot,
      timeline,
      journal,
      border,
      monthlyMessages,
      dice: dice.fork(`${name} ${bot}`),
      weather: createWeather(dice.fork(`weather ${name} ${bot}`), start, calmFrom, roughness),
      clumsiness: roughness === 0 ? 0 : 0.025 * roughness,
      acknowledgesEarly: mutation?.acknowledgesEarly === true,
    }),
  );

  const deathDice = dice.fork('death');
  const powerDice = dice.fork('power');
  /** After what somebody was told, or a platform let go of, the power goes oftener than chance would have it. */
  function mayLosePower(withinMs: number): void {
    if (shadow === undefined || timeline.now() >= calmFrom || !powerDice.chance(0.03)) return;
    timeline.at(timeline.now() + powerDice.between(0, withinMs), () => killNow('soon after something was said'));
  }
  let commits = 0;
  const states: string[] = [];
  function diesAt(moment: 'before' | 'after'): boolean {
    if (moment === 'before') commits += 1;
    else if (options.notesStates === true) states[commits] = machine.eye().digest();
    const meant = options.diesAtCommit;
    if (meant !== undefined) return meant.number === commits && meant.moment === moment;
    return timeline.now() < calmFrom && deathDice.chance(0.0005 * roughness);
  }
  const machine = createMachine({
    path: join(folder, 'bot.sqlite'),
    plan,
    timeline,
    journal,
    random: dice.fork('bot'),
    platforms,
    diesAt,
    restartsIn: () => deathDice.between(1, 40) * 1000,
    losesPower:
      shadow === undefined
        ? null
        : (how) =>
            powerDice.chance(how === 'at the end' || how === 'for a restore' ? 0 : 0.8)
              ? whatIsSynced(shadow, folder, powerDice.chance(0.5) ? () => powerDice.chance(0.5) : null)
              : null,
    afterPowerLoss() {
      witness.powerLost();
      audit?.powerLost();
    },
    mutate: (store: Store) => mutation?.mutate?.(store, () => machine.now()) ?? store,
  });

  function isLinked({ platform, address }: Account): boolean {
    return (machine.eye().chatOf(platform.name, platform.bot, address)?.person ?? null) !== null;
  }

  function killNow(how: string): void {
    if (machine.bot() === null) return;
    journal.count(`death ${how}`);
    machine.die(how);
  }

  let pictures = 0;
  const confirmed = new Map<Person, number>();
  const receipts = new Map<string, { at: number; person: string; isLost: boolean }>();
  const previews = new Map<Account, string[]>();

  crowd = createCrowd({
    timeline,
    journal,
    dice: dice.fork('crowd'),
    platforms,
    units: unitCodes,
    start,
    end: end - 2 * DAY,
    ledger,
    world: {
      cutOffOf: (task) => machine.eye().task(task)?.cut_off_at ?? null,
      confirms: (person) => void confirmed.set(person, (confirmed.get(person) ?? 0) + 1),
      nextPicture() {
        pictures += 1;
        return pictureName(pictures);
      },
      isDone: (_, task) => !machine.eye().isOutstanding(task),
    },
    invite(role, unit) {
      const bot = machine.bot();
      if (bot === null || !machine.isAwake()) return null;
      try {
        const made = invite(bot.desk, { role, unit, uses: 1, days: 7, by: null }, machine.now());
        return made.ok ? made.value.code : null;
      } catch {
        return null;
      }
    },
    isLinked,
    onRead,
  });

  function onRead(person: Person, account: Account, seen: Arrived, reading: Reading): void {
    journal.count('messages read');
    if (person.joinedAt === null && isLinked(account)) person.joinedAt = timeline.now();
    if (reading.is === 'preview') previews.set(account, [...(previews.get(account) ?? []).slice(-4), seen.text]);
    if (reading.is === 'preview' && person.unit !== null) figures.preview(person, seen.text, isSuccessor(person.unit));
    if (reading.is === 'receipt') readReceipt(person, account, reading);
    ledger.read(person, account, seen, reading);
  }

  const isSuccessor = (unit: string): boolean => merger?.successors.includes(unit) === true;

  /** I5: what somebody holds a receipt for is there, in the words they confirmed. */
  function readReceipt(
    person: Person,
    account: Account,
    { receipt, version, onTime }: Reading & { is: 'receipt' },
  ): void {
    const row = machine.eye().byReceipt(receipt);
    const shown = previews.get(account) ?? [];
    receipts.set(receipt, { at: timeline.now(), person: person.name, isLost: false });
    if (row === null)
      return journal.breach(
        'I5 no report lost',
        `${person.name} holds receipt ${receipt}, which the database does not know`,
      );
    if (row.version !== version)
      journal.breach('I5 no report doubled', `${receipt} says version ${version}, stored is ${row.version}`);
    const words = audit?.contentOf(row) ?? '';
    const files = machine.eye().filesOf(row);
    const names = files.map((file) => file.name).sort();
    journal.count('pictures with a report', files.length);
    if (files.some((file) => file.sha256 !== pictureHash(file.name)))
      journal.breach('I5 as confirmed', `${receipt} has a picture that is not what ${person.name} sent`);
    const confirmed = shown.findLast((text) => text.includes(words) && picturesIn(text).join() === names.join());
    if (confirmed !== undefined) figures.stored(`${person.name} (${receipt})`, confirmed, JSON.parse(row.content));
    else
      journal.breach(
        'I5 as confirmed',
        `${person.name} confirmed something else than ${receipt}: ${words.slice(0, 200)}, pictures ${names}`,
      );
    const task = machine.eye().task(row.task);
    if ((task?.timeliness === 'on_time') !== onTime && !machine.eye().wasMovedSince(row.task, row.received_at))
      journal.breach(
        'I6 the receipt says so',
        `${receipt} says ${onTime ? 'on time' : 'late'}, stored is ${task?.timeliness}`,
      );
  }

  audit = createAudit({
    timeline,
    journal,
    machine,
    witness,
    lateness,
    plan,
    people: crowd.people,
    platforms,
    handedIn: (chat) => chatOf(chat).said,
    updatesOf: (chat) => ({ acknowledged: chatOf(chat).acknowledged.size, handed: chatOf(chat).keys.size }),
    confirmedBy: (person) => confirmed.get(person) ?? 0,
    adoptedAt: start,
    paper: ledger.paper,
    unitsInForce: () => inForce.units,
    appliedAt: () => (inForce === plan ? null : (merger?.appliedAt ?? null)),
  });

  // Backups at night, as the bot's own job makes them; a restore takes the last one.
  let backup: { file: string; at: number; acknowledged: Map<string, Set<string>>; lastRow: number } | null = null;
  function takeBackup(): void {
    if (machine.bot() === null) return;
    const file = join(folder, 'backup.sqlite');
    rmSync(file, { force: true });
    machine.eye().copyTo(file);
    backup = {
      file,
      at: timeline.now(),
      acknowledged: new Map([...handed].map(([chat, { acknowledged }]) => [chat, new Set(acknowledged)])),
      lastRow: machine.eye().lastRow(),
    };
  }

  function restore(): void {
    if (backup === null) return;
    machine.restore(backup.file);
    const { at, acknowledged, lastRow } = backup;
    const live = new Set(
      machine
        .eye()
        .live()
        .map((row) => row.id),
    );
    witness.forgetSince(at, live, lastRow);
    for (const [chat, known] of handed) known.acknowledged = new Set(acknowledged.get(chat));
    ledger.restored(at);
    lateness.restored();
    for (const held of receipts.values()) held.isLost ||= held.at > at;
    for (const person of crowd?.people ?? []) {
      if (!person.accounts.some(isLinked)) person.joinedAt = null;
    }
    audit?.restored(at);
    if (inForce !== plan && merger !== null && at < merger.appliedAt) {
      inForce = plan;
      timeline.at(timeline.now() + HOUR, applyMerger, true);
    }
  }

  function applyMerger(): void {
    if (merger === null) return;
    journal.count('people: units merged');
    journal.note(`the operator applies the merger of ${merger.on}`);
    machine.applyPlan(merger.plan);
    inForce = merger.plan;
    for (const unit of merger.successors) {
      if (unitCodes.includes(unit)) continue;
      unitCodes.push(unit);
      crowd?.addLiaison(unit, Math.max(timeline.now(), Date.parse(`${merger.on}T08:00:00+07:00`)) + HOUR);
    }
  }
  if (merger !== null) timeline.at(merger.appliedAt, applyMerger, true);

  const [free, counted] = platforms;
  if (roughness > 0 && days >= SHORTEST_FLOODED_DAYS && free !== undefined && counted !== undefined) {
    const end = calmFrom - 4 * DAY;
    const floodDice = dice.fork('floods');
    planFloods({ timeline, journal, machine, dice: floodDice, crowd, counted, allowance, free, start, end });
  }

  const restores =
    roughness === 0
      ? []
      : planTroubles({
          machine,
          timeline,
          journal,
          dice: dice.fork('troubles'),
          start: start + 4 * DAY,
          end: calmFrom,
          restore,
        }).restores;
  /** Copying a database is dear: nobody misses those that are not restored. */
  const isBackupOfUse = (now: number): boolean => restores.some((at) => at > now && at < now + 7 * DAY);

  try {
    timeline.at(start, machine.boot, true);
    for (let day = start; day < end; day += DAY) {
      await timeline.runUntil(day + 2 * HOUR);
      if (isBackupOfUse(timeline.now())) takeBackup();
      for (const milestone of MILESTONES_AT) {
        await timeline.runUntil(day + milestone + BOUNDS.reminder);
        audit.punctual();
      }
      await timeline.runUntil(day + 20.5 * HOUR);
      audit.daily();
      figures.noteSums();
      if (new Date(day + ZONE_MS).getUTCDay() === 1) audit.weekly();
      if (options.stopsAtBreach === true && journal.breaches().length > 0) break;
      await timeline.runUntil(day + DAY);
    }
    audit.finish();
    ledger.finish();
    for (const [receipt, held] of receipts) {
      const isStored = machine.eye().byReceipt(receipt) !== null;
      journal.count('receipts held');
      if (isStored) journal.count('receipts stored');
      else if (held.isLost) journal.count('receipts lost at restores');
      else journal.breach('I5 no report lost', `${held.person} holds receipt ${receipt}, which is gone`);
    }
  } finally {
    machine.close();
    mend?.();
    rmSync(folder, { recursive: true, force: true });
    if (shadow !== undefined) rmSync(join(shadow, 'tree', folder), { recursive: true, force: true });
  }
  return {
    seed,
    days,
    steps: timeline.steps(),
    commits,
    states,
    counts: [...journal.counts()],
    measures: [...journal.measures()].map(([what, values]) => [what, [...values]]),
    breaches: journal.breaches(),
  };
}

/** Every connection that is opened from now on syncs as it is told, whatever it asks for; returns what ends that. */
function syncAlways(level: 'OFF' | 'NORMAL'): () => void {
  const { pragma } = Database.prototype;
  Database.prototype.pragma = function (this: Database.Database, text: string, ...rest: []) {
    return pragma.call(this, text.replace(/synchronous\s*=\s*\w+/iu, `synchronous = ${level}`), ...rest);
  } as typeof pragma;
  return () => {
    Database.prototype.pragma = pragma;
  };
}

/** In memory where the system has such a place: the disk's own slowness is not what is simulated. */
export const SIMULATED_IN = existsSync('/dev/shm') ? '/dev/shm' : tmpdir();

function makeFolder(): string {
  return mkdtempSync(join(SIMULATED_IN, 'simulation-'));
}
