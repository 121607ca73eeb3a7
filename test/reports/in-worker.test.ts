import { getEventListeners } from 'node:events';
import { expect, it } from 'vitest';
import { systemClock } from '../../src/clock.ts';
import { inWorker } from '../../src/reports/in-worker.ts';

const work = (script: string, longestMs = 60_000) => ({
  file: new URL(
    `data:text/javascript,${encodeURIComponent(`import { parentPort } from 'node:worker_threads';${script}`)}`,
  ),
  data: null,
  what: 'a trial',
  longestMs,
  mostMegabytes: 64,
});

it('a thread that is over leaves nothing at the signal that would have stopped it, however it ended', async () => {
  const { signal } = new AbortController();
  const left = () => getEventListeners(signal, 'abort').length;
  expect(await inWorker<number>(work('parentPort.postMessage(7)'), systemClock, signal)).toBe(7);
  await expect(inWorker(work('throw new Error("broken")'), systemClock, signal)).rejects.toThrow('broken');
  await expect(inWorker(work('parentPort.on("message", () => {})', 50), systemClock, signal)).rejects.toThrow('longer');
  await expect.poll(left).toBe(0);
});

it('a thread is stopped with the signal', async () => {
  const stopping = new AbortController();
  const made = inWorker(work('parentPort.on("message", () => {})'), systemClock, stopping.signal);
  stopping.abort();
  await expect(made).rejects.toThrow('a trial ended');
});
