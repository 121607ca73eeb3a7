import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FROZEN_PLAN_DIR } from './frozen-plan.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const CHECK_NODE = join(ROOT, 'scripts', 'check-node.js');
/** Long enough for a machine whose two cores are shared. */
const START_LIMIT_MS = 90_000;

/** A token of the right shape for a bot that does not exist. */
export const TOKEN = '123456789:AAH-secret_part_of_token';

export type Env = Readonly<Record<string, string>>;

export interface Ended {
  code: number | null;
  signal: NodeJS.Signals | null;
  stdout: string;
  stderr: string;
}

/** The real program, as `npm start` runs it, and what a person at the terminal can do to it. */
export interface BotProcess {
  /** With a slash at the end, as it was printed. */
  readonly url: string;
  readonly pid: number;
  stdout(): string;
  stderr(): string;
  /** The messages of its log at `warn` and above, in order; throws when the log is not all JSON lines. */
  warnings(): string[];
  /** Resolves when the process has ended, however that came about. */
  readonly ended: Promise<Ended>;
  signal(signal: NodeJS.Signals): void;
  /** Asks it to stop and waits until it has. */
  stop(): Promise<Ended>;
  /** `kill -9`, and waits until the system has taken the process away. */
  kill(): Promise<Ended>;
  healthz(): Promise<{ status: number; body: HealthBody }>;
  /** Moves the rehearsal's clock; throws what the server says when it refuses. */
  moveClock(to: string, sleep?: boolean): Promise<{ now: string; sent: number }>;
}

export interface HealthBody {
  status: string;
  now: string;
  channels: { name: string; ok: boolean; since: string }[];
  backup?: { at: string; ageSeconds: number };
  restored?: { at: string; upTo: string | null };
  why?: string[];
}

/** A folder for one test's database and plan, away with everything in it at the end. */
export function makeFolder(): { path: string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), 'bot-e2e-'));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

/** The settings of a rehearsal over a fake Telegram whose clock stands until it is moved. */
export function rehearsalOver(apiRoot: string, folder: string, more: Env = {}): Env {
  return {
    TELEGRAM_BOT_TOKEN: TOKEN,
    TELEGRAM_API_ROOT: apiRoot,
    REHEARSAL_START: '2026-11-06T08:00',
    REHEARSAL_SPEED: '0',
    DATABASE_PATH: join(folder, 'bot.sqlite'),
    ...more,
  };
}

/** Starts the program (in a folder away from the checkout) and waits for its address; throws with all it said when it ends before that. */
export async function startBot(env: Env, folder = tmpdir(), words: readonly string[] = []): Promise<BotProcess> {
  const run = launch(['src/main.ts', ...words], env, { folder });
  const url = await Promise.race([
    run.printed(/(http:\/\/\S+?:\d+\/)/),
    run.ended.then(({ code, stdout, stderr }) => {
      throw new Error(`the bot ended with ${code} instead of starting\n${stdout}\n${stderr}`);
    }),
  ]);
  const { child, ended } = run;
  const signal = (name: NodeJS.Signals): void => void child.kill(name);
  return {
    url,
    pid: child.pid ?? 0,
    stdout: run.stdout,
    stderr: run.stderr,
    warnings: () =>
      run
        .stderr()
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => (JSON.parse(line) as { msg: string }).msg),
    ended,
    signal,
    async stop() {
      signal('SIGTERM');
      return ended;
    },
    async kill() {
      signal('SIGKILL');
      return ended;
    },
    async healthz() {
      const answer = await fetch(`${url}healthz`);
      return { status: answer.status, body: (await answer.json()) as HealthBody };
    },
    async moveClock(to, sleep = false) {
      const answer = await fetch(`${url}rehearsal/clock`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(sleep ? { to, sleep } : { to }),
      });
      const body = (await answer.json()) as { now: string; sent: number; error?: string };
      if (!answer.ok) throw new Error(`the clock answers ${answer.status}: ${body.error}`);
      return body;
    },
  };
}

/** Runs the program to its end: for starts that are to fail. `through` comes before it, as in `setpriv ... node ...`. */
export function runBot(env: Env, through: readonly string[] = [], words: readonly string[] = []): Promise<Ended> {
  return runToEnd(['src/main.ts', ...words], env, through);
}

/** What `npm run <name>` runs: `runScript('invite', ['--role', 'admin'], env)`. */
export function runScript(name: string, args: readonly string[], env: Env): Promise<Ended> {
  return runToEnd([`scripts/${name}.ts`, ...args], env);
}

async function runToEnd(words: readonly string[], env: Env, through: readonly string[] = []): Promise<Ended> {
  const run = launch(words, env, { through });
  const timer = setTimeout(() => run.child.kill('SIGKILL'), START_LIMIT_MS);
  return await run.ended.finally(() => clearTimeout(timer));
}

/** An invitation as `npm run invite -- ... --json` prints it. */
export interface Invited {
  code: string;
  role: string;
  unit: string | null;
  uses: number;
  expiresAt: string;
  telegramLink: string | null;
}

export async function inviteByShell(env: Env, role: string, unit?: string): Promise<Invited> {
  const args = ['--role', role, ...(unit === undefined ? [] : ['--unit', unit]), '--json'];
  const { code, stdout, stderr } = await runScript('invite', args, env);
  if (code !== 0) throw new Error(`invite ended with ${code}: ${stdout}${stderr}`);
  return JSON.parse(stdout) as Invited;
}

interface Launch {
  through?: readonly string[];
  /** Where it runs. */
  folder?: string;
}

function launch([script = '', ...args]: readonly string[], env: Env, { through = [], folder = tmpdir() }: Launch) {
  const [program = '', ...rest] = [...through, process.execPath, '--import', CHECK_NODE, join(ROOT, script), ...args];
  const child: ChildProcess = spawn(program, rest, {
    // Away from the checkout, so that a developer's .env and data never get in.
    cwd: folder,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      PATH: process.env.PATH ?? '',
      TZ: 'America/New_York',
      PORT: '0',
      PLAN_DIR: FROZEN_PLAN_DIR,
      LOG_LEVEL: 'warn',
      ...env,
    },
  });
  const said = { stdout: '', stderr: '' };
  const watchers = new Set<() => void>();
  for (const stream of ['stdout', 'stderr'] as const) {
    child[stream]?.setEncoding('utf8').on('data', (text: string) => {
      said[stream] += text;
      for (const look of [...watchers]) look();
    });
  }
  const ended = once(child, 'close').then(
    ([code, signal]): Ended => ({ code: code as number | null, signal: signal as NodeJS.Signals | null, ...said }),
  );
  return {
    child,
    ended,
    stdout: () => said.stdout,
    stderr: () => said.stderr,
    /** What the pattern's first group finds in the standard output, once it does. */
    printed(pattern: RegExp): Promise<string> {
      return new Promise((resolve, reject) => {
        const timer = setTimeout(() => {
          child.kill('SIGKILL');
          reject(new Error(`${pattern} was not printed:\n${said.stdout}\n${said.stderr}`));
        }, START_LIMIT_MS);
        const look = (): void => {
          const found = pattern.exec(said.stdout)?.[1];
          if (found === undefined) return;
          clearTimeout(timer);
          watchers.delete(look);
          resolve(found);
        };
        watchers.add(look);
        void ended.then(() => clearTimeout(timer));
        look();
      });
    },
  };
}
