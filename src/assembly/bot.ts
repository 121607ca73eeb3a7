import { composeMessage } from '../actions/compose-message.ts';
import type { Random } from '../actions/desk.ts';
import { createDesk } from '../actions/desk.ts';
import { finishErasures } from '../actions/finish-erasures.ts';
import { readyReceiptKey } from '../actions/receipt-key.ts';
import { templateInForce } from '../actions/template.ts';
import type { PaceLimits } from '../channels/card.ts';
import type { Channel } from '../channels/channel.ts';
import { createIntake } from '../chat/intake.ts';
import { apologise, route } from '../chat/router.ts';
import type { Clock } from '../clock.ts';
import { createDispatcher } from '../delivery/dispatcher.ts';
import { NO_HOLD, type ReceiptHold } from '../delivery/hold-receipts.ts';
import { createPace } from '../delivery/pace.ts';
import { dayOf } from '../domain/calendar.ts';
import type { Log } from '../log.ts';
import { readInWorker as readDocument } from '../reports/document/read-in-worker.ts';
import type { TemplateOf } from '../reports/print-order.ts';
import { createPrinter } from '../reports/printer.ts';
import type { Job } from '../scheduler/job.ts';
import { expireMessagesJob } from '../scheduler/jobs/expire-messages.ts';
import { finishErasuresJob } from '../scheduler/jobs/finish-erasures.ts';
import { fireRemindersJob } from '../scheduler/jobs/fire-reminders.ts';
import { forgetOldJob } from '../scheduler/jobs/forget-old.ts';
import { openTasksJob } from '../scheduler/jobs/open-tasks.ts';
import { printFilesJob } from '../scheduler/jobs/print-files.ts';
import { probeChatsJob } from '../scheduler/jobs/probe-chats.ts';
import { rememberBotLinksJob } from '../scheduler/jobs/remember-bot-links.ts';
import { sendNoticesJob } from '../scheduler/jobs/send-notices.ts';
import { tellTicketsJob } from '../scheduler/jobs/tell-tickets.ts';
import { warnQuotaJob } from '../scheduler/jobs/warn-quota.ts';
import type { Store } from '../store/store.ts';
import { createNames, createPaces, type Names } from './channel-list.ts';
import { PLATFORMS } from './platforms.ts';

/** How long a stop waits for answers that are queued; what is left goes out after the next start. */
const LAST_ANSWERS_MS = 3000;

export interface BotParts {
  store: Store;
  channels: readonly Channel[];
  clock: Clock;
  random: Random;
  log: Log;
  zone: string;
  publicUrl: string | null;
  /** What receipts are sealed with; null: a key of the database's own. */
  receiptKey?: string | null;
  /** Keeps receipts back until a copy elsewhere has what they are for. */
  hold?: ReceiptHold;
  /** Where the rehearsal room's own pages are. */
  roomUrl?: () => string | null;
  /** What the bots are called. */
  names?: Names;
  /** The Word template of the plan's folder; null where there is none. */
  planTemplate?: TemplateOf;
  /** How fast each channel may send, where it is not the platform's usual pace. */
  paceOf?: (channel: Channel) => PaceLimits;
}

/**
 * The whole bot but the process around it: everything between the channels and the database, with its jobs.
 * It reads no clock, no chance and no environment of its own, so the simulation runs exactly this.
 */
export function createBot({
  store,
  channels,
  clock,
  random,
  log,
  zone,
  publicUrl,
  receiptKey = null,
  hold = NO_HOLD,
  roomUrl,
  names = createNames(PLATFORMS),
  paceOf = createPaces(PLATFORMS, []),
  planTemplate = () => null,
}: BotParts) {
  const bots = channels.map((channel) => ({ ...channel, channel: channel.name, title: names.titleOfBot(channel) }));
  const desk = createDesk({ store, zone, random, receiptKey, bots, publicUrl, roomUrl, titleOf: names.titleOf });
  // Before the first receipt, so that every copy of the database from now on has it.
  readyReceiptKey(desk, clock.now());
  const handledListeners: ((chat: number) => void)[] = [];
  const handled = (chat: number): void => {
    dispatcher.wake();
    printer.wake();
    for (const listener of handledListeners) listener(chat);
  };
  const dispatcher = createDispatcher({
    store,
    lanes: channels.map((channel) => ({ channel, pace: createPace(paceOf(channel)) })),
    clock,
    random: random.number,
    log,
    compose: (row, now) => hold.judge(row, composeMessage(desk, row, now)),
    capOf: (now) => ({ day: dayOf(now, zone), perPerson: desk.rules().policy.dailyCap }),
  });
  const templateOf = () => templateInForce(desk) ?? planTemplate();
  const printer = createPrinter({ desk, clock, log, templateOf, onPrinted: dispatcher.wake });
  const intake = createIntake({
    store,
    channels,
    clock,
    log,
    readDocument: (file, mediaType) => readDocument(file, mediaType, clock, log),
    handle: (update) => route(desk, update),
    apologise: (chat, now) => apologise(desk, chat, now),
    claimFor: dispatcher.claimFor,
    onHandled: handled,
  });
  const jobs: Job[] = [
    openTasksJob(desk),
    fireRemindersJob(desk),
    expireMessagesJob(store),
    forgetOldJob(desk),
    finishErasuresJob(store),
    rememberBotLinksJob(desk),
    warnQuotaJob(desk),
    tellTicketsJob(desk),
    sendNoticesJob(desk),
    probeChatsJob({ desk, channels, clock, log }),
    printFilesJob(printer.wake),
  ];

  return {
    desk,
    dispatcher,
    intake,
    printer,
    /** The Word template in force; null: the built-in one. */
    templateOf,
    /** What the scheduler runs; the process adds its own. */
    jobs,
    wake: () => void [dispatcher.wake(), printer.wake()],
    /** Calls back after each update that was acted on. */
    onHandled(listener: (chat: number) => void): void {
      handledListeners.push(listener);
    },
    /** Something was done for that chat elsewhere: what it left in the outbox goes out. */
    handled,
    /** Takes up what a dead process left, then receives and sends. */
    start(): void {
      dispatcher.start();
      intake.start();
      printer.start();
      for (const channel of channels) channel.start(intake.receiveFor(channel));
    },
    /** Receives no more, finishes what is in hand, and sends what that brought. */
    async stop(): Promise<void> {
      await Promise.all(channels.map((channel) => channel.stop()));
      await intake.stop();
      await printer.stop();
      await Promise.race([
        dispatcher.whenIdle(),
        new Promise<void>((resolve) => clock.after(LAST_ANSWERS_MS, resolve)),
      ]);
      await dispatcher.stop();
      finishErasures(store, clock.now());
    },
  };
}

export type Bot = ReturnType<typeof createBot>;
