import { Hono } from 'hono';
import type { Random } from '../actions/desk.ts';
import { finishErasures } from '../actions/finish-erasures.ts';
import type { PlatformCard } from '../channels/card.ts';
import type { Channel } from '../channels/channel.ts';
import type { Clock, RehearsalClock } from '../clock.ts';
import { systemClock } from '../clock.ts';
import type { Config } from '../config.ts';
import { createReceiptHold, NO_HOLD, type ReceiptHold } from '../delivery/hold-receipts.ts';
import type { Log } from '../log.ts';
import { readPlanTemplate } from '../plan/plan-template.ts';
import type { Stage } from '../rehearsal/live-through.ts';
import { openRehearsalClock } from '../rehearsal/open-clock.ts';
import { liveToOpening } from '../rehearsal/opening.ts';
import { createRoom } from '../rehearsal/room.ts';
import { createRoomChannel, type RoomChannel } from '../rehearsal/room-channel.ts';
import type { Replicator } from '../replica/replicate.ts';
import type { LostDatabase } from '../scheduler/jobs/watch-database.ts';
import { watchDatabaseJob } from '../scheduler/jobs/watch-database.ts';
import { createScheduler, type Scheduler } from '../scheduler/scheduler.ts';
import { createLandingPlace } from '../store/landing.ts';
import { lockForOneBot } from '../store/one-bot.ts';
import { hasDatabase } from '../store/place.ts';
import type { Store } from '../store/store.ts';
import { openStore } from '../store/store.ts';
import { listen } from '../web/listen.ts';
import { loopbackOnly } from '../web/loopback.ts';
import type { Rehearsal } from '../web/rehearsal.ts';
import { boardRoutes } from '../web/routes/board.ts';
import { downloadRoutes } from '../web/routes/download.ts';
import { metricsRoutes } from '../web/routes/metrics.ts';
import { rehearsalRoutes } from '../web/routes/rehearsal.ts';
import { reportRoutes } from '../web/routes/report.ts';
import { statusRoutes } from '../web/routes/status.ts';
import { uploadRoutes } from '../web/routes/upload.ts';
import { webhookRoutes } from '../web/routes/webhooks.ts';
import { createBoard } from './board.ts';
import type { Bot } from './bot.ts';
import { createBot } from './bot.ts';
import { createNames, createPaces, createPlatformChannels, type Names, sayPlatforms } from './channel-list.ts';
import { createDownloads } from './downloads.ts';
import { createFigures } from './figures.ts';
import { createHealth } from './health.ts';
import { createMenuKeeper } from './menus.ts';
import { adoptPlan, openPlan } from './open-plan.ts';
import { createOwnJobs, inOrder } from './own-jobs.ts';
import { fetchDatabase, replicatorOf, requireEmptyReplica } from './replica.ts';
import { createReportPages } from './report-pages.ts';
import { requireDatabase, requirePlanInDatabase } from './require-database.ts';
import { requireNewestTerm } from './require-newest-term.ts';
import { createUploads } from './uploads.ts';

export interface AppParts {
  log: Log;
  random: Random;
  /** Every platform there is. */
  cards: readonly PlatformCard[];
  /** The operator says that this is a beginning: no database need be there. */
  isNew: boolean;
  /** The database's file was taken away: the process has to end. */
  onLost(lost: LostDatabase): void;
}

export interface App {
  /** For this machine alone where there is a public listener, too. */
  url: string;
  /** The listener that a reverse proxy passes PUBLIC_URL on to; null where there is none. */
  publicAt: string | null;
  /** The platforms that are switched on, as the operator reads them. */
  platforms: readonly string[];
  stop(): Promise<void>;
}

/** How often the jobs look whether something is due: in rehearsal the clock may run fast. */
const BEAT = { service: '*/20 * * * * *', rehearsal: '* * * * * *' } as const;

/** Builds every part in order, hands each what it needs, and starts them. Stopping is the reverse. */
export async function startApp(config: Config, { log, random, cards, isNew, onLost }: AppParts): Promise<App> {
  const undo: (() => void | Promise<void>)[] = [];
  const stop = async (): Promise<void> => {
    // A part that fails keeps none of the others from being stopped: the database is closed, the replica has its last word.
    for (const step of undo.splice(0).reverse()) {
      try {
        await step();
      } catch (error) {
        log.error({ err: error }, 'stopping a part failed');
      }
    }
  };
  try {
    const isFetched = !isNew && !hasDatabase(config.databasePath) && (await fetchDatabase(config, log));
    if (!isNew) requireDatabase(config);
    else if (!hasDatabase(config.databasePath)) await requireEmptyReplica(config);
    undo.push(lockForOneBot(config.databasePath));
    const replicator = replicatorOf(config, log);
    // Last of all, when the last word was written.
    if (replicator !== null) undo.push(replicator.stop);
    const store = openStore(config.databasePath);
    undo.push(() => store.close());
    undo.push(store.claimForProcess());
    if (!isNew) requirePlanInDatabase(config, store);
    await requireNewestTerm({ config, store, log, isFetched });
    const plan = openPlan(config, store, log);
    const handMoved = config.rehearsal === null ? null : openRehearsalClock(config, store, plan);
    const clock = handMoved ?? systemClock;
    adoptPlan(store, plan, clock.now());

    const platforms = createPlatformChannels(config, { clock, random: random.number, log });
    const room = handMoved === null ? null : createRoomChannel(store, clock);
    const channels = room === null ? platforms : [...platforms, room.channel];
    const { timeZone: zone, publicUrl, receiptKey } = config;
    const names = createNames(cards);
    const paceOf = createPaces(cards, config.platforms);
    const planTemplate = () => readPlanTemplate(config.planDir);
    const holds = replicator !== null && config.replica?.holdsReceipts === true;
    const hold = holds ? createReceiptHold(replicator, systemClock) : NO_HOLD;
    let roomUrl: string | null = null;
    const bot = createBot({
      ...{ store, channels, clock, random, log, zone, publicUrl, receiptKey, names, paceOf, planTemplate },
      roomUrl: () => roomUrl,
      hold,
    });
    const pattern = handMoved === null ? BEAT.service : BEAT.rehearsal;
    const ownJobs = createOwnJobs({ config, desk: bot.desk, clock, handMoved, replicator, log });
    const jobs = [watchDatabaseJob(store, log, onLost), ...inOrder(bot.jobs, ownJobs)];
    const jobLog = handMoved === null ? log : quietly(log);
    const scheduler = createScheduler({ jobs, clock, log: jobLog, pattern, onRan: bot.dispatcher.wake });
    const menus = createMenuKeeper(store, platforms);
    bot.onHandled(menus.refresh);

    // Litestream reads all the time, and the log of changes is not emptied while somebody reads.
    if (replicator !== null) finishErasures(store, clock.now());
    await replicator?.start();
    const parts = { hold, config, replicator, store, bot, scheduler, clock, channels, platforms, names };
    const rehearsal = room === null || handMoved === null ? null : openRoom(parts, room, handMoved);
    // The port comes first: a bot that cannot have it must not have spoken to anybody.
    const web = await listen(config, routesOf(parts, rehearsal?.view ?? null), log);
    undo.push(web.close);
    if (room !== null) roomUrl = web.url.replace(/\/$/, '');
    bot.start();
    undo.push(() => bot.stop());
    if (rehearsal !== null) await liveToOpening(bot.desk, rehearsal.stage);
    await scheduler.tick();
    scheduler.start();
    undo.push(() => scheduler.stop());
    return { url: web.url, publicAt: web.publicAt, platforms: sayPlatforms(config, platforms), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** In rehearsal the clock runs through weeks at a stroke: what the jobs did is not worth a line each. */
function quietly(log: Log): Log {
  return { ...log, info: (fields, message) => log.debug(fields, message) };
}

interface Parts {
  config: Config;
  replicator: Replicator | null;
  hold: ReceiptHold;
  store: Store;
  bot: Bot;
  scheduler: Scheduler;
  clock: Clock;
  channels: readonly Channel[];
  platforms: readonly Channel[];
  names: Names;
}

interface OpenedRoom {
  view: Rehearsal;
  stage: Stage;
}

/** The rehearsal room over the bot, and the stage on which its clock is moved. */
function openRoom(
  { store, bot, scheduler }: Parts,
  { channel, onLine }: RoomChannel,
  clock: RehearsalClock,
): OpenedRoom {
  const { desk, dispatcher, intake } = bot;
  const settle = async (): Promise<void> => {
    await intake.whenIdle();
    await bot.printer.whenIdle();
    await dispatcher.whenIdle();
  };
  const stage: Stage = { store, clock, rules: desk.rules, tick: scheduler.tick, settle };
  const view = createRoom({ desk, stage, channel, sentCount: dispatcher.sentCount, onLine });
  bot.onHandled(view.stateChanged);
  return { view, stage };
}

/** All routes, for this machine, and those that anybody may reach. */
interface Routes {
  local: Hono;
  open: Hono;
}

function routesOf(
  { config, replicator, hold, store, bot, scheduler, clock, channels, platforms, names }: Parts,
  room: Rehearsal | null,
): Routes {
  const lagMs = replicator?.lagMs ?? null;
  const nameOf = names.healthName;
  const healthz = createHealth({ store, scheduler, channels, nameOf, clock, zone: config.timeZone, lagMs });
  const figures = createFigures(bot.desk, clock, lagMs);
  const landing = createLandingPlace(config.databasePath);
  landing.clean();
  const board = () =>
    boardRoutes(createBoard(bot.desk, clock, { lagMs, landing, template: bot.templateOf, onDone: bot.wake }));
  const open = new Hono();
  open.route('/', webhookRoutes(platforms, names.webhookPath));
  if (config.publicUrl !== null || room !== null)
    open.route('/', reportRoutes(createReportPages(bot.desk, clock, bot.handled, hold)));
  if (config.publicUrl !== null) {
    open.route('/', uploadRoutes(createUploads({ desk: bot.desk, intake: bot.intake, clock, landing })));
    open.route('/', downloadRoutes(createDownloads(bot.desk, clock)));
    open.route('/', board());
  }
  const local = new Hono();
  if (room !== null) local.route('/', rehearsalRoutes(room));
  // Without a public address the rehearsal's board is for this machine alone.
  if (room !== null && config.publicUrl === null) {
    local.use('/board', loopbackOnly);
    local.use('/board/*', loopbackOnly);
    local.route('/', board());
  }
  local.route('/', statusRoutes({ healthz, isPublic: false }));
  local.route('/', metricsRoutes(figures, config.metricsOpen));
  local.route('/', open);
  open.route('/', statusRoutes({ healthz, isPublic: true }));
  if (config.metricsOpen) open.route('/', metricsRoutes(figures, true));
  return { local, open };
}
