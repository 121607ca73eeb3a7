import { Hono } from 'hono';
import { applyPlan, isApplied } from './actions/apply-plan.ts';
import type { Desk, Random } from './actions/desk.ts';
import { createBot } from './bot.ts';
import { createPlatformChannels } from './channel-list.ts';
import type { WebChannel } from './channels/web-chat/web-channel.ts';
import { createWebChannel } from './channels/web-chat/web-channel.ts';
import type { Clock, RehearsalClock } from './clock.ts';
import { createRehearsalClock, systemClock } from './clock.ts';
import type { Config } from './config.ts';
import { parseLocal } from './domain/local-time.ts';
import type { PlanProblem } from './domain/plan-problem.ts';
import { createFigures } from './figures.ts';
import { createHealth } from './health.ts';
import type { Log } from './log.ts';
import { createMenuKeeper } from './menus.ts';
import type { Plan } from './plan/plan.ts';
import { readPlan } from './plan/read-plan.ts';
import type { Stage } from './rehearsal/live-through.ts';
import { liveThrough } from './rehearsal/live-through.ts';
import { createRoom } from './rehearsal/room.ts';
import { castPeople, stageReports } from './rehearsal/seed.ts';
import { chooseStart } from './rehearsal/start-time.ts';
import { keepClockJob } from './scheduler/jobs/keep-clock.ts';
import { nightlyBackupJob } from './scheduler/jobs/nightly-backup.ts';
import { createScheduler } from './scheduler/scheduler.ts';
import { lockForOneBot } from './store/database.ts';
import type { RoomLine } from './store/room-lines.ts';
import type { Store } from './store/store.ts';
import { openStore } from './store/store.ts';
import { createUploads } from './uploads.ts';
import { metricsRoutes } from './web/routes/metrics.ts';
import { rehearsalRoutes } from './web/routes/rehearsal.ts';
import { statusRoutes } from './web/routes/status.ts';
import { uploadRoutes } from './web/routes/upload.ts';
import { webhookRoutes } from './web/routes/webhooks.ts';
import { startServer } from './web/server.ts';

/** The plan's folder cannot be used, and the database holds no plan to go on with. */
export class PlanError extends Error {
  readonly problems: readonly PlanProblem[];

  constructor(problems: readonly PlanProblem[]) {
    super(`plan: ${problems.length} problems`);
    this.name = 'PlanError';
    this.problems = problems;
  }
}

export interface AppParts {
  log: Log;
  random: Random;
}

export interface App {
  url: string;
  stop(): Promise<void>;
}

/** How long before its opening state a rehearsal begins to live, so that there is a past to look at. */
const REHEARSAL_PAST_MS = 40 * 24 * 3600_000;

/** Builds every part in order, hands each what it needs, and starts them. Stopping is the reverse. */
export async function startApp(config: Config, { log, random }: AppParts): Promise<App> {
  const undo: (() => void | Promise<void>)[] = [];
  const stop = async (): Promise<void> => {
    for (const step of undo.splice(0).reverse()) await step();
  };
  try {
    undo.push(lockForOneBot(config.databasePath));
    const store = openStore(config.databasePath);
    undo.push(() => store.close());
    const plan = takePlan(config, store, log);
    const moved = config.rehearsal === null ? null : rehearsalClock(config, store, plan);
    const clock = moved ?? systemClock;
    const isNew = store.ruleBooks.newestId() === null;
    if (isNew && plan !== null) applyPlan(store, plan, clock.now());

    const platforms = createPlatformChannels(config, { clock, random: random.number, log });
    const room = config.rehearsal === null ? null : createRoomChannel(store, clock);
    const channels = room === null ? platforms : [...platforms, room.channel];
    const bot = createBot({ store, channels, clock, random, log, zone: config.timeZone, publicUrl: config.publicUrl });
    if (config.rehearsal === null) bot.jobs.push(nightlyBackupJob(bot.desk, config.backup));
    else bot.jobs.push(keepClockJob(store));
    const { desk, dispatcher, intake } = bot;
    const menus = createMenuKeeper(store, platforms);
    bot.onHandled((chat) => {
      menus.refresh(chat);
      room?.changed();
    });
    const scheduler = createScheduler({
      jobs: bot.jobs,
      clock,
      log,
      pattern: config.rehearsal === null ? '*/20 * * * * *' : '* * * * * *',
      onRan: () => dispatcher.wake(),
    });

    bot.start();
    undo.push(() => bot.stop());

    const routes = new Hono();
    if (room !== null && moved !== null) {
      const stage: Stage = {
        store,
        clock: moved,
        rules: () => desk.rules(),
        tick: () => scheduler.tick(),
        async settle() {
          await intake.whenIdle();
          await dispatcher.whenIdle();
        },
      };
      if (isNew && platforms.length === 0) await openingState(stage, () => castPeople(desk, clock.now()), desk);
      const view = createRoom({
        desk,
        stage,
        channel: room.channel,
        sentCount: dispatcher.sentCount,
        onLine: room.onLine,
      });
      room.watch(view.stateChanged);
      routes.route('/', rehearsalRoutes(view));
    }
    await scheduler.tick();
    scheduler.start();
    undo.push(() => scheduler.stop());

    routes.route(
      '/',
      statusRoutes({ healthz: createHealth({ store, scheduler, channels, clock, zone: config.timeZone }) }),
    );
    routes.route('/', webhookRoutes(platforms));
    routes.route('/', metricsRoutes(createFigures(desk, clock), config.metricsOpen));
    if (config.publicUrl !== null) routes.route('/', uploadRoutes(createUploads(desk, intake, clock)));
    const server = await startServer({ host: config.host, port: config.port, routes, log });
    undo.push(() => server.close());
    return { url: server.url, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** The folder's plan when it is needed or sound. A database that holds a plan goes on with it and says that the folder differs. */
function takePlan(config: Config, store: Store, log: Log): Plan | null {
  const read = readPlan(config.planDir, config.timeZone);
  if ('problems' in read) {
    if (store.ruleBooks.newestId() === null) throw new PlanError(read.problems);
    log.warn(
      { problems: read.problems.length },
      'the plan folder has problems; going on with the plan in the database (see: npm run plan:check)',
    );
    return null;
  }
  if (store.ruleBooks.newestId() !== null && !isApplied(store, read.plan)) {
    log.warn({}, 'the plan folder differs from the plan in the database; npm run plan:apply brings it in');
  }
  return read.plan;
}

/** The same start setting goes on where the clock stood; a new one begins there. */
function rehearsalClock(config: Config, store: Store, plan: Plan | null): RehearsalClock {
  const wanted = config.rehearsal?.start ?? 'auto';
  const stood = store.facts.get('rehearsal_now');
  if (store.facts.get('rehearsal_start') === wanted && stood !== null) {
    return createRehearsalClock(Number(stood), config.rehearsal?.speed ?? 1);
  }
  store.facts.set('rehearsal_start', wanted);
  const told = config.rehearsal?.start == null ? null : parseLocal(config.rehearsal.start, config.timeZone);
  const start = told ?? (plan === null ? systemClock.now() : chooseStart(plan, systemClock.now()));
  const hasPast = config.telegram === null && config.zalo === null && store.ruleBooks.newestId() === null;
  return createRehearsalClock(hasPast ? start - REHEARSAL_PAST_MS : start, config.rehearsal?.speed ?? 1);
}

/** Lives through the weeks before, so that the room opens on a state worth seeing. */
async function openingState(stage: Stage, cast: () => void, desk: Desk): Promise<void> {
  const from = stage.clock.now();
  const start = from + REHEARSAL_PAST_MS;
  cast();
  await liveThrough(stage, start, stageReports(desk, from, start));
}

/** The room's channel over the database, and whoever watches its lines. */
function createRoomChannel(store: Store, clock: Clock) {
  const listeners = new Set<(line: RoomLine) => void>();
  let changed: () => void = () => {};
  const channel: WebChannel = createWebChannel({
    wire: () => clock.wire(),
    keep(chat, sender, said) {
      const line = store.roomLines.add(chat, sender, clock.now(), said);
      for (const listener of listeners) listener(line);
      return line.id;
    },
  });
  return {
    channel,
    onLine(listener: (line: RoomLine) => void): () => void {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    watch(listener: () => void): void {
      changed = listener;
    },
    changed: (): void => changed(),
  };
}
