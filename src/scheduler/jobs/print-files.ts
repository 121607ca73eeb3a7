import type { Job } from '../job.ts';

/** Files that could not be made at once are looked for again: nobody has to ask twice. */
export function printFilesJob(wake: () => void): Job {
  return {
    name: 'print-files',
    run() {
      wake();
      return {};
    },
  };
}
