import { fork } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bigDatabase } from './big-database.ts';
import { openSide } from './child.ts';
import { alternate, type BenchOptions, type Finding, median } from './figures.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const WARM_UP_MS = 1500;
/** What `npm start` gives to Node before the program's name. */
const AS_NPM_START: readonly string[] = (() => {
  const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { scripts: { start: string } };
  const [, , ...words] = scripts.start.split(' ').slice(0, -1);
  return words.map((word) => (word.startsWith('./') ? join(ROOT, word) : word));
})();

/** e: process start to a healthy `/healthz` with the big database beside one that holds the plan alone; peak memory beside a bare bot's. */
export async function benchStartUp({ quick }: BenchOptions): Promise<Finding[]> {
  const many = quick ? 10_000 : 100_000;
  const big = bigDatabase(many);
  const small = join(bigDatabase(0));
  const fake = openSide('lean-telegram.ts');
  const { url } = await fake.ask<{ url: string }>({ do: 'listen', perSecond: null });
  const peaks: Record<'many' | 'none' | 'telegraf', number[]> = { many: [], none: [], telegraf: [] };
  const start = async (name: 'many' | 'none', path: string): Promise<number> => {
    const { ms, maxRss } = await startBot(path, url);
    peaks[name].push(maxRss);
    return ms;
  };
  const bare = async (): Promise<number> => {
    const side = openSide('telegraf-echo.ts');
    await side.ask({ do: 'start', url, token: '1:bench-token-of-a-bare-bot' });
    await new Promise((resolve) => setTimeout(resolve, WARM_UP_MS));
    peaks.telegraf.push((await side.ask<{ maxRss: number }>({ do: 'memory' })).maxRss);
    await side.close();
    return 0;
  };
  await start('many', big);
  await start('none', small);
  const took = await alternate(quick ? 1 : 7, {
    many: () => start('many', big),
    none: () => start('none', small),
    telegraf: bare,
  });
  await fake.close();
  const mb = (name: keyof typeof peaks): number => median(peaks[name]) / 1024;
  return [
    {
      what: `start to ready with ${many} units' tasks ÷ with an empty database`,
      value: took.many / took.none,
      goal: { atMost: 1.5 },
      behind: `${took.many.toFixed(0)} ms against ${took.none.toFixed(0)} ms`,
    },
    {
      what: `peak memory with ${many} units' tasks ÷ a bare telegraf bot`,
      value: mb('many') / mb('telegraf'),
      goal: { atMost: 2 },
      behind: `${mb('many').toFixed(0)} MB against ${mb('telegraf').toFixed(0)} MB`,
    },
    {
      what: "the same ÷ the bot's own with an empty database",
      value: mb('many') / mb('none'),
      goal: { atMost: 1.1 },
      behind: `${mb('none').toFixed(0)} MB`,
    },
  ];
}

/** Starts the real program; ready is when `/healthz` answers 200. */
async function startBot(path: string, apiRoot: string): Promise<{ ms: number; maxRss: number }> {
  const begun = performance.now();
  const child = fork(join(ROOT, 'src', 'main.ts'), {
    cwd: tmpdir(),
    execArgv: [...AS_NPM_START, '--import', join(import.meta.dirname, 'sides', 'tell-memory.ts')],
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
    env: {
      PATH: process.env.PATH ?? '',
      PORT: '0',
      LOG_LEVEL: 'error',
      TELEGRAM_BOT_TOKEN: '1:bench-token-of-the-bot',
      TELEGRAM_API_ROOT: apiRoot,
      DATABASE_PATH: path,
      PLAN_DIR: join(ROOT, 'data', 'plan'),
      BACKUP_DIR: join(tmpdir(), 'bot-bench-cache', 'backup'),
    },
  });
  const ended = new Promise<never>((_, reject) =>
    child.once('exit', (code) => reject(new Error(`the bot ended with ${code}`))),
  );
  ended.catch(() => {});
  const address = new Promise<string>((resolve) => {
    child.stdout?.setEncoding('utf8').on('data', (text: string) => {
      const found = /(http:\/\/\S+?:\d+\/)/.exec(text)?.[1];
      if (found !== undefined) resolve(found);
    });
  });
  const url = await Promise.race([address, ended]);
  const answer = await fetch(`${url}healthz`);
  if (answer.status !== 200) throw new Error(`/healthz answers ${answer.status}: ${await answer.text()}`);
  const ms = performance.now() - begun;
  await new Promise((resolve) => setTimeout(resolve, WARM_UP_MS));
  const maxRss = await new Promise<number>((resolve) => {
    child.once('message', (value) => resolve(Number(value)));
    child.send('memory');
  });
  // Not killed: what was compiled is kept for the next start when the process ends by itself.
  child.kill('SIGTERM');
  await ended.catch(() => {});
  return { ms, maxRss };
}
