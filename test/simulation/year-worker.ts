import { registerHooks } from 'node:module';
import { parentPort } from 'node:worker_threads';
import type { YearOrder } from './many-years.ts';
import { MUTATIONS } from './mutations.ts';

parentPort?.on('message', async (order: YearOrder) => {
  breakSource(MUTATIONS.find(({ name }) => name === order.mutation)?.source);
  const { liveThrough } = await import('./many-years.ts');
  parentPort?.postMessage(await liveThrough(order));
});

let isBroken = false;

/** A worker lives for one mutation: what it loads after this is broken in that place. */
function breakSource(source: { file: string; from: string; to: string } | undefined): void {
  if (source === undefined || isBroken) return;
  isBroken = true;
  registerHooks({
    load(url, context, nextLoad) {
      const loaded = nextLoad(url, context);
      if (!url.endsWith(source.file)) return loaded;
      const text = String(loaded.source);
      if (!text.includes(source.from)) throw new Error(`${source.file} has no "${source.from}" to break`);
      return { ...loaded, source: text.replace(source.from, source.to) };
    },
  });
}
