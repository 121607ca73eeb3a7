import { onTestFinished } from 'vitest';
import { applyPlan } from '../../src/actions/apply-plan.ts';
import type { Random } from '../../src/actions/desk.ts';
import { invite } from '../../src/actions/invite.ts';
import { join as joinWith } from '../../src/actions/join.ts';
import { nextDueAfter } from '../../src/actions/next-due.ts';
import { submitReport } from '../../src/actions/submit-report.ts';
import { type Bot, createBot } from '../../src/assembly/bot.ts';
import type { ChannelName } from '../../src/channels/channel.ts';
import type { Role } from '../../src/domain/access.ts';
import { addDays, atTime, dayOf, startOfDay } from '../../src/domain/calendar.ts';
import type { ReportContent } from '../../src/domain/report-form.ts';
import type { RuleBook } from '../../src/domain/rule-book.ts';
import type { Log } from '../../src/log.ts';
import type { Plan } from '../../src/plan/plan.ts';
import { readPlan } from '../../src/plan/read-plan.ts';
import { LOST_FROM, RESTORED_AT } from '../../src/store/backup.ts';
import { openStore, type Store } from '../../src/store/store.ts';
import type { Task } from '../../src/store/tasks.ts';
import { FROZEN_PLAN_DIR } from './frozen-plan.ts';
import { createHandClock, type HandClock } from './hand-clock.ts';
import { createMemoryChannel, type MemoryChannel } from './memory-channel.ts';
import { openEmptyStore } from './open-store.ts';

export const ZONE = 'Asia/Ho_Chi_Minh';

/** `2026-11-10 08:30` in the plan's zone. */
export function at(local: string): number {
  const [day = '', time = '00:00'] = local.split(/[ T]/);
  return atTime(day, time, ZONE);
}

/** The province's plan as it is frozen for the tests, read once. */
export const FROZEN_PLAN: Plan = (() => {
  const read = readPlan(FROZEN_PLAN_DIR, ZONE);
  if ('problems' in read) throw new Error('the frozen plan cannot be read');
  return read.plan;
})();

export interface Member {
  person: number;
  chat: string;
  channel: MemoryChannel;
  name: string;
}

export interface BenchOptions {
  start?: string;
  path?: string;
  /** The plan that is applied first; null = the database goes on with the one it has. */
  plan?: Plan | null;
  publicUrl?: string;
  /** What receipts are sealed with; null: a key in the database. */
  receiptKey?: string | null;
  channels?: (wire: () => number) => MemoryChannel[];
}

export interface Logged {
  level: string;
  fields: object;
  message: string;
}

export interface Bench {
  store: Store;
  clock: HandClock;
  channels: readonly MemoryChannel[];
  logged: Logged[];
  bot(): Bot;
  /** Somebody with that role, joined through the actions, with a chat on the named channel. */
  join(role: Role, unit?: string | null, options?: { name?: string; chat?: string; channel?: ChannelName }): Member;
  /** A fresh invitation code. */
  invitation(role: Role, unit?: string | null, options?: { uses?: number; days?: number }): string;
  /** Runs every job once, now, and lets the bot come to rest. */
  tick(): Promise<void>;
  /** Lives through every due moment up to then. */
  liveTo(local: string): Promise<void>;
  /** The machine sleeps until then, and wakes. */
  sleepTo(local: string): Promise<void>;
  type(member: Member, text: string): Promise<void>;
  press(member: Member, label: string): Promise<void>;
  /** Everything that reached the person's chat, as text. */
  texts(member: Member): string[];
  /** Puts a report in through the action, for whatever the unit owes in that period. */
  submit(member: Member, unit: string, period: string, report?: ReportContent): void;
  task(unit: string, period: string): Task;
  /** Kills the process where it stands and starts another one on the same database. */
  crashAndRestart(): Promise<void>;
  /** As if the database had just been restored, from a copy that knows everything up to that moment. */
  restore(upTo: number): Promise<void>;
  /** As if that channel had heard nobody then. */
  deafen(channel: ChannelName, from: number, to: number): void;
}

export const PLAIN_REPORT: ReportContent = {
  nothingToReport: false,
  values: { hoi_nghi: 2, nguoi_du: 120, ket_qua: 'Đã tuyên truyền.' },
};

/** The real bot on a database of its own, with a clock moved by hand and platforms in memory. */
export function createBench(options: BenchOptions = {}): Bench {
  const clock = createHandClock(at(options.start ?? '2026-11-02 08:00'));
  const store = options.path === undefined ? openEmptyStore() : openStore(options.path);
  onTestFinished(() => store.close());
  const channels = options.channels?.(clock.wire) ?? [createMemoryChannel({ wire: clock.wire })];
  const logged: Logged[] = [];
  const log = Object.fromEntries(
    ['debug', 'info', 'warn', 'error'].map((level) => [
      level,
      (fields: object, message: string) => void logged.push({ level, fields, message }),
    ]),
  ) as unknown as Log;
  const random = seededRandom(57);
  const { publicUrl = null, receiptKey = 'the key of every bench, long enough' } = options;
  const build = (): Bot => createBot({ store, channels, clock, random, log, zone: ZONE, publicUrl, receiptKey });
  const plan = options.plan === undefined ? FROZEN_PLAN : options.plan;
  if (plan !== null) applyPlan(store, plan, clock.now());
  let bot = build();
  bot.start();
  let people = 0;

  /** Files are made on threads of their own: the clock stands until they are there. */
  async function settle(): Promise<void> {
    await clock.settle();
    await bot.printer.whenIdle();
    await clock.settle();
  }

  function channelNamed(name: ChannelName | undefined): MemoryChannel {
    const found = name === undefined ? channels[0] : channels.find((one) => one.name === name);
    if (found === undefined) throw new Error(`no channel ${name}`);
    return found;
  }

  const bench: Bench = {
    store,
    clock,
    channels,
    logged,
    bot: () => bot,
    invitation(role, unit = null, { uses = 1, days = 7 } = {}) {
      const made = invite(bot.desk, { role, unit, uses, days, by: null }, clock.now());
      if (!made.ok) throw new Error(made.problem.problem);
      return made.value.code;
    },
    join(role, unit = null, { name, chat, channel } = {}) {
      people += 1;
      const on = channelNamed(channel);
      const address = chat ?? `chat-${people}`;
      const row = store.chats.meet(on.name, on.bot, address, 'private', clock.now());
      bench.invitation(role, unit);
      const invitation = store.invitations.findLatest();
      const joined = joinWith(bot.desk, row, invitation?.id ?? 0, name ?? `Người ${people}`, clock.now());
      if (!joined.ok) throw new Error(joined.problem.problem);
      return { person: joined.value.person, chat: address, channel: on, name: name ?? `Người ${people}` };
    },
    async tick() {
      for (const job of bot.jobs) await job.run(clock.now());
      bot.dispatcher.wake();
      await clock.settle();
    },
    async liveTo(local) {
      const target = at(local);
      for (
        let next = nextMoment(store, bot.desk.rules(), clock.now());
        next < target;
        next = nextMoment(store, bot.desk.rules(), clock.now())
      ) {
        await clock.sleepTo(next);
        await bench.tick();
      }
      await clock.sleepTo(target);
      await bench.tick();
    },
    async sleepTo(local) {
      await clock.sleepTo(at(local));
      await bench.tick();
    },
    async type(member, text) {
      await member.channel.type(member.chat, text, member.name);
      await settle();
    },
    async press(member, label) {
      await member.channel.press(member.chat, label, member.name);
      await settle();
    },
    texts: (member) => member.channel.textsTo(member.chat),
    submit(member, unit, period, report = PLAIN_REPORT) {
      const { person } = member;
      const result = submitReport(bot.desk, { person, at: clock.now() }, store.people.memberships(person), {
        task: bench.task(unit, period).id,
        report,
        via: report.nothingToReport ? 'nothing' : 'template',
        attachments: [],
      });
      if (!result.ok) throw new Error(JSON.stringify(result.problem));
    },
    task(unit, period) {
      const task = store.tasks.ofUnit(unit, 100).find((one) => one.period === period);
      if (task === undefined) throw new Error(`${unit} has no task for ${period}`);
      return task;
    },
    async crashAndRestart() {
      // Nothing of the old one may act any more: its timers are gone with it.
      clock.forget();
      bot = build();
      bot.start();
      await settle();
    },
    async restore(upTo) {
      store.facts.set(RESTORED_AT, String(clock.now()));
      store.facts.set(LOST_FROM, String(upTo));
      await bench.crashAndRestart();
      await bench.tick();
    },
    deafen(name, from, to) {
      const { bot } = channelNamed(name);
      store.deafness.add({ channel: name, bot, cause: 'dark', from, to });
    },
  };
  return bench;
}

/** The next moment at which a job may have something to do: a milestone, a new day, the opening of the sending hours. */
function nextMoment(store: Store, rules: RuleBook, now: number): number {
  const today = dayOf(now, ZONE);
  const opening = atTime(today, '07:00', ZONE);
  const tomorrow = startOfDay(addDays(today, 1), ZONE);
  const due = nextDueAfter(store, rules, now) ?? Number.POSITIVE_INFINITY;
  return Math.min(...[opening, tomorrow, due].filter((moment) => moment > now));
}

/** Chance that is the same in every run. */
function seededRandom(seed: number): Random {
  let state = seed;
  const next = (): number => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return state / 4_294_967_296;
  };
  return { number: next, bytes: (count) => Buffer.from(Array.from({ length: count }, () => Math.floor(next() * 256))) };
}
