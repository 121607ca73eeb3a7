import { TotalsMismatch } from '../actions/check-totals.ts';
import type { Desk } from '../actions/desk.ts';
import { beginPrint, excuseSlowPrint, refusePrint } from '../actions/print.ts';
import type { Clock } from '../clock.ts';
import type { Log } from '../log.ts';
import { storeFaultOf } from '../store/database.ts';
import type { PrintJob } from '../store/print-jobs.ts';
import { sayTotalsMismatch } from '../wording/compiled.ts';
import { EXPORT_WORDS } from '../wording/export.ts';
import { sayProblem } from '../wording/problems.ts';
import type { RichText } from '../wording/rich-text.ts';
import { say } from '../wording/rich-text.ts';
import { TEMPLATE_WORDS } from '../wording/template.ts';
import { keepPictures } from './keep-pictures.ts';
import { printInWorker } from './print-in-worker.ts';
import { prepareOrder, type TemplateOf } from './print-order.ts';
import { settlePrint } from './settle-print.ts';

const MOST_TRIES = 3;
const TROUBLE_MS = 2000;
/** After that somebody who asked for a file begins to wonder. */
const WONDER_MS = 4000;

export interface PrinterOptions {
  desk: Desk;
  clock: Clock;
  log: Log;
  templateOf: TemplateOf;
  /** A file, or why there is none yet, is in the outbox. */
  onPrinted(): void;
}

/**
 * Makes the files people asked for, one after the other, each on a thread of its own. An order is a row that goes in the
 * transaction that sends the file: a process that dies in between makes it again, and sends it once.
 */
export function createPrinter(options: PrinterOptions) {
  const { desk, clock, log, templateOf, onPrinted } = options;
  const stopping = new AbortController();
  const print = keepPictures((task) => printInWorker(task, clock, stopping.signal));
  let working: Promise<void> | null = null;
  let running = false;

  function wake(): void {
    // With something to do it is still at work when it is taken down here as such.
    if (running && working === null && nextJob() !== null) working = workThrough();
  }

  async function workThrough(): Promise<void> {
    try {
      for (let job = nextJob(); job !== null && running; job = nextJob()) {
        if (await attempt(job)) onPrinted();
        else if (running) await new Promise<void>((resolve) => clock.after(TROUBLE_MS, resolve));
      }
    } finally {
      // In the same breath as the last look: whatever comes after it begins anew.
      working = null;
    }
  }

  /** A database in trouble is looked at again at the next wake-up. */
  function nextJob(): PrintJob | null {
    try {
      return desk.store.printJobs.next();
    } catch (error) {
      log.error({ err: error }, 'looking for files to make failed');
      return null;
    }
  }

  /** True when the order is settled; false when it is to be tried again. */
  async function attempt(job: PrintJob): Promise<boolean> {
    try {
      if (!beginPrint(desk, job, MOST_TRIES)) refusePrint(desk, job, EXPORT_WORDS.failed(), clock.now());
      else await make(job);
      return true;
    } catch (error) {
      if (!running) return false;
      log.error({ err: error, job: job.id }, 'making a file failed');
      if (error instanceof TotalsMismatch)
        return refuse(job, say`⚠️ ${sayTotalsMismatch(error.field, error.period, error)}`);
      return storeFaultOf(error) === null && job.tries + 1 >= MOST_TRIES ? refuse(job, EXPORT_WORDS.failed()) : false;
    }
  }

  async function make(job: PrintJob): Promise<void> {
    const prepared = prepareOrder(desk, job, templateOf, clock.now());
    if (prepared === null && job.order.print === 'template-trial')
      return refusePrint(desk, job, TEMPLATE_WORDS.noRound, clock.now());
    if (prepared === null) {
      const typed = job.order.print === 'round' ? job.order.period : '';
      return refusePrint(desk, job, sayProblem({ problem: 'no-round', typed }, desk.zone), clock.now());
    }
    const { task, ...words } = prepared;
    const cancelExcuse = excuseLater(options, job);
    const made = await print(task).finally(cancelExcuse);
    // A process that is stopping makes it again at its next start.
    if (running) settlePrint(desk, job, { words, made }, clock.now());
  }

  /** Says why there is no file; false where the database does not take even that. */
  function refuse(job: PrintJob, why: RichText): boolean {
    try {
      refusePrint(desk, job, why, clock.now());
      return true;
    } catch (error) {
      log.error({ err: error, job: job.id }, 'database not writable: the file is made later');
      return false;
    }
  }

  return {
    /** Goes on with what a dead process left. */
    start(): void {
      running = true;
      wake();
    },
    /** Something may have been ordered. */
    wake,
    /** Resolves when nothing waits to be made. */
    async whenIdle(): Promise<void> {
      while (working !== null) await working;
    },
    /** Begins nothing more; what is being made is made again after the next start. */
    async stop(): Promise<void> {
      running = false;
      stopping.abort();
      await working;
    },
  };
}

/** Says that the file takes long, once it does; not again after a death or a failure. Returns what cancels it. */
function excuseLater({ desk, clock, log, onPrinted }: PrinterOptions, job: PrintJob): () => void {
  return clock.after(WONDER_MS, () => {
    if (job.tries > 0) return;
    try {
      excuseSlowPrint(desk, job, clock.now());
      onPrinted();
    } catch (error) {
      log.error({ err: error, job: job.id }, 'saying that a file takes long failed');
    }
  });
}
