import cron from 'node-cron';
import type { Clock } from '../clock.ts';
import type { Log } from '../log.ts';
import type { Job } from './job.ts';

export interface SchedulerOptions {
  jobs: readonly Job[];
  clock: Clock;
  log: Log;
  /** A cron pattern with seconds: how often the jobs look whether something is due. */
  pattern: string;
  /** Something may have been put into the outbox. */
  onRan(): void;
}

export interface JobState {
  name: string;
  lastRunAt: number | null;
  failing: boolean;
}

/** Looks at every job again and again. A job never overlaps itself; one that fails is logged and tried at the next look. */
export function createScheduler(options: SchedulerOptions) {
  const { jobs, clock, log } = options;
  const states = new Map<string, JobState>(jobs.map(({ name }) => [name, { name, lastRunAt: null, failing: false }]));
  let last: Promise<void> = Promise.resolve();
  let waiting = 0;
  let beat: ReturnType<typeof cron.schedule> | null = null;

  async function runJob(job: Job): Promise<void> {
    const state = states.get(job.name);
    const now = clock.now();
    try {
      const counts = await job.run(now);
      if (Object.values(counts).some((count) => count > 0)) log.info({ job: job.name, ...counts }, 'job done');
      if (state !== undefined) Object.assign(state, { lastRunAt: now, failing: false });
    } catch (error) {
      log.error({ err: error, job: job.name }, 'job failed, retrying at the next heartbeat');
      if (state !== undefined) state.failing = true;
    }
  }

  async function runAll(): Promise<void> {
    for (const job of jobs) await runJob(job);
    options.onRan();
  }

  /** Runs every job once, in order, at the clock's present time; after a run that is under way. */
  function tick(): Promise<void> {
    waiting += 1;
    last = last.then(runAll).finally(() => {
      waiting -= 1;
    });
    return last;
  }

  return {
    tick,
    start(): void {
      beat = cron.schedule(options.pattern, () => (waiting > 0 ? undefined : tick()), {
        noOverlap: true,
        logger: quietly(log),
      });
    },
    async stop(): Promise<void> {
      await beat?.destroy();
      await last;
    },
    states: (): JobState[] => [...states.values()],
  };
}

/** node-cron's own words, which would else go to the terminal as they are. A beat missed on a busy machine is made up for by the next. */
function quietly(log: Log) {
  const say = (words: string | Error): void => log.debug({ cron: String(words) }, 'heartbeat late');
  return {
    info: say,
    warn: say,
    debug: say,
    error: (words: string | Error) => log.error({ err: words }, 'heartbeat failed'),
  };
}

export type Scheduler = ReturnType<typeof createScheduler>;
