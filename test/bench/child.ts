import { type ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';

const SIDES = join(import.meta.dirname, 'sides');
/** As every command of the house is started: without the stripper of types in memory. */
const AS_STARTED = ['--import', join(import.meta.dirname, '..', '..', 'scripts', 'check-node.js')];

/** A side of a comparison in a process of its own, so that what is measured of the process is its alone. */
export interface Side {
  readonly process: ChildProcess;
  /** Sends one request and gives the answer; throws with what the process said when it ends instead. */
  ask<T>(request: unknown): Promise<T>;
  close(): Promise<void>;
}

export function openSide(file: string): Side {
  const child = fork(join(SIDES, file), {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    execArgv: [...AS_STARTED, ...profileArgs(file)],
  });
  const gone = new Promise<number | null>((resolve) => child.once('exit', resolve));
  return {
    process: child,
    ask<T>(request: unknown): Promise<T> {
      return new Promise((resolve, reject) => {
        child.once('message', (answer) => resolve(answer as T));
        void gone.then((code) => reject(new Error(`${file} ended with ${code}`)));
        child.send(request as object);
      });
    },
    async close() {
      if (child.exitCode !== null) return;
      child.disconnect();
      await gone;
    },
  };
}

/** The other end of `ask`: answers one request after the other until the parent goes away. */
export function answerParent<R>(answer: (request: R) => unknown): void {
  process.on('message', async (request) => {
    process.send?.((await answer(request as R)) ?? {});
  });
  process.on('disconnect', () => process.exit(0));
}

/** BENCH_PROFILE=DIR writes a processor profile of every side there. */
function profileArgs(file: string): string[] {
  const dir = process.env.BENCH_PROFILE;
  return dir
    ? ['--cpu-prof', `--cpu-prof-dir=${dir}`, `--cpu-prof-name=${file}-${process.pid}-${Date.now()}.cpuprofile`]
    : [];
}
